/** Endpoints that break a promise each: the reference endpoint with one thing wrong. */
import { createMetricsHandler } from '../../../src/server/http/metrics-handler.js';
import { createLocalSource } from '../../../src/sources/local-source.js';
import type { AgentData } from '../../../src/core/facts/agent-data.js';

export type Fetch = typeof globalThis.fetch;
type Answer = (request: Request) => Promise<Response>;
/** Stands between the check and the endpoint. */
export type Breaker = (request: Request, answer: Answer) => Promise<Response>;

const LIMITS = { rate: { perMinute: 1e6, perAddressPerMinute: 1e6 } };

export function endpointOf(data: AgentData, breaker: Breaker = (request, answer) => answer(request)): Fetch {
  const handler = createMetricsHandler({ engine: createLocalSource(data), limits: LIMITS });
  return (input, init) => breaker(new Request(input, init), handler);
}

type Body = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** Changes the bodies of answers to requests whose `METHOD path?query` fits. */
export function bodies(fits: RegExp, change: (body: Body, url: URL) => unknown): Breaker {
  return async (request, answer) => {
    const url = new URL(request.url);
    const response = await answer(request);
    if (!fits.test(`${request.method} ${url.pathname}${url.search}`) || !response.ok || response.status === 304)
      return response;
    const body = (await response.json()) as Body;
    return new Response(JSON.stringify(change(body, url) ?? body), {
      status: response.status,
      headers: plainHeaders(response),
    });
  };
}

/** Changes every metric of an answer. */
export const numbers = (fits: RegExp, change: (numbers: Body) => void): Breaker =>
  bodies(fits, (body) => {
    for (const one of Object.values(body['metrics'] as Record<string, Body>)) change(one);
  });

/** Forgets a parameter of the question. */
export function forgets(name: string): Breaker {
  return (request, answer) => {
    const url = new URL(request.url);
    url.searchParams.delete(name);
    return answer(new Request(url, request));
  };
}

/** Answers with other headers; `null` leaves one out. */
export function headers(changes: Record<string, string | null>): Breaker {
  return async (request, answer) => {
    const response = await answer(request);
    const changed = new Headers(response.headers);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) changed.delete(name);
      else changed.set(name, value);
    }
    return new Response(response.body, { status: response.status, headers: changed });
  };
}

/** Answers another status to what fits. */
export const statuses =
  (fits: RegExp, status: number, body = '{}'): Breaker =>
  async (request, answer) => {
    const url = new URL(request.url);
    return fits.test(`${request.method} ${url.pathname}${url.search}`)
      ? new Response(body, { status, headers: { 'content-type': 'application/json' } })
      : answer(request);
  };

function plainHeaders(response: Response): Headers {
  const plain = new Headers(response.headers);
  for (const name of ['content-length', 'content-encoding', 'etag']) plain.delete(name);
  return plain;
}
