/** Facts that are objects of the page already. */
import { showValue } from '../../core/format/show-value.js';
import { isFactName, type FactName } from '../../core/facts/registry.js';
import type { Steps } from '../../core/steps.js';
import { SourceError } from '../source-error.js';
import { isColumnar, readColumnar } from './columnar-json.js';
import { FIELDS, type FactIntake } from './fact-intake.js';

/** Records between two places to pause. */
const STRIDE = 1000;

export function* readObjects(data: unknown, intake: FactIntake): Steps<void> {
  if (Array.isArray(data)) return yield* readRecords(intake.fact, data, intake);
  if (typeof data !== 'object' || data === null)
    throw new SourceError(
      `The supplied data are ${showValue(data)}. Use an object with lists such as { conversations: […] }.`,
    );
  for (const [name, entry] of Object.entries(data) as [string, unknown][]) {
    if (FIELDS.has(name)) intake.setField(name, entry);
    else if (!Array.isArray(entry)) intake.refuseValue(name, entry);
    else if (isFactName(name)) yield* readRecords(name, entry, intake);
    else intake.refuseList(name);
  }
  const { columns } = data as { columns?: unknown };
  if (isColumnar(columns)) yield* readColumnar(columns, intake);
}

function* readRecords(fact: FactName, records: readonly unknown[], intake: FactIntake): Steps<void> {
  intake.give(fact);
  for (let index = 0; index < records.length; index++) {
    intake.take(fact, records[index], index);
    if (index % STRIDE === STRIDE - 1) yield;
  }
}
