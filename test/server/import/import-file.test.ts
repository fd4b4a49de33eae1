import { FACT_SCHEMAS } from '../../../src/contract/fact-schemas.js';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { importFile, type ImportOptions } from '../../../src/server/import/import-file.js';
import { june, rejection, talk } from '../../fixtures/make-facts.js';
import { MemoryFacts } from './memory-facts.js';

let folder: string;
let facts: MemoryFacts;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  facts = new MemoryFacts();
});
afterEach(() => rm(folder, { recursive: true }));

const lines = (...records: unknown[]) =>
  records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n');
const order = (id: string) => ({ id, at: june(2), items: [{ productId: 'p', amount: 100 }] });
const talks = (count: number) => Array.from({ length: count }, (_, index) => talk(`c${index}`));

async function imported(name: string, content: string | Buffer, options: Partial<ImportOptions> = {}) {
  const file = join(folder, name);
  await writeFile(file, content);
  return importFile({ file, facts, refusedFile: join(folder, 'refused', `${name}.ndjson`), ...options });
}

async function refusedLines(name: string) {
  const text = await readFile(join(folder, 'refused', `${name}.ndjson`), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('a record of a file that is nested too deep', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const record = (id: string, levels: number) => JSON.stringify(talk(id)).replace(/}$/, `,"custom":${deep(levels)}}`);
  const records = [record('a', 3), record('b', 5000), record('c', 999), record('d', 100_000), record('e', 1000)];
  for (const [name, content] of [
    ['conversations.ndjson', records.join('\n')],
    ['conversations.json', `[${records.join()}]`],
    ['facts.json', `{"conversations":[${records.join()}]}`],
  ] as const) {
    it(`is refused by its place in ${name}, and the others are read`, async () => {
      const { refused, accepted } = await imported(name, content);
      expect([refused, accepted]).to.deep.equal([3, { conversations: 2 }]);
      expect([...facts.conversations.keys()]).to.deep.equal(['a', 'c']);
      expect(
        (await refusedLines(name)).map(({ fact, index, line, field, reason }) => [fact, index, line, field, reason]),
      ).to.deep.equal(
        [1, 3, 4].map((index) => [
          'conversations',
          index,
          name.endsWith('ndjson') ? index + 1 : undefined,
          'custom',
          'is nested deeper than 1000 levels',
        ]),
      );
    });
  }
});

