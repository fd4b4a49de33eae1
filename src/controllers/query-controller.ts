/**
 * Asks when the question changes: a newer question aborts the older, a late answer is dropped, a failure keeps the last good value of the
 * same subject, unless the user may not see it. Asks nothing while its host is not in the document.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { lastGood, type Load, type Loaded } from './load.js';
import { isRefusal } from './refusals.js';

interface QueryOptions<Q, R> {
  /** The question as it stands; `undefined`: nothing to ask yet. */
  question: () => Q | undefined;
  /** Equal keys are the same question. */
  keyOf: (question: Q) => unknown;
  /** Whom or what the question is about: an answer about another one is dropped. */
  subjectOf: (question: Q) => unknown;
  ask: (question: Q, signal: AbortSignal) => Promise<R>;
  onReady?: (value: R) => void;
  /** `last` is what was known before, maybe as the answer to another question. */
  onFailed?: (error: unknown, last: Loaded<R> | undefined, question: Q) => void;
}

export class QueryController<Q, R> implements ReactiveController {
  load: Load<R> = { kind: 'idle' };
  readonly #host: ReactiveControllerHost;
  readonly #options: QueryOptions<Q, R>;
  #key: unknown;
  #subject: unknown;
  #abort: AbortController | undefined;
  #isConnected = false;

  constructor(host: ReactiveControllerHost, options: QueryOptions<Q, R>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    if (!this.#isConnected) return;
    const question = this.#options.question();
    const key = question === undefined ? undefined : this.#options.keyOf(question);
    if (key === this.#key) return;
    this.#key = key;
    if (question === undefined) this.#reset();
    else this.#ask(question);
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    // A move within the page disconnects and connects in one go; only leaving ends the question.
    queueMicrotask(() => {
      if (!this.#isConnected) this.#leave();
    });
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#host.requestUpdate();
  }

  /** Asks the same question again, as after a failure or on a refresh. */
  reload(): void {
    if (!this.#isConnected) return;
    const question = this.#options.question();
    if (question !== undefined) this.#ask(question);
    this.#host.requestUpdate();
  }

  /** As `reload`, but a question that is under way goes on. */
  refresh(): void {
    if (this.load.kind !== 'loading') this.reload();
  }

  /** Drops what is known, as what somebody else saw; the next question asks again. */
  forget(error: unknown): void {
    this.#abort?.abort();
    if (this.load.kind !== 'idle') this.load = { kind: 'failed', error };
    this.#host.requestUpdate();
  }

  /** Coming back asks again. */
  #leave(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    this.#key = undefined;
  }

  #reset(): void {
    this.#abort?.abort();
    this.load = { kind: 'idle' };
  }

  #ask(question: Q): void {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const subject = this.#options.subjectOf(question);
    const last = subject === this.#subject ? lastGood(this.load) : undefined;
    this.#subject = subject;
    this.load = { kind: 'loading', ...(last && { last }) };
    this.#options.ask(question, abort.signal).then(
      (value) => this.#settle(abort, { kind: 'ready', value, at: Date.now() }, () => this.#options.onReady?.(value)),
      (error: unknown) =>
        this.#settle(abort, failed(error, last), () => this.#options.onFailed?.(error, last, question)),
    );
  }

  #settle(abort: AbortController, load: Load<R>, notify: () => void): void {
    if (abort.signal.aborted || abort !== this.#abort) return;
    this.load = load;
    this.#host.requestUpdate();
    notify();
  }
}

function failed<R>(error: unknown, last: Loaded<R> | undefined): Load<R> {
  return { kind: 'failed', error, ...(last && !isRefusal(error) && { last }) };
}
