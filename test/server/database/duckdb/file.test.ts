import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Conversation, Order } from '../../../../src/core/facts.js';
import type { MetricSettings } from '../../../../src/core/settings.js';
import type { FactDatabase } from '../../../../src/server/database/fact-database.js';
import { openDuckDb } from '../../../../src/server/database/duckdb/open-duckdb.js';
import { createDatabaseSource } from '../../../../src/server/database/database-source.js';
import { createLocalSource } from '../../../../src/sources/local-source.js';
import { checkLocalOptions } from '../../../../src/sources/local/options.js';

const START = Date.UTC(2026, 5, 1, 8);
const HOUR = 3_600_000;
const RANGE = { from: '2026-06-01', to: '2026-06-07', timeZone: 'UTC', now: '2026-06-08T00:00:00Z' } as const;

/** Asked once, answered, silent since: by 48 h resolved on the third day. The click is 30 h before the order. */
const talk = (id: string): Conversation => ({
  id, startedAt: START, channel: 'web-chat', profile: { id: `p-${id}` }, clicks: [{ at: START, productId: 'shoe' }],
  messages: [{ at: START, from: 'visitor', text: 'Where is it?' }, { at: START + 1000, from: 'agent', text: 'On its way.' }],
});
const order = (id: string): Order => ({ id: `o-${id}`, at: START + 30 * HOUR, profileId: `p-${id}`, items: [{ productId: 'shoe', amount: 500 }] });
const DATA = { conversations: ['a', 'b', 'c'].map(talk), orders: ['a', 'b'].map(order) };

