/** The facts of conversations: what happened in them, each with its clocks, columns and what must have been supplied. */
import { businessTime, flag, number, text, texts, time, type ColumnSchema, type FactSchema } from './schema.js';

export const CONVERSATION_DIMENSIONS = [
  'channel',
  'status',
  'outcome',
  'tag',
  'region',
  'language',
  'segment',
  'assignee',
  'page',
  'skill',
  'goal',
] as const;

export type SuppliedText = 'channel' | 'tag' | 'region' | 'language' | 'segment' | 'assignee' | 'page';

const CONVERSATION_COLUMNS: Record<string, ColumnSchema> = {
  startedAt: time(),
  id: text(),
  channel: text(['conversations.channel']),
  status: text(),
  outcome: text(),
  tag: text(['conversations.tag']),
  region: text(['conversations.region']),
  language: text(['conversations.language']),
  segment: text(['conversations.segment']),
  assignee: text(['conversations.assignee']),
  page: text(['conversations.page']),
  skill: texts(['messages.skill']),
  goal: texts(['conversations.goals']),
  /** `profile.id`, else `visitorId`. */
  user: text([['conversations.profile', 'conversations.visitorId']]),
  visitorMessages: number(['conversations.messages']),
  agentMessages: number(['conversations.messages']),
  humanMessages: number(['conversations.messages']),
  /** A ticket handoff that was not declined, or a message from a person. */
  takenOver: flag([['conversations.messages', 'conversations.handoffs']]),
  /** Closed or silent for 48 h with the visitor's message last and no handoff. */
  abandoned: flag(['conversations.messages']),
  attributedItems: number(['orders', 'touches']),
};

/** Texts that stand in the record under the same name. */
export const SUPPLIED_TEXTS = Object.entries(CONVERSATION_COLUMNS)
  .filter(([name, { kind, needs }]) => kind === 'text' && needs.length === 1 && needs[0] === `conversations.${name}`)
  .map(([name]) => name) as readonly SuppliedText[];

const conversations: FactSchema = {
  needs: ['conversations'],
  clocks: ['startedAt'],
  columns: CONVERSATION_COLUMNS,
  dimensions: CONVERSATION_DIMENSIONS,
};
const inside = { clocks: ['at'], inherits: 'conversations', dimensions: CONVERSATION_DIMENSIONS } as const;

export const CONVERSATION_TABLES = {
  conversations,
  openedConversations: conversations,
  messages: {
    ...inside,
    needs: ['conversations.messages'],
    columns: {
      at: time(),
      from: text(),
      skill: texts(['messages.skill']),
      missed: flag(['messages.missed']),
      welcome: flag(['messages.welcome']),
      /** The visitor's first message after the welcome, at most one a conversation. */
      engaging: flag(),
    },
  },
  skillUses: {
    ...inside,
    needs: ['messages.skill'],
    columns: { at: time(), skill: texts(['messages.skill']), missed: flag(['messages.missed']) },
  },
  answeredRuns: {
    ...inside,
    needs: ['conversations.messages'],
    columns: { at: time(), askedAt: time(), from: text(), businessTime },
  },
  clicks: { ...inside, needs: ['conversations.clicks'], columns: { at: time(), productId: text(), url: text() } },
  cartAdds: {
    ...inside,
    needs: ['conversations.cartAdds'],
    columns: { at: time(), productId: text(), quantity: number() },
  },
  ratings: { ...inside, needs: ['conversations.rating'], columns: { at: time(), rating: number() } },
  attributedItems: {
    ...inside,
    needs: ['orders', 'touches'],
    columns: { at: time(), value: number(), order: text(), productId: text() },
  },
} as const satisfies Record<string, FactSchema>;
