/** The tables of tickets. */
import type { Ticket } from '../facts/tickets.js';
import {
  ALWAYS,
  cutSeen,
  emitOverTime,
  type DeriveContext,
  type DerivedCells,
  type DeriveInput,
  type Emit,
  type Seen,
} from './derived-rows.js';
import { ticketTimeline, type TicketTimeline } from './ticket-timeline.js';

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
