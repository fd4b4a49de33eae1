/** Rows of a shard that no later version has replaced. */
import type { ConversationBatch } from './batch.js';
import { allBits, clearBit, hasBit, type Bits } from './bits.js';
import type { RecordRows } from './record-rows.js';

export class LivingRows {
  readonly batch: ConversationBatch;
  readonly records: RecordRows | undefined;
  #bits: Bits | undefined;
  #count: number;

  constructor(batch: ConversationBatch, records: RecordRows | undefined) {
    this.batch = batch;
    this.records = records;
    this.#count = batch.length;
  }

  get count(): number {
    return this.#count;
  }

  /** `undefined`: all. */
  get bits(): Bits | undefined {
    return this.#bits;
  }

  has(row: number): boolean {
    return !this.#bits || hasBit(this.#bits, row);
  }

  /** The row must be living. */
  remove(row: number): void {
    this.#bits ??= allBits(this.batch.length);
    clearBit(this.#bits, row);
    this.#count--;
  }
}
