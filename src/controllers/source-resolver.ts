/** Turns `source`, `data`, `endpoint` or `data-src` into the one source that a widget asks. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createEndpointSource, personBehind } from '../sources/endpoint-source.js';
import { createFileSource } from '../sources/file-source.js';
import { createLocalSource } from '../sources/local-source.js';
import type { MetricsSource } from '../sources/metrics-source.js';
import { addAsker, type Asker } from './askers.js';
import type { ScopeProperties } from './scope-properties.js';
import { TokenWatch } from './token-watch.js';

type Input = Pick<ScopeProperties, 'source' | 'data' | 'endpoint' | 'dataSrc' | 'dataFact' | 'getToken' | 'identity'>;

export class SourceResolver implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #source: MetricsSource | undefined;
  #made: readonly unknown[] | undefined;
  #token: TokenWatch | undefined;
  /** Whom `data` are shown to. */
  #person: { identity: string | undefined } = { identity: undefined };
  /** Unset: the source is of no endpoint. */
  #asker: Asker | undefined;
  #leave: (() => void) | undefined;
  #isConnected = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#token?.resume();
    this.#join();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#token?.pause();
    this.#join();
  }

  /** The widget's own source; `undefined` leaves it to the provider. The same input gives the same source, and somebody else another. */
  from(input: Input): MetricsSource | undefined {
    if (input.source) return input.source;
    const key = [input.data, input.endpoint, input.dataSrc, input.dataFact, input.identity, Boolean(input.getToken)];
    if (key.some((part, index) => part !== this.#made?.[index]) || !this.#made) this.#make(input, key);
    else if (input.getToken) this.#token?.follow(input.getToken, input.identity !== undefined);
    return this.#source;
  }

  /**
   * What the numbers are about. For a `source`: its `subject`, else the person behind it, else the source itself. For `data`: the person they
   * are shown to, so that new data continue the ones before. Else: the person behind the endpoint, or the source itself.
   */
  subjectOf(input: Input & { subject?: unknown }): unknown {
    const source = this.from(input);
    if (!source || input.source) return source && (input.subject ?? personBehind(source) ?? source);
    return input.data ? this.#person : (personBehind(source) ?? source);
  }

  #make(input: Input, key: readonly unknown[]): void {
    this.#made = key;
    if (this.#person.identity !== input.identity) this.#person = { identity: input.identity };
    const token = input.getToken && new TokenWatch(input.getToken, () => this.#forget(token));
    this.#token?.pause();
    this.#token = token;
    const source = (this.#source = createOrFail(input, token));
    const { data, endpoint, identity } = input;
    this.#asker = source && !data && endpoint ? { source, endpoint, identity, token } : undefined;
    this.#join();
  }

  /** Refusals of the same person are heard while the host is in the document. */
  #join(): void {
    this.#leave?.();
    this.#leave = this.#isConnected && this.#asker ? addAsker(this.#asker) : undefined;
  }

  /** From now on somebody else asks. */
  #forget(token: TokenWatch | undefined): void {
    if (token !== this.#token) return;
    this.#made = undefined;
    this.#host.requestUpdate();
  }
}

/** An invalid address fails as any other source does: the widget shows the error and fires its event. */
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
