/** Facts in a file at a URL, computed in the page. */
import { checkTimeout, DEFAULT_TIMEOUT_MS } from './check-timeout.js';
import { createLocalSource, type LocalSourceOptions } from './local-source.js';
import type { MetricsSource } from './metrics-source.js';
import { SourceError } from './source-error.js';

export interface FileOptions extends LocalSourceOptions {
  /** Default: the global `fetch`. */
  fetch?: typeof globalThis.fetch;
  /** Milliseconds until the file is given up. Default 30,000. */
  timeoutMs?: number;
}

export interface FileSource extends MetricsSource {
  /** Lets the next question fetch the file again. Questions under way keep the file they began with; if the new fetch fails, the next questions reject. */
  reload(): void;
}

/**
 * A source over a JSON or NDJSON file. The file is fetched on the first question; a failed fetch is tried again by the next. Wrong options
 * throw a `RangeError` here.
 */
export function createFileSource(url: string, options: FileOptions = {}): FileSource {
  const { fetch = (input, init) => globalThis.fetch(input, init), timeoutMs: given = DEFAULT_TIMEOUT_MS, ...local } = options;
  const timeoutMs = checkTimeout(given);
  // Never asked: it only looks at the options, before there is a file.
  createLocalSource({}, local);
  let pending: Promise<MetricsSource> | undefined;

  function open(): Promise<MetricsSource> {
    if (pending) return pending;
    const opened = read().catch((error: unknown) => {
      if (pending === opened) pending = undefined;
      throw error;
    });
    return (pending = opened);
  }

  async function read(): Promise<MetricsSource> {
    const timeout = AbortSignal.timeout(timeoutMs);
    const late = new Promise<never>((_, reject) => {
      timeout.addEventListener('abort', () => reject(new SourceError(`The data file ${url} did not come within ${timeoutMs / 1000} seconds.`, { cause: timeout.reason, type: 'timeout' })), { once: true });
    });
    return Promise.race([late, fetchFacts(timeout)]);
  }

  async function fetchFacts(signal: AbortSignal): Promise<MetricsSource> {
    const response = await fetch(url, { signal }).catch((cause: unknown) => {
      throw new SourceError(`The data file ${url} could not be fetched.`, { cause, type: 'unreachable' });
    });
    const source = createLocalSource(response, local);
    await source.describe();
    return source;
  }

  return {
    describe: async (ask) => (await open()).describe(ask),
    query: async (query, ask) => (await open()).query(query, ask),
    conversations: async (query, ask) => (await open()).conversations(query, ask),
    conversation: async (id, ask) => (await open()).conversation(id, ask),
    knowledgeGaps: async (query, ask) => (await open()).knowledgeGaps(query, ask),
    reload() {
      pending = undefined;
    },
  };
}
