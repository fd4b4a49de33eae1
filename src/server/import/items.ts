/** What readers hand to the importer, in the order of the file. */
import type { FactName } from '../../core/facts/registry.js';

export type Item =
  /** The list is there, even if without any record. */
  | { kind: 'list'; fact: FactName }
  /** `index` is its place in its list, from 0; `line` where it begins in the file, from 1. */
  | { kind: 'record'; fact: FactName; index: number; line?: number; value: unknown }
  /** A line that is no JSON. */
  | { kind: 'broken'; fact: FactName; index: number; line: number; text: string; reason: string }
  /** Something beside the records. */
  | { kind: 'field'; name: string; value: unknown }
  /** An entry that is not a fact, or not a list. */
  | { kind: 'unread'; name: string; reason: string }
  /** A column that no record has. */
  | { kind: 'ignored'; name: string };

/** Items a few at a time, so that a file of any length needs the same memory. */
export type Items = AsyncGenerator<Item[], void, undefined>;

/** The file cannot be read, or not further: a sentence without its name. */
export class UnreadableError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnreadableError';
  }
}
