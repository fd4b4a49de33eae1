/**
 * The facts that metrics count, as data: each with its clocks, columns and what must have been supplied for them. A row that belongs
 * to a conversation inherits its dimensions. Every engine reads this table, so that none decides by itself what can be answered.
 */
export type ColumnKind = 'time' | 'text' | 'texts' | 'number' | 'flag';

export interface ColumnSchema {
  kind: ColumnKind;
  /** Supplied columns as `fact.column`; one of an inner list is enough. */
  needs: readonly (string | readonly string[])[];
}

export interface FactSchema {
  needs: readonly (string | readonly string[])[];
  /** Time columns a metric may use as its clock; the first is the usual one. */
  clocks: readonly string[];
  columns: Readonly<Record<string, ColumnSchema>>;
  /** The fact whose dimensions a row inherits. */
  inherits?: 'conversations';
}

const time = (needs: ColumnSchema['needs'] = []): ColumnSchema => ({ kind: 'time', needs });
const text = (needs: ColumnSchema['needs'] = []): ColumnSchema => ({ kind: 'text', needs });
const texts = (needs: ColumnSchema['needs'] = []): ColumnSchema => ({ kind: 'texts', needs });
const number = (needs: ColumnSchema['needs'] = []): ColumnSchema => ({ kind: 'number', needs });
const flag = (needs: ColumnSchema['needs'] = []): ColumnSchema => ({ kind: 'flag', needs });

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

export const FACTS: Readonly<Record<string, FactSchema>> = {
  conversations: { needs: ['conversations'], clocks: ['startedAt'], columns: CONVERSATION_COLUMNS },
  openedConversations: { needs: ['conversations'], clocks: ['startedAt'], columns: CONVERSATION_COLUMNS },
  messages: {
    needs: ['conversations.messages'], clocks: ['at'], inherits: 'conversations',
    columns: { at: time(), from: text(), skill: texts(['messages.skill']), missed: flag(['messages.missed']), welcome: flag(['messages.welcome']) },
  },
  skillUses: {
    needs: ['messages.skill'], clocks: ['at'], inherits: 'conversations',
    columns: { at: time(), skill: texts(['messages.skill']), missed: flag(['messages.missed']) },
  },
  answeredRuns: {
    needs: ['conversations.messages'], clocks: ['at'], inherits: 'conversations',
    columns: { at: time(), askedAt: time(), from: text() },
  },
  clicks: {
    needs: ['conversations.clicks'], clocks: ['at'], inherits: 'conversations',
    columns: { at: time(), productId: text(), url: text() },
  },
  cartAdds: {
    needs: ['conversations.cartAdds'], clocks: ['at'], inherits: 'conversations',
    columns: { at: time(), productId: text(), quantity: number() },
  },
  ratings: {
    needs: ['conversations.rating'], clocks: ['at'], inherits: 'conversations',
    columns: { at: time(), rating: number() },
  },
  attributedItems: {
    needs: ['orders', 'touches'], clocks: ['at'], inherits: 'conversations',
    columns: { at: time(), value: number(), order: text(), productId: text() },
  },
};

/** Looked up as own keys only, since the names come from whoever asks. */
export function factSchema(fact: string): FactSchema | undefined {
  return Object.hasOwn(FACTS, fact) ? FACTS[fact] : undefined;
}

/** A column of the fact itself, not of what it inherits from. */
export function ownColumn(schema: FactSchema, name: string): ColumnSchema | undefined {
  return Object.hasOwn(schema.columns, name) ? schema.columns[name] : undefined;
}

/** Dimensions by fact, also of facts that no engine here answers yet, so that a known name is never called unknown. */
export const CONVERSATION_DIMENSIONS = [
  'channel', 'status', 'outcome', 'tag', 'region', 'language', 'segment', 'assignee', 'page', 'skill', 'goal',
] as const;

const OTHER_DIMENSIONS = [
  'type', 'network', 'agent', 'priority', 'kind', 'tier', 'industry', 'reason', 'accepted', 'article',
] as const;

export const MULTI_VALUED_DIMENSIONS: ReadonlySet<string> = new Set(['skill', 'goal']);

const KNOWN: ReadonlySet<string> = new Set<string>([...CONVERSATION_DIMENSIONS, ...OTHER_DIMENSIONS]);

/** Returns the name, or throws a `RangeError` that lists the known ones. */
export function requireDimension(name: string, own: readonly string[] = []): string {
  if (KNOWN.has(name) || own.includes(name)) return name;
  throw new RangeError(`Unknown dimension "${name}". Use one of: ${[...KNOWN, ...own].join(', ')}.`);
}

/** Whether everything in `needs` was supplied. */
export function isSupplied(needs: readonly (string | readonly string[])[], supplied: ReadonlySet<string>): boolean {
  return needs.every((need) => (typeof need === 'string' ? supplied.has(need) : need.some((one) => supplied.has(one))));
}
