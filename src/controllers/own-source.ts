/** Turns `endpoint`, `data-src`, `data` or `source` into the one source a widget asks. */
import type { ReactiveControllerHost } from 'lit';
import { createEndpointSource, personBehind } from '../sources/endpoint-source.js';
import { createFileSource } from '../sources/file-source.js';
import { createLocalSource } from '../sources/local-source.js';
import type { MetricsSource } from '../sources/metrics-source.js';
import type { ScopeProperties } from './scope-properties.js';
import { TokenWatch } from './token-watch.js';

type Input = Pick<ScopeProperties, 'source' | 'data' | 'endpoint' | 'dataSrc' | 'dataFact' | 'getToken' | 'identity'>;

export class OwnSource {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  #source: MetricsSource | undefined;
  #made: readonly unknown[] | undefined;
  #token: TokenWatch | undefined;
  /** Whom `data` are shown to. */
  #person: { identity: string | undefined } = { identity: undefined };

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host;
  }

  /** The widget's own source; `undefined` leaves it to the provider. The same input gives the same source, and somebody else another. */
  from(input: Input): MetricsSource | undefined {
    if (input.source) return input.source;
    const key = [input.data, input.endpoint, input.dataSrc, input.dataFact, input.identity, Boolean(input.getToken)];
    if (key.some((part, index) => part !== this.#made?.[index]) || !this.#made) this.#make(input, key);
    else if (input.getToken) this.#token?.follow(input.getToken, input.identity !== undefined);
    return this.#source;
  }

  /** What the numbers are about: what whoever set the source says; else new `data` continue the ones before, and every other source is a subject of its own. */
  subjectOf(input: Input & { subject?: unknown }): unknown {
    const source = this.from(input);
    if (!source || input.source) return source && (input.subject ?? personBehind(source) ?? source);
    return input.data ? this.#person : (personBehind(source) ?? source);
  }

  #make(input: Input, key: readonly unknown[]): void {
    this.#made = key;
    if (this.#person.identity !== input.identity) this.#person = { identity: input.identity };
    const token = input.getToken && new TokenWatch(input.getToken, () => this.#forget(token));
    this.#token = token;
    this.#source = createOrFail(input, token);
  }

  /** Somebody else asks from now on. */
  #forget(token: TokenWatch | undefined): void {
    if (token !== this.#token) return;
    this.#made = undefined;
    this.#host.requestUpdate();
  }
}

/** What cannot be an address fails as every other source does: the widget says so, and the page is told. */
function createOrFail(input: Input, token: TokenWatch | undefined): MetricsSource | undefined {
  try {
    return create(input, token);
  } catch (error) {
    const fail = async () => {
      throw error;
    };
    return { describe: fail, query: fail, conversations: fail, conversation: fail, knowledgeGaps: fail };
  }
}

function create(
  { data, endpoint, dataSrc, dataFact, identity }: Input,
  token: TokenWatch | undefined,
): MetricsSource | undefined {
  if (data) return createLocalSource(data);
  if (endpoint)
    return createEndpointSource(endpoint, {
      ...(token && { getToken: () => token.ask() }),
      ...(identity !== undefined && { identity }),
    });
  return dataSrc ? sharedFile(dataSrc, dataFact, identity) : undefined;
}

const files = new Map<string, WeakRef<MetricsSource>>();

/** Widgets that name the same file for the same person read it once, for as long as one of them lives. */
function sharedFile(url: string, fact: string | undefined, identity: string | undefined): MetricsSource {
  const key = JSON.stringify([url, fact, identity]);
  const known = files.get(key)?.deref();
  if (known) return known;
  const source = createFileSource(url, fact === undefined ? {} : { fact });
  files.set(key, new WeakRef(source));
  return source;
}
