// The command line on a bad day: killed, out of room, asked by more than it can hold.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createDatabaseEngine, openDuckDb } from 'agent-metrics-kit/server';

const CLI = 'dist/server/cli.js';
const ROWS = 30_000;
const EVERYBODY = { tenant: 'default', role: 'admin', subject: null, may: { texts: true, people: true, write: true } };

const run = (...words) => spawnSync(process.execPath, [CLI, ...words], { encoding: 'utf8' });

/** Starts the command; `said` waits for a word on either stream. */
function start(...words) {
  const child = spawn(process.execPath, [CLI, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const listeners = new Set();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const said = (pattern) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output);
        if (found) resolve(found);
      };
      listeners.add(look);
      child.once('close', () => reject(new Error(`It ended and never said ${pattern}: ${output}`)));
      look();
    });
  return { child, said, ended: once(child, 'close') };
}

async function look(folder, ask) {
  const database = await openDuckDb({ path: join(folder, 'facts.duckdb') });
  try {
    return await ask(createDatabaseEngine(database).sourceFor(EVERYBODY));
  } finally {
    await database.close();
  }
}

const describeFacts = (folder) => look(folder, async (source) => (await source.describe()).facts);

describe('the endpoint on a bad day', () => {
  let folder;
  let facts;
  let mounted;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'endpoint-faults-'));
    facts = join(folder, 'facts');
    execFileSync(process.execPath, ['test/bench/endpoint/make-facts.mjs', '--rows', String(ROWS), '--into', facts]);
  });

  afterAll(() => {
    if (mounted) spawnSync('umount', [mounted]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('an import that is killed loses nothing and goes on where it was', async () => {
    const into = join(folder, 'killed');
    const file = join(facts, 'conversations.ndjson');
    const found = [];
    for (let kill = 0; kill < 2; kill++) {
      const { child, ended } = start('import', file, '--into', into);
      await new Promise((resolve) => {
        setTimeout(resolve, 1500 + kill * 1200);
      });
      child.kill('SIGKILL');
      await ended;
      found.push((await describeFacts(into))['conversations'] ?? 0);
    }
    expect(found[1]).to.be.at.least(found[0]);
    const last = run('import', file, join(facts, 'orders.ndjson'), '--into', into, '--quiet');
    expect(last.status, last.stderr).to.equal(0);
    expect((await describeFacts(into)).conversations).to.equal(ROWS);
    const once = join(folder, 'once');
    expect(run('import', join(facts, 'orders.ndjson'), file, '--into', once, '--quiet').status).to.equal(0);
    const ask = (source) =>
      source.query({
        metrics: ['total-volume', 'ai-resolved-rate', 'ai-revenue', 'average-response-time', 'unique-users'],
        from: '2025-11-01',
        to: '2026-10-31',
        timeZone: 'UTC',
        groupBy: 'channel',
        now: '2026-11-15T00:00:00Z',
      });
    expect(await look(into, ask)).to.deep.equal(await look(once, ask));
    expect(run('import', file, '--into', into).stdout).to.match(/imported before; nothing changed/);
  });

  it('what was taken in live is there after a kill', async () => {
    const into = join(folder, 'live');
    mkdirSync(into);
    writeFileSync(join(folder, 'c.json'), JSON.stringify([{ id: 'c-1', startedAt: '2026-06-01T08:00:00Z' }]));
    expect(run('import', join(folder, 'c.json'), '--as', 'conversations', '--into', into).status).to.equal(0);
    const { child, said, ended } = start('serve', '--data', into, '--port', '0');
    const [, url] = await said(/(http:\/\/\S+\/api)/);
    const body = JSON.stringify({ conversations: [{ id: 'c-2', startedAt: '2026-06-02T08:00:00Z' }, { id: 'c-3' }] });
    const answer = await fetch(`${url}/facts`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    child.kill('SIGKILL');
    expect(answer.status).to.equal(200);
    expect(await answer.json()).to.deep.include({ accepted: 1 });
    await ended;
    expect(await describeFacts(into)).to.deep.equal({ conversations: 2 });
  });

  // Only root can mount a small disk.
  if (process.getuid() === 0)
    it('a full disk ends the import with a word, and the data open afterwards', async () => {
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]);
      mounted = disk;
      const into = join(disk, 'data');
      const { status, stderr } = run('import', join(facts, 'conversations.ndjson'), '--into', into, '--quiet');
      expect(status).to.be.above(0);
      expect(stderr).to.match(/no room left/i);
      const { conversations = 0 } = await describeFacts(into);
      expect(conversations).to.be.below(ROWS);
    });

  it('an endpoint without its database says so and does not start', () => {
    const held = join(folder, 'once', 'facts.duckdb');
    const script = `import { openDuckDb } from 'agent-metrics-kit/server'; import { spawnSync } from 'node:child_process'; await openDuckDb({ path: ${JSON.stringify(held)} });
      const { status, stderr } = spawnSync(process.execPath, ['${CLI}', 'serve', '--data', ${JSON.stringify(join(folder, 'once'))}, '--port', '0'], { encoding: 'utf8' }); console.log(status, stderr); process.exit(0);`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(stdout).to.match(/^1 Another process holds the database/);
  });
});
