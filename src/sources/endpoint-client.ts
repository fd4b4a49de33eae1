/** The one place where the kit talks to the network: address, token, time-out, and the check of what comes back. */
import { checkAnswer, type WireSchema } from '../contract/check-answer.js';
import { showValue } from '../core/format/show-value.js';
import { problemSchema } from '../contract/wire-schemas.js';
import { checkTimeout, DEFAULT_TIMEOUT_MS } from './check-timeout.js';
import type { AskOptions } from './metrics-source.js';
import { SourceError } from '../core/source-error.js';

export interface EndpointOptions {
  /** A token for `Authorization: Bearer`; asked once more after a 401. One that fails or gives none rejects with status 401. */
  getToken?: () => Promise<string> | string;
  /** Who asks, as an account's id: in a widget, sources of one endpoint and identity continue each other's numbers. Unset: every source is somebody of its own. */
  identity?: string;
  /** Default: the global `fetch`. It is told not to follow redirects, so that no token or question reaches another address. */
  fetch?: typeof globalThis.fetch;
  headers?: Record<string, string>;
  /** Whether cookies go along. Default `omit`. */
  credentials?: RequestCredentials;
  /** Milliseconds until an answer is given up. Default 30,000. */
  timeoutMs?: number;
}

interface Problem {
  type: string;
  title: string;
  detail?: string;
  parameter?: string;
}

export class EndpointClient {
  readonly #base: string;
  readonly #options: EndpointOptions;
  readonly #timeoutMs: number;
  readonly #fetch: typeof globalThis.fetch;

  /** Throws a `TypeError` or `RangeError` for an address or a time-out that is none. */
  constructor(url: string, options: EndpointOptions) {
    this.#base = checkUrl(url).replace(/\/+$/, '');
    this.#options = options;
    this.#timeoutMs = checkTimeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    this.#fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  }

  get<T>(path: string, schema: WireSchema, asked?: AskOptions): Promise<T> {
    return this.#request(path, { method: 'GET' }, schema, asked);
  }

  post<T>(path: string, body: unknown, schema: WireSchema, asked?: AskOptions): Promise<T> {
    return this.#request(path, { method: 'POST', body: JSON.stringify(body) }, schema, asked);
  }

  async #request<T>(path: string, init: RequestInit, schema: WireSchema, { signal }: AskOptions = {}): Promise<T> {
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    const both = signal ? AbortSignal.any([signal, timeout]) : timeout;
    try {
      both.throwIfAborted();
      return await Promise.race([
        aborted(both),
        this.#sendWithToken(this.#base + path, { ...init, signal: both }).then((response) =>
          readAnswer<T>(response, schema),
        ),
      ]);
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      throw this.#toSourceError(cause, timeout.aborted);
    }
  }

  #toSourceError(cause: unknown, isTimeout: boolean): SourceError {
    if (isTimeout) {
      const seconds = this.#timeoutMs / 1000;
      return new SourceError(`The endpoint did not answer within ${seconds} seconds.`, { cause, type: 'timeout' });
    }
    if (cause instanceof SourceError) return cause;
    return new SourceError(`The endpoint ${this.#base} could not be reached.`, { cause, type: 'unreachable' });
  }

  async #sendWithToken(address: string, init: RequestInit): Promise<Response> {
    const fetch = this.#fetch;
    const first = await fetch(address, await this.#withHeaders(init));
    // The token may have expired since it was issued; one fresh one is worth a try.
    return first.status === 401 && this.#options.getToken ? fetch(address, await this.#withHeaders(init)) : first;
  }

  async #withHeaders(init: RequestInit): Promise<RequestInit> {
    const { getToken, headers: ownHeaders, credentials = 'omit' } = this.#options;
    const headers = new Headers({
      accept: 'application/json',
      ...ownHeaders,
      ...(init.body ? { 'content-type': 'application/json' } : {}),
    });
    if (getToken) headers.set('authorization', `Bearer ${await askToken(getToken)}`);
    return { ...init, headers, redirect: 'error', credentials };
  }
}

async function askToken(getToken: NonNullable<EndpointOptions['getToken']>): Promise<string> {
  const token: unknown = await Promise.resolve()
    .then(getToken)
    .catch((cause: unknown) => {
      throw new SourceError('The token callback failed.', { cause, status: 401, type: 'token' });
    });
  if (typeof token === 'string' && token.trim() !== '') return token.trim();
  throw new SourceError(
    `The token callback gave no token: it gave ${token === undefined ? 'undefined' : showValue(token)}.`,
    { status: 401, type: 'token' },
  );
}

function checkUrl(url: unknown): string {
  if (typeof url !== 'string')
    throw new TypeError(
      `The endpoint is ${showValue(url)}. Use its base address, as "https://shop.example/api" or "/api".`,
    );
  const address = url.trim();
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  const isWeb = scheme === undefined || scheme === 'http' || scheme === 'https';
  if (address === '' || /\s/.test(address) || !isWeb)
    throw new RangeError(
      `The endpoint is ${showValue(url)}. Use its base address, as "https://shop.example/api" or "/api".`,
    );
  return address;
}

/** Rejects once the signal aborts, also where a host's `fetch` or token does not listen to it. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
}

async function readAnswer<T>(response: Response, schema: WireSchema): Promise<T> {
  const text = await response.text();
  const body = parseJson(text);
  if (!response.ok) throw toProblem(response, body);
  if (body === undefined)
    throw new SourceError(`The endpoint answered ${describeBody(response, text)} instead of JSON.`, {
      status: response.status,
      type: 'not-json',
    });
  const checked = checkAnswer<T>(schema, body);
  if (checked.ok) return checked.value;
  throw new SourceError(
    `The endpoint's answer does not fit the contract at "${checked.field}": it has ${checked.found}.`,
    { cause: checked.cause, type: 'contract' },
  );
}

/** An endpoint's own words where it speaks problem+json, else the status. */
function toProblem(response: Response, body: unknown): SourceError {
  const problem = checkAnswer<Problem>(problemSchema, body);
  if (!problem.ok) return new SourceError(`The endpoint answered ${response.status}.`, { status: response.status });
  const { detail, title, type, parameter } = problem.value;
  return new SourceError(detail ?? title, { status: response.status, type, parameter });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function describeBody(response: Response, text: string): string {
  const type = response.headers.get('content-type')?.split(';')[0] ?? 'no content type';
  return text === '' ? 'with an empty body' : `with ${type} (${showValue(text.slice(0, 40))})`;
}
