/** The page's side: hands data and questions to a worker. */
import type { Answers, Method, Reading } from '../local/answers.js';
import type { CheckedOptions } from '../../core/source-options.js';
import { SourceError } from '../../core/source-error.js';
import type { FromWorker, ToWorker } from './messages.js';
import { unpackError } from './pack-error.js';
import { WorkerReading, type Waiting } from './worker-reading.js';

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
