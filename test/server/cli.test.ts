import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { vi } from 'vitest';
import { NOW, talk } from '../fixtures/make-facts.js';

let folder: string;
const servers: Server[] = [];
const { listen } = Server.prototype;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'facts-'));
  await writeFile(join(folder, 'conversations.ndjson'), `${JSON.stringify(talk('a'))}\n{}\n`);
  // The command has no way to stop but a signal, so the test keeps hold of what it opens.
  Server.prototype.listen = function (this: Server, ...given: unknown[]) {
    servers.push(this);
    return Reflect.apply(listen, this, given) as Server;
  } as typeof listen;
});

afterEach(async () => {
  Server.prototype.listen = listen;
  for (const server of servers.splice(0)) await new Promise((done) => server.close(done));
  await rm(folder, { recursive: true });
  process.exitCode = undefined;
});

/** Runs the command and gives what it has said once it has said something. */
async function run(...words: string[]): Promise<{ out: string; err: string }> {
  const said = { out: '', err: '' };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.out += String(text);
    return true;
  });
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.err += String(text);
    return true;
  });
  const before = process.argv;
  process.argv = ['node', 'agent-metrics', ...words];
  try {
    vi.resetModules();
    await import('../../src/server/cli.js');
    await vi.waitUntil(() => said.out + said.err !== '', { timeout: 10_000 });
    return { ...said };
  } finally {
    process.argv = before;
    out.mockRestore();
    err.mockRestore();
  }
}

describe('agent-metrics', () => {
  it('says what it read and where it answers, and answers there', async () => {
    const { out, err } = await run(
      'serve',
      '--data',
      folder,
      '--port',
      '0',
      '--now',
      NOW,
      '--time-zone',
      'Europe/Berlin',
    );
    expect(err).to.match(/^refused: conversations\[1\]\.id is missing[^\n]*\n$/);
    expect(out).to.match(/^1 conversation; 1 record refused\nhttp:\/\/127\.0\.0\.1:\d+\/api\n$/);
    const described = (await (await fetch(`${out.trim().split('\n').at(-1)}/describe`)).json()) as { timeZone: string };
    expect(described.timeZone).to.equal('Europe/Berlin');
  });

  it('lets the pages ask whose origins it is given', async () => {
    const { out } = await run(
      'serve',
      '--data',
      folder,
      '--port',
      '0',
      '--origin',
      'http://a.example',
      '--origin',
      'http://b.example:5173',
    );
    const allowed = async (origin: string) =>
      (await fetch(`${out.trim().split('\n').at(-1)}/describe`, { headers: { origin } })).headers.get(
        'access-control-allow-origin',
      );
    expect([await allowed('http://b.example:5173'), await allowed('http://c.example')]).to.deep.equal([
      'http://b.example:5173',
      null,
    ]);
  });

  it('refuses an origin that no browser would send', async () => {
    const { out, err } = await run('serve', '--data', folder, '--port', '0', '--origin', 'http://a.example/');
    expect([out, err.includes('"http://a.example/"')]).to.deep.equal(['', true]);
  });

  const wrong: [words: string[], says: string][] = [
    [['serve'], '--data DIR'],
    [['fly'], '"fly"'],
    [['constructor'], '"constructor"'],
    [['serve', '--data', '.', '--port', 'http'], '"http"'],
    [['serve', '--data', '.', '--port', '70000'], '"70000"'],
    [['serve', '--colour', 'red'], '--colour'],
  ];
  for (const [words, says] of wrong) {
    it(`${words.join(' ')} ends with an error that says ${says}`, async () => {
      const { out, err } = await run(...words);
      expect([out, err.includes(says), process.exitCode]).to.deep.equal(['', true, 2]);
    });
  }

  it('a folder that is not there ends with 1', async () => {
    const { out, err } = await run('serve', '--data', 'nowhere-at-all');
    expect([out, err.includes('nowhere-at-all'), process.exitCode]).to.deep.equal(['', true, 1]);
  });

  const helps: [words: string[], shows: string][] = [
    [[], 'agent-metrics check URL'],
    [['--help'], 'agent-metrics import FILES…'],
    [['help'], 'agent-metrics serve --data DIR'],
    [['serve', '-h'], 'agent-metrics serve --data'],
    [['import', '--help'], '--into'],
    [['check', '--help'], '--token-env'],
  ];
  for (const [words, shows] of helps) {
    it(`"${words.join(' ')}" shows how it is used`, async () => expect((await run(...words)).out).to.include(shows));
  }
});
