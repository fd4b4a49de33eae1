/** A handler over hand-made facts, asked without a network. */
import type { AgentData } from '../../../src/core/facts/agent-data.js';
import type { Connection } from '../../../src/server/http/client-address.js';
import type { MetricsHandlerOptions } from '../../../src/server/http/handler-options.js';
import { createMetricsHandler } from '../../../src/server/http/metrics-handler.js';
import { sourceOf, talk, WEEK } from '../../fixtures/make-facts.js';

export const FACTS: AgentData = { conversations: [talk('a'), talk('b')] };
export const RANGE = new URLSearchParams(WEEK).toString();
export const QUERY = `metrics=total-volume&${RANGE}`;

export type Ask = (path: string, init?: RequestInit, connection?: Connection) => Promise<Response>;

export function asking(options: Partial<MetricsHandlerOptions> = {}): Ask {
  const handler = createMetricsHandler({ engine: sourceOf(FACTS), ...options });
  return (path, init, connection) => handler(new Request(`http://127.0.0.1${path}`, init), connection);
}

export const posted = (body: unknown, type = 'application/json'): RequestInit => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'content-type': type },
});

export interface Told {
  status: number;
  type: string;
  parameter: string | undefined;
}

/** What a problem says to a program. */
export async function problemOf(response: Response): Promise<Told> {
  const { type = '', parameter } = (await response.json()) as { type?: string; parameter?: string };
  return { status: response.status, type: type.replace('urn:agent-metrics:', ''), parameter };
}
