/** What a conversation was from when on, as far as metrics see it. */
import { stateAt, type ConversationState } from '../../../core/engine/conversation-state.js';
import type { ConversationRecord } from '../../../core/engine/records.js';

/** In order of time, the last one for good; the first begins with the conversation. */
export function toStates(record: ConversationRecord, inactivityHours: number): { from: number; state: ConversationState }[] {
  const states: { from: number; state: ConversationState }[] = [];
  for (const from of changesOf(record, inactivityHours * 3_600_000)) {
    const state = stateAt(record, from, { inactivityHours });
    const last = states.at(-1);
    if (!last || !isSame(last.state, state)) states.push({ from, state });
  }
  return states;
}

/** The instants at which a state can begin. */
function changesOf({ startedAt, messages = [], handoffs, closedAt = startedAt }: ConversationRecord, inactivityMs: number): number[] {
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

function isSame(a: ConversationState, b: ConversationState): boolean {
  return a.messageCount === b.messageCount && a.verdict.status === b.verdict.status && a.abandoned === b.abandoned && a.takenOver === b.takenOver && a.updatedAt === b.updatedAt
    && a.visitorMessages === b.visitorMessages && a.agentMessages === b.agentMessages && a.humanMessages === b.humanMessages;
}
