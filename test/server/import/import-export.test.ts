import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { vi } from 'vitest';
import { isUsageError } from '../../../src/server/commands/command.js';
import { runImport } from '../../../src/server/commands/import.js';
import { openDuckDb } from '../../../src/server/database/open-database.js';
import { importExport } from '../../../src/server/import/import-export.js';
import { openTarget } from '../../../src/server/import/open-target.js';
import { rejection } from '../../fixtures/make-facts.js';
import { MemoryFacts } from './memory-facts.js';

let folder: string;
let into: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-export-'));
  into = join(folder, 'data');
  await mkdir(join(folder, 'export'));
});
afterEach(() => rm(folder, { recursive: true }));

const ticket = (id: number, more: object = {}) => ({
  id,
  created_at: '2026-06-01T08:00:00Z',
  updated_at: '2026-06-01T09:00:00Z',
  status: 'open',
  requester_id: 5,
  ...more,
});
const comment = (ticket_id: number, author_id: number) => ({
  ticket_id,
  author_id,
  public: true,
  body: 'Hi',
  created_at: '2026-06-01T08:30:00Z',
});

async function run(...words: string[]) {
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
    const code = await runImport(words, openTarget);
    return { code, out: said.out.replaceAll(`${folder}/`, ''), err: said.err.replaceAll(`${folder}/`, '') };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

const place = (name: string) => join(folder, 'export', name);

describe('agent-metrics import --from', () => {
  it('takes a folder as one export, tells what became of it, and changes nothing the second time', async () => {
    await writeFile(
      place('tickets.json.gz'),
      gzipSync(JSON.stringify({ tickets: [ticket(1), ticket(2), ticket(3, { status: 'deleted' })] })),
    );
    await writeFile(
      place('comments.ndjson'),
      [comment(1, 5), comment(1, 6), comment(2, 9)].map((one) => JSON.stringify(one)).join('\n'),
    );
    await writeFile(place('users.csv'), 'id,name,role\n6,Jane,agent\n9,Fin,agent\n');
    await writeFile(place('notes.txt'), 'not read');
    const words = ['--from', 'zendesk', join(folder, 'export'), '--into', into, '--ai-agent', 'fin', '--quiet'];
    const { code, out, err } = await run(...words);
    expect([code, err]).to.deep.equal([0, '']);
    expect(out.split('\n')).to.deep.equal([
      'export: 1 ticket, 1 conversation',
      '  8 rows read',
      '  skipped:',
      '    1 × ticket: is deleted, as in 3',
      '  all of it in data/reports/export.json',
      '',
    ]);
    expect(
      (JSON.parse(await readFile(join(into, 'reports', 'export.json'), 'utf8')) as { records: number }).records,
    ).to.equal(8);
    expect((await run(...words)).out).to.equal('export: was imported before; nothing changed\n');
    const database = await openDuckDb({ path: join(into, 'facts.duckdb') });
    const facts = database.tenant('default');
    expect((await facts.engine().describe(Date.parse('2026-06-08T00:00:00Z'))).counts).to.deep.include({
      conversations: 1,
      tickets: 1,
    });
    await database.close();
  });

  it('other options are another import, of the same records', async () => {
    await writeFile(place('tickets.ndjson'), JSON.stringify(ticket(1, { created_at: '2026-06-01 08:00:00' })));
    await writeFile(join(folder, 'mapping.json'), '{"timeZone":"Europe/Berlin"}');
    const words = ['--from', 'zendesk', place('tickets.ndjson'), '--into', into, '--quiet'];
    await run(...words);
    expect((await run(...words, '--mapping', join(folder, 'mapping.json'))).out).to.match(
      /^export\/tickets.ndjson: 1 ticket\n[^]*read as Europe\/Berlin/,
    );
  });

  it('refused facts are written with their reasons; what cannot be read ends with 1', async () => {
    await writeFile(place('tickets.ndjson'), JSON.stringify({ ...ticket(1), via: { channel: 'email' } }));
    await writeFile(place('bad.json'), '{"tickets":\n[{"id":1]}');
    expect(
      (await run('--from', 'zendesk', place('tickets.ndjson'), place('bad.json'), '--into', into, '--quiet')).err,
    ).to.equal('The export could not be read: bad.json is not JSON at its beginning.\n');
    expect(await run('--from', 'zendesk', join(folder, 'nothing'), '--into', into)).to.include({
      code: 1,
      err: 'The export could not be read: there is no nothing.\n',
    });
  });

  for (const [words, said] of [
    [['--from', 'helpscout', 'a'], 'Unknown vendor "helpscout". Use one of: zendesk, intercom, freshdesk.'],
    [['--from', 'zendesk', '-'], 'An export says by itself'],
    [['--from', 'zendesk', 'a', '--as', 'orders'], 'An export says by itself'],
    [['a', '--ai-agent', 'Fin'], 'Say whose export it is'],
  ] as const) {
    it(`${words.join(' ')} is a wrong use`, async () => {
      const error = await rejection(runImport([...words, '--into', into], openTarget));
      expect([isUsageError(error), (error as Error).message.startsWith(said)]).to.deep.equal([true, true]);
    });
  }
});

describe('an import of an export that is stopped', () => {
  it('goes on behind what is in', async () => {
    await writeFile(
      place('conversations.ndjson'),
      Array.from({ length: 1200 }, (_, id) =>
        JSON.stringify({
          type: 'conversation',
          id: `c${id}`,
          created_at: 1_780_000_000 + id,
          updated_at: 1_780_000_100,
          ai_agent_participated: true,
        }),
      ).join('\n'),
    );
    const facts = new MemoryFacts();
    const stop = new AbortController();
    const options = {
      vendor: 'intercom' as const,
      paths: [place('conversations.ndjson')],
      facts,
      options: {},
      refusedFile: join(folder, 'refused.ndjson'),
    };
    const first = await importExport({
      ...options,
      signal: stop.signal,
      onProgress: ({ kind, records }) => kind === 'reading' && records > 0 && stop.abort(),
    });
    expect(first.outcome).to.equal('stopped');
    expect(facts.conversations.size).to.be.within(1, 1199);
    const second = await importExport(options);
    expect([second.outcome, second.resumedFrom, second.accepted, facts.conversations.size]).to.deep.equal([
      'done',
      first.records,
      { conversations: 1200 - first.records },
      1200,
    ]);
  });
});
