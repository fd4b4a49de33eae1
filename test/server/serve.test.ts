import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { vi } from 'vitest';
import { NOW, talk } from '../fixtures/make-facts.js';
import { RANGE } from './http/make-handler.js';
import { buildCommand, type Command } from './start-command.js';

let command: Command;
let folder: string;

beforeAll(async () => {
  command = await buildCommand();
  folder = await mkdtemp(join(tmpdir(), 'served-'));
  await writeFile(join(folder, 'conversations.ndjson'), ['a', 'b'].map((id) => JSON.stringify(talk(id))).join('\n'));
});
afterAll(async () => {
  await command.remove();
  await rm(folder, { recursive: true });
});

const serve = (...words: string[]) => command.start(['serve', '--data', folder, '--port', '0', '--now', NOW, ...words]);

async function configured(config: object): Promise<string> {
  const path = join(folder, 'endpoint.config');
  await writeFile(path, JSON.stringify(config));
  return path;
}

const TOKENS = { viewer: 'k8Zq2vW9xLm4tRp7sYb3nHd6cJg1aTeU', admin: 'Qw7eRt5yUi3oPa1sDf9gHj2kLz4xCv6b' };
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

describe('the endpoint as a process', () => {
  it('answers by its configuration: who may ask, where, and how often', async () => {
    await writeFile(
      join(folder, 'tokens.lines'),
      Object.entries(TOKENS)
        .map(([role, token]) => JSON.stringify({ token, tenant: 'default', role }))
        .join('\n'),
    );
    await chmod(join(folder, 'tokens.lines'), 0o600);
    const config = await configured({
      basePath: '/numbers',
      auth: { tokenFile: 'tokens.lines' },
      limits: { rate: { perMinute: 3 } },
      cors: { origins: ['https://shop.example'] },
    });
    const url = await serve('--config', config).url;
    expect(url).to.match(/\/numbers$/);
    const rowOf = async (token: string) =>
      (
        (await (await fetch(`${url}/conversations?${RANGE}`, bearer(token))).json()) as {
          rows: { firstQuestion: string | null }[];
        }
      ).rows[0]!.firstQuestion;
    expect([
      await rowOf(TOKENS.viewer),
      await rowOf(TOKENS.admin),
      (await fetch(`${url}/describe`)).status,
    ]).to.deep.equal([null, 'Where is my parcel?', 401]);
    const statuses = [];
    for (let index = 0; index < 3; index++)
      statuses.push((await fetch(`${url}/describe`, bearer(TOKENS.admin))).status);
    expect(statuses).to.deep.equal([200, 200, 429]);
  });

  it('refuses to start where everybody could ask, and says the way out', async () => {
    const { ended, said } = serve('--host', '0.0.0.0');
    expect([(await ended).code, said.out, said.err.includes('"auth"')]).to.deep.equal([1, '', true]);
  });

  it('refuses to start with a key that it does not know', async () => {
    const { ended, said } = serve('--config', await configured({ prot: 80 }));
    expect([(await ended).code, said.out, said.err.includes('unknown key "prot"')]).to.deep.equal([1, '', true]);
  });

  it('logs JSON that tells nothing of what was asked', async () => {
    const { url, said } = serve();
    await fetch(`${await url}/conversations?${RANGE}&search=hidden-phrase`);
    await vi.waitUntil(() => said.err.includes('/api/conversations'));
    const line = JSON.parse(said.err.trim().split('\n').at(-1)!) as Record<string, unknown>;
    expect(line).to.include({ route: '/api/conversations', status: 200, tenant: 'default' });
    expect(said.err).to.not.include('hidden-phrase');
  });

  it('takes no name of a host that is not this machine’s', async () => {
    const url = new URL(await serve().url);
    const status = await new Promise((done) =>
      httpRequest({ port: url.port, path: '/api/describe', headers: { host: 'evil.example' } }, ({ statusCode }) =>
        done(statusCode),
      ).end(),
    );
    expect(status).to.equal(421);
  });

  it('answers a thousand connections at once', async () => {
    const { port } = new URL(await serve().url);
    const agent = new Agent({ keepAlive: true, maxSockets: 1000 });
    const statuses = await Promise.all(
      Array.from(
        { length: 1000 },
        () =>
          new Promise<number>((done, fail) => {
            httpRequest(
              { agent, port, path: `/api/metrics?metrics=total-volume&${RANGE}` },
              (response: IncomingMessage) => {
                response.resume().once('end', () => done(response.statusCode!));
              },
            )
              .once('error', fail)
              .end();
          }),
      ),
    );
    agent.destroy();
    expect(statuses.filter((status) => status !== 200)).to.deep.equal([]);
  });
});

describe('the end of the endpoint', () => {
  /** A request whose body waits, so that its answer is under way. */
  async function underWay(url: string): Promise<{ socket: Socket; finish: () => Promise<string> }> {
    const body = JSON.stringify({ orders: [] });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `POST /api/facts HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 4)}`,
    );
    await vi.waitUntil(async () => / 2$/m.exec(await inFlight(url)) !== null);
    const finish = async () => {
      let answer = '';
      socket.on('data', (data: Buffer) => {
        answer += data.toString();
      });
      socket.write(body.slice(4));
      await once(socket, 'close');
      return answer;
    };
    return { socket, finish };
  }
  /** This request is one of them. */
  const inFlight = async (url: string) =>
    /^agent_metrics_requests_in_flight \d+$/m.exec(await (await fetch(new URL('/metrics-prometheus', url))).text())![0];
  const isClosed = async (url: string) =>
    fetch(`${url}/describe`).then(
      () => false,
      () => true,
    );

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`${signal} lets an answer under way finish, takes nobody new, and ends with 0`, async () => {
      const { child, url, ended } = serve();
      const { finish } = await underWay(await url);
      child.kill(signal);
      await vi.waitUntil(async () => isClosed(await url));
      expect(child.exitCode).to.equal(null);
      expect(await finish())
        .to.match(/^HTTP\/1\.1 200 /)
        .and.include('"accepted":0');
      expect(await ended).to.deep.equal({ code: 0, signal: null });
    });
  }

  it('waits no longer than it is told', async () => {
    const { child, url, ended } = serve('--config', await configured({ shutdownSeconds: 0 }));
    const { socket } = await underWay(await url);
    socket.on('error', () => undefined);
    child.kill('SIGTERM');
    expect((await ended).code).to.equal(0);
  });

  it('comes at once with a second signal', async () => {
    const { child, url, ended } = serve('--config', await configured({ shutdownSeconds: 600 }));
    const { socket } = await underWay(await url);
    socket.on('error', () => undefined);
    child.kill('SIGTERM');
    await vi.waitUntil(async () => isClosed(await url));
    child.kill('SIGTERM');
    expect((await ended).code).to.equal(1);
  });

  it('comes at once where nobody waits, whatever connections stay open', async () => {
    const { child, url, ended } = serve();
    const agent = new Agent({ keepAlive: true });
    const { port } = new URL(await url);
    await new Promise<void>((done) =>
      httpRequest({ agent, port, path: '/healthz' }, (response) => void response.resume().once('end', done)).end(),
    );
    child.kill('SIGTERM');
    expect((await ended).code).to.equal(0);
    agent.destroy();
  });
});
