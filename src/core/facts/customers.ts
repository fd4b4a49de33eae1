import type { Instant } from '../time/instant.js';
import { defineFact, REGION, UPDATED, type FactDocs } from './fact.js';
import { event, id, instant, knownFrom, required, text } from './field.js';

export interface Customer {
  id: string;
  startedAt: Instant;
  lostAt?: Instant;
  lostReason?: string;
  segment?: string;
  tier?: string;
  industry?: string;
  region?: string;
  updatedAt?: Instant;
}

export const customers = defineFact<Customer>({
  fields: {
    id: required(id()),
    // Customers may be older than their records.
    startedAt: required(event(1900)),
    lostAt: event(),
    lostReason: knownFrom('lostAt', text()),
    segment: text(),
    tier: text(),
    industry: text(),
    region: text(),
    updatedAt: instant(),
  },
  isPersonById: true,
});

export const customerDocs: FactDocs<Customer> = {
  about: 'One customer, from the first day to the last.',
  fields: {
    id: 'Text.',
    startedAt: 'Instant.',
    lostAt: 'Instant. Unset: still a customer.',
    lostReason: 'Text.',
    segment: 'Text.',
    tier: 'Text.',
    industry: 'Text.',
    region: REGION,
    updatedAt: UPDATED,
  },
  example: {
    id: 'k-12',
    startedAt: '2024-03-01T00:00:00Z',
    lostAt: '2026-06-20T00:00:00Z',
    lostReason: 'price',
    segment: 'club',
    tier: 'gold',
    industry: 'sports-club',
    region: 'DE',
  },
};
