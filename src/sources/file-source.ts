/** Facts in a file at a URL, computed in the page. */
import type { Article } from '../core/facts/articles.js';
import { checkTimeout, DEFAULT_TIMEOUT_MS } from './check-timeout.js';
import { Listeners } from './listeners.js';
import { createLocalSource, type LocalSource, type LocalSourceOptions } from './local-source.js';
import { checkLocalOptions } from './local/options.js';
import { ProgressTeller } from './progress.js';
import { SilenceWatch } from './silence-watch.js';
import { cancelled, SourceError } from '../core/source-error.js';
import { whileWaiting } from './local/while-waiting.js';

export interface FileOptions extends LocalSourceOptions {
  /** Default: the global `fetch`. */
  fetch?: typeof globalThis.fetch;
  /** Milliseconds of silence after which the file is given up. Default 30,000. */
  timeoutMs?: number;
}

/** Articles that are added stay in memory, also when the file is read again. */
export interface FileSource extends Omit<LocalSource, 'append'> {
  /** Lets the next question fetch the file again. Questions under way keep the file they began with; if the new fetch fails, the next questions reject. */
  reload(): void;
}

/**
 * A source over a JSON or NDJSON file. The file is fetched on the first question; a failed fetch is tried again by the next. Wrong options
 * throw a `RangeError` here.
 */
export function createFileSource(url: string, options: FileOptions = {}): FileSource {
  const {
    fetch = (input, init) => globalThis.fetch(input, init),
    timeoutMs: given = DEFAULT_TIMEOUT_MS,
    ...local
  } = options;
  const timeoutMs = checkTimeout(given);
  checkLocalOptions(local);
  const kept = {};
  const changes = new Listeners();
  const progress = new ProgressTeller();
  const added: Article[] = [];
  let stop = new AbortController();
  let pending: Promise<LocalSource> | undefined;

  function open(): Promise<LocalSource> {
    if (pending) return pending;
    const opened = read().catch((error: unknown) => {
      if (pending === opened) pending = undefined;
      throw error;
    });
    return (pending = opened);
  }

  async function read(): Promise<LocalSource> {
    const ended = (stop = new AbortController());
    const watch = new SilenceWatch(timeoutMs, () =>
      ended.abort(
        new SourceError(`The data file ${url} did not come within ${timeoutMs / 1000} seconds.`, { type: 'timeout' }),
      ),
    );
    try {
      return await whileWaiting(fetchFacts(ended.signal, watch), ended.signal);
    } finally {
      watch.end();
      progress.tell(undefined);
    }
  }

  async function fetchFacts(signal: AbortSignal, watch: SilenceWatch): Promise<LocalSource> {
    const response = await fetch(url, { signal }).catch((cause: unknown) => {
      throw new SourceError(`The data file ${url} could not be fetched.`, { cause, type: 'unreachable' });
    });
    const source = createLocalSource(
      response,
      { ...local, signal: local.signal ? AbortSignal.any([signal, local.signal]) : signal },
      kept,
    );
    const stopHearing = source.onProgress((now) => {
      watch.heard();
      if (now) progress.tell(now);
    });
    await source.describe();
    stopHearing();
    if (added.length > 0) await source.append({ articles: added });
    return source;
  }

  return {
    describe: async (ask) => (await open()).describe(ask),
    query: async (query, ask) => (await open()).query(query, ask),
    conversations: async (query, ask) => (await open()).conversations(query, ask),
    conversation: async (id, ask) => (await open()).conversation(id, ask),
    records: async (query, ask) => (await open()).records(query, ask),
    questions: async (query, ask) => (await open()).questions(query, ask),
    knowledgeGaps: async (query, ask) => (await open()).knowledgeGaps(query, ask),
    async addKnowledge(given, ask) {
      const source = await open();
      const article = await source.addKnowledge(given, ask);
      added.push(article);
      // The file may have been read again meanwhile.
      const newest = await open();
      if (newest !== source) await newest.append({ articles: [article] });
      changes.tell();
      return article;
    },
    subscribe: (listener) => changes.add(listener),
    onProgress: (listener) => progress.add(listener),
    /** The next question fetches the file again. */
    cancel: () => stop.abort(cancelled()),
    reload() {
      pending = undefined;
    },
  };
}
