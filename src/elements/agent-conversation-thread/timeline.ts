/** A conversation as a user follows it. */
import { stateAt } from '../../core/tables/conversation-state.js';
import type { ConversationRecord, TimedMessage } from '../../core/tables/conversation-record.js';
import type { Handoff, Rating } from '../../core/facts/conversations.js';
import { lastMessage, type StatusVerdict } from '../../core/status/conversation-status.js';
import { toThreadItems, type MessageRun, type ThreadItem } from '../shared/thread-items.js';

export type TimelineEvent =
  | { kind: 'click'; at: number; productId: string | undefined; url: string | undefined }
  | { kind: 'cart-add'; at: number; productId: string; quantity: number }
  | { kind: 'handoff'; at: number; by: Handoff['by']; isDeclined: boolean; reason: string | undefined }
  | { kind: 'closing'; at: number; by: 'visitor' | 'inactivity' | undefined }
  | { kind: 'rating'; at: number; value: number; comment: string | undefined };

export type Run = MessageRun<TimedMessage>;
export type TimelineItem = ThreadItem<TimedMessage, TimelineEvent>;

export interface Timeline {
  verdict: StatusVerdict;
  /** Messages that exist by now; `undefined`: not known. */
  messages: readonly TimedMessage[] | undefined;
  events: readonly TimelineEvent[];
  /** Time of the latest message. */
  updatedAt: number;
}

interface TimelineContext {
  /** Epoch milliseconds; what is later does not exist yet. */
  now: number;
  inactivityHours: number;
}

export function toTimeline(record: ConversationRecord, { now, inactivityHours }: TimelineContext): Timeline {
  const { messages, verdict, updatedAt } = stateAt(record, now, { inactivityHours });
  const events = [...eventsOf(record), ...closingsOf(record, messages, verdict, inactivityHours * 3_600_000)].filter(
    ({ at }) => at <= now,
  );
  return { verdict, messages, events: events.sort((a, b) => a.at - b.at), updatedAt };
}

/** The messages from one place to another and what happened around them; the days are those of the zone. */
export function toItems(
  { messages = [], events }: Timeline,
  timeZone: string,
  start: number,
  end: number,
): TimelineItem[] {
  return toThreadItems({ messages, events, authorOf: ({ raw }) => raw.author ?? undefined }, timeZone, start, end);
}

function eventsOf({ clicks, cartAdds, handoffs, rating, raw }: ConversationRecord): TimelineEvent[] {
  return [
    ...clicks.map((click): TimelineEvent => ({ kind: 'click', ...click })),
    ...cartAdds.map((add): TimelineEvent => ({ kind: 'cart-add', ...add })),
    ...handoffs.map(({ at, by, accepted }, index): TimelineEvent => ({
      kind: 'handoff',
      at,
      by,
      isDeclined: accepted === false,
      reason: raw.handoffs?.[index]?.reason ?? undefined,
    })),
    ...(rating ? [{ kind: 'rating', ...rating, comment: (raw.rating as Rating).comment ?? undefined } as const] : []),
  ];
}

/** The closing in the data, or the one that follows from inactivity. */
function closingsOf(
  { closedAt, raw }: ConversationRecord,
  messages: readonly TimedMessage[] | undefined,
  { rule }: StatusVerdict,
  inactivityMs: number,
): TimelineEvent[] {
  const explicit: TimelineEvent[] =
    closedAt === undefined ? [] : [{ kind: 'closing', at: closedAt, by: raw.closedBy ?? undefined }];
  const last = rule === 'inactive-after-agent' ? lastMessage(messages ?? []) : undefined;
  return last ? [...explicit, { kind: 'closing', at: last.at + inactivityMs, by: 'inactivity' }] : explicit;
}
