/** Asks an endpoint over HTTP and remembers what was asked, so that a report can show it. */
import { setTimeout as wait } from 'node:timers/promises';
import { createEndpointSource } from '../../sources/endpoint-source.js';
import type { MetricsSource } from '../../sources/metrics-source.js';

export interface ProbeOptions {
  token?: string | undefined;
  fetch?: typeof globalThis.fetch;
  timeoutMs?: number;
}

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** `undefined`: not JSON. */
  body: unknown;
}

export interface AskInit {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** Leaves the token out. */
  isAnonymous?: boolean;
}

/** An endpoint that counts requests is waited for. */
const MAX_WAITS = 3;
const MAX_WAIT_SECONDS = 90;
const MAX_TRAIL = 3;

export class EndpointProbe {
  readonly base: string;
  readonly hasToken: boolean;
  /** The same over the kit's own client. */
  readonly source: MetricsSource;
  readonly #token: string | undefined;
  readonly #fetch: typeof globalThis.fetch;
  readonly #timeoutMs: number;
  #trail: string[] = [];

  constructor(url: string, { token, fetch = globalThis.fetch, timeoutMs = 60_000 }: ProbeOptions = {}) {
    this.base = url.replace(/\/+$/, '');
    this.hasToken = token !== undefined;
    this.#token = token;
    this.#fetch = fetch;
    this.#timeoutMs = timeoutMs;
    this.source = createEndpointSource(this.base, {
      timeoutMs,
      fetch: (input, init) => this.#send(input as string, init),
      ...(token !== undefined && { getToken: () => token }),
    });
  }

  /** What was asked last, and forgets it. */
  takeTrail(): string[] {
    return this.#trail.splice(0);
  }

  /** `path` as it goes behind the endpoint's address, encoded. */
  async ask(path: string, { method = 'GET', headers = {}, body, isAnonymous = false }: AskInit = {}): Promise<Reply> {
    const all = {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(this.#token !== undefined && !isAnonymous && { authorization: `Bearer ${this.#token}` }),
      ...headers,
    };
    const response = await this.#send(this.base + path, {
      method,
      headers: all,
      redirect: 'manual',
      signal: AbortSignal.timeout(this.#timeoutMs),
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  }

  async #send(url: string, init: RequestInit | undefined): Promise<Response> {
    const asked = `${init?.method ?? 'GET'} ${url}${typeof init?.body === 'string' ? ` ${init.body.slice(0, 300)}` : ''}`;
    this.#trail = [...this.#trail, asked].slice(-MAX_TRAIL);
    for (let waits = 0; ; waits++) {
      const response = await this.#fetch(url, init).catch((error: unknown) => {
        // A kept-alive connection may have been closed in the meantime, so try once more.
        if (waits > 0 || init?.signal?.aborted) throw error;
        return this.#fetch(url, init);
      });
      const seconds = Number(response.headers.get('retry-after') ?? NaN);
      if (response.status !== 429 || waits === MAX_WAITS || !(seconds <= MAX_WAIT_SECONDS)) return response;
      await response.arrayBuffer();
      await wait(seconds * 1000);
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
