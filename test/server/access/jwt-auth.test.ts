import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import type { Access } from '../../../src/server/access/access.js';
import { createJwtAuth, type JwtConfig } from '../../../src/server/access/jwt-auth.js';
import { createTokenAuth } from '../../../src/server/access/token-auth.js';
import { ProblemError } from '../../../src/server/problem.js';
import { rejection } from '../../fixtures/make-facts.js';
import { BAD_TOKENS, JWT_CONFIG, NOBODY, PUBLIC_KEY, tokenWith, WITHOUT_KEY } from './make-tokens.js';

const asking = (header: string | undefined) =>
  new Request('http://127.0.0.1/api/describe', header === undefined ? {} : { headers: { authorization: header } });
const SECRET = 'fR7kq2vW9xLm4tZp8sYb3nHd6cJg1aTe';
const withSecret: JwtConfig = { ...WITHOUT_KEY, algorithms: ['HS256'], secret: SECRET };

async function admitted(header: string | undefined, config: JwtConfig = JWT_CONFIG): Promise<Access | undefined> {
  return (await createJwtAuth(config)(asking(header))) as Access | undefined;
}

describe('a JWT', () => {
  it('says the tenant, the role and who it is', async () => {
    expect(await admitted(`Bearer ${await tokenWith({ claims: { role: 'analyst' } })}`)).to.deep.equal({
      tenant: 'acme',
      role: 'analyst',
      subject: 'somebody',
      may: { texts: true, people: false, write: false },
    });
  });

  it('may name the scheme in any letters', async () =>
    expect((await admitted(`bearer ${await tokenWith()}`))?.tenant).to.equal('acme'));

  it('may be a few seconds off', async () => {
    expect((await admitted(`Bearer ${await tokenWith({ expires: -2 })}`))?.tenant).to.equal('acme');
    expect(
      (
        await rejection(
          createJwtAuth({ ...JWT_CONFIG, clockToleranceSeconds: 0 })(
            asking(`Bearer ${await tokenWith({ expires: -2 })}`),
          ) as Promise<unknown>,
        )
      ).message,
    ).to.include('expired');
  });

  it('may carry its claims under other names', async () => {
    const token = await tokenWith({ claims: { 'https://shop.example/role': 'viewer', org: 'acme-2' } });
    expect(
      await admitted(`Bearer ${token}`, {
        ...JWT_CONFIG,
        claims: { tenant: 'org', role: 'https://shop.example/role' },
      }),
    ).to.deep.include({ tenant: 'acme-2', role: 'viewer' });
  });

  it('signed with a shared secret opens where one is configured, and no other there', async () => {
    const good = await tokenWith({ algorithm: 'HS256', key: new TextEncoder().encode(SECRET) });
    expect((await admitted(`Bearer ${good}`, withSecret))?.tenant).to.equal('acme');
    expect(await admitted(`Bearer ${await tokenWith()}`, withSecret)).to.equal(undefined);
    expect(await admitted(`Bearer ${good}`)).to.equal(undefined);
  });

  for (const [name, header] of BAD_TOKENS) {
    it(`that is ${name} admits nobody`, async () => {
      const given = await header();
      const outcome = await admitted(given).catch((error: unknown) => error);
      expect(outcome instanceof ProblemError ? outcome.problem.status : outcome).to.equal(
        name === 'an expired token' ? 401 : undefined,
      );
    });
  }

  for (const [name, claims] of NOBODY) {
    it(`with ${name} is forbidden`, async () => {
      const error = (await rejection(admitted(`Bearer ${await tokenWith({ claims })}`))) as unknown as ProblemError;
      expect(error.problem.status).to.equal(403);
    });
  }
});

