/** Accepted facts and the engine over them. Appending adds records and lays the engine out anew. */
import type { FactName } from '../contract/fact-schemas.js';
import { FACT_SCHEMAS, isFactName, LATER_FACTS } from '../contract/fact-schemas.js';
import { show } from '../contract/compile-check.js';
import type { Article, Conversation, Live, Order } from '../core/facts.js';
import { toLiveSpans } from '../core/engine/live-spans.js';
import { latestVersions } from '../core/engine/latest-versions.js';
import type { MetricsEngine } from '../core/engine/engine.js';
import { MemoryEngine } from '../core/engine/memory-engine.js';
import { eventTimes, toConversationRecord, toOrderRecord, type ConversationRecord, type OrderRecord } from '../core/engine/records.js';
import { collectSupplied } from '../core/engine/supplied.js';
import type { ResolvedSettings } from '../core/settings.js';
import { parseInstant } from '../core/time/instant.js';
import { parseTimeZone } from '../core/time/zone.js';
import { acceptRecords, refuse, type OwnColumns, type Refused } from './accept-records.js';
import { toOwnNames } from './check-options.js';
import type { RawData } from './read-supplied.js';
import { SourceError } from './source-error.js';

export interface StoreOptions {
  columns: Partial<Record<FactName, OwnColumns>>;
  settings: ResolvedSettings;
}

/** What the data say beside their records. */
export interface DataFields {
  skills?: string[];
  currency?: string;
  timeZone?: string;
  live?: Live | null;
}

export class FactStore {
  readonly refused: Refused = { count: 0, first: [] };
  conversations: ConversationRecord[] = [];
  orders: OrderRecord[] = [];
  articles: Article[] = [];
  fields: DataFields = {};
  engine: MetricsEngine;
  readonly #options: StoreOptions;
  readonly #given = new Set<FactName>();

  constructor(options: StoreOptions) {
    this.#options = options;
    this.engine = this.#layOut();
  }

  add(data: RawData): void {
    this.fields = { ...this.fields, ...checkFields(data.fields) };
    for (const { index, reason } of data.brokenLines) refuse(this.refused, [...data.lists.keys()][0] ?? '', index, { field: '', reason });
    const broken = new Set(data.brokenLines.map(({ index }) => index));
    for (const name of Object.keys(data.fields)) if (isFactName(name)) refuse(this.refused, name, 0, { field: '', reason: `is ${show(data.fields[name])}, not a list` });
    for (const name of data.lists.keys()) if (!isFactName(name)) refuse(this.refused, name, 0, { field: '', reason: reasonOf(name) });
    const accept = <T>(fact: FactName): T[] => {
      const records = data.lists.get(fact) ?? [];
      if (data.lists.has(fact)) this.#given.add(fact);
      return acceptRecords<T>(fact, records, this.refused, this.#options.columns[fact], broken);
    };
    this.conversations = latestVersions([...this.conversations, ...accept<Conversation>('conversations').map(toConversationRecord)], conversationVersion);
    this.orders = latestVersions([...this.orders, ...accept<Order>('orders').map(toOrderRecord)], orderVersion);
    this.articles = latestVersions([...this.articles, ...accept<Article>('articles')], articleVersion);
    this.engine = this.#layOut();
  }

  /** Adds one article and lays the engine out anew. */
  addArticle(article: Article): void {
    this.add({ lists: new Map([['articles', [article]]]), fields: {}, brokenLines: [] });
  }

  #layOut(): MetricsEngine {
    const { columns, settings } = this.#options;
    const own = toOwnNames(columns.conversations ?? {});
    const supplied = collectSupplied({
      conversations: this.#given.has('conversations') ? this.conversations.map(({ raw }) => raw) : undefined,
      orders: this.#given.has('orders') ? this.orders.map(({ raw }) => raw) : undefined,
      articles: this.#given.has('articles') ? this.articles : undefined,
      skills: this.fields.skills,
      showingTouches: [settings.attribution.default, ...Object.values(settings.attribution.byChannel)].some(({ touch }) => touch === 'message'),
    });
    if (settings.goals && supplied.has('conversations')) supplied.add('conversations.goals');
    const facts = { conversations: this.conversations, orders: this.orders, articles: this.articles, skills: this.fields.skills ?? [], ownColumns: own.ownColumns };
    return new MemoryEngine(facts, { supplied, settings, ...own, live: toLiveSpans(this.fields.live) });
  }
}

/** Why a whole list is left alone. */
function reasonOf(name: string): string {
  return LATER_FACTS.includes(name) ? 'is not read by this version' : `is no fact; use one of: ${Object.keys(FACT_SCHEMAS).join(', ')}`;
}

const conversationVersion = (record: ConversationRecord): number => record.updatedAt ?? Math.max(...eventTimes(record));
const orderVersion = ({ at, cancelledAt, raw }: OrderRecord): number =>
  raw.updatedAt == null ? Math.max(at, cancelledAt ?? -Infinity) : parseInstant(raw.updatedAt);
const articleVersion = ({ updatedAt }: Article): number => (updatedAt == null ? -Infinity : parseInstant(updatedAt));

function checkFields({ skills, currency, timeZone, live }: Record<string, unknown>): DataFields {
  const fields: DataFields = {};
  if (skills != null) fields.skills = checkTexts('skills', skills);
  if (currency != null) fields.currency = checkCurrency(currency);
  if (timeZone != null) fields.timeZone = parseTimeZone(typeof timeZone === 'string' ? timeZone : show(timeZone));
  if (live !== undefined) fields.live = checkLive(live);
  return fields;
}

function checkTexts(name: string, value: unknown): string[] {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  throw new SourceError(`The data's ${name} are ${show(value)}, not a list of texts.`);
}

function checkCurrency(value: unknown): string {
  if (typeof value === 'string' && /^[A-Z]{3}$/.test(value)) return value;
  throw new SourceError(`The currency is ${show(value)}. Use an ISO 4217 code such as EUR.`);
}

function checkLive(live: unknown): Live | null {
  if (live === null) return null;
  try {
    const spans = live as Live;
    toLiveSpans(spans);
    return spans;
  } catch (cause) {
    throw new SourceError(`The data's live spans are ${show(live)}. Use null or { agent: [{ since: "2026-01-01T00:00:00Z" }] }.`, { cause });
  }
}
