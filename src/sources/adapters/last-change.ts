/** Whether a case stands resolved by its changes. */
import { parseInstant } from '../../core/time/instant.js';
import type { CaseChange } from './case-facts.js';

export function isDoneBy(changes: readonly CaseChange[] = []): boolean {
  let last: CaseChange | undefined;
  for (const change of changes)
    if (change.kind !== 'assigned' && (!last || parseInstant(change.at) >= parseInstant(last.at))) last = change;
  return last?.kind === 'done';
}