describe('a DuckDB file', () => {
  let folder: string;
  let opened: FactDatabase[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'duckdb-file-'));
    opened = [];
  });

  afterEach(async () => {
    for (const database of opened) await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const path = () => join(folder, 'facts.duckdb');

  async function open(settings: MetricSettings = {}): Promise<FactDatabase> {
    const database = await openDuckDb({ path: path(), ...checkLocalOptions({ settings }) });
    opened.push(database);
    return database;
  }

  async function close(): Promise<void> {
    for (const database of opened.splice(0)) await database.close();
  }

  const numbersIn = async (database: FactDatabase, settings: MetricSettings = {}) => {
    const { metrics } = await createDatabaseSource(database.tenant('shop'), checkLocalOptions({ settings })).query({ metrics: ['total-volume', 'ai-resolved', 'ai-revenue', 'purchase-rate'], ...RANGE });
    return Object.values(metrics).map(({ value }) => value);
  };

  it('keeps what was written', async () => {
    await (await open()).tenant('shop').write(DATA);
    await close();
    expect(await numbersIn(await open())).to.deep.equal([3, 3, 0, 0]);
  });

  it('derives everything anew under other settings: 30 h within 40 h earn, 200 h of silence close nobody', async () => {
    await (await open()).tenant('shop').write(DATA);
    await close();
    const settings: MetricSettings = { inactivityHours: 200, attribution: { default: { touch: 'click', hours: 40 } } };
    expect(await numbersIn(await open(settings), settings)).to.deep.equal([3, 0, 1000, 2 / 3]);
    await close();
    expect(await numbersIn(await open())).to.deep.equal([3, 3, 0, 0]);
  });

  it('takes an own column up that the settings declare later', async () => {
    await (await open()).tenant('shop').write({ conversations: [{ ...talk('a'), plan: 'gold' } as Conversation, talk('b')] });
    await close();
    const options = checkLocalOptions({ columns: { conversations: { plan: 'text' } } });
    const database = await openDuckDb({ path: path(), ...options });
    opened.push(database);
    const { groups, metrics } = await createDatabaseSource(database.tenant('shop'), options).query({ metrics: ['total-volume'], groupBy: 'plan', ...RANGE });
    expect([groups, metrics['total-volume']?.byGroup]).to.deep.equal([['', 'gold'], [1, 1]]);
  });

  it('moves a sale when its order or its conversation changes hands', async () => {
    const tenant = (await open({ attribution: { default: { touch: 'click', hours: 40 } } })).tenant('shop');
    const earned = async () => (await createDatabaseSource(tenant, checkLocalOptions({})).query({ metrics: ['ai-revenue'], ...RANGE })).metrics['ai-revenue']?.value;
    await tenant.write({ orders: [order('a')] });
    expect(await earned(), 'nobody clicked yet').to.equal(null);
    await tenant.write({ conversations: [talk('a')] });
    expect(await earned(), 'the click comes later than its order').to.equal(500);
    await tenant.write({ orders: [{ ...order('a'), profileId: 'p-z', updatedAt: START + 40 * HOUR }] });
    expect(await earned(), 'somebody else ordered').to.equal(0);
    await tenant.write({ conversations: [{ ...talk('a'), profile: { id: 'p-z' }, updatedAt: START + 40 * HOUR }] });
    expect(await earned(), 'the same one clicked').to.equal(500);
    await tenant.write({ orders: [{ ...order('a'), profileId: 'p-z', cancelledAt: START + 41 * HOUR, updatedAt: START + 41 * HOUR }] });
    expect(await earned(), 'it was cancelled').to.equal(0);
  });

  it('tells another process that the file is held', async () => {
    await open();
    const script = `import { DuckDBInstance } from '@duckdb/node-api'; await DuckDBInstance.create(${JSON.stringify(path())}).catch((error) => { console.log(error.message); });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (text: Buffer) => { said += text.toString(); });
    await once(child, 'close');
    const { toDatabaseError } = await import('../../../../src/server/database/duckdb/duckdb-errors.js');
    const error = toDatabaseError(new Error(said), 'facts.duckdb') as Error & { type?: string };
    expect(error.type).to.equal('busy');
    expect(error.message).to.match(/Another process holds/);
  });

  it('refuses a file that a newer version has written', async () => {
    await open();
    await close();
    const instance = await DuckDBInstance.create(path());
    const connection = await instance.connect();
    await connection.run('INSERT INTO schema_version VALUES (99)');
    connection.closeSync();
    instance.closeSync();
    const error = await open().then(() => undefined, (reason: Error & { type?: string }) => reason);
    expect(error?.type).to.equal('mismatch');
    expect(error?.message).to.match(/schema version 99/);
  });

  it('changes nothing when a write fails half-way', async () => {
    const tenant = (await open()).tenant('shop');
    await tenant.write(DATA);
    const wrong = { conversations: [talk('d')], articles: [{ id: 'x', title: 'X', get body(): string { throw new Error('half-way'); } }] };
    expect(await tenant.write(wrong).then(() => 'written', (error: Error) => error.message)).to.equal('half-way');
    expect(await numbersIn(opened[0]!)).to.deep.equal([3, 3, 0, 0]);
    await tenant.write({ conversations: [talk('d')] });
    expect((await numbersIn(opened[0]!))[0]).to.equal(4);
  });

  it('stops a statement when nobody waits for it any more, and answers the next', async () => {
    const tenant = (await open()).tenant('shop');
    const conversations = Array.from({ length: 4000 }, (_, index) => talk(`c${index}`));
    await tenant.write({ conversations });
    const stop = new AbortController();
    const request = { span: { start: START - HOUR, end: START + HOUR }, filters: {}, now: START + HOUR };
    const asked = Promise.all(Array.from({ length: 12 }, () => tenant.engine({ signal: stop.signal }).questions(request)));
    const gone = new Error('gone');
    stop.abort(gone);
    expect(await asked.catch((error: unknown) => error)).to.equal(gone);
    expect(await tenant.engine().questions(request)).to.have.length(4000);
  });

  it('keeps tenants apart', async () => {
    const database = await open();
    await database.tenant('shop').write(DATA);
    await database.tenant("other'; DROP TABLE conversations; --").write({ conversations: [talk('a')] });
    const described = await Promise.all(['shop', "other'; DROP TABLE conversations; --", 'nobody'].map((name) => createDatabaseSource(database.tenant(name), checkLocalOptions({})).describe()));
    expect(described.map(({ facts }) => facts)).to.deep.equal([{ conversations: 3, orders: 2 }, { conversations: 1 }, {}]);
  });

  it('answers in the page and here alike', async () => {
    const tenant = (await open()).tenant('shop');
    await tenant.write(DATA);
    const query = { metrics: ['total-volume', 'ai-revenue', 'average-response-time:p90'], ...RANGE, grain: 'day', groupBy: 'status' } as const;
    expect(await createDatabaseSource(tenant, checkLocalOptions({})).query({ ...query, metrics: [...query.metrics] }))
      .to.deep.equal(await createLocalSource(DATA).query({ ...query, metrics: [...query.metrics] }));
  });
});
