/** A time that was never set is no value in a database either, whatever way it came. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createDatabaseEngine } from '../../../../src/server/database-engine.js';
import { openDuckDb } from '../../../../src/server/database/duckdb/open-duckdb.js';
import type { FactDatabase } from '../../../../src/server/database/fact-database.js';
import { createDatabaseSource } from '../../../../src/server/database/database-source.js';
import { createMetricsHandler } from '../../../../src/server/index.js';
import { importFile } from '../../../../src/server/import/import-file.js';
import { checkSourceOptions } from '../../../../src/core/source-options.js';
import { shopWith } from '../../../fixtures/unset-times.js';

const UNSET = '0001-01-01T00:00:00Z';
const RANGE = { from: '2026-03-01', to: '2026-03-31', timeZone: 'UTC' };
const METRICS = ['ai-revenue', 'unresolved-tickets', 'customers', 'first-response-time', 'survey-response-rate'];

describe('a time that was never set, in DuckDB', () => {
  let folder: string;
  let database: FactDatabase;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unset-'));
    database = await openDuckDb({ path: join(folder, 'facts.duckdb'), ...checkSourceOptions({}) });
  });
  afterEach(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  /** What the database tells after the facts came to a tenant of their own. */
  async function toldAfter(tenant: string, come: (tenant: string) => Promise<unknown>) {
    await come(tenant);
    const options = checkSourceOptions({ now: '2026-03-31T12:00:00Z' });
    const source = createDatabaseSource(database.tenant(tenant), options);
    const { first, last, metrics } = await source.describe();
    return { first, last, metrics, answer: (await source.query({ metrics: METRICS, ...RANGE })).metrics };
  }
  const sourceOf = (tenant: string) => createDatabaseSource(database.tenant(tenant), checkSourceOptions({}));

  it('counts as little as one that is missing, by import, by POST and by append', async () => {
    const expected = await toldAfter('without', (tenant) => sourceOf(tenant).append!(shopWith()));
    expect(expected.first).to.equal('2026-01-01T00:00:00.000Z');
    expect(expected.answer['ai-revenue']!.value).to.equal(8900);
    const ways: Record<string, (tenant: string) => Promise<unknown>> = {
      append: (tenant) => sourceOf(tenant).append!(shopWith(UNSET)),
      import: async (tenant) => {
        const file = join(folder, 'facts.json');
        await writeFile(file, JSON.stringify(shopWith(UNSET)));
        return importFile({ file, facts: database.tenant(tenant), refusedFile: join(folder, 'refused.ndjson') });
      },
      post: (tenant) =>
        createMetricsHandler({
          engine: createDatabaseEngine(database),
          auth: () => ({ tenant, role: 'admin', subject: 'test', may: { texts: true, people: true, write: true } }),
        })(
          new Request('http://localhost/api/facts', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(shopWith(UNSET)),
          }),
        ),
    };
    for (const [way, come] of Object.entries(ways)) expect(await toldAfter(way, come), way).to.deep.equal(expected);
  });
});