describe('an imported file', () => {
  const good: [
    name: string,
    content: string | Buffer,
    ids: Partial<Record<'conversations' | 'orders' | 'articles', string[]>>,
    options?: Partial<ImportOptions>,
  ][] = [
    ['conversations.ndjson', lines(talk('a'), talk('b')), { conversations: ['a', 'b'] }],
    ['conversations.jsonl', `\uFEFF${lines(talk('a'))}\r\n\r\n`, { conversations: ['a'] }],
    ['conversations.ndjson', `\u2028${lines(talk('a'), talk('b'))}\u00A0`, { conversations: ['a', 'b'] }],
    ['conversations.csv', `sep=;\r\nid;startedAt\r\na;${june(2)}\r\n`, { conversations: ['a'] }],
    ['orders-2026-06.ndjson', lines(order('o')), { orders: ['o'] }],
    [
      'orders-currency.ndjson',
      lines({ currency: 'EUR', ...order('o') }, { currency: 'EUR', ...order('p') }),
      { orders: ['o', 'p'] },
    ],
    ['orders_2026.json', JSON.stringify([order('o'), order('p')]), { orders: ['o', 'p'] }],
    ['articles.json', lines({ id: 'x', title: 'X' }, { id: 'y', title: 'Y' }), { articles: ['x', 'y'] }],
    ['conversations.json', JSON.stringify(talk('a')), { conversations: ['a'] }],
    ['conversations.ndjson', JSON.stringify([talk('a')], undefined, 2), { conversations: ['a'] }],
    [
      'export.json',
      JSON.stringify({ orders: [order('o')], conversations: [talk('a')], other: { deep: [1] } }),
      { conversations: ['a'], orders: ['o'] },
    ],
    [
      'export.json',
      JSON.stringify({ orders: [], conversations: [talk('a')] }, undefined, 2),
      { conversations: ['a'], orders: [] },
    ],
    ['export.json.gz', gzipSync(JSON.stringify({ orders: [order('o')] })), { orders: ['o'] }],
    ['conversations.ndjson', gzipSync(lines(talk('a'))), { conversations: ['a'] }],
    [
      'conversations.ndjson.gz',
      Buffer.concat([gzipSync(lines(talk('a'))), gzipSync(`\n${lines(talk('b'))}`)]),
      { conversations: ['a', 'b'] },
    ],
    ['dump.ndjson', lines(order('o')), { orders: ['o'] }, { fact: 'orders' }],
    ['conversations', lines(talk('a')), { conversations: ['a'] }],
    ['conversations.ndjson', '', { conversations: [] }],
    ['conversations.json', ' [ ] ', { conversations: [] }],
    ['conversations.csv', `id,startedAt\na,${june(2)}\n`, { conversations: ['a'] }],
  ];
  for (const [name, content, ids, options] of good) {
    it(`${name} ${options?.fact ? `as ${options.fact} ` : ''}of ${content.length} bytes brings ${JSON.stringify(ids)}`, async () => {
      const { outcome, refused } = await imported(name, content, options);
      expect([outcome, refused]).to.deep.equal(['done', 0]);
      const found = Object.fromEntries([...facts.given].map((fact) => [fact, [...facts[fact as 'orders'].keys()]]));
      expect(found).to.deep.equal(ids);
    });
  }

  it('brings what stands beside the lists', async () => {
    await imported(
      'all.json',
      JSON.stringify({
        currency: 'EUR',
        conversations: [talk('a')],
        timeZone: 'Europe/Berlin',
        live: null,
        skills: ['search'],
      }),
    );
    expect(facts.stored).to.deep.equal({ currency: 'EUR', timeZone: 'Europe/Berlin', live: null, skills: ['search'] });
  });

  it('is split into batches, and nothing of it is lost', async () => {
    await imported('conversations.ndjson', lines(...talks(45_001)));
    expect(facts.conversations.size).to.equal(45_001);
    expect(facts.sizes.length).to.be.greaterThan(2);
    expect(Math.max(...facts.sizes)).to.be.lessThan(25_000);
  });

  it('a list in one line is split, too', async () => {
    await imported('all.json', JSON.stringify({ conversations: talks(45_001) }));
    expect([facts.conversations.size, facts.sizes.length > 2]).to.deep.equal([45_001, true]);
  });

  it('checks custom columns', async () => {
    const { accepted, refused } = await imported(
      'conversations.ndjson',
      lines({ ...talk('a'), plan: 'pro' }, { ...talk('b'), plan: 3 }),
      { columns: { conversations: { plan: 'text' } } },
    );
    expect([accepted, refused]).to.deep.equal([{ conversations: 1 }, 1]);
  });

  it('checks custom columns of every fact, in CSV too', async () => {
    const columns = { tickets: { plan: 'text', effort: 'number' }, conversations: { plan: 'text' } } as const;
    const csv = `id,createdAt,Plan,effort\na,2026-06-01T00:00:00Z,7,1.5\nb,2026-06-01T00:00:00Z,gold,much\n`;
    const kept: unknown[] = [];
    facts.beforeWrite = ({ tickets = [] }) => void kept.push(...tickets);
    const { accepted, refused, ignored } = await imported('tickets.csv', csv, { columns });
    expect([accepted, refused, ignored, kept]).to.deep.equal([
      { tickets: 1 },
      1,
      [],
      [{ id: 'a', createdAt: '2026-06-01T00:00:00Z', plan: '7', effort: 1.5 }],
    ]);
  });
});

