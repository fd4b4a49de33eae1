/** Whether a widget or provider between the event's origin and its listener has the setting itself, and so speaks for itself alone. */
import type { ScopeProperties } from '../../controllers/scope-properties.js';

export function isDecidedInside(
  event: Event,
  listener: EventTarget,
  name: 'range' | 'filters',
  apart?: EventTarget,
): boolean {
  const path = event.composedPath();
  return path
    .slice(0, path.indexOf(listener))
    .some((one) => one !== apart && (one as Partial<ScopeProperties>)[name] !== undefined);
}
