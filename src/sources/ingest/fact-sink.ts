/** Where readers put what they have read and checked. */
import type { FactName, RecordFactName, RecordFacts } from '../../core/facts/registry.js';
import type { ConversationBatch } from '../../core/columnar/store/batch.js';
import type { Dictionaries } from '../../core/columnar/store/columns.js';
import type { Article } from '../../core/facts/articles.js';
import type { Order } from '../../core/facts/orders.js';
import type { OwnColumns } from '../../core/own-columns.js';
import type { Steps } from '../../core/steps.js';
import type { Refused } from '../accept-records.js';

export interface FactSink {
  /** Whose codes the batches carry. */
  readonly dictionaries: Dictionaries;
  readonly columns: OwnColumns;
  /** What a bare list or lines hold. */
  readonly fact: FactName;
  /** Readers count here what they refuse. */
  readonly refused: Refused;
  /** At most 65,536 rows. */
  addConversations(batch: ConversationBatch): void;
  addOrders(orders: readonly Order[]): void;
  addArticles(articles: readonly Article[]): void;
  addRecords<F extends RecordFactName>(fact: F, records: readonly RecordFacts[F][]): void;
  /** The list was there, even if without any record. */
  markGiven(fact: FactName): void;
  /** Unchecked fields beside the lists: skills, currency, timeZone, live. Throws for one that cannot be. */
  setField(name: string, value: unknown): void;
}

/** Reads one set of data piece by piece: bytes and text in order, or a whole value. `createFactReader(sink)` in `read-facts.ts` makes one. */
export interface FactReader {
  take(part: Uint8Array | string | object): Steps<void>;
  /** Nothing follows. Only now the sink hears of anything: what cannot be read changes nothing. */
  end(): Steps<void>;
  /** What has to be loaded before `end`; unset: nothing. Known once all parts were taken. */
  readonly waitsFor?: Promise<unknown> | undefined;
}