describe('refused records', () => {
  it('are told with their place, the reason and themselves, and the others are kept', async () => {
    const content = `${lines(talk('a'))}\n\n{broken\n${lines({ id: 'x' }, talk('b'))}`;
    const { refused, records, accepted, refusedFile } = await imported('conversations.ndjson', content);
    expect([refused, records, accepted, basename(refusedFile!)]).to.deep.equal([
      2,
      4,
      { conversations: 2 },
      'conversations.ndjson.ndjson',
    ]);
    const told = await refusedLines('conversations.ndjson');
    expect(told.map(({ fact, index, line, field, record }) => [fact, index, line, field, record])).to.deep.equal([
      ['conversations', 1, 3, '', '{broken'],
      ['conversations', 2, 4, 'startedAt', { id: 'x' }],
    ]);
    expect(told.map(({ reason }) => String(reason).slice(0, 10))).to.deep.equal(['is not JSO', 'is missing']);
  });

  it('are fields and lists that cannot be, too', async () => {
    const { refused } = await imported(
      'all.json',
      JSON.stringify({
        currency: 'euro',
        tickets: [{}],
        parcels: [1],
        orders: 3,
        articles: null,
        conversations: [talk('a')],
      }),
    );
    const told = await refusedLines('all.json');
    expect(refused).to.equal(4);
    expect(told.map(({ fact, reason }) => [fact, reason])).to.deep.include.members([
      ['tickets', 'is missing, not a text with content'],
      ['parcels', `is no fact; use one of: ${Object.keys(FACT_SCHEMAS).join(', ')}`],
      ['orders', 'is 3, not a list'],
    ]);
  });

  it('leave no file where there are none', async () => {
    const { refusedFile } = await imported('conversations.ndjson', lines(talk('a')));
    expect(refusedFile).to.equal(undefined);
    expect((await rejection(refusedLines('conversations.ndjson'))).message).to.include('ENOENT');
  });
});

describe('the same file again', () => {
  it('changes nothing', async () => {
    await imported('conversations.ndjson', lines(talk('a'), {}));
    const writes = facts.sizes.length;
    const again = await imported('conversations.ndjson', lines(talk('a'), {}));
    expect([again.outcome, again.records, again.refused, facts.sizes.length]).to.deep.equal(['same', 2, 1, writes]);
    expect(await refusedLines('conversations.ndjson')).to.have.length(1);
  });

  it('is known under another name of the same fact, not as another fact', async () => {
    await imported('conversations.ndjson', lines(talk('a')));
    expect((await imported('conversations-copy.ndjson', lines(talk('a')))).outcome).to.equal('same');
    expect((await imported('articles.ndjson', lines(talk('a')))).outcome).to.equal('done');
  });

  it('is read anew with other custom columns, or when a byte of it is another', async () => {
    await imported('conversations.ndjson', lines(talk('a')));
    expect(
      (await imported('conversations.ndjson', lines(talk('a')), { columns: { conversations: { plan: 'text' } } }))
        .outcome,
    ).to.equal('done');
    expect(
      (await imported('conversations.ndjson', lines(talk('a')), { columns: { tickets: { plan: 'text' } } })).outcome,
    ).to.equal('done');
    expect((await imported('conversations.ndjson', lines(talk('a')), { columns: { tickets: {} } })).outcome).to.equal(
      'same',
    );
    expect((await imported('conversations.ndjson', lines(talk('b')))).outcome).to.equal('done');
  });

  for (const name of ['conversations.ndjson', 'all.json', 'conversations.csv']) {
    it(`${name} goes on where a failed write stopped it, and tells each refusal once`, async () => {
      const records = [...talks(30_000), { id: 'bad-1' }, ...talks(60_000).slice(30_000), { id: 'bad-2' }];
      const csv = () =>
        [
          'id,startedAt',
          ...records.map((record) => `${record.id},${'startedAt' in record ? (record.startedAt as string) : ''}`),
        ].join('\n');
      const content =
        name === 'all.json'
          ? JSON.stringify({ conversations: records })
          : name.endsWith('csv')
            ? csv()
            : lines(...records);
      facts.beforeWrite = () => {
        if (facts.sizes.length === 2) throw new Error('The disk is full.');
      };
      expect((await rejection(imported(name, content))).message).to.equal('The disk is full.');
      facts.beforeWrite = () => undefined;
      const before = facts.conversations.size;
      const { resumedFrom, accepted, outcome } = await imported(name, content);
      expect([outcome, resumedFrom >= before, before > 0, before + accepted.conversations!]).to.deep.equal([
        'done',
        true,
        true,
        60_000,
      ]);
      expect([
        facts.conversations.size,
        (await refusedLines(name)).map(({ record }) => (record as { id: string }).id),
      ]).to.deep.equal([60_000, ['bad-1', 'bad-2']]);
      expect(
        [...facts.marks.values()].map(({ records: read, refused, isDone }) => [read, refused, isDone]),
      ).to.deep.equal([[60_002, 2, true]]);
    });
  }

  it('goes on where a signal stopped it', async () => {
    const stop = new AbortController();
    const content = lines(...talks(50_000));
    const first = await imported('conversations.ndjson', content, {
      signal: stop.signal,
      onProgress: ({ records }) => {
        if (records > 25_000) stop.abort();
      },
    });
    expect([first.outcome, first.records, facts.conversations.size < 50_000]).to.deep.equal([
      'stopped',
      facts.conversations.size,
      true,
    ]);
    const second = await imported('conversations.ndjson', content);
    expect([second.outcome, second.resumedFrom, facts.conversations.size]).to.deep.equal([
      'done',
      first.records,
      50_000,
    ]);
  });

  it('says what a batch under way met, also when a signal stopped it just then', async () => {
    const stop = new AbortController();
    facts.beforeWrite = () => {
      throw new Error('The disk is full.');
    };
    const stopped = imported(
      'conversations.csv',
      `id,startedAt\n${talks(20_000)
        .map(({ id, startedAt }) => `${id},${String(startedAt)}\n`)
        .join('')}`,
      {
        signal: stop.signal,
        onProgress: ({ records }) => {
          if (records === 20_000) stop.abort();
        },
      },
    );
    expect((await rejection(stopped)).message).to.equal('The disk is full.');
  });
});

