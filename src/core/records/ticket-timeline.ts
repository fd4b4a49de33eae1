/** What happened to a ticket, in order of time: one reading of its lists and of the fields that stand in for them. */
import type { Ticket } from '../facts/tickets.js';
import { parseInstant, type Instant } from '../time/instant.js';

export interface TimedTicketMessage {
  at: number;
  from: 'customer' | 'agent' | 'note';
  author: string | null;
}

/** While a ticket is in one state, half open. */
export interface TicketSpan {
  from: number;
  until: number;
  /** When it was last resolved; `undefined`: it is open. */
  resolvedAt: number | undefined;
}

export interface TicketTimeline {
  createdAt: number;
  /** `undefined`: not known. */
  messages: readonly TimedTicketMessage[] | undefined;
  assignments: readonly { at: number; agent: string }[];
  firstAssignedAt: number | undefined;
  firstResponseAt: number | undefined;
  resolutions: readonly number[];
  reopenings: readonly number[];
  /** From the beginning of time on, without a hole. */
  spans: readonly TicketSpan[];
  firstResponseDueAt: number | undefined;
  resolutionDueAt: number | undefined;
  /** The first escalation for a breach of a target. */
  escalatedAt: number | undefined;
}

export function ticketTimeline(ticket: Ticket): TicketTimeline {
  const messages = ticket.messages
    ?.map(({ at, from, author }) => ({ at: parseInstant(at), from, author: author || null }))
    .sort(byTime);
  const assignments = (ticket.assignments ?? []).map(({ at, agent }) => ({ at: parseInstant(at), agent })).sort(byTime);
  const resolvedAt = optional(ticket.resolvedAt);
  const resolutions = ticket.resolutions ? times(ticket.resolutions) : resolvedAt === undefined ? [] : [resolvedAt];
  const reopenings = times(ticket.reopenings ?? []);
  const breaches = times((ticket.escalations ?? []).filter(({ reason }) => reason === 'sla').map(({ at }) => at));
  return {
    createdAt: parseInstant(ticket.createdAt),
    messages,
    assignments,
    resolutions,
    reopenings,
    firstAssignedAt: ticket.assignments ? assignments[0]?.at : optional(ticket.firstAssignedAt),
    firstResponseAt: messages ? messages.find(({ from }) => from === 'agent')?.at : optional(ticket.firstResponseAt),
    spans: toSpans(resolutions, reopenings),
    firstResponseDueAt: optional(ticket.firstResponseDueAt),
    resolutionDueAt: optional(ticket.resolutionDueAt),
    escalatedAt: breaches[0],
  };
}

/** A reopening at the instant of a resolution is not after it, so it changes nothing. */
function toSpans(resolutions: readonly number[], reopenings: readonly number[]): TicketSpan[] {
  const events = [
    ...reopenings.map((at) => ({ at, isResolved: false })),
    ...resolutions.map((at) => ({ at, isResolved: true })),
  ].sort((a, b) => a.at - b.at || Number(a.isResolved) - Number(b.isResolved));
  const spans: TicketSpan[] = [{ from: -Infinity, until: Infinity, resolvedAt: undefined }];
  for (const { at, isResolved } of events) {
    const last = spans.at(-1)!;
    if (!isResolved && last.resolvedAt === undefined) continue;
    last.until = at;
    spans.push({ from: at, until: Infinity, resolvedAt: isResolved ? at : undefined });
  }
  return spans.filter(({ from, until }) => from < until);
}

const byTime = (a: { at: number }, b: { at: number }): number => a.at - b.at;
const times = (instants: readonly Instant[]): number[] => instants.map(parseInstant).sort((a, b) => a - b);
export const optional = (instant: Instant | null | undefined): number | undefined =>
  instant == null ? undefined : parseInstant(instant);
