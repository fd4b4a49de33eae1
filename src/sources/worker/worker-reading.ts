/** One set of data on its way to a worker: never more of it than the worker can keep up with. */
import type { Reading } from '../local/answers.js';
import type { Part } from '../local/parts.js';
import type { ToWorker } from './messages.js';

/** Bytes or characters that may be on their way unread: enough to keep the worker busy, little enough to hold. */
const MOST_UNDER_WAY = 8 << 20;

export interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

export class WorkerReading implements Reading {
  readonly #number: number;
  readonly #post: (message: ToWorker, transfer?: Transferable[]) => void;
  readonly #forget: () => void;
  readonly #sizes: number[] = [];
  #underWay = 0;
  #waiting: Waiting | undefined;
  #failure: Error | undefined;

  constructor(number: number, post: (message: ToWorker, transfer?: Transferable[]) => void, forget: () => void) {
    this.#number = number;
    this.#post = post;
    this.#forget = forget;
  }

  async take(part: Part): Promise<void> {
    const size = part instanceof Uint8Array ? part.byteLength : typeof part === 'string' ? part.length : 0;
    if (this.#failure) throw this.#failure;
    this.#sizes.push(size);
    this.#underWay += size;
    this.#hand(part);
    if (this.#underWay > MOST_UNDER_WAY) await this.#wait();
  }

  async end(): Promise<void> {
    if (this.#failure) throw this.#failure;
    this.#post({ kind: 'end', reading: this.#number });
    this.#underWay = Infinity;
    await this.#wait();
  }

  cancel(): void {
    this.#forget();
    this.#post({ kind: 'cancel', reading: this.#number });
  }

  took(): void {
    this.#underWay -= this.#sizes.shift() ?? 0;
    if (this.#underWay <= MOST_UNDER_WAY) this.finish(false);
  }

  finish(isOver = true): void {
    if (isOver) this.#forget();
    this.#waiting?.resolve(undefined);
    this.#waiting = undefined;
  }

  fail(error: Error): void {
    this.#failure = error;
    this.#forget();
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }

  #hand(part: Part): void {
    const post = (sent: Part) =>
      this.#post({ kind: 'part', reading: this.#number, part: sent }, sent instanceof Uint8Array ? [sent.buffer] : []);
    try {
      post(part);
    } catch (error) {
      // A framework's proxy, or a function in a field that nobody reads.
      if (typeof part !== 'object' || (error as Error).name !== 'DataCloneError') throw error;
      post(toPlain(part));
    }
  }

  #wait(): Promise<unknown> {
    return new Promise((resolve, reject) => (this.#waiting = { resolve, reject }));
  }
}

/** Only what a fact can hold. */
function toPlain(value: object): object {
  return JSON.parse(
    JSON.stringify(value, (_, one: unknown) =>
      ArrayBuffer.isView(one) && 'length' in one ? Array.from(one as Uint8Array) : one,
    ),
  ) as object;
}
