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
import { agentAt, assignmentsOf, optional, type TicketTimeline } from './tickets.js';

const DEFAULT_SCALE = 5;
/** Share of the scale from which on a csat answer is positive. */
const POSITIVE_FROM = 0.8;

export function deriveSurveys(
  { surveys = [], tickets = [], customers = [] }: DeriveInput,
  _: DeriveContext,
  emit: Emit,
): void {
  const ticketOf = new Map(tickets.map(({ key, raw }) => [key, askedOf(raw)]));
  const customerOf = new Map(customers.map(({ key, raw }) => [key, raw]));
  for (const { key, raw } of surveys) {
    const asked = raw.ticketId == null ? undefined : ticketOf.get(raw.ticketId);
    const customer = raw.customerId == null ? undefined : customerOf.get(raw.customerId);
    const boundaries = boundariesOf(raw, asked, customer);
    const sentAt = optional(raw.sentAt) ?? null;
    const told: Told = { kind: raw.kind, sentAt, at: null, value: null, positive: null };
    const put = (table: string, said: Told, first: number, seen: Seen) =>
      emitOverTime(
        { table, record: key, seen },
        { first, boundaries },
        (at) => cellsAt(said, raw, at, { asked, customer }),
        emit,
      );
    if (sentAt !== null) put('surveysSent', told, sentAt, ALWAYS);
    const at = optional(raw.answeredAt);
    if (at === undefined) continue;
    const answer = { ...told, at, value: raw.value ?? null, positive: positiveOf(raw) };
    put('surveyAnswers', answer, Math.min(sentAt ?? Infinity, at), { from: at, until: Infinity });
  }
}

/** What the survey says by itself. */
interface Told {
  kind: string;
  sentAt: number | null;
  at: number | null;
  value: number | null;
  positive: boolean | null;
}

/** `null` where nobody can tell. */
function positiveOf({ kind, value, positive, scale }: Survey): boolean | null {
  if (kind !== 'csat') return null;
  return positive ?? (value == null ? null : value >= POSITIVE_FROM * (scale ?? DEFAULT_SCALE));
}

interface Asked {
  ticket: Ticket;
  createdAt: number;
  assignments: TicketTimeline['assignments'];
}

function askedOf(ticket: Ticket): Asked {
  return { ticket, createdAt: parseInstant(ticket.createdAt), assignments: assignmentsOf(ticket) };
}

function boundariesOf({ agent }: Survey, asked: Asked | undefined, customer: Customer | undefined): number[] {
  const ofTicket = asked && !agent ? [asked.createdAt, ...asked.assignments.map(({ at }) => at)] : [];
  return customer ? [...ofTicket, parseInstant(customer.startedAt)] : ofTicket;
}

interface Others {
  asked: Asked | undefined;
  customer: Customer | undefined;
}

/** What is not there yet says nothing. */
function cellsAt(
  { kind, sentAt, at: answeredAt, value, positive }: Told,
  survey: Survey,
  at: number,
  { asked, customer }: Others,
): DerivedCells {
  const ticket = asked && asked.createdAt <= at ? asked : undefined;
  const known = customer && parseInstant(customer.startedAt) <= at ? customer : NOBODY;
  return {
    kind,
    sentAt,
    at: answeredAt,
    value,
    positive,
    agent: survey.agent || agentOf(ticket, at),
    segment: survey.segment || known.segment || null,
    region: survey.region || known.region || null,
    tier: known.tier ?? null,
    industry: known.industry ?? null,
  };
}

const agentOf = (asked: Asked | undefined, at: number): string | null =>
  asked ? agentAt(asked.ticket, asked, at) : null;

const NOBODY: Pick<Customer, 'segment' | 'region' | 'tier' | 'industry'> = {};
