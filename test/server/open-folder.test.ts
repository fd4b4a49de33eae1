import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { openFolder } from '../../src/server/open-folder.js';
import { june, NOW, rejection, talk, WEEK } from '../fixtures/make-facts.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'facts-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Writes files and describes the folder as a source. */
async function described(files: Record<string, string | Buffer>) {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return (await openFolder(folder, { now: NOW })).describe();
}

const lines = (...records: unknown[]) => records.map((record) => JSON.stringify(record)).join('\n');
const order = { id: 'o', at: june(2), items: [] };

describe('a folder of facts', () => {
  const cases: [name: string, files: Record<string, string | Buffer>, facts: Record<string, number>][] = [
    [
      'NDJSON by name',
      { 'conversations.ndjson': lines(talk('a'), talk('b')), 'orders.jsonl': lines(order) },
      { conversations: 2, orders: 1 },
    ],
    ['a JSON list by name', { 'orders.json': JSON.stringify([order]) }, { orders: 1 }],
    [
      'an object of lists of any name',
      { 'data.json': JSON.stringify({ conversations: [talk('a')], orders: [order], currency: 'EUR' }) },
      { conversations: 1, orders: 1 },
    ],
    [
      'an object of lists beside NDJSON',
      { 'data.json': JSON.stringify({ conversations: [talk('a')] }), 'conversations.ndjson': lines(talk('b')) },
      { conversations: 2 },
    ],
    [
      'gzipped files',
      {
        'conversations.ndjson.gz': gzipSync(lines(talk('a'))),
        'data.json.gz': gzipSync(JSON.stringify({ orders: [order] })),
      },
      { conversations: 1, orders: 1 },
    ],
    [
      'a byte order mark',
      { 'orders.json': `\uFEFF${JSON.stringify([order])}`, 'conversations.ndjson': `\uFEFF${lines(talk('a'))}` },
      { conversations: 1, orders: 1 },
    ],
    ['an empty file of NDJSON', { 'conversations.ndjson': '' }, { conversations: 0 }],
    [
      'the same id in two files',
      {
        'a.json': JSON.stringify({ conversations: [talk('a')] }),
        'b.json': JSON.stringify({ conversations: [talk('a')] }),
      },
      { conversations: 1 },
    ],
    [
      'other files are left alone',
      { 'README.md': '#', 'orders.csv': 'id', 'orders.json.bak': '{', 'orders.json': JSON.stringify([order]) },
      { orders: 1 },
    ],
  ];
  for (const [name, files, facts] of cases) {
    it(`${name}: ${JSON.stringify(facts)}`, async () => expect((await described(files)).facts).to.deep.equal(facts));
  }

  it('is configured by its settings.json, which options beat', async () => {
    const files = {
      'conversations.ndjson': lines(talk('a', june(5), { plan: 'pro' } as never)),
      'settings.json': JSON.stringify({
        settings: { inactivityHours: 24 },
        columns: { conversations: { plan: 'text' } },
        labels: { plan: { pro: 'Pro' } },
        currency: 'EUR',
        timeZone: 'Europe/Berlin',
      }),
    };
    const description = await described(files);
    expect(description).to.deep.include({
      facts: { conversations: 1 },
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      labels: { plan: { pro: 'Pro' } },
    });
    expect([description.settings, description.dimensions['plan']!.values]).to.deep.include(['pro']);
    expect(description.settings).to.include({ inactivityHours: 24 });
    expect((await (await openFolder(folder, { timeZone: 'UTC' })).describe()).timeZone).to.equal('UTC');
  });

  it('answers questions', async () => {
    await writeFile(join(folder, 'conversations.ndjson'), lines(talk('a'), talk('b')));
    const source = await openFolder(folder, { now: NOW });
    expect((await source.query({ metrics: ['total-volume'], ...WEEK })).metrics['total-volume']!.value).to.equal(2);
  });

  it('refuses broken lines and wrong records with their places, and keeps the rest', async () => {
    const { facts, refused } = await described({
      'conversations.ndjson': `${lines(talk('a'))}\n{broken\n\n${lines({ id: 'x' }, talk('b'))}`,
    });
    expect([facts, refused.first.map(({ fact, index, field }) => [fact, index, field])]).to.deep.equal([
      { conversations: 2 },
      [
        ['conversations', 1, ''],
        ['conversations', 2, 'startedAt'],
      ],
    ]);
  });

  const wrong: [name: string, files: Record<string, string | Buffer>, says: string][] = [
    ['is empty', {}, 'holds no facts'],
    ['holds no file of facts', { 'README.md': '#' }, 'holds no facts'],
    ['holds a list of an unknown name', { 'parcels.json': '[]' }, 'parcels.json holds a list'],
    ['holds NDJSON of an unknown name', { 'parcels.ndjson': '{}' }, 'parcels.ndjson holds a list'],
    ['holds broken JSON', { 'orders.json': '[{' }, 'orders.json could not be read'],
    ['holds a JSON file that is null', { 'orders.json': 'null' }, 'orders.json could not be read'],
    ['holds a JSON file that is a text', { 'data.json': '"facts"' }, 'data.json could not be read'],
    [
      'holds settings of an unknown key',
      { 'orders.json': '[]', 'settings.json': '{"setings":{}}' },
      'settings.json could not be read: unknown key "setings"',
    ],
    [
      'holds a wrong setting',
      { 'orders.json': '[]', 'settings.json': '{"settings":{"inactivityHours":-1}}' },
      'settings.json could not be read: Setting inactivityHours',
    ],
    [
      'holds settings that are no object',
      { 'orders.json': '[]', 'settings.json': '[]' },
      'settings.json could not be read: it holds []',
    ],
    [
      'holds settings that are no JSON',
      { 'orders.json': '[]', 'settings.json': '{' },
      'settings.json could not be read',
    ],
    ['holds settings alone', { 'settings.json': '{}' }, 'holds no facts'],
    ['holds what is not gzipped', { 'orders.json.gz': '[]' }, 'orders.json.gz could not be read'],
    [
      'holds half a gzipped file',
      { 'orders.json.gz': gzipSync('[]').subarray(0, 12) },
      'orders.json.gz could not be read',
    ],
  ];
  for (const [name, files, says] of wrong) {
    it(`that ${name} is refused: ${says}`, async () =>
      expect((await rejection(described(files))).message).to.include(says));
  }

  it('that does not exist is refused by name', async () => {
    const { message } = await rejection(openFolder(join(folder, 'nowhere')));
    expect(message).to.include('nowhere').and.include('Name a folder that exists').and.not.include('ENOENT');
  });
});
