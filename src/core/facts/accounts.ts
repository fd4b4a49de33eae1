import type { Instant } from '../time/instant.js';
import { defineFact, UPDATED, type FactDocs } from './fact.js';
import { event, id, instant, required } from './field.js';

/** One account of the customer hub. */
export interface Account {
  id: string;
  createdAt: Instant;
  updatedAt?: Instant;
}

export const accounts = defineFact<Account>({
  fields: { id: required(id()), createdAt: required(event()), updatedAt: instant() },
  isPersonById: true,
});

export const accountDocs: FactDocs<Account> = {
  about: 'One account of the customer hub.',
  fields: { id: 'Text.', createdAt: 'Instant.', updatedAt: UPDATED },
  example: { id: 'a-3', createdAt: '2026-01-15T19:30:00Z' },
};
