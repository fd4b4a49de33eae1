/** Tests of a value: the conditions of formulas and the filters of queries. */
import type { Scalar, Test } from '../metrics/definition.js';
import type { Cell } from './engine.js';

export function filterDimension(name: string): string {
  return name.startsWith('!') ? name.slice(1) : name;
}

/** The keys of a cell as a dimension: text as it is, `''` where there is none. */
export function dimensionKeys(cell: Cell | undefined): readonly string[] {
  if (cell === null || cell === undefined || cell === '') return NO_VALUE;
  if (typeof cell === 'object') return cell.length ? cell : NO_VALUE;
  return [String(cell)];
}

const NO_VALUE: readonly string[] = [''];

export function cellTest(test: Test): (cell: Cell) => boolean {
  if (typeof test !== 'object') return oneOf([test]);
  if (isList(test)) return oneOf(test);
  if ('not' in test) {
    const matches = oneOf(isList(test.not) ? test.not : [test.not]);
    return (cell) => !matches(cell);
  }
  if ('atLeast' in test) return (cell) => typeof cell === 'number' && cell >= test.atLeast;
  if ('atMost' in test) return (cell) => typeof cell === 'number' && cell <= test.atMost;
  // The plan has already replaced the setting by its list.
  if ('setting' in test)
    throw new TypeError(`A condition names the setting "${test.setting}", which is read in metrics only.`);
  return (cell) => isKnown(cell) === test.known;
}

export function isKnown(cell: Cell | undefined): boolean {
  return cell !== null && cell !== undefined && cell !== '' && !(typeof cell === 'object' && cell.length === 0);
}

function oneOf(scalars: readonly Scalar[]): (cell: Cell) => boolean {
  const values = new Set<Scalar>(scalars);
  return (cell) => {
    if (cell !== null && typeof cell === 'object')
      return cell.length ? cell.some((value) => values.has(value)) : values.has('');
    return values.has(cell ?? '');
  };
}

const isList = (value: unknown): value is readonly Scalar[] => Array.isArray(value);
