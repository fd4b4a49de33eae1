import type { Instant } from '../time/instant.js';
import { defineFact, MINOR_UNITS, UPDATED, type FactDocs } from './fact.js';
import { event, flag, hidden, id, instant, money, required, text } from './field.js';

export interface Checkout {
  id: string;
  completedAt: Instant;
  accountId?: string;
  signedIn: boolean;
  /** Minor units. */
  total: number;
  updatedAt?: Instant;
}

export const checkouts = defineFact<Checkout>({
  fields: {
    id: required(id()),
    completedAt: required(event()),
    accountId: hidden('people', text()),
    signedIn: required(flag()),
    total: required(money()),
    updatedAt: instant(),
  },
});

export const checkoutDocs: FactDocs<Checkout> = {
  about: 'One checkout that was completed.',
  fields: {
    id: 'Text.',
    completedAt: 'Instant.',
    accountId: 'Text.',
    signedIn: 'true or false.',
    total: `Number, ${MINOR_UNITS}.`,
    updatedAt: UPDATED,
  },
  example: { id: 'x-30', completedAt: '2026-06-05T20:12:00Z', accountId: 'a-3', signedIn: true, total: 4000 },
};
