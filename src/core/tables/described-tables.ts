import { TABLES } from './all-tables.js';
import { customDimensionsOf, type CustomColumns } from '../custom-columns.js';
import { RECORD_FACTS } from '../facts/registry.js';
import { DERIVATIONS } from './derive.js';

/** One table for each supplied fact that has dimensions: its first. Of orders those that have rows of the hub. */
export function describedTables(
  given: ReadonlySet<string>,
  own: CustomColumns,
): { name: string; dimensions: readonly string[] }[] {
  return ([...RECORD_FACTS, 'orders'] as const)
    .filter((fact) => given.has(fact) || fact === 'orders')
    .flatMap((fact) => {
      const name = fact === 'surveys' ? 'surveyAnswers' : DERIVATIONS.find(({ base }) => base === fact)!.tables[0]!;
      const dimensions = [...TABLES[name]!.dimensions, ...customDimensionsOf(own, fact)];
      return dimensions.length > 0 ? [{ name, dimensions }] : [];
    });
}
