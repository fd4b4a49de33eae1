/** Facts computed where they are: in the page, a worker or Node. */
import type { AgentData } from '../core/facts/agent-data.js';
import type { Article } from '../core/facts/articles.js';
import type { GapFinder } from '../core/gaps/gap-finder.js';
import type { CheckedOptions } from '../core/source-options.js';
import type { SuppliedData } from '../ingest/read-facts.js';
import { Listeners } from './listeners.js';
import { AnswerCache } from './local/answer-cache.js';
import type { Answers, Method } from './local/answers.js';
import { feed } from './local/feed.js';
import { checkLocalOptions, type LocalSourceOptions } from './local/options.js';
import { isAtLeast, toSupply, type Supply } from './local/parts.js';
import { abortable, untilCancelled } from './local/abortable.js';
import type { AskOptions, MetricsSource } from './metrics-source.js';
import { ProgressEmitter } from './progress.js';
import { startWorker } from './worker/start-worker.js';

export type { LocalSourceOptions } from './local/options.js';

/** Also takes more facts and new articles. Both are kept in memory only, for as long as the source lives. */
export type LocalSource = Required<MetricsSource>;

/** Below this many bytes a worker takes longer to start than the page takes to read. */
const MIN_WORKER_BYTES = 1 << 20;

/**
 * A source over supplied data. Returns at once; reading and checking run behind it and answers wait for them. Wrong options throw a
 * `RangeError` here; data that cannot be read at all reject every answer with a `SourceError`; single wrong records are only counted.
 *
 * Texts and streams from a megabyte on are read and asked in a module worker where the page allows one; everything else, and where it does
 * not, on this thread in slices of a few milliseconds. `gapCache` carries found gaps from one source to the next over the same data.
 */
export function createLocalSource(
  data: SuppliedData,
  options: LocalSourceOptions = {},
  gapCache: { gaps?: GapFinder } = {},
): LocalSource {
  const facts = new LocalFacts(data, options, gapCache);
  return {
    describe: (asked) => facts.ask('describe', undefined, asked?.signal),
    query: (query, asked) => facts.askCached('query', query, asked),
    conversations: (query, asked) => facts.askCached('conversations', query, asked),
    conversation: (id, asked) => facts.ask('conversation', id, asked?.signal),
    records: (query, asked) => facts.askCached('records', query, asked),
    questions: (query, asked) => facts.askCached('questions', query, asked),
    knowledgeGaps: (query, asked) => facts.askCached('knowledgeGaps', query, asked),
    /** In memory only: store the returned article to keep it. Gaps take it into account at once. */
    async addKnowledge(article, asked) {
      const added = await facts.ask<Article>('addKnowledge', article, asked?.signal);
      facts.announceChange();
      return added;
    },
    append: (more) => facts.append(more),
    subscribe: (listener) => facts.changes.add(listener),
    onProgress: (listener) => facts.progress.add(listener),
    cancel: () => facts.cancel(),
  };
}

/** What the methods of one source share: who answers, what is being read, and answers that are still valid. */
class LocalFacts {
  readonly changes = new Listeners();
  readonly progress = new ProgressEmitter();
  readonly #options: LocalSourceOptions;
  readonly #checked: CheckedOptions;
  readonly #answers: Promise<Answers>;
  /** Settles when everything that was supplied so far has been read. */
  #ready: Promise<void>;
  #reading = new AbortController();
  #cache: AnswerCache;

  constructor(data: SuppliedData, options: LocalSourceOptions, gapCache: { gaps?: GapFinder }) {
    this.#options = options;
    this.#checked = checkLocalOptions(options);
    this.#cache = this.#newCache();
    const supply = toSupply(data);
    const opened: Opened = {};
    this.#answers = this.#open(supply, opened, gapCache);
    this.#ready = this.#read(supply, true);
    abandoned?.register(this.#answers, opened);
  }

  async ask<A>(method: Method, argument: unknown, signal: AbortSignal | undefined): Promise<A> {
    await abortable(this.#ready, signal);
    return (await this.#answers).ask(method, argument, signal) as Promise<A>;
  }

  askCached<Q extends { now?: string }, A>(method: Method, query: Q, { signal }: AskOptions = {}): Promise<A> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    return this.#cache.answer(method, query, () => this.ask(method, query, signal));
  }

  async append(facts: AgentData): Promise<void> {
    const before = this.#ready;
    const appended = before.then(() => this.#read(toSupply(facts), false));
    // Facts that cannot be read at all change nothing: the source answers as before.
    this.#ready = appended.catch(() => before);
    this.#ready.catch(() => undefined);
    this.#cache = this.#newCache();
    await appended;
    this.announceChange();
  }

  announceChange(): void {
    this.#cache = this.#newCache();
    this.changes.notify();
  }

  cancel(): void {
    this.#reading.abort(new Error('The user cancelled.'));
  }

  #newCache(): AnswerCache {
    return new AnswerCache(this.#checked.now !== undefined);
  }

  async #open(supply: Supply, opened: Opened, cache: { gaps?: GapFinder }): Promise<Answers> {
    const mayUseWorker = supply.isStream && this.#options.worker !== 'never';
    const worker =
      mayUseWorker && (await isAtLeast(supply, MIN_WORKER_BYTES)) ? await startWorker(this.#checked) : undefined;
    if (worker) return (opened.answers = worker);
    // A page that asks an endpoint or a worker needs no engine.
    const { LocalAnswers } = await import('./local/local-answers.js');
    return new LocalAnswers(this.#checked, { cache });
  }

  #read(supply: Supply, isFirst: boolean): Promise<void> {
    const stop = (this.#reading = new AbortController());
    const signal = this.#options.signal ? AbortSignal.any([stop.signal, this.#options.signal]) : stop.signal;
    const reading = untilCancelled(this.#answers, signal).then((answers) =>
      feed(answers.read(), supply, { signal, progress: isFirst ? this.progress : undefined }),
    );
    // Every question rejects with the failure; without a question it must not end a Node process.
    reading.catch(() => {
      if (!isFirst) return;
      // Data that cannot be read at all leave nothing to ask, also while the worker is starting.
      void this.#answers.then((answers) => answers.close());
      void supply.parts[Symbol.asyncIterator]().return?.();
    });
    return reading;
  }
}

/** Ends the worker of a source once none of its methods is referenced any more. The held value must not reference the watched promise. */
const abandoned =
  typeof FinalizationRegistry === 'undefined'
    ? undefined
    : new FinalizationRegistry<Opened>(({ answers }) => answers?.close());

interface Opened {
  answers?: Answers;
}
