/** What the endpoint says about itself, for Prometheus: requests and their time, by route and status. */
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { Counter, Histogram, Registry } from 'prom-client';

export class RequestMetrics {
  readonly #registry = new Registry();
  readonly #requests = new Counter({ name: 'agent_metrics_requests_total', help: 'Requests answered.', labelNames: ['route', 'status'] as const, registers: [this.#registry] });
  readonly #seconds = new Histogram({ name: 'agent_metrics_request_seconds', help: 'Time to the answer.', labelNames: ['route'] as const, registers: [this.#registry] });

  readonly contentType = this.#registry.contentType;

  readonly middleware: MiddlewareHandler = async (c, next) => {
    const end = this.#seconds.startTimer();
    await next();
    // The route's pattern, never the path: ids would make a series each.
    const route = routePath(c, -1);
    end({ route });
    this.#requests.inc({ route, status: String(c.res.status) });
  };

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
