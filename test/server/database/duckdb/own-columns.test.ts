/** Custom columns of records beside conversations in a file: declared later, as another kind, or no more. */
import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineMetric } from '../../../../src/core/metrics/define-metric.js';
import { sum, type MetricDefinition } from '../../../../src/core/metrics/definition.js';
import type { CustomColumns } from '../../../../src/core/custom-columns.js';
import type { Survey } from '../../../../src/core/facts/surveys.js';
import type { Ticket } from '../../../../src/core/facts/tickets.js';
import { createDatabaseSource } from '../../../../src/server/database/database-source.js';
import { openDuckDb } from '../../../../src/server/database/duckdb/open-duckdb.js';
import type { FactDatabase } from '../../../../src/server/database/fact-database.js';
import { toFingerprint } from '../../../../src/server/database/row/fingerprint.js';
import { checkSourceOptions } from '../../../../src/core/source-options.js';
import { rejection } from '../../../fixtures/make-facts.js';

const START = Date.UTC(2026, 5, 1, 8);
const HOUR = 3_600_000;
const RANGE = { from: '2026-06-01', to: '2026-06-07', timeZone: 'UTC', now: '2026-06-08T00:00:00Z' } as const;

describe('custom columns of tickets and surveys in a DuckDB file', () => {
  let folder: string;
  let opened: FactDatabase | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'duckdb-own-'));
  });
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  /** The same file again, read otherwise. */
  async function open(columns: CustomColumns, metrics: MetricDefinition[] = []) {
    await opened?.close();
    const options = checkSourceOptions({ columns, metrics });
    const database = (opened = await openDuckDb({ path: join(folder, 'facts.duckdb'), ...options }));
    return { database, source: createDatabaseSource(database.tenant('shop'), options) };
  }

  const tickets = [
    { id: 'a', createdAt: START, plan: 'gold', resolvedAt: START + HOUR },
    { id: 'b', createdAt: START, plan: 7 },
    { id: 'c', createdAt: START, plan: 'gold', secret: 1 },
  ] as unknown as Ticket[];
  const surveys = [
    { id: 's', kind: 'nps', answeredAt: START, value: 9, ticketId: 'a', weight: 2 },
    { id: 't', kind: 'nps', answeredAt: START, value: 9, weight: 'much' },
  ] as unknown as Survey[];
  const weights = defineMetric({ id: 'weights', fact: 'surveyAnswers', formula: sum('weight') });

  const sourceWith = async (columns: CustomColumns, metrics = [weights].slice(0, 'surveys' in columns ? 1 : 0)) =>
    (await open(columns, metrics)).source;

  it('takes them up, without what does not fit, and lets them go again', async () => {
    await (await open({})).database.tenant('shop').write({ tickets, surveys });
    const source = await sourceWith({ tickets: { plan: 'text' }, surveys: { weight: 'number' } });
    const { groups, metrics } = await source.query({
      metrics: ['ticket-volume', 'resolved-tickets'],
      groupBy: 'plan',
      ...RANGE,
    });
    expect([groups, metrics['ticket-volume']?.byGroup, metrics['resolved-tickets']?.byGroup]).to.deep.equal([
      ['gold', ''],
      [2, 1],
      [1, 0],
    ]);
    expect((await source.query({ metrics: ['weights'], ...RANGE })).metrics['weights']).to.deep.equal({
      value: 2,
      leftOut: 1,
    });
    expect(
      (await source.records!({ metric: 'ticket-volume', sort: 'at', ...RANGE })).rows.map(({ id, record }) => [
        id,
        record['plan'],
        'secret' in record,
      ]),
    ).to.deep.equal([
      ['a', 'gold', false],
      ['b', undefined, false],
      ['c', 'gold', false],
    ]);
    expect((await source.describe()).dimensions['plan']).to.deep.equal({ values: ['gold'], truncated: false });
    expect(
      (await rejection((await sourceWith({})).query({ metrics: ['ticket-volume'], groupBy: 'plan', ...RANGE })))
        .message,
    ).to.include('Unknown dimension "plan"');
  });

  it('derives them anew as another kind, and under another fact', async () => {
    await (await open({})).database.tenant('shop').write({ tickets, surveys });
    await sourceWith({ tickets: { plan: 'text' } });
    const asNumber = await sourceWith({ tickets: { plan: 'number' } }, [
      defineMetric({ id: 'plans', fact: 'tickets', at: 'createdAt', formula: sum('plan') }),
    ]);
    expect((await asNumber.query({ metrics: ['plans'], ...RANGE })).metrics['plans']).to.deep.equal({
      value: 7,
      leftOut: 2,
    });
    const ofSurveys = await sourceWith({ surveys: { plan: 'text' } }, []);
    expect(
      (await ofSurveys.query({ metrics: ['ticket-volume'], groupBy: 'plan', ...RANGE })).metrics['ticket-volume'],
    ).to.deep.equal({ value: 3, reason: 'no-dimension', byGroup: null });
  });

  it('that no record has in the declared kind are no dimension and have no data', async () => {
    await (await open({})).database.tenant('shop').write({ tickets: tickets.slice(1, 2), surveys: surveys.slice(1) });
    const source = await sourceWith({ tickets: { plan: 'text' }, surveys: { weight: 'number' } });
    const { metrics } = await source.query({ metrics: ['ticket-volume', 'weights'], groupBy: 'plan', ...RANGE });
    expect([metrics['ticket-volume']?.reason, metrics['weights']?.reason]).to.deep.equal(['no-dimension', 'no-data']);
  });

  it('leave a file as it was whose conversations alone have some', () => {
    const fingerprintOf = (columns: CustomColumns) => toFingerprint(checkSourceOptions({ columns }));
    const before = createHash('sha256')
      .update(
        '[2,48,{"touch":"click","hours":24},[["sms",{"touch":"click","hours":120}]],[["plan","text"],["score","number"]],null,null]',
      )
      .digest('hex')
      .slice(0, 16);
    expect(fingerprintOf({ conversations: { score: 'number', plan: 'text' }, tickets: {} })).to.equal(before);
    expect(
      new Set([
        before,
        fingerprintOf({ conversations: { plan: 'text' }, tickets: { score: 'number' } }),
        fingerprintOf({ tickets: { plan: 'text', score: 'number' } }),
        fingerprintOf({ surveys: { plan: 'text', score: 'number' } }),
      ]).size,
    ).to.equal(4);
  });
});
