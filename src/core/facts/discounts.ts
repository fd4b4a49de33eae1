import type { Instant } from '../time/instant.js';
import { defineFact, MINOR_UNITS, UPDATED, type FactDocs } from './fact.js';
import { event, flag, id, instant, money, required, text } from './field.js';

export interface Discount {
  id: string;
  at: Instant;
  kind?: string;
  /** Minor units. */
  value: number;
  accepted?: boolean;
  updatedAt?: Instant;
}

export const discounts = defineFact<Discount>({
  fields: {
    id: required(id()),
    at: required(event()),
    kind: text(),
    value: required(money()),
    accepted: flag(),
    updatedAt: instant(),
  },
});

export const discountDocs: FactDocs<Discount> = {
  about: 'One discount or offer that was made.',
  fields: {
    id: 'Text.',
    at: 'Instant.',
    kind: 'Text.',
    value: `Number, ${MINOR_UNITS}.`,
    accepted: 'true or false. Unset: not known.',
    updatedAt: UPDATED,
  },
  example: { id: 'd-8', at: '2026-06-04T10:00:00Z', kind: 'coupon', value: 500, accepted: true },
};
