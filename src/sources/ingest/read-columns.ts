/**
 * Reads rows that were supplied as columns. A stretch of rows is first copied column by column; where one of them does not fit, or is more
 * than columns can hold, the stretch is read again as records, so that both forms are accepted and refused alike.
 */
import { FACTS, type FactName } from '../../core/facts/registry.js';
import type { Steps } from '../../core/steps.js';
import { ColumnWriters, type ColumnWriter } from './column-writers.js';
import type { FactIntake } from './fact-intake.js';
import type { SuppliedColumns } from './supplied-columns.js';

/** Rows between two places to pause. */
const STRETCH = 8192;

/** `first` is the place of the first row in its list. */
export function* readColumns(
  fact: FactName,
  columns: SuppliedColumns,
  length: number,
  first: number,
  intake: FactIntake,
): Steps<void> {
  const known = [...Object.keys(FACTS[fact].fields), ...Object.keys(intake.ownColumns(fact))];
  const given = known.flatMap((name) => ({ name, column: columns.get(name)! })).filter(({ column }) => column);
  const writers =
    fact === 'conversations' && conversationsFit(columns) ? new ColumnWriters(intake).of(given) : undefined;
  for (let from = 0, to: number; from < length; from = to) {
    to = Math.min(length, from + STRETCH, from + intake.room);
    if (!writers || !writeRows(writers, from, to, intake)) {
      for (let row = from; row < to; row++)
        intake.take(
          fact,
          Object.fromEntries(given.map(({ name, column }) => [name, column.valueAt(row)])),
          first + row,
        );
    }
    yield;
  }
}

/** Every conversation needs these. */
const conversationsFit = (columns: SuppliedColumns): boolean =>
  Object.entries(FACTS.conversations.fields).every(([name, { isRequired }]) => !isRequired || columns.has(name));

/** `false`, and nothing is kept, where some row is not plain. */
function writeRows(writers: readonly ColumnWriter[], from: number, to: number, intake: FactIntake): boolean {
  const { builder } = intake;
  if (!writers.every((write) => write(from, to, builder.length))) {
    builder.dropRow();
    return false;
  }
  builder.commitRows(to - from);
  intake.cut();
  return true;
}
