/** The same facts in the plain engine and in the columnar one, which gets them in parts. */
import type { Article } from '../../../src/core/facts/articles.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import type { Order } from '../../../src/core/facts/orders.js';
import { ColumnarEngine } from '../../../src/core/columnar/columnar-engine.js';
import { BatchBuilder } from '../../../src/core/columnar/store/batch.js';
import { conversationVersion, latestVersions, orderVersion } from '../../../src/core/tables/versions.js';
import { MemoryEngine } from '../../oracle/row-engine/memory-engine.js';
import { toConversationRecord, toOrderRecord } from '../../../src/core/tables/conversation-record.js';
import { collectSupplied } from './collect-supplied.js';
import { resolveSettings, type MetricSettings } from '../../../src/core/settings.js';

export const OWN = { plan: 'text', score: 'number', cost: 'number' } as const;
const OWN_NAMES = { columns: { conversations: OWN } };

export interface SomeFacts {
  conversations: readonly Conversation[];
  orders?: readonly Order[];
  articles?: readonly Article[];
  skills?: readonly string[];
}

export function plainEngine(
  { conversations, orders, articles, skills }: SomeFacts,
  given: MetricSettings = {},
): MemoryEngine {
  const settings = resolveSettings(given);
  const records = latestVersions(conversations.map(toConversationRecord), conversationVersion);
  const facts = {
    conversations: records,
    orders: latestVersions((orders ?? []).map(toOrderRecord), orderVersion),
    articles: articles ?? [],
    skills: skills ?? [],
    customColumns: Object.keys(OWN),
  };
  const supplied = collectSupplied({
    conversations: records.map(({ raw }) => raw),
    orders: orders && [...orders],
    articles: articles && [...articles],
    skills: skills && [...skills],
    showingTouches: [settings.attribution.default, ...Object.values(settings.attribution.byChannel)].some(
      ({ touch }) => touch === 'message',
    ),
  });
  if (settings.goals) supplied.add('conversations.goals');
  return new MemoryEngine(facts, { supplied, settings, ...OWN_NAMES, live: undefined });
}

export class ColumnarFacts {
  readonly engine: ColumnarEngine;
  readonly #builder: BatchBuilder;

  constructor(given: MetricSettings = {}) {
    this.engine = new ColumnarEngine({ settings: resolveSettings(given), ...OWN_NAMES });
    this.engine.markSupplied('conversations');
    this.#builder = new BatchBuilder(this.engine.dictionaries, OWN);
  }

  append(conversations: readonly Conversation[]): this {
    for (const conversation of conversations) this.#builder.addRecord(conversation);
    this.engine.addConversations(this.#builder.take());
    return this;
  }

  setOthers({ orders, articles, skills }: Omit<SomeFacts, 'conversations'>): this {
    if (orders) this.engine.setOrders(latestVersions(orders.map(toOrderRecord), orderVersion));
    if (articles) this.engine.setArticles(articles);
    this.engine.setFields({ ...(skills && { skills }) });
    return this;
  }
}

/** Cuts a list into parts of these lengths; what is left is the last. */
export function inParts<T>(items: readonly T[], lengths: readonly number[]): T[][] {
  const parts: T[][] = [];
  let start = 0;
  for (const length of [...lengths, items.length]) {
    parts.push(items.slice(start, start + length));
    start += length;
  }
  return parts;
}
