/** The smallest endpoint that keeps the contract, for pages: any source behind a `fetch`. The real one is tested in `test/server`. */
import { fromSearchParams } from '../../src/contract/query-parameters.js';
import type { MetricsSource } from '../../src/sources/metrics-source.js';

export const BASE = 'https://shop.example/api';

const json = (body: unknown, status = 200) => Response.json(body, { status });

async function answer(source: MetricsSource, { url, method }: Request, body: string): Promise<unknown> {
  const { pathname, searchParams } = new URL(url);
  const route = pathname.replace('/api', '');
  const query = (method === 'POST' ? JSON.parse(body) : fromSearchParams(searchParams)) as never;
  if (route === '/describe') return source.describe();
  if (route === '/metrics') return source.query(query);
  if (route === '/conversations') return source.conversations(query);
  if (route === '/knowledge-gaps') return source.knowledgeGaps(query);
  return source.conversation(decodeURIComponent(route.slice('/conversations/'.length)));
}

/** A `fetch` that asks the source and answers as an endpoint does. */
export function endpointOf(source: MetricsSource): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    return answer(source, request, await request.text()).then(
      (body) => json(body),
      (error: Error & Record<string, unknown>) => {
        const status = typeof error['status'] === 'number' ? error['status'] : 400;
        return json(
          {
            type: 'urn:agent-metrics:bad-query',
            title: 'It does not fit',
            status,
            detail: error.message,
            parameter: error['parameter'],
          },
          status,
        );
      },
    );
  };
}
