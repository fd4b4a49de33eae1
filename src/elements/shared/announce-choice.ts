/** What a user chooses in a widget: announced to the page by its event, then kept where it belongs. */
import type { LitElement } from 'lit';
import type { ResolvedScope, ScopeController } from '../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../controllers/scope-properties.js';
import { formatInstant } from '../../core/time/instant.js';
import { resolveRange, toInstants } from '../../core/time/range.js';
import { AgentBarSelectEvent, AgentFiltersChangeEvent, AgentRangeChangeEvent } from './user-events.js';
import type { Filters } from '../../core/query.js';
import { type Selection, isExpressible, ownNames } from '../../core/selection.js';

/** Throws a `RangeError` for an invalid range or comparison. */
export function chooseRange(
  host: LitElement & ScopeProperties,
  scope: ScopeController,
  range: string,
  compare = scope.compare,
): void {
  const now = scope.resolveNow();
  const dates = resolveRange(range, {
    now,
    timeZone: scope.timeZone,
    weekStart: scope.weekStart,
    first: scope.firstInstant,
  });
  host.dispatchEvent(new AgentRangeChangeEvent({ range, ...dates, compare }));
  scope.keepRange(range, compare);
}

export function chooseFilters(host: HTMLElement, scope: ScopeController, filters: Filters): void {
  host.dispatchEvent(new AgentFiltersChangeEvent(filters));
  scope.keepFilters(filters);
}

/**
 * Fires the cancelable event and, unless the host page prevents it, has the table of conversations under the same provider show what the
 * selection stands for. `asked` is the scope of the answer that was drawn, so that the table lists what the number counted. A widget with
 * a source of its own only fires the event: no table around it has its conversations. So does one whose group no filter can say.
 */
export function selectConversations(
  host: HTMLElement & ScopeProperties,
  scope: ScopeController,
  event: Event,
  selection: Omit<Selection, 'asked' | 'own'>,
  { range, timeZone, weekStart, filters, nowText: now }: ResolvedScope,
): void {
  const { group } = selection;
  const isMultiValued = group !== undefined && scope.described?.dimensions[group.dimension]?.multiValued === true;
  if (
    !host.dispatchEvent(event) ||
    !scope.provided?.select ||
    scope.source !== scope.provided.source ||
    !isExpressible(group, filters, isMultiValued)
  )
    return;
  const asked = { range, timeZone, weekStart, filters, now };
  scope.provided.select({ selection: { ...selection, asked, own: ownNames(host) }, origin: deepActiveElement() });
}

/** A group of a whole range, as a row of a table: `key` is unset for the rest, which `values` are not part of. */
export function selectGroup(
  host: HTMLElement & ScopeProperties,
  scope: ScopeController,
  { metric, dimension, key, values }: { metric: string; dimension: string; key: string | undefined; values: string[] },
  resolved: ResolvedScope,
): void {
  const { start, end } = toInstants(resolved.range, resolved.timeZone);
  const isRest = key === undefined;
  const event = new AgentBarSelectEvent({
    bucket: undefined,
    from: formatInstant(start),
    to: formatInstant(end),
    groupBy: dimension,
    group: key,
    metric,
    isRest,
  });
  selectConversations(host, scope, event, { metric, group: { dimension, values, isRest } }, resolved);
}

/** What has the focus, through shadow roots. */
function deepActiveElement(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : undefined;
}

/** Whether a widget or provider between the event's origin and its listener has the setting itself, and so speaks for itself alone. */
export function isOverriddenBelow(
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
