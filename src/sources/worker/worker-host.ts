/** The worker's side: reads what the page hands over and answers its questions. */
import type { Answers, Reading } from '../local/answers.js';
import type { CheckedOptions } from '../../core/source-options.js';
import type { FromWorker, ToWorker } from './messages.js';
import { packError } from './pack-error.js';

export class WorkerHost {
  readonly #open: (options: CheckedOptions) => Answers;
  readonly #post: (message: FromWorker) => void;
  #answers: Answers | undefined;
  readonly #readings = new Map<number, { reading: Reading; done: Promise<void> }>();
  readonly #questions = new Map<number, AbortController>();

  constructor(open: (options: CheckedOptions) => Answers, post: (message: FromWorker) => void) {
    this.#open = open;
    this.#post = post;
  }

  receive(message: ToWorker): void {
    switch (message.kind) {
      case 'open':
        this.#answers = this.#open(message.options);
        break;
      case 'begin':
        this.#readings.set(message.reading, { reading: this.#answers!.read(), done: Promise.resolve() });
        break;
      case 'part':
        this.#then(message.reading, async (reading) => {
          await reading.take(message.part);
          this.#post({ kind: 'took', reading: message.reading });
        });
        break;
      case 'end':
        this.#then(message.reading, async (reading) => {
          await reading.end();
          this.#readings.delete(message.reading);
          this.#post({ kind: 'read', reading: message.reading });
        });
        break;
      case 'cancel':
        this.#readings.get(message.reading)?.reading.cancel();
        this.#readings.delete(message.reading);
        break;
      case 'ask':
        void this.#ask(message);
        break;
      case 'abort':
        this.#questions.get(message.question)?.abort();
        break;
    }
  }

  /** Parts are read one after the other; after a failure the rest is not. */
  #then(number: number, step: (reading: Reading) => Promise<void>): void {
    const entry = this.#readings.get(number);
    if (!entry) return;
    entry.done = entry.done
      .then(() => step(entry.reading))
      .catch((error: unknown) => {
        if (!this.#readings.delete(number)) return;
        this.#post({ kind: 'unread', reading: number, error: packError(error) });
      });
  }

  async #ask({ question, method, argument }: ToWorker & { kind: 'ask' }): Promise<void> {
    const abort = new AbortController();
    this.#questions.set(question, abort);
    try {
      const value = await this.#answers!.ask(method, argument, abort.signal);
      this.#post({ kind: 'answer', question, value });
    } catch (error) {
      this.#post({ kind: 'failure', question, error: packError(error) });
    } finally {
      this.#questions.delete(question);
    }
  }
}
