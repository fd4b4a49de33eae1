import type { Instant } from '../time/instant.js';
import { showValue } from '../format/show-value.js';
import { defineFact, REGION, UPDATED, type FactDocs, type Problem } from './fact.js';
import { event, flag, hidden, id, instant, knownFrom, number, numberFromZero, oneOf, required, text } from './field.js';

export interface Survey {
  id: string;
  kind: 'csat' | 'nps' | 'ces';
  sentAt?: Instant;
  answeredAt?: Instant;
  /** csat: up to `scale`; nps: 0–10; ces: 1–7, 7 is very easy. */
  value?: number;
  /** Best value. Default 5 for csat; nps has 10 and ces 7, others are refused. */
  scale?: number;
  /** Of a csat answer; unset: from 80 % of the scale on. */
  positive?: boolean;
  comment?: string;
  ticketId?: string;
  /** Unset: the ticket's. */
  agent?: string;
  customerId?: string;
  /** Unset: the customer's, both. */
  segment?: string;
  region?: string;
  updatedAt?: Instant;
}

/** Best value of a kind of survey whose scale is fixed, and its worst. */
const FIXED_SCALES = { nps: { worst: 0, best: 10 }, ces: { worst: 1, best: 7 } } as const;

export const surveys = defineFact<Survey>({
  fields: {
    id: required(id()),
    kind: required(oneOf(['csat', 'nps', 'ces'])),
    sentAt: event(),
    answeredAt: event(),
    value: knownFrom('answeredAt', number()),
    scale: numberFromZero(),
    positive: knownFrom('answeredAt', flag()),
    comment: knownFrom('answeredAt', hidden('texts', text())),
    ticketId: text(),
    agent: text(),
    customerId: hidden('people', text()),
    segment: text(),
    region: text(),
    updatedAt: instant(),
  },
  inherited: ['tier', 'industry'],
  rule: checkScale,
});

function checkScale({ kind, value, scale }: Survey): Problem | undefined {
  if (kind === 'csat') {
    const best = scale ?? 5;
    if (best <= 0) return { field: 'scale', reason: `is ${showValue(best)}, not a number above 0` };
    return value == null || (value >= 0 && value <= best)
      ? undefined
      : { field: 'value', reason: `is ${showValue(value)}, not from 0 to the scale of ${best}` };
  }
  const { worst, best } = FIXED_SCALES[kind];
  if (scale != null && scale !== best)
    return { field: 'scale', reason: `is ${showValue(scale)}; ${kind} is always up to ${best}, so convert the value` };
  return value == null || (value >= worst && value <= best)
    ? undefined
    : { field: 'value', reason: `is ${showValue(value)}, not from ${worst} to ${best} as ${kind} is` };
}

export const surveyDocs: FactDocs<Survey> = {
  about: 'One survey that was sent, answered or not.',
  fields: {
    id: 'Text.',
    kind: 'csat, nps or ces.',
    sentAt: 'Instant.',
    answeredAt: 'Instant. Unset: not answered.',
    value: 'Number: csat up to scale, nps 0 to 10, ces 1 to 7 (very easy).',
    scale: 'Number: the best value. Unset: 5 for csat; nps is always 10 and ces 7.',
    positive: 'true or false, of csat. Unset: from 80 % of the scale on.',
    comment: 'Text. Shown, never counted.',
    ticketId: 'Text.',
    agent: 'Text. Unset: the ticket’s.',
    customerId: 'Text.',
    segment: 'Text. Unset: the customer’s.',
    region: `${REGION} Unset: the customer’s.`,
    updatedAt: UPDATED,
  },
  example: {
    id: 's-4',
    kind: 'csat',
    sentAt: '2026-06-03T13:00:00Z',
    answeredAt: '2026-06-03T18:20:00Z',
    value: 4,
    scale: 5,
    comment: 'Quick in the end.',
    ticketId: 't-9',
    customerId: 'k-12',
  },
};
