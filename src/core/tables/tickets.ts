/** The tables of tickets. */
import type { Ticket } from '../facts/tickets.js';
import {
  ALWAYS,
  type DeriveContext,
  type DeriveInput,
  type DerivedCells,
  type Emit,
  type Seen,
  cutSeen,
  emitOverTime,
} from './derived-rows.js';
import { type Instant, parseInstant } from '../time/instant.js';

type Put = (table: string, cells: DerivedCells, seen?: Seen) => void;

export function deriveTickets({ tickets = [] }: DeriveInput, { clock }: DeriveContext, emit: Emit): void {
  for (const { key, raw } of tickets) {
    const timeline = ticketTimeline(raw);
    const shared = { ticket: key, createdAt: timeline.createdAt, ...dimensionsOf(raw) };
    const boundaries = raw.agent ? [] : timeline.assignments.map(({ at }) => at);
    const put: Put = (table, cells, seen = ALWAYS) => {
      const row = { table, record: key, cells, shared, seen };
      if (cells['agent']) emit(row);
      else emitOverTime(row, boundaries, (at) => ({ agent: agentAt(raw, timeline, at) }), emit);
    };
    const took = (from: number, at: number) => ({ at, businessTime: clock?.between(from, at) ?? null });
    put('tickets', {});
    if (timeline.firstAssignedAt !== undefined)
      put('firstAssignments', took(timeline.createdAt, timeline.firstAssignedAt));
    if (timeline.firstResponseAt !== undefined)
      put('firstResponses', took(timeline.createdAt, timeline.firstResponseAt));
    putReplies(timeline, put, took);
    putResolutions(timeline, put, took);
    putOpen(timeline, put);
    putTargets(timeline, put);
    putEvents(timeline, put);
  }
}

/** Who is in charge at an instant: the ticket's own agent, else the last one it was assigned to. */
export function agentAt(
  { agent }: Ticket,
  { assignments }: Pick<TicketTimeline, 'assignments'>,
  at: number,
): string | null {
  return agent || assignments.findLast((one) => one.at <= at)?.agent || null;
}

function dimensionsOf({ type, channel, network, region, segment, priority }: Ticket): DerivedCells {
  return {
    type: type ?? null,
    channel: channel ?? null,
    network: network ?? null,
    region: region ?? null,
    segment: segment ?? null,
    priority: priority ?? null,
  };
}

type Took = (from: number, at: number) => DerivedCells;

/** A run of the customer's messages counts once, from its first; notes break none. */
function putReplies({ messages = [] }: TicketTimeline, put: Put, took: Took): void {
  let askedAt: number | null = null;
  for (const { at, from, author } of messages) {
    if (from === 'customer') askedAt ??= at;
    if (from !== 'agent') continue;
    put('ticketReplies', {
      ...(askedAt === null ? { at, businessTime: null } : took(askedAt, at)),
      askedAt,
      ...(author && { agent: author }),
    });
    askedAt = null;
  }
}

function putResolutions({ createdAt, messages, reopenings, spans }: TicketTimeline, put: Put, took: Took): void {
  const opening = messages?.find(({ from }) => from === 'customer');
  for (const { from, until, resolvedAt: at } of spans) {
    if (at === undefined) continue;
    const agentReplies = messages
      ? messages.filter((message) => message.from === 'agent' && message.at <= at).length
      : null;
    const customerReplies = messages
      ? messages.filter((message) => message !== opening && message.from === 'customer' && message.at < at).length
      : null;
    const firstContact =
      agentReplies === null ? null : agentReplies === 1 && !reopenings.some((reopenedAt) => reopenedAt <= at);
    put('resolutions', { ...took(createdAt, at), agentReplies, customerReplies, firstContact }, { from, until });
  }
}

/** A target has passed a millisecond after it. */
function putOpen({ createdAt, spans, resolutionDueAt }: TicketTimeline, put: Put): void {
  for (const { from, until, resolvedAt } of spans) {
    if (resolvedAt !== undefined || until <= createdAt) continue;
    const openUntil = until === Infinity ? null : until;
    const openFrom = Math.max(from, createdAt);
    put('openTickets', { openFrom, openUntil });
    const overdueFrom = Math.max(openFrom, (resolutionDueAt ?? Infinity) + 1);
    if (overdueFrom < until) put('overdueTickets', { openFrom: overdueFrom, openUntil });
  }
}

function putTargets(
  { firstResponseDueAt: due, firstResponseAt, resolutionDueAt, spans }: TicketTimeline,
  put: Put,
): void {
  if (due !== undefined) {
    const within = firstResponseAt !== undefined && firstResponseAt <= due;
    put(
      'firstResponseTargets',
      { at: within ? firstResponseAt : due, within },
      { from: within ? -Infinity : due + 1, until: Infinity },
    );
  }
  if (resolutionDueAt === undefined) return;
  for (const { from, until, resolvedAt } of spans) {
    if (resolvedAt !== undefined) {
      const within = resolvedAt <= resolutionDueAt;
      put('resolutionTargets', { at: within ? resolvedAt : resolutionDueAt, within }, { from, until });
    } else {
      const missed = cutSeen({ from, until }, resolutionDueAt + 1, Infinity);
      if (missed) put('resolutionTargets', { at: resolutionDueAt, within: false }, missed);
    }
  }
}

function putEvents({ assignments, reopenings, escalatedAt }: TicketTimeline, put: Put): void {
  for (const [index, { at, agent }] of assignments.entries())
    if (index > 0 && assignments[index - 1]!.agent !== agent) put('reassignments', { at });
  for (const at of reopenings) put('reopenings', { at });
  if (escalatedAt !== undefined) put('slaEscalations', { at: escalatedAt }, { from: escalatedAt, until: Infinity });
}

/** Whether a ticket keeps its target. */
export type SlaVerdict = 'none' | 'ontime' | 'overdue';

/**
 * `none`: the ticket has no `resolutionDueAt`. `overdue`: its latest resolution up to `now` came after the target, or it is open and the
 * target has passed. Throws a `RangeError` for what is no instant.
 */
export function slaVerdict(ticket: Ticket, now: Instant): SlaVerdict {
  const { resolutionDueAt, spans } = ticketTimeline(ticket);
  if (resolutionDueAt === undefined) return 'none';
  const at = parseInstant(now);
  const { resolvedAt } = spans.find(({ from, until }) => from <= at && at < until)!;
  return (resolvedAt ?? at) > resolutionDueAt ? 'overdue' : 'ontime';
}

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

/** What happened to a ticket, in order of time: one reading of its lists and of the fields that stand in for them. */
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
