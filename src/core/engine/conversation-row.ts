/** A conversation as a row of a list, and whether a phrase stands in it. */
import type { ConversationRow, SearchMatch } from '../query.js';
import { formatInstant } from '../time/instant.js';
import type { ConversationState } from './conversation-state.js';
import { findPhrase, foldText } from './fold-text.js';

function searchedTexts({ record, messages, firstQuestion }: ConversationState): string[] {
  const { name, email, phone } = record.profile ?? {};
  const texts = [record.id, firstQuestion, name, email, phone].filter((text) => typeof text === 'string');
  return [...texts, ...(messages ?? []).map(({ raw }) => raw.text)];
}

/** Whether the folded phrase stands in any text of the conversation. */
export function matches(state: ConversationState, phrase: string): boolean {
  return searchedTexts(state).some((text) => foldText(text).includes(phrase));
}

export function toRow(state: ConversationState, phrase: string): ConversationRow {
  const { record, verdict } = state;
  return {
    id: record.id,
    firstQuestion: state.firstQuestion,
    profile: record.profile,
    channel: record.raw.channel ?? null,
    status: verdict.status,
    tag: record.raw.tag ?? null,
    messages: state.messageCount,
    startedAt: formatInstant(record.startedAt),
    updatedAt: formatInstant(state.updatedAt),
    ...(phrase && { matches: findMatches(state, phrase) }),
  };
}

function findMatches({ messages, firstQuestion }: ConversationState, phrase: string): SearchMatch[] {
  const texts = messages ? messages.map(({ raw }) => raw.text) : [firstQuestion ?? ''];
  return texts.flatMap((text, messageIndex) => {
    const found = findPhrase(text, phrase);
    return found ? [{ messageIndex, ...found }] : [];
  });
}
