/** Facts of a database as a source: the same core answers, over an engine that asks the database. */
import { createEngineSource } from '../../core/answer/engine-source.js';
import type { QueryLimits } from '../../core/answer/limits.js';
import type { AgentData } from '../../core/facts/agent-data.js';
import { checkField } from '../../core/facts/data-fields.js';
import { FACT_NAMES } from '../../core/facts/registry.js';
import { GapFinder } from '../../core/gaps/gap-finder.js';
import type { CheckedOptions } from '../../core/source-options.js';
import { acceptRecord } from '../../ingest/accept-record.js';
import { toArticle } from '../../ingest/new-article.js';
import { runInSlices } from '../../ingest/run-in-slices.js';
import type { MetricsSource } from '../../sources/metrics-source.js';
import type { FactWrite, StoredFields, TenantFacts } from './fact-database.js';

export interface DatabaseSourceOptions {
  /** What a search looks at beside ids. Default: all of it. */
  sight?: { texts: boolean; people: boolean };
  limits?: QueryLimits;
  /** Most questions of a range that gaps are found among. Default 20,000. */
  maxQuestions?: number;
  /** Where the gaps that were found are kept. */
  gaps?: GapFinder;
}

export function createDatabaseSource(
  facts: TenantFacts,
  options: CheckedOptions,
  { sight, limits, maxQuestions = 20_000, gaps = new GapFinder() }: DatabaseSourceOptions = {},
): MetricsSource {
  const source = createEngineSource<AbortSignal>({
    options,
    clock: () => options.now ?? Date.now(),
    gaps,
    maxQuestions: maxQuestions,
    ...(limits && { limits }),
    withEngine: (ask, signal) =>
      facts.steady(() => ask(facts.engine({ signal, ...(sight && { searches: sight }) })), signal),
    about: async (signal) => ({
      fields: await facts.fields(signal),
      refused: { count: await facts.refused(signal), first: [] },
    }),
    runSteps: (signal) => (steps) => runInSlices(steps, { signal }),
    toArticle,
    addArticle: async (article) => void (await facts.write({ articles: [article] })),
  });
  return { ...source, append: async (data) => void (await facts.write(toWrite(data, options))) };
}

/** The records that fit; others are left out. Throws for fields that cannot be. */
function toWrite(data: AgentData, { columns }: CheckedOptions): FactWrite {
  const lists = Object.fromEntries(
    FACT_NAMES.map((fact) => [
      fact,
      (data[fact] as readonly unknown[] | undefined)?.flatMap(
        (record) => acceptRecord(fact, record, columns, () => undefined) ?? [],
      ),
    ]),
  );
  const fields = (['skills', 'currency', 'timeZone', 'live'] as const).reduce<StoredFields>(
    (known, name) => (name in data ? { ...known, ...checkField(name, data[name]) } : known),
    {},
  );
  return {
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined)),
    ...(Object.keys(fields).length > 0 && { fields }),
  };
}
