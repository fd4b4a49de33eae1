/** A ticket as a user follows it: messages and notes, and what happened between them. */
import type { Ticket, TicketMessage } from '../../core/facts/tickets.js';
import { ticketTimeline } from '../../core/tables/tickets.js';
import { parseInstant } from '../../core/time/instant.js';
import { toThreadItems, type MessageRun, type ThreadItem, type ThreadMessage } from '../shared/thread-items.js';

export interface TicketEvent {
  kind:
    | 'created'
    | 'assigned'
    | 'firstAssigned'
    | 'responded'
    | 'resolved'
    | 'reopened'
    | 'escalated'
    | 'escalatedForTarget'
    | 'firstResponseDue'
    | 'resolutionDue';
  at: number;
  agent?: string;
  /** Whether the target was met; unset: it is no target, or not decided yet. */
  isMet?: boolean;
}

export interface TimedTicketText extends ThreadMessage {
  from: TicketMessage['from'];
  raw: TicketMessage;
}

export type TicketRun = MessageRun<TimedTicketText>;
export type TicketItem = ThreadItem<TimedTicketText, TicketEvent>;

interface TicketThread {
  items: readonly TicketItem[];
  /** `undefined`: not known. */
  messages: number | undefined;
  isResolved: boolean;
}

/** What is later than `now`, epoch milliseconds, does not exist yet; targets do. `undefined`: the record is no ticket. */
export function toTicketThread(
  record: Record<string, unknown>,
  now: number,
  timeZone: string,
): TicketThread | undefined {
  try {
    return readThread(record as unknown as Ticket, now, timeZone);
  } catch {
    // A custom source may send a record that cannot be read.
    return undefined;
  }
}

function readThread(ticket: Ticket, now: number, timeZone: string): TicketThread {
  const messages = ticket.messages
    ?.map((raw): TimedTicketText => ({ at: parseInstant(raw.at), from: raw.from, raw }))
    .filter(({ at }) => at <= now)
    .sort(byTime);
  const events = eventsOf(ticket, messages, now).sort(byTime);
  const items = toThreadItems(
    { messages: messages ?? [], events, authorOf: ({ raw }) => raw.author || undefined },
    timeZone,
    0,
    messages?.length ?? 0,
  );
  const { spans } = ticketTimeline(ticket);
  return {
    items,
    messages: messages?.length,
    isResolved: spans.some(({ from, until, resolvedAt }) => from <= now && now < until && resolvedAt !== undefined),
  };
}

function eventsOf(ticket: Ticket, messages: readonly TimedTicketText[] | undefined, now: number): TicketEvent[] {
  const line = ticketTimeline(ticket);
  const isToldByMessage = messages?.some(({ at }) => at === line.createdAt);
  const happened: TicketEvent[] = [
    ...(isToldByMessage ? [] : [{ kind: 'created', at: line.createdAt } as const]),
    ...line.assignments.map(({ at, agent }) => ({ kind: 'assigned', at, agent }) as const),
    ...(line.assignments.length === 0 && line.firstAssignedAt !== undefined
      ? [{ kind: 'firstAssigned', at: line.firstAssignedAt } as const]
      : []),
    ...(!ticket.messages && line.firstResponseAt !== undefined
      ? [{ kind: 'responded', at: line.firstResponseAt } as const]
      : []),
    ...line.resolutions.map((at) => ({ kind: 'resolved', at }) as const),
    ...line.reopenings.map((at) => ({ kind: 'reopened', at }) as const),
    ...(ticket.escalations ?? []).map(
      ({ at, reason }) =>
        ({ kind: reason === 'sla' ? 'escalatedForTarget' : 'escalated', at: parseInstant(at) }) as const,
    ),
  ];
  const resolvedAt = line.spans.find(({ from, until }) => from <= now && now < until)?.resolvedAt;
  const respondedAt =
    line.firstResponseAt !== undefined && line.firstResponseAt <= now ? line.firstResponseAt : undefined;
  return [
    ...happened.filter(({ at }) => at <= now),
    ...targetOf('firstResponseDue', line.firstResponseDueAt, respondedAt, now),
    ...targetOf('resolutionDue', line.resolutionDueAt, resolvedAt, now),
  ];
}

/** A target is missed once it has passed without being met. */
function targetOf(
  kind: TicketEvent['kind'],
  dueAt: number | undefined,
  doneAt: number | undefined,
  now: number,
): TicketEvent[] {
  if (dueAt === undefined) return [];
  if (doneAt === undefined && now <= dueAt) return [{ kind, at: dueAt }];
  return [{ kind, at: dueAt, isMet: doneAt !== undefined && doneAt <= dueAt }];
}

const byTime = (a: { at: number }, b: { at: number }): number => a.at - b.at;
