/** A promise of the contract that can be seen from outside. */
import type { Subject } from './subject.js';

export interface Rule {
  /** One sentence, as a promise. */
  says: string;
  /** Throws `Broken` where the promise is not kept, `NotAsked` where it cannot be tested here. */
  test(subject: Subject): Promise<void>;
}

export interface RuleGroup {
  title: string;
  rules: readonly Rule[];
}

/** The promise is not kept. */
export class Broken extends Error {
  readonly expected: string;
  readonly came: string;

  constructor(expected: string, came: string, options?: ErrorOptions) {
    super(`Expected ${expected}, but ${came} came.`, options);
    this.name = 'Broken';
    this.expected = expected;
    this.came = came;
  }
}

/** There is nothing to test the promise with. */
export class NotAsked extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NotAsked';
  }
}

export function requireEqual(came: unknown, expected: unknown, what = ''): void {
  const difference = firstDifference(came, expected, what);
  if (difference) throw difference;
}

/** Own number columns are sums of fractions; everything else is exact. */
const TOLERANCE = 1e-9;

function firstDifference(came: unknown, expected: unknown, path: string): Broken | undefined {
  if (came === expected || (typeof came === 'number' && typeof expected === 'number' && isNear(came, expected)))
    return undefined;
  if (isObject(came) && isObject(expected) && Array.isArray(came) === Array.isArray(expected)) {
    if (Array.isArray(expected) && (came as unknown[]).length !== expected.length)
      return new Broken(`${expected.length} entries of ${path || 'the answer'}`, String((came as unknown[]).length));
    for (const name of new Set([...Object.keys(expected), ...Object.keys(came)])) {
      const difference = firstDifference(
        (came as Fields)[name],
        (expected as Fields)[name],
        Array.isArray(expected) ? `${path}[${name}]` : path ? `${path}.${name}` : name,
      );
      if (difference) return difference;
    }
    return undefined;
  }
  return new Broken(`${path ? `${path} to be ` : ''}${toText(expected)}`, toText(came));
}

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));

const MOST_SHOWN = 200;

export function toText(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
