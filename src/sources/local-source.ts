/** Facts computed where they are: in the page, a worker or Node. */
import type { FactName } from '../contract/fact-schemas.js';
import type { AgentData, Conversation } from '../core/facts.js';
import { answerList } from '../core/engine/answer-list.js';
import { answerQuery, type AnswerContext } from '../core/engine/answer-query.js';
import { Catalogue } from '../core/metrics/catalogue.js';
import type { MetricDefinition } from '../core/metrics/definition.js';
import type { SourceDescription } from '../core/query.js';
import { resolveSettings, type MetricSettings } from '../core/settings.js';
import { formatInstant, parseInstant } from '../core/time/instant.js';
import { parseTimeZone } from '../core/time/zone.js';
import type { Instant } from '../core/facts.js';
import type { OwnColumns } from './accept-records.js';
import { answerKnowledgeGaps } from '../core/gaps/answer-gaps.js';
import { checkColumns, checkCurrencyOption, checkFact, checkGoals, checkMetrics, toOwnNames } from './check-options.js';
import { FactStore } from './fact-store.js';
import type { AskOptions, MetricsSource } from './metrics-source.js';
import { GapFinder } from './gap-finder.js';
import { Listeners } from './listeners.js';
import { toArticle } from './new-article.js';
import { readSupplied, type SuppliedData } from './read-supplied.js';
import { SourceError } from './source-error.js';
import { toOutwardConversation } from './outward-conversation.js';
import { toOutwardLive } from './outward-live.js';

export interface LocalSourceOptions {
  /** IANA zone of the data; wins over the data's own. */
  timeZone?: string;
  /** ISO 4217 code of all money; wins over the data's own. */
  currency?: string;
  /** The instant that stands for now. Unset: the clock. */
  now?: Instant;
  /** Own columns of conversations: a text becomes a dimension, a number a measure. Other facts have none yet. */
  columns?: Partial<Record<FactName, OwnColumns>>;
  /** Own metrics, made with `defineMetric`. */
  metrics?: readonly MetricDefinition[];
  settings?: MetricSettings;
  /** Words for values, per dimension. */
  labels?: Record<string, Record<string, string>>;
  /** What a bare list or NDJSON holds. Default `conversations`. */
  fact?: string;
}

/** Also takes more facts and new articles. Both are kept in memory only, for as long as the source lives. */
export type LocalSource = Required<MetricsSource>;

/**
 * A source over supplied data. Returns at once; reading and checking run behind it and answers wait for them. Wrong options throw a
 * `RangeError` here; data that cannot be read at all reject every answer with a `SourceError`; single wrong records are only counted. A
 * source that is made anew over the same data takes over the gaps its forerunner has found.
 */
export function createLocalSource(data: SuppliedData, options: LocalSourceOptions = {}, gaps = new GapFinder()): LocalSource {
  const fact = checkFact(options.fact ?? 'conversations');
  const timeZone = options.timeZone === undefined ? undefined : parseTimeZone(options.timeZone);
  const currency = options.currency === undefined ? undefined : checkCurrencyOption(options.currency);
  const fixedNow = options.now === undefined ? undefined : parseInstant(options.now);
  const clock = () => fixedNow ?? Date.now();
  const columns = checkColumns(options.columns ?? {});
  const settings = resolveSettings(options.settings);
  checkGoals(settings, toOwnNames(columns));
  const metrics = checkMetrics(options.metrics ?? [], toOwnNames(columns));
  const catalogue = new Catalogue(metrics);
  const store = new FactStore({ columns: { conversations: columns }, settings });
  const changes = new Listeners();
  let ready = ingest(data);
  // Whoever asks hears of the failure; nobody asking is no reason to end a Node process.
  ready.catch(() => undefined);

  async function ingest(supplied: SuppliedData): Promise<void> {
    store.add(await readSupplied(supplied, fact));
  }

  async function context({ signal }: AskOptions = {}): Promise<AnswerContext> {
    signal?.throwIfAborted();
    await ready;
    signal?.throwIfAborted();
    return { engine: store.engine, catalogue, clock };
  }

  return {
    async describe(ask) {
      await context(ask);
      return describe(clock());
    },
    async query(query, ask) {
      return answerQuery(query, await context(ask));
    },
    async conversations(query, ask) {
      return answerList(query, await context(ask));
    },
    async conversation(id, ask): Promise<Conversation> {
      const { engine } = await context(ask);
      const conversation = await engine.conversation(id, clock());
      if (!conversation) throw new SourceError(`There is no conversation "${id}".`, { status: 404 });
      return toOutwardConversation(conversation, Object.keys(columns));
    },
    async knowledgeGaps(query, ask) {
      const asked = await context(ask);
      return answerKnowledgeGaps(query, asked, await asked.engine.articles(), gaps.for({ signal: ask?.signal }));
    },
    /** In memory only: whoever wants to keep the article stores what comes back. Gaps take it into account at once. */
    async addKnowledge(given, ask) {
      await context(ask);
      const article = toArticle(given, formatInstant(clock()));
      store.addArticle(article);
      changes.tell();
      return article;
    },
    async append(facts: AgentData) {
      const before = ready;
      const appended = before.then(() => ingest(facts));
      // Facts that cannot be read at all change nothing: the source answers as before.
      ready = appended.catch(() => before);
      ready.catch(() => undefined);
      await appended;
      changes.tell();
    },
    subscribe: (listener) => changes.add(listener),
  };

  async function describe(now: number): Promise<SourceDescription> {
    const { counts, dimensions, first, last } = await store.engine.describe(now);
    return {
      facts: counts,
      dimensions,
      first: first === null ? null : formatInstant(first),
      last: last === null ? null : formatInstant(last),
      ...('live' in store.fields && { live: toOutwardLive(store.fields.live) }),
      timeZone: timeZone ?? store.fields.timeZone ?? null,
      currency: currency ?? store.fields.currency ?? null,
      metrics: catalogue.ids,
      settings,
      ...(metrics.length && { definitions: metrics }),
      ...(options.labels && { labels: options.labels }),
      refused: { count: store.refused.count, first: [...store.refused.first] },
    };
  }
}
