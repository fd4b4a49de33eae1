import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { checkConfig, readConfig, readingOf } from '../../../src/server/config/read-config.js';
import { rejection } from '../../fixtures/make-facts.js';

describe('a configuration', () => {
  it('may say all of this', () => {
    const config = {
      host: '0.0.0.0',
      port: 8080,
      basePath: '/shop/numbers',
      data: 'data',
      tenant: 'acme',
      database: { kind: 'duckdb', memoryLimit: '4GB', connections: 8 },
      auth: {
        jwt: {
          algorithms: ['RS256'],
          issuer: 'https://login.example',
          audience: 'metrics',
          jwksUrl: 'https://login.example/keys',
          clockToleranceSeconds: 10,
          claims: { tenant: 'org', role: 'role' },
        },
      },
      roles: { support: { texts: true } },
      cors: { origins: ['https://shop.example'] },
      limits: { timeoutMs: 5000, rate: { perMinute: 10 } },
      log: { level: 'warn' },
      trustProxy: 1,
      metrics: 'open',
      shutdownSeconds: 5,
      settings: { inactivityHours: 24 },
      columns: { conversations: { plan: 'text' } },
      labels: { plan: { pro: 'Pro' } },
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
    };
    expect(checkConfig(config)).to.deep.equal(config);
    expect(readingOf(checkConfig(config))).to.have.all.keys('settings', 'columns', 'labels', 'currency', 'timeZone');
  });

  const good: object[] = [
    {},
    { auth: 'none' },
    { auth: { tokenFile: 'tokens' } },
    { limits: { rate: false } },
    {
      database: {
        kind: 'clickhouse',
        url: 'http://127.0.0.1:8123',
        password: { env: 'PASSWORD' },
        cluster: { name: 'metrics', nodes: ['http://127.0.0.1:8123'] },
      },
    },
  ];
  for (const config of good)
    it(`${JSON.stringify(config)} fits`, () => expect(checkConfig(config)).to.deep.equal(config));

  const wrong: [config: unknown, says: string][] = [
    [{ prot: 80 }, 'unknown key "prot". Use one of: host, port'],
    [{ auth: { token: 'x' } }, 'unknown key "auth.token". Use one of: jwt, tokenFile'],
    [
      { auth: { jwt: { algorithms: ['RS256'], issuer: 'a', audience: 'b', publicKey: 'x' } } },
      'unknown key "auth.jwt.publicKey". Use one of: algorithms, issuer',
    ],
    [{ limits: { rate: { perHour: 3 } } }, 'unknown key "limits.rate.perHour". Use one of: perMinute'],
    [{ roles: { support: { text: true } } }, 'unknown key "roles.support.text". Use one of: texts, people, write'],
    [{ database: { kind: 'duckdb', path: 'x' } }, 'unknown key "database.path"'],
    [{ port: '8787' }, '"port" is "8787", which does not fit: it has to be a number'],
    [{ port: 70_000 }, '"port" is 70000, which does not fit: it can be at most 65535'],
    [{ basePath: 'api' }, '"basePath" is "api"'],
    [{ basePath: '/api/' }, '"basePath"'],
    [{ auth: 'off' }, '"auth" is "off"'],
    [
      { auth: { jwt: { algorithms: ['HS256'], issuer: 'a', audience: 'b', secret: 'inline-Zq2vW9xLm4tZp8' } } },
      '"auth.jwt.secret" is a text, which does not fit: it has to be an object',
    ],
    [{ auth: { jwt: { algorithms: ['HS256'], audience: 'b' } } }, '"auth.jwt.issuer" is missing'],
    [{ database: { kind: 'mysql' } }, 'Use one of: "duckdb", "clickhouse"'],
    [{ database: { kind: 'duckdb', url: 'http://a' } }, '"database.url" does not go with the kind "duckdb"'],
    [{ database: { kind: 'clickhouse' } }, '"database.url" is missing'],
    [{ data: 'x', database: { kind: 'clickhouse', url: 'http://a' } }, '"data" does not go with'],
    [{ cors: { origins: ['*'] } }, 'The origin is "*"'],
    [{ cors: { origins: ['https://shop.example/'] } }, 'The origin is "https://shop.example/"'],
    [{ cors: { origins: 'https://shop.example' } }, '"cors.origins"'],
    [{ limits: { metrics: 100 } }, 'from 1 to 40'],
    [{ settings: { inactivityHours: -1 } }, 'inactivityHours'],
    [{ settings: { hours: 1 } }, '"hours"'],
    [{ columns: { conversations: { tag: 'text' } } }, '"tag"'],
    [{ currency: 'euro' }, '"euro"'],
    [{ timeZone: 'Mars' }, 'Mars'],
    [{ log: { level: 'loud' } }, 'Use one of: "debug"'],
    [{ trustProxy: true }, '"trustProxy" is true'],
    [[], 'it has to be an object'],
    [null, 'it has to be an object'],
  ];
  for (const [config, says] of wrong) {
    it(`${JSON.stringify(config)} is refused: ${says}`, () => {
      expect(() => checkConfig(config))
        .to.throw(RangeError, says)
        .and.satisfy(({ message }: Error) => !message.includes('inline-'));
    });
  }
});

describe('a file of configuration', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'config-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function read(text: string) {
    const path = join(folder, 'endpoint.json');
    await writeFile(path, text);
    return readConfig(path);
  }

  it('knows where it lies', async () => expect(await read('\uFEFF{"port":0}')).to.deep.equal({ port: 0, folder }));

  for (const [text, says] of [
    ['{', 'cannot be used'],
    ['{"prot":1}', 'unknown key "prot"'],
  ] as const) {
    it(`that holds ${text} is refused by its name: ${says}`, async () =>
      expect((await rejection(read(text))).message)
        .to.include('endpoint.json')
        .and.include(says));
  }

  it('that is not there is named', async () =>
    expect((await rejection(readConfig(join(folder, 'nowhere.json')))).message).to.include('nowhere.json'));
});
