/** What the endpoint says about itself, for Prometheus. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export class RequestMetrics {
  readonly #registry = new Registry();
  readonly #registers = [this.#registry];
  readonly #requests = new Counter({
    name: 'agent_metrics_requests_total',
    help: 'Requests answered.',
    labelNames: ['route', 'status'] as const,
    registers: this.#registers,
  });
  readonly #seconds = new Histogram({
    name: 'agent_metrics_request_seconds',
    help: 'Time to the answer.',
    labelNames: ['route'] as const,
    registers: this.#registers,
  });
  readonly #inFlight = new Gauge({
    name: 'agent_metrics_requests_in_flight',
    help: 'Requests that wait for their answer.',
    registers: this.#registers,
  });
  readonly #rateLimited = new Counter({
    name: 'agent_metrics_rate_limited_total',
    help: 'Requests refused because there were too many.',
    registers: this.#registers,
  });
  readonly #accepted = new Counter({
    name: 'agent_metrics_facts_accepted_total',
    help: 'Records kept.',
    labelNames: ['fact'] as const,
    registers: this.#registers,
  });
  readonly #refused = new Counter({
    name: 'agent_metrics_facts_refused_total',
    help: 'Records that did not fit.',
    registers: this.#registers,
  });

  readonly contentType = this.#registry.contentType;

  begin(): void {
    this.#inFlight.inc();
  }

  /** `route` is the pattern, never the path: ids would make a series each. */
  end(route: string, status: number, ms: number): void {
    this.#inFlight.dec();
    this.#seconds.observe({ route }, ms / 1000);
    this.#requests.inc({ route, status: String(status) });
    if (status === 429) this.#rateLimited.inc();
  }

  countFacts(accepted: ReadonlyMap<string, number>, refused: number): void {
    for (const [fact, count] of accepted) this.#accepted.inc({ fact }, count);
    this.#refused.inc(refused);
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
