/** Turns `endpoint`, `data-src`, `data` or `source` into the one source a widget asks. */
import { createEndpointSource } from '../sources/endpoint-source.js';
import { createFileSource } from '../sources/file-source.js';
import { createLocalSource } from '../sources/local-source.js';
import type { MetricsSource } from '../sources/metrics-source.js';
import type { ScopeProperties } from './scope-properties.js';

type Input = Pick<ScopeProperties, 'source' | 'data' | 'endpoint' | 'dataSrc' | 'dataFact' | 'getToken'>;

export class OwnSource {
  #source: MetricsSource | undefined;
  #made: readonly unknown[] = [];

  /** The widget's own source; `undefined` leaves it to the provider. The same input gives the same source. */
  from(input: Input): MetricsSource | undefined {
    if (input.source) return input.source;
    const key = [input.data, input.endpoint, input.dataSrc, input.dataFact, Boolean(input.getToken)];
    if (key.some((part, index) => part !== this.#made[index]) || this.#made.length === 0) {
      this.#made = key;
      this.#source = create(input);
    }
    return this.#source;
  }

  /** What the numbers are about: what whoever set the source says; else new `data` continue the ones before, and every other source is a subject of its own. */
  subjectOf(input: Input & { subject?: unknown }): unknown {
    const source = this.from(input);
    return source && (input.subject ?? (!input.source && input.data ? this : source));
  }
}

function create(input: Input): MetricsSource | undefined {
  const { data, endpoint, dataSrc, dataFact } = input;
  if (data) return createLocalSource(data);
  // Asked when a request goes out, so that a token callback set later is used too.
  if (endpoint) return createEndpointSource(endpoint, input.getToken ? { getToken: () => input.getToken!() } : {});
  return dataSrc ? sharedFile(dataSrc, dataFact) : undefined;
}

const files = new Map<string, WeakRef<MetricsSource>>();

/** Widgets that name the same file read it once, for as long as one of them lives. */
function sharedFile(url: string, fact: string | undefined): MetricsSource {
  const key = `${fact ?? ''} ${url}`;
  const known = files.get(key)?.deref();
  if (known) return known;
  const source = createFileSource(url, fact === undefined ? {} : { fact });
  files.set(key, new WeakRef(source));
  return source;
}
