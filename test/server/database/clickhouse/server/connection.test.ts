/** What a real server does with statements: stops those nobody waits for, and tells what it cannot do. */
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { expect } from 'chai';
import { ClickHouseConnection } from '../../../../../src/server/database/clickhouse/clickhouse-connection.js';
import { DatabaseError } from '../../../../../src/server/database/fact-database.js';
import { startCluster } from '../../../../clickhouse/start-cluster.mjs';

const ENDLESS = 'SELECT count() FROM system.numbers WHERE number % 3 = 7';

describe('a connection to a server', () => {
  let cluster: Awaited<ReturnType<typeof startCluster>>;
  let connection: ClickHouseConnection;

  beforeAll(async () => {
    cluster = await startCluster(1);
    connection = new ClickHouseConnection(
      createClient({ url: cluster.nodes[0]!.url, log: { level: ClickHouseLogLevel.OFF } }),
      true,
    );
    await connection.open();
  });

  afterAll(async () => {
    await connection?.close();
    await cluster?.stop();
  });

  const query = (sql: string, signal?: AbortSignal) => connection.query({ sql, parameters: [] }, signal);
  const failureOf = (asked: Promise<unknown>): Promise<unknown> =>
    asked.then(
      (value) => value,
      (error: unknown) => error,
    );

  async function untilEndless(running: number): Promise<void> {
    for (;;) {
      const [[count] = []] = await query(
        "SELECT count() FROM system.processes WHERE query LIKE '%FROM system.numbers WHERE%' AND query NOT LIKE '%processes%'",
      );
      if (count === running) return;
    }
  }

  it('stops a statement on the server when its question is given up', async () => {
    const leaving = new AbortController();
    const asked = failureOf(query(ENDLESS, leaving.signal));
    await untilEndless(1);
    leaving.abort(new Error('Gone.'));
    expect(await asked).to.have.property('message', 'Gone.');
    await untilEndless(0);
  });

  it('sends nothing for a question that was given up before', async () => {
    expect(await failureOf(query(ENDLESS, AbortSignal.abort(new Error('Gone.'))))).to.have.property('message', 'Gone.');
  });

  it('leaves a fault of the statement what it is', async () => {
    const error = await failureOf(query('SELECT no_such_column'));
    expect(error).to.be.instanceOf(Error).and.not.instanceOf(DatabaseError);
    expect((error as Error).message).to.include('no_such_column');
  });

  it('refuses an answer that breaks off', async () => {
    const error = await failureOf(
      query('SELECT throwIf(number = 1000000) FROM (SELECT number FROM system.numbers LIMIT 2000000)'),
    );
    expect(error).to.be.instanceOf(Error);
  });

  it('says that a server which is gone does not answer', async () => {
    await cluster.nodes[0]!.stop();
    const error = await failureOf(query('SELECT 1'));
    expect(error).to.be.instanceOf(DatabaseError).with.property('type', 'unavailable');
    expect((error as DatabaseError).message).to.equal('ClickHouse, or a part of its cluster, does not answer.');
  });
});
