import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Access } from '../../../src/server/access/access.js';
import {
  type StaticToken,
  createStaticTokenAuth,
  readSecretFile,
  readTokenFile,
} from '../../../src/server/access/static-tokens.js';
import { rejection } from '../../fixtures/make-facts.js';

const TOKEN = 'k8Zq2vW9xLm4tRp7sYb3nHd6cJg1aTeU';
const OTHER = 'Qw7eRt5yUi3oPa1sDf9gHj2kLz4xCv6b';
const asking = (token?: string) =>
  new Request('http://127.0.0.1/', token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
const entry = (rest: Partial<StaticToken> = {}): StaticToken => ({
  token: TOKEN,
  tenant: 'acme',
  role: 'viewer',
  ...rest,
});

describe('a list of tokens', () => {
  const auth = createStaticTokenAuth([
    entry({ subject: 'wall display' }),
    { tokenSha256: createHash('sha256').update(OTHER).digest('hex'), tenant: 'other', role: 'admin' },
  ]);

  it('gives each its tenant and role', () => {
    expect(auth(asking(TOKEN))).to.deep.equal({
      tenant: 'acme',
      role: 'viewer',
      subject: 'wall display',
      may: { texts: false, people: false, write: false },
    });
    expect((auth(asking(OTHER)) as Access).tenant).to.equal('other');
  });

  const nobody: [name: string, token: string | undefined][] = [
    ['no token', undefined],
    ['a token that is not listed', 'x'.repeat(32)],
    ['the beginning of one', TOKEN.slice(0, -1)],
    ['one and more', `${TOKEN}a`],
    ['the digest itself', createHash('sha256').update(OTHER).digest('hex')],
    ['one in other letters', TOKEN.toUpperCase()],
  ];
  for (const [name, token] of nobody) {
    it(`admits nobody with ${name}`, () => expect(auth(asking(token))).to.equal(undefined));
  }

  const wrong: [name: string, tokens: StaticToken[], says: string][] = [
    ['nothing', [], 'is empty'],
    ['a short token', [entry({ token: 'abc' })], 'Token 1 has 3 bytes'],
    ['a token that is easy to guess', [entry({ token: 'changeme'.repeat(4) })], 'easy to guess'],
    ['an unknown role', [entry({ role: 'root' })], 'Use one of: viewer, analyst, manager, admin'],
    ['no tenant', [entry({ tenant: ' ' })], 'names no tenant'],
    ['both a token and a digest', [entry({ tokenSha256: 'a'.repeat(64) })], 'either'],
    ['a digest that is none', [{ tokenSha256: 'abc', tenant: 'acme', role: 'viewer' }], '"tokenSha256"'],
    ['an unknown key', [entry(), { ...entry({ token: OTHER }), rolle: 'admin' } as never], 'Token 2'],
    ['the same token twice', [entry(), entry({ role: 'admin' })], 'twice'],
    ['a token that cannot travel', [entry({ token: `${TOKEN} ü` })], 'cannot travel'],
  ];
  for (const [name, tokens, says] of wrong) {
    it(`with ${name} is refused, and shows no token: ${says}`, () => {
      expect(() => createStaticTokenAuth(tokens))
        .to.throw(RangeError, says)
        .and.satisfy(({ message }: Error) => !message.includes(TOKEN));
    });
  }
});

describe('a file of tokens', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tokens-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function file(text: string, mode = 0o600): Promise<string> {
    const path = join(folder, 'tokens');
    await writeFile(path, text);
    await chmod(path, mode);
    return path;
  }

  it('is a list, or an object a line', async () => {
    expect(await readTokenFile(await file(JSON.stringify([entry()])))).to.deep.equal([entry()]);
    expect(
      await readTokenFile(await file(`${JSON.stringify(entry())}\n\n${JSON.stringify(entry({ token: OTHER }))}\n`)),
    ).to.deep.equal([entry(), entry({ token: OTHER })]);
  });

  it('that everybody may read is refused with the way out', async () => {
    expect((await rejection(readTokenFile(await file('[]', 0o644)))).message).to.include('chmod 600');
    expect((await rejection(readSecretFile(await file('x', 0o602)))).message).to.include('chmod 600');
  });

  it('that its group may read is taken', async () =>
    expect(await readSecretFile(await file('x', 0o640))).to.equal('x'));

  it('that is broken shows none of it', async () => {
    expect((await rejection(readTokenFile(await file(`{"token":"${TOKEN}"`)))).message)
      .to.include('one object a line')
      .and.not.include(TOKEN);
  });

  it('that is not there is named', async () =>
    expect((await rejection(readTokenFile(join(folder, 'nowhere')))).message).to.include('nowhere'));
});
