/** Finds buckets in which the product was switched off. Without facts there, their numbers are null rather than zero. */
import type { MetricDefinition } from '../metrics/definition.js';
import type { Live } from '../facts/agent-data.js';
import type { Buckets } from '../time/buckets.js';
import { parseInstant } from '../time/instant.js';
import type { EngineFacts, LiveSpans, MetricsEngine, Span } from './engine.js';

export interface Unmeasured {
  metric: string;
  /** Whether the whole range is unmeasured. */
  total: boolean;
  buckets: boolean[];
}

type OpenSpan = LiveSpans[string][number];

const PRODUCT_OF_FAMILY = new Map([
  ['agent', 'agent'],
  ['chatbot', 'agent'],
  ['hub', 'hub'],
]);

/** `null` means not live yet: no span. `undefined` means unknown: every number stays as it is. */
export function toLiveSpans(live: Live | null | undefined): LiveSpans | null | undefined {
  if (live === null || live === undefined) return live;
  const toSpans = (spans: Live['agent']) =>
    (spans ?? []).map(({ since, until }) => ({
      since: parseInstant(since),
      until: until === undefined || until === null ? Infinity : parseInstant(until),
    }));
  return { ...(live.agent && { agent: toSpans(live.agent) }), ...(live.hub && { hub: toSpans(live.hub) }) };
}

export async function unmeasuredBuckets(
  engine: MetricsEngine,
  { live }: EngineFacts,
  definitions: readonly MetricDefinition[],
  range: { span: Span; buckets: Buckets | undefined; now: number },
): Promise<Unmeasured[]> {
  if (live === undefined) return [];
  const found = await Promise.all(
    definitions.map(async (definition) => {
      const product = PRODUCT_OF_FAMILY.get(definition.family ?? '');
      const spans = product === undefined ? undefined : live === null ? [] : live[product];
      return spans && unmeasuredOf(engine, definition, spans, range);
    }),
  );
  return found.filter((one) => one !== undefined);
}

async function unmeasuredOf(
  engine: MetricsEngine,
  { id, fact, at }: MetricDefinition,
  spans: readonly OpenSpan[],
  { span, buckets, now }: { span: Span; buckets: Buckets | undefined; now: number },
): Promise<Unmeasured | undefined> {
  const outside = { total: isOutside(span.start, span.end, spans), buckets: bucketsOutside(buckets, spans) };
  if (!outside.total && !outside.buckets.includes(true)) return undefined;
  const leaf = { op: 'count', fact, at, where: [], known: [], ignore: [] } as const;
  const [rows] = await engine.cells({ leaves: [leaf], span, filters: {}, now, ...(buckets && { buckets }) });
  return {
    metric: id,
    total: outside.total && !rows?.total,
    buckets: outside.buckets.map((isOff, bucket) => isOff && !rows?.byBucket?.[bucket]),
  };
}

/** A bucket of several segments, such as one of a folded grain, is outside when all of its segments are. */
function bucketsOutside(buckets: Buckets | undefined, spans: readonly OpenSpan[]): boolean[] {
  if (!buckets) return [];
  const outside = new Array<boolean>(buckets.labels.length).fill(true);
  buckets.bucketOf.forEach((bucket, segment) => {
    if (!isOutside(buckets.edges[segment]!, buckets.edges[segment + 1]!, spans)) outside[bucket] = false;
  });
  return outside;
}

function isOutside(start: number, end: number, spans: readonly OpenSpan[]): boolean {
  return !spans.some(({ since, until }) => since < Math.max(end, start + 1) && until > start);
}
