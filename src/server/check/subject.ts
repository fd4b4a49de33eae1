/** What an endpoint under test is asked about: a range that its data reach into, and the metrics that laws hold for. */
import { Catalogue } from '../../core/metrics/catalogue.js';
import type { MetricDefinition } from '../../core/metrics/definition.js';
import type { MetricAnswer, MetricsAnswer, MetricsQuery, SourceDescription } from '../../core/query.js';
import { DAY } from '../../core/time/units.js';
import { EndpointProbe, type ProbeOptions } from './endpoint-probe.js';

export interface Subject {
  probe: EndpointProbe;
  description: SourceDescription;
  /** Four weeks up to the newest fact, and an instant that stands for now in every question. */
  scope: { from: string; to: string; timeZone: string; now: string };
  /** Metrics of which parts add up to the whole. */
  additive: readonly string[];
  /** Dimensions with values of which each record has one. */
  dimensions: readonly string[];
}

const RANGE_DAYS = 28;

export async function openSubject(url: string, options: ProbeOptions = {}): Promise<Subject> {
  const probe = new EndpointProbe(url, options);
  const description = await probe.source.describe();
  const last = description.last === null ? Date.now() : Date.parse(description.last);
  const timeZone = description.timeZone ?? 'UTC';
  const scope = {
    from: toDate(last - (RANGE_DAYS - 1) * DAY, timeZone),
    to: toDate(last, timeZone),
    timeZone,
    now: new Date(Math.max(last, Date.now())).toISOString(),
  };
  return {
    probe,
    description,
    scope,
    additive: additiveMetrics(description),
    dimensions: singleDimensions(description),
  };
}

/** The query string of a question of the scope. */
export function pathOf(
  { scope }: Subject,
  query: Partial<Record<string, string | number>> = {},
  route = '/metrics',
): string {
  const fields = { ...(route === '/metrics' && { metrics: 'total-volume' }), ...scope, ...query };
  return `${route}?${new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString()}`;
}

export function askMetrics(
  { probe, scope }: Subject,
  query: Partial<MetricsQuery> & { metrics: string[] },
): Promise<MetricsAnswer> {
  return probe.source.query({ ...scope, ...query });
}

/** Each metric with its numbers; those that have none are left out. */
export function numbersOf({ metrics }: MetricsAnswer): [id: string, answer: MetricAnswer & { value: number }][] {
  return Object.entries(metrics).flatMap(([id, answer]) =>
    answer.value === null ? [] : [[id, { ...answer, value: answer.value }]],
  );
}

/** Metrics a few at a time, as many as one question may name. */
export function chunksOf<T>(list: readonly T[], size = 20): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

export const sumOf = (numbers: readonly (number | null)[] = []): number =>
  numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0);

export function definitionOf({ description }: Pick<Subject, 'description'>, id: string): MetricDefinition | undefined {
  const catalogue = new Catalogue(description.definitions ?? []);
  return catalogue.ids.includes(id) ? catalogue.get(id) : undefined;
}

function additiveMetrics(description: SourceDescription): string[] {
  return description.metrics.filter((id) => {
    const definition = definitionOf({ description }, id);
    return (
      definition &&
      (definition.formula.op === 'count' || (definition.formula.op === 'sum' && definition.unit !== 'duration'))
    );
  });
}

function singleDimensions({ dimensions }: SourceDescription): string[] {
  return Object.entries(dimensions)
    .filter(([, { values, multiValued }]) => values.length > 0 && !multiValued)
    .map(([name]) => name);
}

function toDate(ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(ms);
}
