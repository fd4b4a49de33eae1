/** What the columns of a CSV file are, by its header line and the fields of the fact. */
import { innerFields, type Shape } from '../../core/facts/field.js';
import { FACTS, type FactName } from '../../core/facts/registry.js';
import type { FactColumns } from '../../core/own-columns.js';
import { UnreadableError } from './items.js';

/** How a cell's text becomes a value: `json` an object or a list of objects, `list` texts. */
export type CellKind = 'text' | 'number' | 'flag' | 'instant' | 'list' | 'json';

export interface CsvColumn {
  /** The field, and the one in it: `['profile', 'name']`. */
  path: readonly [string, ...string[]];
  kind: CellKind;
}

/** `undefined` for a column that nobody reads. Throws an `UnreadableError` for a header that cannot be one. */
export function toCsvColumns(fact: FactName, header: readonly string[], own: FactColumns): (CsvColumn | undefined)[] {
  const known = knownColumns(fact, own);
  const columns = header.map((name) => known.get(name.trim()) ?? known.get(plain(name)));
  const names = columns.map((column) => column?.path.join('.'));
  const twice = names.find((name, index) => name !== undefined && names.indexOf(name) !== index);
  if (twice !== undefined) throw new UnreadableError(`the header line names ${twice} twice.`);
  const whole = columns.find((column) => column?.path.length === 2 && names.includes(column.path[0]));
  if (whole)
    throw new UnreadableError(
      `the header line names both ${whole.path[0]} and ${whole.path.join('.')}. Use ${whole.path[0]} alone, or a column for each part of it.`,
    );
  const missing = requiredNames(fact).find((name) => !names.some((one) => one === name || one?.startsWith(`${name}.`)));
  if (missing !== undefined)
    throw new UnreadableError(
      `the header line has no column ${missing}, which every record of ${fact} needs. It has: ${header.join(', ').slice(0, 200)}.`,
    );
  return columns;
}

/** By name, and by the name without spaces, underscores, hyphens and capitals: `Started at`, `started_at`. */
function knownColumns(fact: FactName, own: FactColumns): Map<string, CsvColumn> {
  const columns = new Map<string, CsvColumn>();
  const add = (path: CsvColumn['path'], kind: CellKind) => {
    const name = path.join('.');
    columns.set(name, { path, kind });
    if (!columns.has(plain(name))) columns.set(plain(name), { path, kind });
  };
  for (const [name, kind] of Object.entries(own)) add([name], kind);
  for (const [name, field] of Object.entries(FACTS[fact].fields)) {
    add([name], kindOf(field.shape));
    // A column for each field of an object, and of the one item that a line of an order is.
    for (const [inner, { shape }] of Object.entries(innerFields(field))) add([name, inner], kindOf(shape));
  }
  return columns;
}

const plain = (name: string): string => name.replace(/[\s_-]/g, '').toLowerCase();

function requiredNames(fact: FactName): string[] {
  return Object.entries(FACTS[fact].fields)
    .filter(([, { isRequired }]) => isRequired)
    .map(([name]) => name);
}

const ONE_OF: Readonly<Record<string, CellKind>> = { number: 'number', boolean: 'flag' };

function kindOf(shape: Shape): CellKind {
  switch (shape.kind) {
    case 'text':
    case 'number':
    case 'flag':
    case 'instant':
      return shape.kind;
    case 'one-of':
      return ONE_OF[typeof shape.values[0]] ?? 'text';
    case 'list':
      return kindOf(shape.of) === 'text' ? 'list' : 'json';
    case 'either':
      return kindOf(shape.options[0]!);
    default:
      return 'json';
  }
}
