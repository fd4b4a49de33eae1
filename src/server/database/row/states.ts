/** What a conversation was from when on, as far as metrics see it: in one pass, since a thread may be long. */
import { leftUnanswered, stateAt } from '../../../core/tables/conversation-state.js';
import type { ConversationRecord, TimedMessage } from '../../../core/tables/conversation-record.js';
import { explainStatus, type ConversationStatus } from '../../../core/status/conversation-status.js';

export interface RowState {
  from: number;
  status: ConversationStatus;
  visitorMessages: number | null;
  agentMessages: number | null;
  humanMessages: number | null;
  takenOver: boolean;
  abandoned: boolean;
  messageCount: number;
  updatedAt: number;
}

/** In order of time, the last one for good; the first begins with the conversation. */
export function toStates(record: ConversationRecord, inactivityHours: number): RowState[] {
  const { startedAt, messages, handoffs } = record;
  const changes = changesOf(record, inactivityHours * 3_600_000);
  if (!messages || messages.length + handoffs.length === 0)
    return withoutRepeats(changes.map((at) => plainState(record, at, inactivityHours)));
  const said = new Messages(messages, startedAt);
  const accepted = [...handoffs].filter(({ accepted }) => accepted !== false).sort((a, b) => a.at - b.at);
  const deciding = (['ticket', 'message'] as const).flatMap((by) => accepted.find((one) => one.by === by) ?? []);
  return withoutRepeats(
    changes.map((at) => {
      said.moveTo(at);
      const handedOver = said.counts.human > 0 || deciding.some((one) => one.at <= at);
      return {
        from: at,
        // The status looks at the last message and at whether a person wrote.
        status: explainStatus(
          { ...record, messages: said.deciding, handoffs: deciding },
          { now: at, inactivityMs: inactivityHours * 3_600_000 },
        ).status,
        visitorMessages: said.counts.visitor,
        agentMessages: said.counts.agent,
        humanMessages: said.counts.human,
        takenOver: said.counts.human > 0 || deciding.some((one) => one.by === 'ticket' && one.at <= at),
        abandoned:
          !handedOver && leftUnanswered(said.last ? [said.last] : [], record.closedAt, at, inactivityHours * 3_600_000),
        messageCount: said.count,
        updatedAt: said.last?.at ?? startedAt,
      };
    }),
  );
}

/** The messages up to an instant that moves on. */
class Messages {
  readonly counts = { visitor: 0, agent: 0, human: 0 };
  count = 0;
  last: TimedMessage | undefined;
  readonly #messages: readonly TimedMessage[];
  #human: TimedMessage | undefined;

  constructor(messages: readonly TimedMessage[], start: number) {
    this.#messages = messages;
    this.moveTo(start);
  }

  get deciding(): TimedMessage[] {
    return [...(this.#human ? [this.#human] : []), ...(this.last ? [this.last] : [])];
  }

  moveTo(at: number): void {
    for (let next = this.#messages[this.count]; next && next.at <= at; next = this.#messages[this.count]) {
      this.counts[next.from]++;
      this.count++;
      this.last = next;
      if (next.from === 'human') this.#human ??= next;
    }
  }
}

function plainState(record: ConversationRecord, from: number, inactivityHours: number): RowState {
  const {
    verdict: { status },
    visitorMessages,
    agentMessages,
    humanMessages,
    takenOver,
    abandoned,
    messageCount,
    updatedAt,
  } = stateAt(record, from, { inactivityHours });
  return { from, status, visitorMessages, agentMessages, humanMessages, takenOver, abandoned, messageCount, updatedAt };
}

/** The instants at which a state can begin. */
function changesOf(
  { startedAt, messages = [], handoffs, closedAt = startedAt }: ConversationRecord,
  inactivityMs: number,
): number[] {
  if (messages.length === 0 && handoffs.length === 0) return [startedAt];
  const changes = new Set([startedAt, closedAt]);
  for (const { at } of handoffs) changes.add(at);
  for (const [index, { at }] of messages.entries()) {
    changes.add(at);
    // Silence that a later message ended changes nothing.
    const next = messages[index + 1]?.at ?? Infinity;
    if (next > at + inactivityMs) changes.add(at + inactivityMs);
  }
  return [...changes].filter((at) => at >= startedAt).sort((a, b) => a - b);
}

function withoutRepeats(states: readonly RowState[]): RowState[] {
  const kept: RowState[] = [];
  for (const state of states) {
    const last = kept.at(-1);
    if (!last || !isSame(last, state)) kept.push(state);
  }
  return kept;
}

function isSame(a: RowState, b: RowState): boolean {
  return (
    a.messageCount === b.messageCount &&
    a.status === b.status &&
    a.abandoned === b.abandoned &&
    a.takenOver === b.takenOver &&
    a.updatedAt === b.updatedAt &&
    a.visitorMessages === b.visitorMessages &&
    a.agentMessages === b.agentMessages &&
    a.humanMessages === b.humanMessages
  );
}
