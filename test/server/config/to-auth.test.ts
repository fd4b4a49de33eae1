import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Access } from '../../../src/server/access/access.js';
import type { Config } from '../../../src/server/config/config-schema.js';
import { toAuth } from '../../../src/server/config/to-auth.js';
import { rejection } from '../../fixtures/make-facts.js';
import { PUBLIC_KEY, tokenWith } from '../access/make-tokens.js';

const SECRET = 'fR7kq2vW9xLm4tZp8sYb3nHd6cJg1aTe';
const VARIABLE = 'AGENT_METRICS_TEST_SECRET';
const jwt = { issuer: 'https://login.example', audience: 'metrics' };
const asking = (token: string) => new Request('http://127.0.0.1/', { headers: { authorization: `Bearer ${token}` } });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'auth-'));
  process.env[VARIABLE] = SECRET;
});
afterEach(async () => {
  delete process.env[VARIABLE];
  await rm(folder, { recursive: true });
});

const authOf = (config: Config, host = '0.0.0.0') => toAuth({ ...config, folder }, host);
const tenantOf = async (config: Config, token: string) =>
  ((await (await authOf(config))!(asking(token))) as Access | undefined)?.tenant;

async function file(name: string, text: string, mode = 0o600): Promise<string> {
  await writeFile(join(folder, name), text);
  await chmod(join(folder, name), mode);
  return name;
}

describe('who may ask, as configured', () => {
  const signed = () => tokenWith({ algorithm: 'HS256', key: new TextEncoder().encode(SECRET) });

  it('shows a JWT whose secret is in a variable', async () => {
    expect(
      await tenantOf({ auth: { jwt: { ...jwt, algorithms: ['HS256'], secret: { env: VARIABLE } } } }, await signed()),
    ).to.equal('acme');
  });

  it('shows a JWT whose secret is in a file beside the configuration', async () => {
    expect(
      await tenantOf(
        { auth: { jwt: { ...jwt, algorithms: ['HS256'], secret: { file: await file('secret', `${SECRET}\n`) } } } },
        await signed(),
      ),
    ).to.equal('acme');
  });

  it('shows a JWT whose public key is in a file', async () => {
    expect(
      await tenantOf(
        {
          auth: {
            jwt: { ...jwt, algorithms: ['RS256'], publicKeyFile: await file('key.pem', PUBLIC_KEY as string, 0o644) },
          },
        },
        await tokenWith(),
      ),
    ).to.equal('acme');
  });

  it('shows a listed token, with a role that is configured', async () => {
    const tokenFile = await file('tokens', JSON.stringify({ token: SECRET, tenant: 'shop', role: 'support' }));
    expect(await tenantOf({ auth: { tokenFile }, roles: { support: { texts: true } } }, SECRET)).to.equal('shop');
  });

  it('is everybody on this machine where nothing is configured', async () => {
    for (const host of ['127.0.0.1', 'localhost', '::1', '127.0.0.5'])
      expect(await authOf({}, host)).to.equal(undefined);
  });

  for (const host of ['0.0.0.0', '::', '192.0.2.1', 'shop.example', '127.0.0.1.example']) {
    it(`has to be configured on ${host}`, async () => {
      for (const config of [{}, { auth: 'none' }] as Config[])
        expect((await rejection(authOf(config, host))).message).to.include(`On ${host}`);
    });
  }

  const wrong: [name: string, config: () => Promise<Config>, says: string][] = [
    ['neither a JWT nor tokens', async () => ({ auth: {} }), 'either "jwt" or "tokenFile"'],
    [
      'both',
      async () => ({ auth: { jwt: { ...jwt, algorithms: ['RS256'] }, tokenFile: 'tokens' } }),
      'either "jwt" or "tokenFile"',
    ],
    [
      'a variable that is not set',
      async () => ({ auth: { jwt: { ...jwt, algorithms: ['HS256'], secret: { env: 'AGENT_METRICS_NOWHERE' } } } }),
      'AGENT_METRICS_NOWHERE, which is not set',
    ],
    [
      'a secret from nowhere',
      async () => ({ auth: { jwt: { ...jwt, algorithms: ['HS256'], secret: {} } } }),
      'either "env"',
    ],
    [
      'a secret from two places',
      async () => ({ auth: { jwt: { ...jwt, algorithms: ['HS256'], secret: { env: VARIABLE, file: 'secret' } } } }),
      'either "env"',
    ],
    [
      'a weak secret',
      async () => ({
        auth: { jwt: { ...jwt, algorithms: ['HS256'], secret: { file: await file('secret', 'changeme') } } },
      }),
      'has 8 bytes',
    ],
    [
      'a secret that everybody may read',
      async () => ({
        auth: { jwt: { ...jwt, algorithms: ['HS256'], secret: { file: await file('secret', SECRET, 0o644) } } },
      }),
      'chmod 600',
    ],
    [
      'a key that is not there',
      async () => ({ auth: { jwt: { ...jwt, algorithms: ['RS256'], publicKeyFile: 'nowhere.pem' } } }),
      'nowhere.pem',
    ],
    [
      'keys that are no JSON',
      async () => ({ auth: { jwt: { ...jwt, algorithms: ['RS256'], jwksFile: await file('keys', '{') } } }),
      'it is no JSON',
    ],
    ['tokens that are not there', async () => ({ auth: { tokenFile: 'nowhere' } }), 'nowhere'],
  ];
  for (const [name, config, says] of wrong) {
    it(`cannot be ${name}: ${says}`, async () =>
      expect((await rejection(config().then((one) => authOf(one)))).message)
        .to.include(says)
        .and.not.include(SECRET));
  }
});
