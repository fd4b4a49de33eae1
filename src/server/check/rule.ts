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
  if (came === expected || isNear(came, expected)) return undefined;
  if (Array.isArray(came) && Array.isArray(expected) && came.length !== expected.length)
    return new Broken(`${expected.length} entries of ${path || 'the answer'}`, String(came.length));
  if (isObject(came) && isObject(expected) && Array.isArray(came) === Array.isArray(expected))
    return firstDifferentEntry(came as Fields, expected as Fields, path);
  return new Broken(`${path ? `${path} to be ` : ''}${toText(expected)}`, toText(came));
}

function firstDifferentEntry(came: Fields, expected: Fields, path: string): Broken | undefined {
  for (const name of new Set([...Object.keys(expected), ...Object.keys(came)])) {
    const inner = Array.isArray(expected) ? `${path}[${name}]` : path ? `${path}.${name}` : name;
    const difference = firstDifference(came[name], expected[name], inner);
    if (difference) return difference;
  }
  return undefined;
}

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function isNear(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return false;
  return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

const SHOWN_CHARACTERS = 200;

export function toText(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
