/** Facts computed where they are: in the page, a worker or Node. */
import type { AgentData } from '../core/facts/agent-data.js';
import type { Article } from '../core/facts/articles.js';
import type { GapFinder } from '../core/gaps/gap-finder.js';
import type { SuppliedData } from '../ingest/read-facts.js';
import { Listeners } from './listeners.js';
import { AnswerCache } from './local/answer-cache.js';
import type { Answers, Method } from './local/answers.js';
import { feed } from './local/feed.js';
import { checkLocalOptions, type LocalSourceOptions } from './local/options.js';
import { isAtLeast, toSupply, type Supply } from './local/parts.js';
import { untilCancelled, whileWaiting } from './local/while-waiting.js';
import type { AskOptions, MetricsSource } from './metrics-source.js';
import { ProgressTeller } from './progress.js';
import { startWorker } from './worker/start-worker.js';

export type { LocalSourceOptions } from './local/options.js';

/** Also takes more facts and new articles. Both are kept in memory only, for as long as the source lives. */
export type LocalSource = Required<MetricsSource>;

/** Bytes from which on a worker is worth its start. */
const WORTH_A_WORKER = 1 << 20;

/**
 * A source over supplied data. Returns at once; reading and checking run behind it and answers wait for them. Wrong options throw a
 * `RangeError` here; data that cannot be read at all reject every answer with a `SourceError`; single wrong records are only counted.
 *
 * Texts and streams from a megabyte on are read and asked in a module worker where the page allows one; everything else, and where it does
 * not, on this thread in slices of a few milliseconds. A source that is made anew over the same data takes over the gaps its forerunner has
 * found.
 */
export function createLocalSource(
  data: SuppliedData,
  options: LocalSourceOptions = {},
  kept: { gaps?: GapFinder } = {},
): LocalSource {
  const checked = checkLocalOptions(options);
  const changes = new Listeners();
  const progress = new ProgressTeller();
  let underWay = new AbortController();
  const supply = toSupply(data);
  const opened: Opened = {};
  const answers = open(supply);
  let cache = new AnswerCache(checked.now !== undefined);
  let ready = read(supply, true);

  async function open(supply: Supply): Promise<Answers> {
    const isWorth = supply.isStream && options.worker !== 'never' && (await isAtLeast(supply, WORTH_A_WORKER));
    const worker = isWorth ? await startWorker(checked) : undefined;
    if (worker) return (opened.answers = worker);
    // Who asks an endpoint or a worker needs no engine here.
    const { LocalAnswers } = await import('./local/local-answers.js');
    return new LocalAnswers(checked, { kept });
  }

  function read(supplied: Supply, isFirst: boolean): Promise<void> {
    const stop = (underWay = new AbortController());
    const signal = options.signal ? AbortSignal.any([stop.signal, options.signal]) : stop.signal;
    const reading = untilCancelled(answers, signal).then((open) =>
      feed(open.read(), supplied, { signal, progress: isFirst ? progress : undefined }),
    );
    // Whoever asks hears of the failure; nobody asking is no reason to end a Node process.
    reading.catch(() => {
      if (!isFirst) return;
      // Data that cannot be read at all leave nothing to ask, also where the worker only starts.
      void answers.then((open) => open.close());
      void supplied.parts[Symbol.asyncIterator]().return?.();
    });
    return reading;
  }

  async function ask<A>(method: Method, argument: unknown, signal: AbortSignal | undefined): Promise<A> {
    await whileWaiting(ready, signal);
    return (await answers).ask(method, argument, signal) as Promise<A>;
  }

  function askCached<Q extends { now?: string }, A>(method: Method, query: Q, { signal }: AskOptions = {}): Promise<A> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    return cache.answer(method, query, () => ask(method, query, signal));
  }

  function hasChanged(): void {
    cache = new AnswerCache(checked.now !== undefined);
    changes.tell();
  }

  const source: LocalSource = {
    describe: (options) => ask('describe', undefined, options?.signal),
    query: (query, options) => askCached('query', query, options),
    conversations: (query, options) => askCached('conversations', query, options),
    conversation: (id, options) => ask('conversation', id, options?.signal),
    records: (query, options) => askCached('records', query, options),
    questions: (query, options) => askCached('questions', query, options),
    knowledgeGaps: (query, options) => askCached('knowledgeGaps', query, options),
    /** In memory only: whoever wants to keep the article stores what comes back. Gaps take it into account at once. */
    async addKnowledge(given, options) {
      const article = await ask<Article>('addKnowledge', given, options?.signal);
      hasChanged();
      return article;
    },
    async append(facts: AgentData) {
      const before = ready;
      const appended = before.then(() => read(toSupply(facts), false));
      // Facts that cannot be read at all change nothing: the source answers as before.
      ready = appended.catch(() => before);
      ready.catch(() => undefined);
      cache = new AnswerCache(checked.now !== undefined);
      await appended;
      hasChanged();
    },
    subscribe: (listener) => changes.add(listener),
    onProgress: (listener) => progress.add(listener),
    cancel: () => underWay.abort(new Error('The reader cancelled.')),
  };
  abandoned?.register(answers, opened);
  return source;
}

/** Ends the worker of a source of which nobody holds a method any more. What is held here must not lead to the promise that is watched. */
const abandoned =
  typeof FinalizationRegistry === 'undefined'
    ? undefined
    : new FinalizationRegistry<Opened>(({ answers }) => answers?.close());

interface Opened {
  answers?: Answers;
}
