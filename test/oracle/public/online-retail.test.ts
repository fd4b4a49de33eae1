/** Real invoices of five days: their values, and that cancelled ones earn nothing. */
import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { AgentData } from '../../../src/core/facts/agent-data.js';
import { createLocalSource } from '../../../src/sources/local-source.js';
import { openSql } from './duckdb.mjs';

const FILE = fileURLToPath(new URL('../../../demo/data/online-retail.json.gz', import.meta.url));
const RANGE = { from: '2010-12-01', to: '2010-12-05', timeZone: 'Europe/London' };
const NOW = '2010-12-31T00:00:00Z';

describe('the invoices of a gift shop', () => {
  const data = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as Required<Pick<AgentData, 'checkouts'>>;
  let sql: Awaited<ReturnType<typeof openSql>>;

  beforeAll(async () => {
    sql = await openSql();
    const values = data.checkouts
      .map(({ id, completedAt, signedIn, total }) => `('${id}', '${String(completedAt)}', ${signedIn}, ${total})`)
      .join(', ');
    await sql.run(
      `CREATE TABLE checkouts AS SELECT id, done::TIMESTAMPTZ AS done, signed_in, total FROM (VALUES ${values}) AS invoice(id, done, signed_in, total)`,
    );
  });
  afterAll(() => sql.close());

  it('have the number and the average value that SQL gives, in all and day by day', async () => {
    const { metrics, buckets } = await createLocalSource(data, { now: NOW }).query({
      metrics: ['signed-in-checkouts', 'signed-in-order-value'],
      grain: 'day',
      ...RANGE,
    });
    const [[count, mean] = []] = await sql.rows('SELECT count(*), avg(total) FROM checkouts WHERE signed_in');
    expect(metrics['signed-in-checkouts']!.value).to.equal(count);
    expect(metrics['signed-in-order-value']!.value).to.be.closeTo(mean as number, 1e-9);
    const days = await sql.rows(
      "SELECT strftime(done AT TIME ZONE 'Europe/London', '%Y-%m-%d'), count(*) FROM checkouts WHERE signed_in GROUP BY 1 ORDER BY 1",
    );
    expect(
      buckets!.map((day, index) => [day, metrics['signed-in-checkouts']!.byBucket![index]]).filter(([, some]) => some),
    ).to.deep.equal(days);
  });

  it('earn what was added in the hub, and nothing once they are cancelled', async () => {
    const orders = data.checkouts.map(({ id, completedAt, total, accountId }, index) => ({
      id,
      at: completedAt,
      accountId: accountId ?? 'none',
      items: [{ productId: id, amount: total, quantity: 1 }],
      ...(index % 5 === 0 && { cancelledAt: '2010-12-20T00:00:00Z' }),
    }));
    // Of every second invoice the item had been put into the cart in the hub.
    const hubEvents = orders
      .filter((_, index) => index % 2 === 0)
      .map(({ id, at, accountId }) => ({ at, accountId, kind: 'cart-added', productId: id }));
    const earned = async (now: string) =>
      (await createLocalSource({ orders, hubEvents }, { now }).query({ metrics: ['hub-revenue'], ...RANGE })).metrics[
        'hub-revenue'
      ]!.value;
    const [[before, after] = []] = await sql.rows(
      `SELECT sum(total) FILTER (WHERE place % 2 = 0), sum(total) FILTER (WHERE place % 2 = 0 AND place % 5 <> 0) FROM (SELECT *, row_number() OVER () - 1 AS place FROM checkouts)`,
    );
    expect([await earned('2010-12-10T00:00:00Z'), await earned(NOW)]).to.deep.equal([before, after]);
  });
});
