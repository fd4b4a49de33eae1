/** A range that the reader chose, told to the host and kept where it belongs. */
import type { LitElement } from 'lit';
import type { ScopeController } from '../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../controllers/scope-properties.js';
import { resolveRange } from '../../core/time/range.js';
import { AgentRangeChangeEvent } from './reader-events.js';

/** Throws a `RangeError` for a range or comparison that cannot be. */
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
