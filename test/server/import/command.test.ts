import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { vi } from 'vitest';
import { isUsageError } from '../../../src/server/commands/command.js';
import { runImport } from '../../../src/server/commands/import.js';
import { DatabaseError } from '../../../src/server/database/fact-database.js';
import { june, rejection, talk } from '../../fixtures/make-facts.js';
import { MemoryFacts } from './memory-facts.js';

let folder: string;
let facts: MemoryFacts;
let tenants: string[];
let closed: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  facts = new MemoryFacts();
  tenants = [];
  closed = 0;
});
afterEach(() => rm(folder, { recursive: true }));

const open = async () => ({
  columns: {},
  tenant: 'default',
  folder,
  database: {
    name: 'memory',
    tenant(name: string) {
      tenants.push(name);
      return facts;
    },
    ping: async () => undefined,
    async close() {
      closed++;
    },
  },
});

async function run(files: Record<string, string>, ...options: string[]) {
  const paths = Object.keys(files).map((name) => join(folder, name));
  for (const [index, text] of Object.values(files).entries()) if (text !== '-') await writeFile(paths[index]!, text);
  const said = { out: '', err: '' };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.out += String(text);
    return true;
  });
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.err += String(text);
    return true;
  });
  try {
    const code = await runImport([...paths, '--into', folder, ...options], open);
    return { code, out: said.out.replaceAll(`${folder}/`, ''), err: said.err.replaceAll(`${folder}/`, '') };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

const ORDER = JSON.stringify({ id: 'o', at: june(1), items: [] });

describe('agent-metrics import', () => {
  it('says what it took from each file, and ends well', async () => {
    const { code, out, err } = await run({
      'conversations.ndjson': `${JSON.stringify(talk('a'))}\n{}`,
      'orders.csv': `id,at,items,mood\no,${june(1)},[],x`,
    });
    expect([code, err, closed, tenants]).to.deep.equal([0, '', 1, ['default', 'default']]);
    expect(out).to.equal(
      'conversations.ndjson: 1 conversation\n  1 refused, with reasons in refused/conversations.ndjson.ndjson\norders.csv: 1 order\n  columns that are no field: mood\n',
    );
  });

  it('says that a file was imported before', async () => {
    await run({ 'orders.ndjson': ORDER });
    expect((await run({ 'orders.ndjson': ORDER })).out).to.equal(
      'orders.ndjson: was imported before; nothing changed\n',
    );
  });

  it('goes on with the next file after one that cannot be read, and ends with 1', async () => {
    const { code, out, err } = await run({ 'orders.json': '{', 'nothing.json': '-', 'orders.ndjson': ORDER });
    expect([code, out]).to.deep.equal([1, 'orders.ndjson: 1 order\n']);
    expect(err.split('\n').map((line) => line.slice(0, 44))).to.deep.equal([
      'The file orders.json could not be read: it i',
      'The file nothing.json could not be read: the',
      '',
    ]);
  });

  it('ends with 1 where nothing fitted', async () =>
    expect((await run({ 'orders.ndjson': '{}\n{}' })).code).to.equal(1));

  it('an empty file is no failure', async () => {
    const { code, out } = await run({ 'orders.ndjson': '' });
    expect([code, out]).to.deep.equal([0, 'orders.ndjson: nothing in it\n']);
  });

  it('writes to the tenant, as the fact and the refused file it is told', async () => {
    await run(
      { 'dump.json': `[${ORDER},{}]` },
      '--tenant',
      'north',
      '--as',
      'orders',
      '--refused',
      join(folder, 'wrong.ndjson'),
    );
    expect([tenants, [...facts.orders.keys()]]).to.deep.equal([['north'], ['o']]);
    expect(await readFile(join(folder, 'wrong.ndjson'), 'utf8')).to.include('"field":"id"');
  });

  it('stops at a signal between two batches, and says that the same command goes on', async () => {
    facts.beforeWrite = () => void process.emit('SIGINT', 'SIGINT');
    const lines = Array.from({ length: 45_000 }, (_, index) => JSON.stringify(talk(`c${index}`))).join('\n');
    const { code, out } = await run({ 'conversations.ndjson': lines, 'orders.ndjson': ORDER });
    expect([
      code,
      /^conversations\.ndjson: stopped after [\d,]+ records; the same command goes on from there\n$/.test(out),
      facts.orders.size,
      closed,
    ]).to.deep.equal([130, true, 0, 1]);
    facts.beforeWrite = () => undefined;
    const { out: second } = await run({ 'conversations.ndjson': lines });
    expect([second, facts.conversations.size]).to.satisfy(
      ([text, size]: [string, number]) => size === 45_000 && text.includes('records of an earlier run'),
    );
  });

  it('a database that cannot take it ends the command with its reason, closed', async () => {
    facts.beforeWrite = () => {
      throw new DatabaseError('full', 'The disk is full.');
    };
    expect((await rejection(run({ 'orders.ndjson': ORDER }))).message).to.equal('The disk is full.');
    expect(closed).to.equal(1);
  });

  const wrong: [words: string[], says: string][] = [
    [[], 'which files'],
    [['a.json'], '--into'],
    [['a.json', '--into', 'x', '--as', 'parcels'], '"parcels"'],
    [['a.json', '--onto', 'x'], '--onto'],
  ];
  for (const [words, says] of wrong) {
    it(`"${words.join(' ')}" is wrong usage: ${says}`, async () => {
      const error = await rejection(runImport(words, open));
      expect([isUsageError(error), error.message.includes(says)]).to.deep.equal([true, true]);
    });
  }
});
