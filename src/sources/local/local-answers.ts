/** Answers for supplied data on the thread it lives on. */
import { createEngineSource, type EngineSource } from '../../core/answer/engine-source.js';
import { GapFinder } from '../../core/gaps/gap-finder.js';
import type { CheckedOptions } from '../../core/source-options.js';
import { runToEnd, type Steps } from '../../core/steps.js';
import { toArticle } from '../../ingest/new-article.js';
import { runInSlices, yieldToMain } from '../../ingest/run-in-slices.js';
import type { Answers, Method, Reading } from './answers.js';
import { FactStore } from './fact-store.js';

export interface LocalAnswersOptions {
  /** Nobody else needs this thread: work is not cut into slices. */
  isOwnThread?: boolean;
  /** Found gaps, for the next source over the same data. */
  cache?: { gaps?: GapFinder };
}

export class LocalAnswers implements Answers {
  readonly #isOwnThread: boolean;
  readonly #store: FactStore;
  readonly #source: EngineSource<AbortSignal>;
  #lastTurn = Promise.resolve();

  constructor(options: CheckedOptions, { isOwnThread = false, cache = {} }: LocalAnswersOptions = {}) {
    const store = new FactStore(options);
    this.#isOwnThread = isOwnThread;
    this.#store = store;
    this.#source = createEngineSource<AbortSignal>({
      options,
      clock: () => options.now ?? Date.now(),
      gaps: (cache.gaps ??= new GapFinder()),
      withEngine: (ask) => ask(store.engine),
      about: async () => ({
        fields: store.fields,
        refused: { count: store.refused.count, first: [...store.refused.first] },
      }),
      runSteps: (signal) => (steps) => runInSlices(steps, { signal }),
      toArticle,
      addArticle: async (article) => store.addArticle(article),
    });
  }

  read(): Reading {
    const reading = this.#store.read();
    return {
      take: (part) => this.#run(reading.take(part)),
      end: async () => {
        await reading.waitsFor;
        await this.#run(reading.end());
      },
      cancel: () => undefined,
    };
  }

  async ask(method: Method, argument: unknown, signal: AbortSignal | undefined): Promise<unknown> {
    await this.#turn();
    signal?.throwIfAborted();
    if (method === 'describe') return this.#source.describe({ signal });
    // Each method takes its own kind of question, which a message from the page does not carry as a type.
    const ask = this.#source[method] as (
      question: unknown,
      asked: { signal: AbortSignal | undefined },
    ) => Promise<unknown>;
    return ask(argument, { signal });
  }

  close(): void {
    // Nothing runs on by itself.
  }

  async #run(steps: Steps<void>): Promise<void> {
    await (this.#isOwnThread ? runToEnd(steps) : runInSlices(steps));
  }

  /** What a page asks all at once is answered in a task each, so that input and frames come in between. */
  #turn(): Promise<void> {
    if (!this.#isOwnThread) this.#lastTurn = this.#lastTurn.then(yieldToMain);
    return this.#lastTurn;
  }
}
