/** A cluster that loses a server: every answer is right, or an error that says so. */
import { expect } from 'chai';
import { resolveSettings } from '../../../../../src/core/settings.js';
import type { Conversation } from '../../../../../src/core/facts/conversations.js';
import type { MetricsQuery } from '../../../../../src/core/query.js';
import { createDatabaseSource } from '../../../../../src/server/database/database-source.js';
import { DatabaseError, type FactDatabase } from '../../../../../src/server/database/fact-database.js';
import { ClickHouseConnection } from '../../../../../src/server/database/clickhouse/clickhouse-connection.js';
import { openClickHouse } from '../../../../../src/server/database/clickhouse/open-clickhouse.js';
import { checkSourceOptions } from '../../../../../src/core/source-options.js';
import { vi } from 'vitest';
import { startCluster } from '../../../../clickhouse/start-cluster.mjs';

const options = checkSourceOptions({ now: '2026-03-10T00:00:00Z', timeZone: 'UTC' });
const query: MetricsQuery = {
  metrics: ['total-volume', 'conversation-length'],
  from: '2026-03-01',
  to: '2026-03-07',
  timeZone: 'UTC',
  groupBy: 'channel',
};

/** Of two messages each, every third in the app. */
function conversations(from: number, to: number): Conversation[] {
  return Array.from({ length: to - from }, (_, index) => ({
    id: `c${from + index}`,
    startedAt: '2026-03-02T10:00:00Z',
    channel: (from + index) % 3 === 0 ? 'app' : 'web',
    messages: [
      { at: '2026-03-02T10:00:00Z', from: 'visitor', text: 'Where is it?' },
      { at: '2026-03-02T10:01:00Z', from: 'agent', text: 'On its way.' },
    ],
  }));
}

describe('a cluster of three', () => {
  let cluster: Awaited<ReturnType<typeof startCluster>>;
  let database: FactDatabase;

  beforeAll(async () => {
    cluster = await startCluster();
    database = await openDatabase();
  });

  afterEach(() => Promise.all(cluster.nodes.map((node) => node.start())));

  afterAll(async () => {
    await database?.close();
    await cluster?.stop();
  });

  function openDatabase(): Promise<FactDatabase> {
    const nodes = cluster.nodes.map(({ url }) => url);
    return openClickHouse({
      url: nodes[0]!,
      cluster: { name: cluster.name, nodes },
      settings: resolveSettings(),
      columns: {},
    });
  }

  async function ask(tenant: string): Promise<(number | null)[]> {
    const { metrics } = await createDatabaseSource(database.tenant(tenant), options).query(query);
    return [
      metrics['total-volume']!.value,
      metrics['conversation-length']!.value,
      ...(metrics['total-volume']!.byGroup ?? []),
    ];
  }

  const failureOf = (asked: Promise<unknown>): Promise<unknown> =>
    asked.then(
      (value) => value,
      (error: unknown) => error,
    );

  function expectUnavailable(error: unknown): void {
    expect(error).to.be.instanceOf(DatabaseError);
    expect(error).to.have.property('type', 'unavailable');
    expect((error as Error).message).to.equal('ClickHouse, or a part of its cluster, does not answer.');
  }

  it('says what runs, and keeps tenants apart', async () => {
    expect(database.name).to.match(/^clickhouse \d+\./);
    await database.tenant('a').write({ conversations: conversations(0, 300) });
    await database.tenant('b').write({ conversations: conversations(0, 6) });
    expect(await ask('a')).to.deep.equal([300, 2, 200, 100]);
    expect(await ask('b')).to.deep.equal([6, 2, 4, 2]);
    expect(await ask('nobody')).to.deep.equal([null, null]);
  });

  it('answers rightly or with an error while a server goes away in the middle of questions, and rightly when it is back', async () => {
    const [, , lost] = cluster.nodes;
    const seen: unknown[] = [await ask('a')];
    const asking = (async () => {
      while (!seen.some((one) => one instanceof Error)) seen.push(await failureOf(ask('a')));
    })();
    await lost!.stop();
    await asking;
    for (const one of seen) {
      if (one instanceof Error) expectUnavailable(one);
      else expect(one).to.deep.equal([300, 2, 200, 100]);
    }
    expectUnavailable(await failureOf(ask('a')));
    expectUnavailable(await failureOf(database.ping()));
    expectUnavailable(await failureOf(openDatabase()));
    await lost!.start();
    expect(await ask('a')).to.deep.equal([300, 2, 200, 100]);
  });

  it('writes nothing that it cannot read before', async () => {
    const [, lost] = cluster.nodes;
    await lost!.stop();
    expectUnavailable(await failureOf(database.tenant('a').write({ conversations: conversations(300, 600) })));
    await lost!.start();
    expect(await ask('a')).to.deep.equal([300, 2, 200, 100]);
  });

  it('tells nothing of half a write, and completes it once it can', async () => {
    const [, lost] = cluster.nodes;
    const original = ClickHouseConnection.prototype.insert;
    const insert = vi.spyOn(ClickHouseConnection.prototype, 'insert');
    insert.mockImplementation(async function (this: ClickHouseConnection, table, rows) {
      if (table.endsWith('.conversations')) await lost!.stop();
      return original.call(this, table, rows);
    });
    expectUnavailable(await failureOf(database.tenant('a').write({ conversations: conversations(300, 600) })));
    insert.mockRestore();
    expectUnavailable(await failureOf(ask('a')));
    await lost!.start();
    expect(await ask('a')).to.deep.equal([600, 2, 400, 200]);
    expect(await database.tenant('a').write({ conversations: conversations(0, 600) })).to.deep.equal({ written: 600 });
    expect(await ask('a')).to.deep.equal([600, 2, 400, 200]);
  });

  it('stops a statement that nobody waits for', async () => {
    const leaving = new AbortController();
    const engine = database.tenant('a').engine({ signal: leaving.signal });
    const asked = engine.describe(Date.now());
    leaving.abort(new Error('Gone.'));
    expect(await failureOf(asked)).to.have.property('message', 'Gone.');
  });

  it('refuses tables that a newer program made', async () => {
    const nodes = cluster.nodes.map(({ url }) => url);
    const open = () => openClickHouse({ url: nodes[0]!, database: 'newer', settings: resolveSettings(), columns: {} });
    await (await open()).close();
    await fetch(nodes[0]!, {
      method: 'POST',
      body: 'INSERT INTO newer.schema_migrations (version, made_at) VALUES (99, 0)',
    });
    const error = await failureOf(open());
    expect(error).to.be.instanceOf(DatabaseError).with.property('type', 'mismatch');
    expect((error as Error).message).to.equal(
      'The database newer is at version 99, this program knows 2. Use the newer program.',
    );
  });
});
