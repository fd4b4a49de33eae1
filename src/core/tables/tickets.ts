/** The tables of tickets. */
import type { Ticket } from '../facts/tickets.js';
import {
  ALWAYS,
  type DeriveContext,
  type DeriveInput,
  type DerivedCell,
  type DerivedCells,
  type Emit,
  type Seen,
  cutSeen,
} from './derived-rows.js';
import { type Instant, parseInstant } from '../time/instant.js';

/** The numbers of a row by table, the usual clock first. NaN is no value; of flags 1 is true. */
export const TICKET_NUMBERS: Readonly<Record<string, readonly string[]>> = {
  tickets: ['createdAt'],
  firstAssignments: ['at', 'businessTime'],
  firstResponses: ['at', 'businessTime'],
  ticketReplies: ['at', 'businessTime', 'askedAt'],
  resolutions: ['at', 'businessTime', 'agentReplies', 'customerReplies', 'firstContact'],
  openTickets: ['openFrom', 'openUntil'],
  overdueTickets: ['openFrom', 'openUntil'],
  firstResponseTargets: ['at', 'within'],
  resolutionTargets: ['at', 'within'],
  reassignments: ['at'],
  reopenings: ['at'],
  slaEscalations: ['createdAt', 'at'],
};
const FLAGS: ReadonlySet<string> = new Set(['within', 'firstContact']);

/** Who takes the rows of tickets as numbers: a million tickets have ten million of them. */
export interface TicketRows {
  /** Rows added from now on are of this ticket. */
  begin(key: string, shared: DerivedCells): void;
  /** `agent`: who is in charge, or who did it. */
  add(table: string, numbers: readonly number[], agent: string | null, seen: Seen): void;
}

type Put = (table: string, numbers: readonly number[], seen?: Seen, author?: string | null) => void;

/** Business time from one instant to another; NaN where no business hours are set. */
type Took = (from: number, at: number) => number;

export function deriveTickets({ tickets = [] }: DeriveInput, context: DeriveContext, emit: Emit): void {
  const rows = new EmittedRows(emit);
  for (const { key, raw } of tickets) deriveTicket(key, raw, context, rows);
}

export function deriveTicket(key: string, raw: Ticket, { clock }: DeriveContext, rows: TicketRows): void {
  const timeline = ticketTimeline(raw);
  rows.begin(key, sharedCells(key, raw, timeline));
  const tenures = tenuresOf(raw, timeline);
  const put: Put = (table, numbers, seen = ALWAYS, author = null) => {
    if (author || tenures.length === 1) return rows.add(table, numbers, author || tenures[0]!.agent, seen);
    for (const tenure of tenures) {
      const mine = cutSeen(seen, tenure.from, tenure.until);
      if (mine) rows.add(table, numbers, tenure.agent, mine);
    }
  };
  const took: Took = clock ? (from, at) => clock.between(from, at) : () => NaN;
  const { createdAt, firstAssignedAt, firstResponseAt } = timeline;
  put('tickets', [createdAt]);
  if (firstAssignedAt !== undefined) put('firstAssignments', [firstAssignedAt, took(createdAt, firstAssignedAt)]);
  if (firstResponseAt !== undefined) put('firstResponses', [firstResponseAt, took(createdAt, firstResponseAt)]);
  putReplies(timeline, put, took);
  putResolutions(timeline, put, took);
  putOpen(timeline, put);
  putTargets(timeline, put);
  putEvents(timeline, put);
}

/** Rows as everybody else takes them. */
class EmittedRows implements TicketRows {
  readonly #emit: Emit;
  #record = '';
  #shared: DerivedCells = {};

  constructor(emit: Emit) {
    this.#emit = emit;
  }

  begin(key: string, shared: DerivedCells): void {
    this.#record = key;
    this.#shared = shared;
  }

