/** The page's side: hands data and questions to a worker. */
import type { Answers, Method, Reading } from '../local/answers.js';
import type { CheckedOptions } from '../../core/source-options.js';
import { SourceError } from '../../core/source-error.js';
import type { FromWorker, ToWorker } from './messages.js';
import { unpackError } from './pack-error.js';
import type { Part } from '../local/parts.js';

/** What of a `Worker` is needed. */
export interface WorkerPort {
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  terminate(): void;
}

export class WorkerAnswers implements Answers {
  readonly #port: WorkerPort;
  readonly #readings = new Map<number, WorkerReading>();
  readonly #questions = new Map<number, Waiting>();
  #last = 0;
  #failure: Error | undefined;
  #isClosing = false;

  constructor(port: WorkerPort, options: CheckedOptions) {
    this.#port = port;
    port.postMessage({ kind: 'open', options }, []);
  }

  read(): Reading {
    const number = ++this.#last;
    const reading = new WorkerReading(
      number,
      (message, transfer = []) => this.#post(message, transfer),
      () => this.#forget(number),
    );
    this.#readings.set(number, reading);
    this.#post({ kind: 'begin', reading: number });
    if (this.#failure) reading.fail(this.#failure);
    return reading;
  }

  ask(method: Method, argument: unknown, signal: AbortSignal | undefined): Promise<unknown> {
    if (this.#failure) return Promise.reject(this.#failure);
    const question = ++this.#last;
    return new Promise((resolve, reject) => {
      const abort = () => {
        this.#questions.delete(question);
        this.#post({ kind: 'abort', question });
        reject(signal!.reason as Error);
      };
      signal?.addEventListener('abort', abort, { once: true });
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T) => {
          signal?.removeEventListener('abort', abort);
          settle(value);
        };
      this.#post({ kind: 'ask', question, method, argument });
      this.#questions.set(question, { resolve: settled(resolve), reject: settled(reject) });
    });
  }

  receive(message: FromWorker): void {
    switch (message.kind) {
      case 'ready':
        break;
      case 'took':
        this.#readings.get(message.reading)?.took();
        break;
      case 'read':
        this.#readings.get(message.reading)?.finish();
        break;
      case 'unread':
        this.#readings.get(message.reading)?.fail(unpackError(message.error));
        break;
      case 'answer':
        this.#settle(message.question)?.resolve(message.value);
        break;
      case 'failure':
        this.#settle(message.question)?.reject(unpackError(message.error));
        break;
    }
  }

  /** The worker has ended by itself: nothing is answered any more. */
  fail(reason: string): void {
    this.#failure = new SourceError(`The worker that reads the data has ended: ${reason}. Load the data again.`, {
      type: 'worker-ended',
    });
    for (const reading of [...this.#readings.values()]) reading.fail(this.#failure);
    for (const { reject } of this.#questions.values()) reject(this.#failure);
    this.#questions.clear();
    this.#port.terminate();
  }

  close(): void {
    this.#isClosing = true;
    this.#endWhenIdle();
  }

  #settle(question: number): Waiting | undefined {
    const waiting = this.#questions.get(question);
    this.#questions.delete(question);
    this.#endWhenIdle();
    return waiting;
  }

  #forget(reading: number): void {
    this.#readings.delete(reading);
    this.#endWhenIdle();
  }

  #endWhenIdle(): void {
    if (this.#isClosing && this.#questions.size === 0 && this.#readings.size === 0) this.#port.terminate();
  }

  #post(message: ToWorker, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer);
  }
}

/** Bytes or characters that may be on their way unread: enough to keep the worker busy, little enough to hold. */
const MAX_UNDER_WAY = 8 << 20;

export interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/** One set of data on its way to a worker: never more of it than the worker can keep up with. */
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
    if (this.#underWay > MAX_UNDER_WAY) await this.#wait();
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
    if (this.#underWay <= MAX_UNDER_WAY) this.finish(false);
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