describe('keys that are published', () => {
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwks = { keys: [{ ...jwk.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' }] };
  const withoutKeys: JwtConfig = { ...WITHOUT_KEY, algorithms: ['ES256'] };
  const config: JwtConfig = { ...withoutKeys, jwks };
  const signed = () => tokenWith({ algorithm: 'ES256', key: jwk.privateKey, header: { kid: 'one' } });

  it('open to their tokens', async () =>
    expect((await admitted(`Bearer ${await signed()}`, config))?.tenant).to.equal('acme'));

  it('do not open to a token of a key that is not among them', async () => {
    expect(
      await admitted(
        `Bearer ${await tokenWith({ algorithm: 'ES256', key: jwk.privateKey, header: { kid: 'two' } })}`,
        config,
      ),
    ).to.equal(undefined);
  });

  it('are fetched from where they are', async () => {
    const server = createServer(
      (_, response) => void response.setHeader('content-type', 'application/json').end(JSON.stringify(jwks)),
    );
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
    const auth = createJwtAuth({ ...withoutKeys, jwksUrl });
    expect(((await auth(asking(`Bearer ${await signed()}`))) as Access).tenant).to.equal('acme');
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    const error = (await rejection(
      createJwtAuth({ ...withoutKeys, jwksUrl })(asking(`Bearer ${await signed()}`)) as Promise<unknown>,
    )) as unknown as ProblemError;
    expect(error.problem.status, 'they cannot be had').to.equal(503);
  });
});

describe('a configuration of JWT', () => {
  const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({
    type: 'spki',
    format: 'pem',
  }) as string;
  const secretive = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const wrong: [name: string, config: Partial<JwtConfig>, says: string][] = [
    ['without a key', { publicKey: undefined as never }, 'no key'],
    ['with two keys', { secret: SECRET }, 'Use exactly one of'],
    ['without algorithms', { algorithms: [] }, 'auth.jwt.algorithms is missing'],
    ['with alg none', { algorithms: ['RS256', 'none'] }, '"none"'],
    ['that mixes public keys and secrets', { algorithms: ['RS256', 'HS256'] }, '"HS256"'],
    ['with an algorithm that its key cannot do', { algorithms: ['ES256'] }, 'does not go with ES256'],
    ['without an issuer', { issuer: '' }, 'auth.jwt.issuer'],
    ['without an audience', { audience: undefined as never }, 'auth.jwt.audience'],
    ['with clocks too far apart', { clockToleranceSeconds: 3600 }, 'clockToleranceSeconds'],
    ['with a private key', { publicKey: secretive }, 'private key'],
    ['with what is no key', { publicKey: 'PEM' }, 'PEM'],
    ['with a short key', { publicKey: small }, '1024 bits'],
    ['with keys over http', { publicKey: undefined as never, jwksUrl: 'http://login.example/keys' }, 'https://'],
    [
      'with a secret among public keys',
      { publicKey: undefined as never, jwks: { keys: [{ kty: 'oct', k: 'AAAA' }] } },
      'secret or private key',
    ],
    ['with an empty set of keys', { publicKey: undefined as never, jwks: { keys: [] } }, 'no keys'],
  ];
  for (const [name, config, says] of wrong) {
    it(`${name} is refused: ${says}`, () =>
      expect(() => createJwtAuth({ ...JWT_CONFIG, ...config })).to.throw(RangeError, says));
  }

  const weak = [
    'short',
    'secret'.repeat(8),
    'a'.repeat(64),
    'changemechangemechangemechangeme',
    'your-super-secret-jwt-token-with-at-least-32-characters-long',
    '0123456789abcdef0123456789abcdef',
    'my-default-secret-key-please-change-me!!',
    PUBLIC_KEY.slice(0, 10) as string,
  ];
  for (const secret of weak) {
    it(`with the secret ${secret.slice(0, 40)} is refused without showing it`, () => {
      expect(() => createJwtAuth({ ...withSecret, secret }))
        .to.throw(RangeError, /^auth\.jwt\.secret (has \d+ bytes|is easy to guess)/)
        .and.satisfy(({ message }: Error) => !message.includes(secret));
    });
  }

  it('takes a random secret', () => expect(() => createJwtAuth(withSecret)).not.to.throw());

  it('stands alone: a list of tokens beside it is refused', () =>
    expect(() => createTokenAuth({ jwt: JWT_CONFIG, tokens: [] })).to.throw(RangeError, 'either'));

  it('may have roles of its own, which may nothing that they do not say', async () => {
    const auth = createTokenAuth({ jwt: JWT_CONFIG, roles: { support: { texts: true }, viewer: {} } });
    const accessOf = async (role: string) =>
      ((await auth(asking(`Bearer ${await tokenWith({ claims: { role } })}`))) as Access).may;
    expect([await accessOf('support'), await accessOf('manager')]).to.deep.equal([
      { texts: true, people: false, write: false },
      { texts: true, people: true, write: false },
    ]);
  });
});