describe('a file that cannot be read', () => {
  const half = gzipSync(lines(...talks(500)));
  const wrong: [name: string, content: string | Buffer, says: string][] = [
    ['parcels.ndjson', '{}', '--as conversations'],
    ['conversations.xlsx', 'PK', 'Use JSON, NDJSON or CSV'],
    ['conversations.json', '<!doctype html>', 'not JSON at its beginning "<!doctype html>"'],
    ['conversations.json', '[{"id":"a"', 'not JSON'],
    ['all.json', '{"conversations":[{"id":"a"}] oops}', 'not JSON after conversations[0]'],
    ['all.json', '{"orders":[],"orders":[]}', '"orders" twice'],
    ['all.json', JSON.stringify({ id: 'a', name: 'b' }, undefined, 1), 'an object of id, name'],
    ['all.json', JSON.stringify({ columns: { conversations: {} } }, undefined, 1), 'takes records'],
    ['conversations.ndjson', 'hello\nworld', 'it begins "hello"'],
    ['conversations.ndjson', Buffer.from('\uFEFFid', 'utf16le'), 'UTF-16'],
    ['conversations.ndjson', Buffer.from('PK\u0003\u0004'), 'zip'],
    ['conversations.ndjson.gz', half.subarray(0, half.length / 2), 'gzipped and breaks off'],
    ['conversations.csv', 'name,when\na,b', 'no column id'],
    ['conversations.csv', `id,startedAt\n"a,${june(1)}`, 'quote'],
    ['conversations.csv', 'id,ID,startedAt\na,b,c', 'id twice'],
    ['conversations.csv', 'id,startedAt,profile,profile.name\na,b,c,d', 'both profile and profile.name'],
  ];
  for (const [name, content, says] of wrong) {
    it(`${name} of ${JSON.stringify(content.toString().slice(0, 20))}: ${says}`, async () => {
      const error = await rejection(imported(name, content));
      expect([error.name, error.message]).to.satisfy(
        ([kind, message]: string[]) => kind === 'UnreadableError' && message!.includes(says),
        `${error.name}: ${error.message}`,
      );
    });
  }

  it('is not there, or is a folder', async () => {
    expect(
      (await rejection(importFile({ file: join(folder, 'orders.csv'), facts, refusedFile: join(folder, 'r') })))
        .message,
    ).to.include('no such file');
    expect(
      (await rejection(importFile({ file: folder, facts, fact: 'orders', refusedFile: join(folder, 'r') }))).message,
    ).to.include('folder');
  });

  it('leaves what came before it broke off', async () => {
    await rejection(imported('conversations.json', JSON.stringify([talk('a'), talk('b')]).slice(0, -20)));
    expect([...facts.conversations.keys()]).to.deep.equal(['a']);
    expect([...facts.marks.values()].map(({ isDone }) => isDone)).to.deep.equal([false]);
  });
});
