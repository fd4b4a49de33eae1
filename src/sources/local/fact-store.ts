/** Accepted facts and the engine over them. */
import { isRecordFact, type FactName } from '../../core/facts/registry.js';
import { ColumnarEngine } from '../../core/columnar/columnar-engine.js';
import { latestVersions } from '../../core/tables/versions.js';
import { toLiveSpans } from '../../core/answer/live-spans.js';
import { articleVersion, orderVersion } from '../../core/tables/versions.js';
import { toOrderRecord, type OrderRecord } from '../../core/tables/conversation-record.js';
import type { Article } from '../../core/facts/articles.js';
import type { Order } from '../../core/facts/orders.js';
import type { Steps } from '../../core/steps.js';
import { MAX_REFUSALS, type Refused } from '../../ingest/accept-record.js';
import type { FactReader, FactSink } from '../../ingest/intake.js';
import { createFactReader } from '../../ingest/read-facts.js';
import { checkField, type DataFields } from '../../core/facts/data-fields.js';
import type { CheckedOptions } from '../../core/source-options.js';

export class FactStore {
  readonly engine: ColumnarEngine;
  readonly refused: Refused = { count: 0, first: [] };
  fields: DataFields = {};
  readonly #options: CheckedOptions;
  #orders: OrderRecord[] = [];
  #articles: Article[] = [];
  #hasNewOrders = false;

  constructor(options: CheckedOptions) {
    this.#options = options;
    this.engine = new ColumnarEngine({ settings: options.settings, columns: options.columns });
  }

  /** Nothing changes before all has been read, so that what cannot be read leaves everything as it was. */
  read(): FactReader {
    const refused: Refused = { count: 0, first: [] };
    const fields: DataFields = {};
    const reader = createFactReader(this.#sink(refused, fields));
    const finish = () => this.#finish(refused, fields);
    const settle = () => this.engine.settle(this.#options.now ?? Date.now());
    return {
      get waitsFor() {
        return reader.waitsFor;
      },
      take: (part) => reader.take(part),
      *end(): Steps<void> {
        yield* reader.end();
        finish();
        yield* settle();
      },
    };
  }

  addArticle(article: Article): void {
    this.#addArticles([article]);
    this.engine.markSupplied('articles');
  }

  #sink(refused: Refused, fields: DataFields): FactSink {
    const { columns, fact } = this.#options;
    return {
      dictionaries: this.engine.dictionaries,
      columns,
      fact,
      refused,
      addConversations: (batch) => this.engine.addConversationsInSteps(batch),
      addOrders: (orders) => this.#addOrders(orders),
      addArticles: (articles) => this.#addArticles(articles),
      collectRecords: (given) => this.engine.collectRecords(given),
      markSupplied: (given: FactName) =>
        isRecordFact(given) ? this.engine.markRecordsSupplied(given) : this.engine.markSupplied(given),
      // One after it may be wrong.
      setField: (name, value) => void Object.assign(fields, checkField(name, value)),
    };
  }

  #finish(refused: Refused, fields: DataFields): void {
    this.fields = { ...this.fields, ...fields };
    this.refused.count += refused.count;
    this.refused.first.push(...refused.first.slice(0, MAX_REFUSALS - this.refused.first.length));
    if (this.#hasNewOrders) this.engine.setOrders((this.#orders = latestVersions(this.#orders, orderVersion)));
    this.#hasNewOrders = false;
    const { skills, live } = this.fields;
    this.engine.setFields({
      ...(skills && { skills }),
      ...('live' in this.fields && { live: toLiveSpans(live) ?? null }),
    });
  }

  #addOrders(orders: readonly Order[]): void {
    this.#orders = this.#orders.concat(orders.map(toOrderRecord));
    this.#hasNewOrders = true;
  }

  #addArticles(articles: readonly Article[]): void {
    this.#articles = latestVersions([...this.#articles, ...articles], articleVersion);
    this.engine.setArticles(this.#articles);
  }
}
