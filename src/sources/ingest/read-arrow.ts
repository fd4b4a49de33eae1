/**
 * Reads one table of Apache Arrow IPC, a file or a stream, as DuckDB and others write it. Columns are found by the names of a record's fields;
 * times may be Arrow times of any unit, with or without a zone (which then is UTC), numbers or text. Lists of structs are the inner lists.
 */
import { tableFromIPC, type Batch, type Table } from '@uwdata/flechette';
import { FACTS } from '../../core/facts/registry.js';
import type { Steps } from '../../core/steps.js';
import { SourceError } from '../source-error.js';
import { toSuppliedColumn } from './arrow-columns.js';
import type { FactIntake } from './fact-intake.js';
import { readColumns } from './read-columns.js';

export function* readArrow(bytes: Uint8Array, intake: FactIntake): Steps<void> {
  const { fact } = intake;
  const table = parseTable(bytes);
  intake.give(fact);
  const known = new Set([...Object.keys(FACTS[fact].fields), ...Object.keys(intake.ownColumns(fact))]);
  const columns = table.names
    .map((name, at) => ({ name, batches: table.children[at]!.data as readonly Batch<unknown>[] }))
    .filter(({ name }) => known.has(name));
  const lengths = (table.children[0]?.data ?? []).map(({ length }) => length);
  let first = 0;
  for (const [at, length] of lengths.entries()) {
    const supplied = new Map(columns.map(({ name, batches }) => [name, toSuppliedColumn(batches[at]!)]));
    yield* readColumns(fact, supplied, length, first, intake);
    first += length;
  }
}

function parseTable(bytes: Uint8Array): Table {
  try {
    // Its numbers are read in place, which needs them aligned.
    return tableFromIPC(bytes.byteOffset % 8 === 0 ? bytes : bytes.slice());
  } catch (cause) {
    throw new SourceError(`The Arrow data cannot be read: ${(cause as Error).message}.`, { cause });
  }
}
