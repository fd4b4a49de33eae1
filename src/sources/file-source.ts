/** Facts in a file at a URL, computed in the page. */
import { createLocalSource, type LocalSourceOptions } from './local-source.js';
import type { MetricsSource } from './metrics-source.js';
import { SourceError } from './source-error.js';

/** A source over a JSON or NDJSON file. The file is fetched on the first question; a failed fetch is tried again by the next. */
export function createFileSource(url: string, options: LocalSourceOptions & { fetch?: typeof globalThis.fetch } = {}): MetricsSource {
  const { fetch = (input, init) => globalThis.fetch(input, init), ...local } = options;
  let pending: Promise<MetricsSource> | undefined;

  function open(): Promise<MetricsSource> {
    pending ??= read().catch((error: unknown) => {
      pending = undefined;
      throw error;
    });
    return pending;
  }

  async function read(): Promise<MetricsSource> {
    const response = await fetch(url).catch((cause: unknown) => {
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
  };
}
