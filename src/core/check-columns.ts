/** Checks the custom columns that a source is given, before any data. */
import { FACTS, FACT_NAMES, isFactName, type FactName } from './facts/registry.js';
import { TABLES, MULTI_VALUED_DIMENSIONS, suppliedFactOf } from './tables/all-tables.js';
import type { FactColumns, CustomColumns } from './custom-columns.js';
import { FIXED_VALUES } from './status/conversation-status.js';

/** Dimensions that have words and values of the kit's own. */
const FIXED: ReadonlySet<string> = new Set([...FIXED_VALUES.keys(), ...MULTI_VALUED_DIMENSIONS]);

export function checkFact(fact: string): FactName {
  if (isFactName(fact)) return fact;
  throw new RangeError(`Unknown fact "${fact}". Use one of: ${FACT_NAMES.join(', ')}.`);
}

/** Those of each fact. Throws a `RangeError` that names the column, its fact and the way out. */
export function checkColumns(columns: Partial<Record<string, FactColumns>>): CustomColumns {
  const checked = Object.entries(columns).flatMap(([name, own]) =>
    own === undefined ? [] : [[checkFact(name), own] as const],
  );
  const declared = new Map<string, { fact: string; kind: string }>();
  for (const [fact, own] of checked) {
    const taken = namesOf(fact);
    for (const [name, kind] of Object.entries(own)) {
      checkColumn(fact, name, kind, taken);
      const other = declared.get(name) ?? { fact, kind };
      if (other.kind !== kind)
        throw new RangeError(
          `The custom column "${name}" is a ${other.kind} of ${other.fact} and a ${kind} of ${fact}. Declare it as the same for both, or give one of them another name in columns and records.`,
        );
      declared.set(name, other);
    }
  }
  return Object.fromEntries(checked);
}

function checkColumn(fact: FactName, name: string, kind: string, taken: ReadonlySet<string>): void {
  if (taken.has(name))
    throw new RangeError(
      `The custom column "${name}" of ${fact} has the name of a column of the kit. Give it another name in columns and records.`,
    );
  if (FIXED.has(name))
    throw new RangeError(
      `The custom column "${name}" of ${fact} has the name of a dimension of conversations that the kit gives its values. Give it another name in columns and records.`,
    );
  if (name === '' || name.startsWith('!') || name in Object.prototype)
    throw new RangeError(`"${name}" cannot be the name of an custom column of ${fact}. Use a name of letters.`);
  if (kind !== 'text' && kind !== 'number')
    throw new RangeError(
      `The custom column "${name}" of ${fact} is declared as ${JSON.stringify(kind)}. Use "text" or "number".`,
    );
}

/** Columns and fields that the kit gives a meaning. */
function namesOf(fact: FactName): ReadonlySet<string> {
  const tables = Object.values(TABLES).filter((schema) => suppliedFactOf(schema) === fact);
  return new Set([...tables.flatMap((schema) => Object.keys(schema.columns)), ...Object.keys(FACTS[fact].fields)]);
}
