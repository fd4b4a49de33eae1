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

export interface EndpointClient {
  get<T>(path: string, schema: WireSchema, ask?: AskOptions): Promise<T>;
  post<T>(path: string, body: unknown, schema: WireSchema, ask?: AskOptions): Promise<T>;
}

interface Problem {
  type: string;
  title: string;
  detail?: string;
  parameter?: string;
}

export function createEndpointClient(url: string, options: EndpointOptions): EndpointClient {
  const base = checkUrl(url).replace(/\/+$/, '');
  const timeoutMs = checkTimeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init));

  async function request<T>(
    path: string,
    init: RequestInit,
    schema: WireSchema,
    { signal }: AskOptions = {},
  ): Promise<T> {
    const timeout = AbortSignal.timeout(timeoutMs);
    const both = signal ? AbortSignal.any([signal, timeout]) : timeout;
    try {
      both.throwIfAborted();
      return await Promise.race([
        aborted(both),
        sendWithToken(base + path, { ...init, signal: both }).then((response) => readAnswer<T>(response, schema)),
      ]);
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      if (timeout.aborted)
        throw new SourceError(`The endpoint did not answer within ${timeoutMs / 1000} seconds.`, {
          cause,
          type: 'timeout',
        });
      if (cause instanceof SourceError) throw cause;
      throw new SourceError(`The endpoint ${base} could not be reached.`, { cause, type: 'unreachable' });
    }
  }

  async function sendWithToken(address: string, init: RequestInit): Promise<Response> {
    const first = await send(address, await withHeaders(init));
    // The token may have expired since it was given; one fresh one is worth a try.
    return first.status === 401 && options.getToken ? send(address, await withHeaders(init)) : first;
  }

  async function withHeaders(init: RequestInit): Promise<RequestInit> {
    const headers = new Headers({
      accept: 'application/json',
      ...options.headers,
      ...(init.body ? { 'content-type': 'application/json' } : {}),
    });
    if (options.getToken) headers.set('authorization', `Bearer ${await askToken(options.getToken)}`);
    return { ...init, headers, redirect: 'error', credentials: options.credentials ?? 'omit' };
  }

  return {
    get: (path, schema, ask) => request(path, { method: 'GET' }, schema, ask),
    post: (path, body, schema, ask) => request(path, { method: 'POST', body: JSON.stringify(body) }, schema, ask),
  };
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
