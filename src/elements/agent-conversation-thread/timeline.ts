/** A conversation as a reader follows it: messages in runs, what happened between them, and the days, in order of time. */
import { stateAt } from '../../core/engine/conversation-state.js';
import type { ConversationRecord, TimedMessage } from '../../core/engine/records.js';
import type { Handoff, Rating } from '../../core/facts.js';
import { lastMessage, type StatusVerdict } from '../../core/status/conversation-status.js';
import { toCalendarDate } from '../../core/time/zone.js';

export type TimelineEvent =
  | { kind: 'click'; at: number; productId: string | undefined; url: string | undefined }
  | { kind: 'cart-add'; at: number; productId: string; quantity: number }
  | { kind: 'handoff'; at: number; by: Handoff['by']; isDeclined: boolean; reason: string | undefined }
  | { kind: 'closing'; at: number; by: 'visitor' | 'inactivity' | undefined }
  | { kind: 'rating'; at: number; value: number; comment: string | undefined };

/** Messages of one author without a long pause or anything else between them. `first` is the place of the first among all messages. */
export interface Run {
  kind: 'run';
  at: number;
  from: TimedMessage['from'];
  author: string | undefined;
  first: number;
  messages: TimedMessage[];
}

export type TimelineItem = { kind: 'day'; date: string } | Run | TimelineEvent;

export interface Timeline {
  verdict: StatusVerdict;
  /** Messages that exist by now; `undefined`: not known. */
  messages: readonly TimedMessage[] | undefined;
  events: readonly TimelineEvent[];
  /** Time of the latest message. */
  updatedAt: number;
}

export interface TimelineContext {
  /** Epoch milliseconds; what is later does not exist yet. */
  now: number;
  inactivityHours: number;
}

/** After so long a silence the same author gets name and time again. */
const PAUSE_MS = 15 * 60_000;

export function toTimeline(record: ConversationRecord, { now, inactivityHours }: TimelineContext): Timeline {
  const { messages, verdict, updatedAt } = stateAt(record, now, { inactivityHours });
  const events = [...eventsOf(record), ...closingsOf(record, messages, verdict, inactivityHours * 3_600_000)].filter(({ at }) => at <= now);
  return { verdict, messages, events: events.sort((a, b) => a.at - b.at), updatedAt };
}

/** The messages from one place to another and what happened around them; the days are those of the zone. */
export function toItems({ messages = [], events }: Timeline, timeZone: string, start: number, end: number): TimelineItem[] {
  const from = start > 0 ? messages[start]!.at : -Infinity;
  const to = end < messages.length ? messages[end]!.at : Infinity;
  const shown = events.filter(({ at }) => at >= from && at < to);
  const items: TimelineItem[] = [];
  let date: string | undefined;
  const startDay = (at: number): void => {
    const day = toCalendarDate(at, timeZone);
    if (day !== date) items.push({ kind: 'day', date: day });
    date = day;
  };
  for (let place = start, next = 0; place < end || next < shown.length;) {
    const message = place < end ? messages[place] : undefined;
    const event = shown[next];
    // At the same time a message comes before what it led to.
    if (message && !(event && event.at < message.at)) {
      startDay(message.at);
      addMessage(items, message, place++);
    } else if (event) {
      startDay(event.at);
      items.push(event);
      next++;
    }
  }
  return items;
}

function addMessage(items: TimelineItem[], message: TimedMessage, place: number): void {
  const last = items.at(-1);
  const author = message.raw.author ?? undefined;
  if (last?.kind === 'run' && last.from === message.from && last.author === author && message.at - last.messages.at(-1)!.at <= PAUSE_MS) last.messages.push(message);
  else items.push({ kind: 'run', at: message.at, from: message.from, author, first: place, messages: [message] });
}

function eventsOf({ clicks, cartAdds, handoffs, rating, raw }: ConversationRecord): TimelineEvent[] {
  return [
    ...clicks.map((click): TimelineEvent => ({ kind: 'click', ...click })),
    ...cartAdds.map((add): TimelineEvent => ({ kind: 'cart-add', ...add })),
    ...handoffs.map(({ at, by, accepted }, index): TimelineEvent => ({ kind: 'handoff', at, by, isDeclined: accepted === false, reason: raw.handoffs?.[index]?.reason ?? undefined })),
    ...(rating ? [{ kind: 'rating', ...rating, comment: (raw.rating as Rating).comment ?? undefined } as const] : []),
  ];
}

/** The closing that was told, or the one that the silence brought. */
function closingsOf({ closedAt, raw }: ConversationRecord, messages: readonly TimedMessage[] | undefined, { rule }: StatusVerdict, inactivityMs: number): TimelineEvent[] {
  const told: TimelineEvent[] = closedAt === undefined ? [] : [{ kind: 'closing', at: closedAt, by: raw.closedBy ?? undefined }];
  const last = rule === 'inactive-after-agent' ? lastMessage(messages ?? []) : undefined;
  return last ? [...told, { kind: 'closing', at: last.at + inactivityMs, by: 'inactivity' }] : told;
}
