/** What a file's name says: the fact it holds and the form it has. */
import { basename } from 'node:path';
import { FACT_NAMES, isFactName, type FactName } from '../../core/facts/registry.js';
import { UnreadableError } from './items.js';

export type Form = 'json' | 'lines' | 'csv';

const FORMS: Readonly<Record<string, Form>> = { json: 'json', ndjson: 'lines', jsonl: 'lines', csv: 'csv', tsv: 'csv' };

/** `undefined`: the content has to tell. Throws for a form that the import does not read. */
export function toForm(name: string): Form | undefined {
  const extension = /\.([^.]+)$/.exec(basename(name).replace(/\.gz$/i, ''))?.[1]?.toLowerCase();
  if (extension === undefined || extension in FORMS) return FORMS[extension ?? ''];
  throw new UnreadableError(`a .${extension} is not read. Use JSON, NDJSON or CSV, gzipped or not.`);
}

/** The fact by the name up to its first `.`, `-` or `_`: `orders-2026.csv.gz` holds orders. */
export function toFact(name: string): FactName {
  const [stem = ''] = basename(name).split(/[.\-_]/, 1);
  if (isFactName(stem)) return stem;
  throw new UnreadableError(
    `its name does not say what it holds. Call it ${FACT_NAMES.join(', ')}, or say --as conversations.`,
  );
}
