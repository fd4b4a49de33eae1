/** A tenant in memory that remembers what it was told to keep, for tests of what writes to it. */
import type { Article } from '../../../src/core/facts/articles.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import type { Order } from '../../../src/core/facts/orders.js';
import type {
  FactWrite,
  ImportMark,
  StoredFields,
  TenantFacts,
  WriteOptions,
} from '../../../src/server/database/fact-database.js';

export class MemoryFacts implements TenantFacts {
  readonly conversations = new Map<string, Conversation>();
  readonly orders = new Map<string, Order>();
  readonly articles = new Map<string, Article>();
  readonly marks = new Map<string, ImportMark>();
  readonly given = new Set<string>();
  /** How many records each write had. */
  readonly sizes: number[] = [];
  stored: StoredFields = {};
  /** Called before each write; what it throws fails the write, which then keeps nothing. */
  beforeWrite: (facts: FactWrite) => Promise<void> | void = () => undefined;

  engine(): never {
    throw new Error('Nobody asks here.');
  }

  steady<A>(ask: () => Promise<A>): Promise<A> {
    return ask();
  }

  async fields(): Promise<StoredFields> {
    return this.stored;
  }

  async refused(): Promise<number> {
    return [...this.marks.values()].reduce((sum, { refused }) => sum + refused, 0);
  }

  async importOf(digest: string): Promise<ImportMark | undefined> {
    return this.marks.get(digest);
  }

  async write(facts: FactWrite, { after }: WriteOptions = {}): Promise<{ written: number }> {
    await after;
    await this.beforeWrite(facts);
    let written = 0;
    for (const fact of ['conversations', 'orders', 'articles'] as const) {
      const records = facts[fact];
      if (!records) continue;
      this.given.add(fact);
      written += records.length;
      for (const record of records) this[fact].set(record.id, record as never);
    }
    this.sizes.push(written);
    this.stored = { ...this.stored, ...facts.fields };
    if (facts.mark) this.marks.set(facts.mark.digest, facts.mark);
    return { written };
  }
}
