import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Conversation } from '../../../../src/core/facts/conversations.js';
import type { Order } from '../../../../src/core/facts/orders.js';
import { defineMetric } from '../../../../src/core/metrics/define-metric.js';
import { sum } from '../../../../src/core/metrics/definition.js';
import type { MetricSettings } from '../../../../src/core/settings.js';
import type { FactDatabase } from '../../../../src/server/database/fact-database.js';
import { openDuckDb } from '../../../../src/server/database/duckdb/open-duckdb.js';
import { createDatabaseSource } from '../../../../src/server/database/database-source.js';
import { createLocalSource } from '../../../../src/sources/local-source.js';
import { checkSourceOptions } from '../../../../src/core/source-options.js';

const START = Date.UTC(2026, 5, 1, 8);
const HOUR = 3_600_000;
const RANGE = { from: '2026-06-01', to: '2026-06-07', timeZone: 'UTC', now: '2026-06-08T00:00:00Z' } as const;

/** Asked once, answered, silent since: by 48 h resolved on the third day. The click is 30 h before the order. */
const talk = (id: string): Conversation => ({
  id,
  startedAt: START,
  channel: 'web-chat',
  profile: { id: `p-${id}` },
  clicks: [{ at: START, productId: 'shoe' }],
  messages: [
    { at: START, from: 'visitor', text: 'Where is it?' },
    { at: START + 1000, from: 'agent', text: 'On its way.' },
  ],
});
const order = (id: string): Order => ({
  id: `o-${id}`,
  at: START + 30 * HOUR,
  profileId: `p-${id}`,
  items: [{ productId: 'shoe', amount: 500 }],
});
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
    const database = await openDuckDb({ path: path(), ...checkSourceOptions({ settings }) });
    opened.push(database);
    return database;
  }

  async function close(): Promise<void> {
    for (const database of opened.splice(0)) await database.close();
  }

  const numbersIn = async (database: FactDatabase, settings: MetricSettings = {}) => {
    const { metrics } = await createDatabaseSource(database.tenant('shop'), checkSourceOptions({ settings })).query({
      metrics: ['total-volume', 'ai-resolved', 'ai-revenue', 'purchase-rate'],
      ...RANGE,
    });
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

  it('takes an custom column up that the settings declare later', async () => {
    await (
      await open()
    )
      .tenant('shop')
      .write({ conversations: [{ ...talk('a'), plan: 'gold' } as Conversation, talk('b')] });
    await close();
    const options = checkSourceOptions({ columns: { conversations: { plan: 'text' } } });
    const database = await openDuckDb({ path: path(), ...options });
    opened.push(database);
    const { groups, metrics } = await createDatabaseSource(database.tenant('shop'), options).query({
      metrics: ['total-volume'],
      groupBy: 'plan',
      ...RANGE,
    });
    expect([groups, metrics['total-volume']?.byGroup]).to.deep.equal([
      ['', 'gold'],
      [1, 1],
    ]);
  });

  it('moves a sale when its order or its conversation changes hands', async () => {
    const tenant = (await open({ attribution: { default: { touch: 'click', hours: 40 } } })).tenant('shop');
    const earned = async () =>
      (await createDatabaseSource(tenant, checkSourceOptions({})).query({ metrics: ['ai-revenue'], ...RANGE })).metrics[
        'ai-revenue'
      ]?.value;
    await tenant.write({ orders: [order('a')] });
    expect(await earned(), 'nobody clicked yet').to.equal(null);
    await tenant.write({ conversations: [talk('a')] });
    expect(await earned(), 'the click comes later than its order').to.equal(500);
    await tenant.write({ orders: [{ ...order('a'), profileId: 'p-z', updatedAt: START + 40 * HOUR }] });
    expect(await earned(), 'somebody else ordered').to.equal(0);
    await tenant.write({ conversations: [{ ...talk('a'), profile: { id: 'p-z' }, updatedAt: START + 40 * HOUR }] });
    expect(await earned(), 'the same one clicked').to.equal(500);
    await tenant.write({
      orders: [{ ...order('a'), profileId: 'p-z', cancelledAt: START + 41 * HOUR, updatedAt: START + 41 * HOUR }],
    });
    expect(await earned(), 'it was cancelled').to.equal(0);
  });

  it('keeps the newer version beside an order that earns', async () => {
    const settings: MetricSettings = { attribution: { default: { touch: 'click', hours: 40 } } };
    const tenant = (await open(settings)).tenant('shop');
    await tenant.write({ conversations: [{ ...talk('a'), tag: 'new', updatedAt: START + 20 * HOUR }] });
    await tenant.write({
      conversations: [{ ...talk('a'), tag: 'old', updatedAt: START + 10 * HOUR }],
      orders: [order('a')],
    });
    const { groups, metrics } = await createDatabaseSource(tenant, checkSourceOptions({ settings })).query({
      metrics: ['ai-revenue'],
      groupBy: 'tag',
      ...RANGE,
    });
    expect([groups, metrics['ai-revenue']?.value]).to.deep.equal([['new'], 500]);
  });

  it('derives an custom column anew that is declared as another kind', async () => {
    const kinds = (kind: 'text' | 'number') => checkSourceOptions({ columns: { conversations: { score: kind } } });
    opened.push(await openDuckDb({ path: path(), ...kinds('text') }));
    await opened[0]!.tenant('shop').write({ conversations: [{ ...talk('a'), score: '5' } as Conversation] });
    await close();
    opened.push(await openDuckDb({ path: path(), ...kinds('number') }));
    await opened[0]!.tenant('shop').write({ conversations: [{ ...talk('b'), score: 7 } as Conversation] });
    const metrics = [
      defineMetric({ id: 'score', label: 'Score', fact: 'conversations', unit: 'points', formula: sum('score') }),
    ];
    const options = { ...checkSourceOptions({ columns: { conversations: { score: 'number' } }, metrics }) };
    const answer = await createDatabaseSource(opened[0]!.tenant('shop'), options).query({
      metrics: ['score'],
      ...RANGE,
    });
    expect(answer.metrics['score']?.value).to.equal(7);
  });

  it('counts an id with half a character once, however often it comes', async () => {
    const tenant = (await open()).tenant('shop');
    for (let time = 0; time < 2; time++) await tenant.write({ conversations: [talk('c\ud800')] });
    const { rows, total } = await createDatabaseSource(tenant, checkSourceOptions({})).conversations(RANGE);
    expect([rows.length, total]).to.deep.equal([1, 1]);
  });

  it('answers about one state of the facts while they are written', async () => {
    const tenant = (await open()).tenant('shop');
    await tenant.write({ conversations: Array.from({ length: 300 }, (_, index) => talk(`c${index}`)) });
    const source = createDatabaseSource(tenant, checkSourceOptions({}));
    const query = { metrics: ['total-volume', 'chat-opens', 'unique-users'], groupBy: 'status', ...RANGE };
    const writing = (async () => {
      for (let index = 0; index < 25; index++) await tenant.write({ conversations: [talk(`w${index}`)] });
    })();
    const answers = [];
    for (let asked = 0; asked < 8; asked++) answers.push(await source.query(query));
    await writing;
    answers.push(await source.query(query));
    for (const { metrics } of answers) {
      const volume = metrics['total-volume']!;
      expect([
        metrics['chat-opens']?.value,
        metrics['unique-users']?.value,
        volume.byGroup?.reduce<number>((all, one) => all + one!, 0),
      ]).to.deep.equal([volume.value, volume.value, volume.value]);
    }
    expect(answers.at(-1)?.metrics['total-volume']?.value).to.equal(325);
  });

  it('refuses to look for gaps among more than it may before it reads them', async () => {
    const tenant = (await open()).tenant('shop');
    await tenant.write({ conversations: ['a', 'b', 'c'].map(talk) });
    const asked = createDatabaseSource(tenant, checkSourceOptions({}), { maxQuestions: 2 }).knowledgeGaps(RANGE);
    const error = await asked.then(
      () => undefined,
      (reason: Error & { parameter?: string }) => reason,
    );
    expect(error?.parameter).to.equal('from');
    expect(error?.message).to.match(/holds 3 conversations; questions are grouped up to 2/);
  });

  it('tells another process that the file is held', async () => {
    await open();
    const script = `import { DuckDBInstance } from '@duckdb/node-api'; await DuckDBInstance.create(${JSON.stringify(path())}).catch((error) => { console.log(error.message); });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
    });
    await once(child, 'close');
    const { toDatabaseError } = await import('../../../../src/server/database/duckdb/open-duckdb.js');
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
    const error = await open().then(
      () => undefined,
      (reason: Error & { type?: string }) => reason,
    );
    expect(error?.type).to.equal('mismatch');
    expect(error?.message).to.match(/schema version 99/);
  });

  it('changes nothing when a write fails half-way', async () => {
    const tenant = (await open()).tenant('shop');
    await tenant.write(DATA);
    const wrong = {
      conversations: [talk('d')],
      articles: [
        {
          id: 'x',
          title: 'X',
          get body(): string {
            throw new Error('half-way');
          },
        },
      ],
    };
    expect(
      await tenant.write(wrong).then(
        () => 'written',
        (error: Error) => error.message,
      ),
    ).to.equal('half-way');
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
    const asked = Promise.all(
      Array.from({ length: 12 }, () => tenant.engine({ signal: stop.signal }).questions(request)),
    );
    const gone = new Error('gone');
    stop.abort(gone);
    expect(await asked.catch((error: unknown) => error)).to.equal(gone);
    expect(await tenant.engine().questions(request)).to.have.length(4000);
  });

  it('counts what imports refused until a file of the same name comes mended', async () => {
    const tenant = (await open()).tenant('shop');
    const refused = async () => (await createDatabaseSource(tenant, checkSourceOptions({})).describe()).refused.count;
    await tenant.write({ mark: { digest: 'd1', name: 'a.ndjson', records: 9, refused: 3, isDone: true } });
    await tenant.write({ mark: { digest: 'd2', name: 'b.ndjson', records: 9, refused: 1, isDone: true } });
    expect(await refused()).to.equal(4);
    await tenant.write({ mark: { digest: 'd3', name: 'a.ndjson', records: 9, refused: 0, isDone: true } });
    expect(await refused()).to.equal(1);
    expect(await tenant.importOf('d1')).to.deep.include({ records: 9, isDone: true });
  });

  it('keeps tenants apart', async () => {
    const database = await open();
    await database.tenant('shop').write(DATA);
    await database.tenant("other'; DROP TABLE conversations; --").write({ conversations: [talk('a')] });
    const described = await Promise.all(
      ['shop', "other'; DROP TABLE conversations; --", 'nobody'].map((name) =>
        createDatabaseSource(database.tenant(name), checkSourceOptions({})).describe(),
      ),
    );
    expect(described.map(({ facts }) => facts)).to.deep.equal([
      { conversations: 3, orders: 2 },
      { conversations: 1 },
      {},
    ]);
  });

  it('answers in the page and here alike', async () => {
    const tenant = (await open()).tenant('shop');
    await tenant.write(DATA);
    const query = {
      metrics: ['total-volume', 'ai-revenue', 'average-response-time:p90'],
      ...RANGE,
      grain: 'day',
      groupBy: 'status',
    } as const;
    expect(
      await createDatabaseSource(tenant, checkSourceOptions({})).query({ ...query, metrics: [...query.metrics] }),
    ).to.deep.equal(await createLocalSource(DATA).query({ ...query, metrics: [...query.metrics] }));
  });
});