  add(table: string, numbers: readonly number[], agent: string | null, seen: Seen): void {
    const cells: Record<string, DerivedCell> = { agent };
    TICKET_NUMBERS[table]!.forEach((name, place) => {
      const value = numbers[place]!;
      cells[name] = Number.isNaN(value) ? null : FLAGS.has(name) ? value === 1 : value;
    });
    this.#emit({ table, record: this.#record, cells, shared: this.#shared, seen });
  }
}

/** While one agent is in charge, half open. */
interface Tenure extends Seen {
  agent: string | null;
}

/** From the beginning of time on, without a hole. */
function tenuresOf({ agent }: Ticket, { assignments }: TicketTimeline): Tenure[] {
  const tenures: Tenure[] = [{ from: -Infinity, until: Infinity, agent: agent || null }];
  if (agent) return tenures;
  for (const { at, agent: assigned } of assignments) {
    const last = tenures[tenures.length - 1]!;
    // Of several at one instant the last one counts.
    if (at === last.from) last.agent = assigned || null;
    else if ((assigned || null) !== last.agent) {
      last.until = at;
      tenures.push({ from: at, until: Infinity, agent: assigned || null });
    }
  }
  return tenures;
}

/** Who is in charge at an instant: the ticket's own agent, else the last one it was assigned to. */
export function agentAt(
  { agent }: Ticket,
  { assignments }: Pick<TicketTimeline, 'assignments'>,
  at: number,
): string | null {
  return agent || assignments.findLast((one) => one.at <= at)?.agent || null;
}

function sharedCells(
  ticket: string,
  { type, channel, network, region, segment, priority }: Ticket,
  { createdAt }: TicketTimeline,
): DerivedCells {
  return {
    ticket,
    createdAt,
    type: type ?? null,
    channel: channel ?? null,
    network: network ?? null,
    region: region ?? null,
    segment: segment ?? null,
    priority: priority ?? null,
  };
}

/** A run of the customer's messages counts once, from its first; notes break none. */
function putReplies({ messages = [] }: TicketTimeline, put: Put, took: Took): void {
  let askedAt = NaN;
  for (const { at, from, author } of messages) {
    if (from === 'customer' && Number.isNaN(askedAt)) askedAt = at;
    if (from !== 'agent') continue;
    put('ticketReplies', [at, Number.isNaN(askedAt) ? NaN : took(askedAt, at), askedAt], ALWAYS, author);
    askedAt = NaN;
  }
}

function putResolutions({ createdAt, messages, reopenings, spans }: TicketTimeline, put: Put, took: Took): void {
  for (const { from, until, resolvedAt: at } of spans) {
    if (at === undefined) continue;
    const { agentReplies, customerReplies } = messages ? repliesUpTo(messages, at) : UNKNOWN_REPLIES;
    const isFirst = agentReplies === 1 && !reopenings.some((reopenedAt) => reopenedAt <= at);
    const firstContact = messages ? Number(isFirst) : NaN;
    put('resolutions', [at, took(createdAt, at), agentReplies, customerReplies, firstContact], { from, until });
  }
}

const UNKNOWN_REPLIES = { agentReplies: NaN, customerReplies: NaN };

/** People's up to an instant, the customer's before it without the opening message. */
function repliesUpTo(
  messages: readonly TimedTicketMessage[],
  until: number,
): { agentReplies: number; customerReplies: number } {
  let agentReplies = 0;
  let customerReplies = 0;
  let isOpened = false;
  for (const { at, from } of messages) {
    if (from === 'agent' && at <= until) agentReplies++;
    if (from !== 'customer') continue;
    if (isOpened && at < until) customerReplies++;
    isOpened = true;
  }
  return { agentReplies, customerReplies };
}

/** A target has passed a millisecond after it. */
function putOpen({ createdAt, spans, resolutionDueAt }: TicketTimeline, put: Put): void {
  for (const { from, until, resolvedAt } of spans) {
    if (resolvedAt !== undefined || until <= createdAt) continue;
    const openUntil = until === Infinity ? NaN : until;
    const openFrom = Math.max(from, createdAt);
    put('openTickets', [openFrom, openUntil]);
    const overdueFrom = Math.max(openFrom, (resolutionDueAt ?? Infinity) + 1);
    if (overdueFrom < until) put('overdueTickets', [overdueFrom, openUntil]);
  }
}

