/** Facts in a file at a URL, computed in the page. */
import type { Article } from '../core/facts/articles.js';
import { DEFAULT_TIMEOUT_MS, checkTimeout } from './check-timeout.js';
import { Listeners } from './listeners.js';
import { type LocalSource, type LocalSourceOptions, createLocalSource } from './local-source.js';
import { checkLocalOptions } from './local/options.js';
import { ProgressEmitter } from './progress.js';
import { SourceError, cancelled } from '../core/source-error.js';
import { abortable } from './local/abortable.js';
import type { AskOptions } from './metrics-source.js';
import type { NewArticle } from '../core/query.js';

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
  const file = new FactFile(url, options);
  return {
    describe: async (asked) => (await file.open()).describe(asked),
    query: async (query, asked) => (await file.open()).query(query, asked),
    conversations: async (query, asked) => (await file.open()).conversations(query, asked),
    conversation: async (id, asked) => (await file.open()).conversation(id, asked),
    records: async (query, asked) => (await file.open()).records(query, asked),
    questions: async (query, asked) => (await file.open()).questions(query, asked),
    knowledgeGaps: async (query, asked) => (await file.open()).knowledgeGaps(query, asked),
    addKnowledge: (article, asked) => file.addKnowledge(article, asked),
    subscribe: (listener) => file.changes.add(listener),
    onProgress: (listener) => file.progress.add(listener),
    /** The next question fetches the file again. */
    cancel: () => file.cancel(),
    reload: () => file.reload(),
  };
}

class FactFile {
  readonly changes = new Listeners();
  readonly progress = new ProgressEmitter();
  readonly #url: string;
  readonly #fetch: typeof globalThis.fetch;
  readonly #timeoutMs: number;
  readonly #options: LocalSourceOptions;
  /** Found gaps, for the source over the file when it is read again. */
  readonly #gapCache = {};
  readonly #added: Article[] = [];
  #stop = new AbortController();
  /** `undefined`: the next question fetches the file. */
  #opened: Promise<LocalSource> | undefined;

  constructor(url: string, { fetch, timeoutMs = DEFAULT_TIMEOUT_MS, ...options }: FileOptions) {
    this.#url = url;
    this.#fetch = fetch ?? ((input, init) => globalThis.fetch(input, init));
    this.#timeoutMs = checkTimeout(timeoutMs);
    this.#options = options;
    checkLocalOptions(options);
  }

  open(): Promise<LocalSource> {
    if (this.#opened) return this.#opened;
    const opened = this.#read().catch((error: unknown) => {
      if (this.#opened === opened) this.#opened = undefined;
      throw error;
    });
    return (this.#opened = opened);
  }

  reload(): void {
    this.#opened = undefined;
  }

  cancel(): void {
    this.#stop.abort(cancelled());
  }

  async addKnowledge(newArticle: NewArticle, asked: AskOptions | undefined): Promise<Article> {
    const source = await this.open();
    const article = await source.addKnowledge(newArticle, asked);
    this.#added.push(article);
    // The file may have been read again meanwhile.
    const newest = await this.open();
    if (newest !== source) await newest.append({ articles: [article] });
    this.changes.notify();
    return article;
  }

  async #read(): Promise<LocalSource> {
    const stop = (this.#stop = new AbortController());
    const seconds = this.#timeoutMs / 1000;
    const stall = new StallTimeout(this.#timeoutMs, () =>
      stop.abort(
        new SourceError(`The data file ${this.#url} did not come within ${seconds} seconds.`, { type: 'timeout' }),
      ),
    );
    try {
      return await abortable(this.#fetchFacts(stop.signal, stall), stop.signal);
    } finally {
      stall.end();
      this.progress.emit(undefined);
    }
  }

  async #fetchFacts(signal: AbortSignal, stall: StallTimeout): Promise<LocalSource> {
    const fetch = this.#fetch;
    const response = await fetch(this.#url, { signal }).catch((cause: unknown) => {
      throw new SourceError(`The data file ${this.#url} could not be fetched.`, { cause, type: 'unreachable' });
    });
    const own = this.#options.signal;
    const source = createLocalSource(
      response,
      { ...this.#options, signal: own ? AbortSignal.any([signal, own]) : signal },
      this.#gapCache,
    );
    const unsubscribe = source.onProgress((progress) => {
      stall.restart();
      if (progress) this.progress.emit(progress);
    });
    await source.describe();
    unsubscribe();
    if (this.#added.length > 0) await source.append({ articles: this.#added });
    return source;
  }
}

/** Calls back once nothing has happened for a while. */
export class StallTimeout {
  readonly #ms: number;
  readonly #onStall: () => void;
  #timer: ReturnType<typeof setTimeout>;

  constructor(ms: number, onStall: () => void) {
    this.#ms = ms;
    this.#onStall = onStall;
    this.#timer = setTimeout(onStall, ms);
  }

  restart(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onStall, this.#ms);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
