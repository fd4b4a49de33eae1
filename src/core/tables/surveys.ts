/** The tables of surveys: what was sent and what was answered, with the agent of their tickets and the segments of their customers. */
import type { Customer } from '../facts/customers.js';
import type { Survey } from '../facts/surveys.js';
import type { Ticket } from '../facts/tickets.js';
import { parseInstant } from '../time/instant.js';
import {
  ALWAYS,
  emitOverTime,
  type DeriveContext,
  type DerivedCells,
  type DeriveInput,
  type Emit,
  type Seen,
} from './derived-rows.js';
import { agentAt } from './tickets.js';
import { optional, ticketTimeline, type TicketTimeline } from './tickets.js';

const DEFAULT_SCALE = 5;
/** Share of the scale from which on a csat answer is positive. */
const POSITIVE_FROM = 0.8;

export function deriveSurveys(
  { surveys = [], tickets = [], customers = [] }: DeriveInput,
  _: DeriveContext,
  emit: Emit,
): void {
  const ticketOf = new Map(tickets.map(({ key, raw }) => [key, { ticket: raw, timeline: ticketTimeline(raw) }]));
  const customerOf = new Map(customers.map(({ key, raw }) => [key, raw]));
  for (const { key, raw } of surveys) {
    const asked = raw.ticketId == null ? undefined : ticketOf.get(raw.ticketId);
    const customer = raw.customerId == null ? undefined : customerOf.get(raw.customerId);
    const boundaries = boundariesOf(raw, asked, customer);
    const sentAt = optional(raw.sentAt) ?? null;
    const put = (table: string, cells: DerivedCells, seen: Seen) =>
      emitOverTime(
        { table, record: key, cells: { kind: raw.kind, sentAt, ...cells }, seen },
        boundaries,
        (at) => dimensionsAt(raw, asked, customer, at),
        emit,
      );
    if (sentAt !== null) put('surveysSent', {}, ALWAYS);
    const at = optional(raw.answeredAt);
    if (at !== undefined)
      put('surveyAnswers', { at, value: raw.value ?? null, positive: positiveOf(raw) }, { from: at, until: Infinity });
  }
}

/** `null` where nobody can tell. */
function positiveOf({ kind, value, positive, scale }: Survey): boolean | null {
  if (kind !== 'csat') return null;
  return positive ?? (value == null ? null : value >= POSITIVE_FROM * (scale ?? DEFAULT_SCALE));
}

interface Asked {
  ticket: Ticket;
  timeline: TicketTimeline;
}

function boundariesOf({ agent }: Survey, asked: Asked | undefined, customer: Customer | undefined): number[] {
  const ofTicket = asked && !agent ? [asked.timeline.createdAt, ...asked.timeline.assignments.map(({ at }) => at)] : [];
  return customer ? [...ofTicket, parseInstant(customer.startedAt)] : ofTicket;
}

/** What is not there yet says nothing. */
function dimensionsAt(
  survey: Survey,
  asked: Asked | undefined,
  customer: Customer | undefined,
  at: number,
): DerivedCells {
  const known: Partial<Customer> = customer && parseInstant(customer.startedAt) <= at ? customer : {};
  return {
    agent: survey.agent || ticketAgentAt(asked, at),
    segment: survey.segment || known.segment || null,
    region: survey.region || known.region || null,
    tier: known.tier ?? null,
    industry: known.industry ?? null,
  };
}

function ticketAgentAt(asked: Asked | undefined, at: number): string | null {
  return asked && asked.timeline.createdAt <= at ? agentAt(asked.ticket, asked.timeline, at) : null;
}