function putTargets(
  { firstResponseDueAt: due, firstResponseAt, resolutionDueAt, spans }: TicketTimeline,
  put: Put,
): void {
  if (due !== undefined) {
    if (firstResponseAt !== undefined && firstResponseAt <= due) put('firstResponseTargets', [firstResponseAt, 1]);
    else put('firstResponseTargets', [due, 0], { from: due + 1, until: Infinity });
  }
  if (resolutionDueAt === undefined) return;
  for (const { from, until, resolvedAt } of spans) {
    if (resolvedAt === undefined) {
      const missed = cutSeen({ from, until }, resolutionDueAt + 1, Infinity);
      if (missed) put('resolutionTargets', [resolutionDueAt, 0], missed);
    } else if (resolvedAt <= resolutionDueAt) put('resolutionTargets', [resolvedAt, 1], { from, until });
    else put('resolutionTargets', [resolutionDueAt, 0], { from, until });
  }
}

function putEvents({ createdAt, assignments, reopenings, escalatedAt }: TicketTimeline, put: Put): void {
  for (let index = 1; index < assignments.length; index++) {
    const { at, agent } = assignments[index]!;
    if (assignments[index - 1]!.agent !== agent) put('reassignments', [at]);
  }
  for (const at of reopenings) put('reopenings', [at]);
  if (escalatedAt !== undefined)
    put('slaEscalations', [createdAt, escalatedAt], { from: escalatedAt, until: Infinity });
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
  const messages =
    ticket.messages &&
    inOrder(ticket.messages.map(({ at, from, author }) => ({ at: parseInstant(at), from, author: author || null })));
  const assignments = assignmentsOf(ticket);
  const resolvedAt = optional(ticket.resolvedAt);
  const resolutions = ticket.resolutions ? times(ticket.resolutions) : resolvedAt === undefined ? NONE : [resolvedAt];
  const reopenings = ticket.reopenings ? times(ticket.reopenings) : NONE;
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
    escalatedAt: escalationOf(ticket),
  };
}

/** In order of time. */
export function assignmentsOf({ assignments }: Ticket): TicketTimeline['assignments'] {
  return assignments ? inOrder(assignments.map(({ at, agent }) => ({ at: parseInstant(at), agent }))) : NONE;
}

/** The first for a breach of a target. */
function escalationOf({ escalations }: Ticket): number | undefined {
  return escalations && times(escalations.filter(({ reason }) => reason === 'sla').map(({ at }) => at))[0];
}

/** A reopening at the instant of a resolution is not after it, so it changes nothing. */
function toSpans(resolutions: readonly number[], reopenings: readonly number[]): TicketSpan[] {
  if (reopenings.length === 0) return resolvedSpans(resolutions);
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

/** As most tickets have them. */
function resolvedSpans(resolutions: readonly number[]): TicketSpan[] {
  const spans: TicketSpan[] = [{ from: -Infinity, until: resolutions[0] ?? Infinity, resolvedAt: undefined }];
  for (let index = 0; index < resolutions.length; index++) {
    const [at, until] = [resolutions[index]!, resolutions[index + 1] ?? Infinity];
    if (at < until) spans.push({ from: at, until, resolvedAt: at });
  }
  return spans;
}

const NONE: readonly never[] = [];

function inOrder<T extends { at: number }>(list: T[]): T[] {
  for (let index = 1; index < list.length; index++) if (list[index]!.at < list[index - 1]!.at) return list.sort(byTime);
  return list;
}

const byTime = (a: { at: number }, b: { at: number }): number => a.at - b.at;
const times = (instants: readonly Instant[]): number[] => instants.map(parseInstant).sort((a, b) => a - b);
export const optional = (instant: Instant | null | undefined): number | undefined =>
  instant == null ? undefined : parseInstant(instant);
