/** Checks conditions before any row is tested. */
import type { Scalar, Where } from './definition.js';

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
const isScalars = (value: unknown): boolean => isScalar(value) || (Array.isArray(value) && value.every(isScalar));

/** The value that each comparison takes. A test has one comparison. */
const COMPARISONS: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['not', isScalars],
  ['atLeast', Number.isFinite],
  ['atMost', Number.isFinite],
  ['known', (value: unknown) => typeof value === 'boolean'],
  ['setting', (value: unknown) => value === 'socialChannels'],
]);

/** Returns the conditions; throws a `RangeError` that begins with `subject`, as `Metric "x"`, and names the column and its test. */
export function checkWhere(where: unknown, subject: string): Where {
  if (!isObject(where))
    throw new RangeError(
      `${subject} has the condition ${show(where)}. Use an object of columns, as in { channel: "sms" }.`,
    );
  for (const [column, test] of Object.entries(where)) {
    if (!isTest(test))
      throw new RangeError(
        `${subject} tests "${column}" by ${show(test)}. Use a value, a list of values, { not }, { atLeast }, { atMost }, { known } or { setting }.`,
      );
  }
  return where as Where;
}

function isTest(test: unknown): boolean {
  if (!isObject(test)) return isScalars(test);
  const [entry, ...more] = Object.entries(test);
  return entry !== undefined && more.length === 0 && COMPARISONS.get(entry[0])?.(entry[1]) === true;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const show = (value: unknown): string =>
  typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
