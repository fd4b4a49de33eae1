/** What the columns of a CSV file are, by its header line and the fact's schema. */
import { FACT_SCHEMAS, type FactName } from '../../contract/fact-schemas.js';
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
  if (whole) throw new UnreadableError(`the header line names both ${whole.path[0]} and ${whole.path.join('.')}. Use ${whole.path[0]} alone, or a column for each part of it.`);
  const missing = requiredNames(fact).find((name) => !names.some((one) => one === name || one?.startsWith(`${name}.`)));
  if (missing !== undefined) throw new UnreadableError(`the header line has no column ${missing}, which every record of ${fact} needs. It has: ${header.join(', ').slice(0, 200)}.`);
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
  for (const [name, schema] of Object.entries(shapeOf(fact))) {
    add([name], kindOf(schema));
    for (const [inner, one] of Object.entries(innerShape(schema) ?? {})) add([name, inner], kindOf(one));
  }
  return columns;
}

const plain = (name: string): string => name.replace(/[\s_-]/g, '').toLowerCase();

type Definition = { type: string; innerType?: Schema; element?: Schema; options?: readonly Schema[]; shape?: Record<string, Schema>; values?: readonly unknown[] };
type Schema = { _zod: { def: unknown } };

const definitionOf = (schema: Schema): Definition => schema._zod.def as Definition;

const shapeOf = (fact: FactName): Record<string, Schema> => FACT_SCHEMAS[fact].shape;

function requiredNames(fact: FactName): string[] {
  return Object.entries(shapeOf(fact)).filter(([, schema]) => definitionOf(schema).type !== 'optional').map(([name]) => name);
}

function kindOf(schema: Schema): CellKind {
  const { type, innerType, element, options, values } = definitionOf(schema);
  switch (type) {
    case 'optional': case 'nullable': return kindOf(innerType!);
    case 'number': return 'number';
    case 'literal': return typeof values?.[0] === 'number' ? 'number' : 'flag';
    case 'boolean': return 'flag';
    case 'custom': return 'instant';
    case 'array': return kindOf(element!) === 'text' ? 'list' : 'json';
    case 'union': return kindOf(options![0]!);
    case 'object': case 'record': return 'json';
    default: return 'text';
  }
}

/** The fields that may have a column each: of an object, and of the one item that a line of an order is. */
function innerShape(schema: Schema): Record<string, Schema> | undefined {
  const { type, innerType, element, options, shape } = definitionOf(schema);
  if (type === 'object') return shape;
  if (innerType) return innerShape(innerType);
  if (type === 'union') return options!.map(innerShape).find((one) => one !== undefined);
  return type === 'array' && definitionOf(element!).type === 'object' && definitionOf(schema).type === 'array' ? innerShape(element!) : undefined;
}
