/** What a conversation was from when on, as far as metrics see it. */
import { stateAt, type ConversationState } from '../../../core/engine/conversation-state.js';
import { eventTimes, type ConversationRecord } from '../../../core/engine/records.js';

export interface RowState {
  from: number;
  status: string;
  visitor_messages: number | null;
  agent_messages: number | null;
  human_messages: number | null;
  taken_over: boolean;
  abandoned: boolean;
  message_count: number;
  updated_at: number;
}

/** In order of time, the last one for good; the first begins with the conversation. */
export function toStates(record: ConversationRecord, inactivityHours: number): RowState[] {
  const states: RowState[] = [];
  for (const at of changesOf(record, inactivityHours * 3_600_000)) {
    const state = toState(at, stateAt(record, at, { inactivityHours }));
    const last = states.at(-1);
    if (!last || !isSame(last, state)) states.push(state);
  }
  return states;
}

/** The instants at which a state can begin. */
function changesOf(record: ConversationRecord, inactivityMs: number): number[] {
  const changes = new Set([record.startedAt]);
  for (const at of eventTimes(record)) changes.add(at);
  const messages = record.messages ?? [];
  // Silence that a later message ended changes nothing.
  messages.forEach(({ at }, index) => {
    const next = messages[index + 1]?.at ?? Infinity;
    if (next > at + inactivityMs) changes.add(at + inactivityMs);
  });
  return [...changes].filter((at) => at >= record.startedAt).sort((a, b) => a - b);
}

function toState(from: number, state: ConversationState): RowState {
  return {
    from,
    status: state.verdict.status,
    visitor_messages: state.visitorMessages,
    agent_messages: state.agentMessages,
    human_messages: state.humanMessages,
    taken_over: state.takenOver,
    abandoned: state.abandoned,
    message_count: state.messageCount,
    updated_at: state.updatedAt,
  };
}

function isSame({ from: _, ...a }: RowState, { from: __, ...b }: RowState): boolean {
  return (Object.keys(a) as (keyof typeof a)[]).every((name) => a[name] === b[name]);
}
