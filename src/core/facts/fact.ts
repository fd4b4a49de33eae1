/** What a fact is made of: the description that the kit works with, and the one that people read. */
import type { Fields, FieldsOf } from './field.js';

/** What does not fit, and why. */
export interface Problem {
  /** As `messages[3].at`; empty for the record itself. */
  field: string;
  /** What is wrong, with the value. */
  reason: string;
}

export interface Fact<R = never> {
  readonly fields: Fields;
  /** Whether the id leads to a person. */
  readonly isPersonById: boolean;
  /** Dimensions of its rows that come from another fact and are shown with the record. */
  readonly inherited: readonly string[];
  /** How fields go together, asked of records whose fields fit one by one. */
  readonly rule: ((record: R) => Problem | undefined) | undefined;
}

export interface FactOptions<R> {
  fields: FieldsOf<R>;
  isPersonById?: boolean;
  inherited?: readonly string[];
  rule?: (record: R) => Problem | undefined;
}

export function defineFact<R extends object>({
  fields,
  isPersonById = false,
  inherited = [],
  rule,
}: FactOptions<R>): Fact<R> {
  return { fields: fields, isPersonById, inherited, rule };
}

/** For people: what a record is, what its fields mean and in which unit they are, and a record as somebody would supply it. */
export interface FactDocs<R> {
  about: string;
  fields: { readonly [K in keyof R]-?: string };
  /** Everything in it is made up. */
  example: R;
}

export const UPDATED = 'Instant. Of two records with one id, the later one holds.';
export const OPTIONAL_ID = 'Text. Unset: each record counts, and none replaces another.';
export const REGION = 'Text: a country code, as DE, or any name.';
export const MINOR_UNITS = 'whole minor units of the currency, as cents';
