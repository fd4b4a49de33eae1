/** What has to be supplied before a metric has a number: for a reference, and for a host that wonders why it has none. */
import { columnsRead } from './check-readable.js';
import type { MetricDefinition } from './definition.js';
import { factSchema, ownColumn } from './fact-schema.js';
import { leavesOf } from './kept-plans.js';
import type { Needs } from './schema-parts.js';

/** Facts and columns as `tickets` or `tickets.resolutions`; of an inner list, one is enough. */
export function needsOf(definition: MetricDefinition): Needs {
  const all = [
    ...leavesOf(definition).flatMap((leaf) => [
      ...ofFact(leaf.fact),
      ...columnsRead(leaf).flatMap((name) => ofColumn(leaf.fact, name)),
    ]),
    ...(definition.needs ?? []),
  ];
  return [...new Map(all.map((need) => [String(need), need])).values()];
}

const ofFact = (fact: string): Needs => factSchema(fact)?.needs ?? [];

function ofColumn(fact: string, name: string): Needs {
  const schema = factSchema(fact);
  const inherited = schema?.inherits && factSchema(schema.inherits);
  return (schema && (ownColumn(schema, name) ?? (inherited && ownColumn(inherited, name))))?.needs ?? [];
}
