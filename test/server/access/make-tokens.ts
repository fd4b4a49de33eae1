/** Tokens for tests: good ones, and every way in which one is not. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import type { JwtConfig } from '../../../src/server/access/jwt-auth.js';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const PUBLIC_KEY = keys.publicKey.export({ type: 'spki', format: 'pem' });

export const WITHOUT_KEY: JwtConfig = { algorithms: ['RS256'], issuer: 'https://login.example', audience: 'metrics' };
export const JWT_CONFIG: JwtConfig = { ...WITHOUT_KEY, publicKey: PUBLIC_KEY as string };

export interface TokenChanges {
  claims?: Record<string, unknown>;
  algorithm?: string;
  key?: KeyObject | Uint8Array;
  issuer?: string | undefined;
  audience?: string | undefined;
  /** Seconds from now; `null`: none. */
  expires?: number | null;
  notBefore?: number;
  header?: Record<string, unknown>;
}

export const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** A good token, but for what is changed. */
export async function tokenWith({
  claims = {},
  algorithm = 'RS256',
  key = keys.privateKey,
  issuer = 'https://login.example',
  audience = 'metrics',
  expires = 600,
  notBefore,
  header = {},
}: TokenChanges = {}): Promise<string> {
  const jwt = new SignJWT({ tenant: 'acme', role: 'admin', ...claims })
    .setProtectedHeader({ alg: algorithm, ...header })
    .setSubject('somebody')
    .setIssuedAt();
  if (issuer) jwt.setIssuer(issuer);
  if (audience) jwt.setAudience(audience);
  if (expires !== null) jwt.setExpirationTime(nowSeconds() + expires);
  if (notBefore !== undefined) jwt.setNotBefore(nowSeconds() + notBefore);
  return jwt.sign(key);
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const payload = () => ({
  tenant: 'acme',
  role: 'admin',
  iss: 'https://login.example',
  aud: 'metrics',
  exp: nowSeconds() + 600,
});
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What the `Authorization` header says; `undefined`: it is not there. */
export const BAD_TOKENS: readonly [name: string, header: () => Promise<string | undefined>][] = [
  ['no token', async () => undefined],
  ['an empty header', async () => ''],
  ['a scheme without a token', async () => 'Bearer '],
  ['another scheme', async () => `Basic ${Buffer.from('admin:admin').toString('base64')}`],
  ['garbage', async () => 'Bearer garbage'],
  ['three parts of garbage', async () => 'Bearer a.b.c'],
  ['two tokens', async () => `Bearer ${await tokenWith()} ${await tokenWith()}`],
  ['an oversized token', async () => `Bearer ${await tokenWith({ claims: { padding: 'x'.repeat(8192) } })}`],
  ['an expired token', async () => `Bearer ${await tokenWith({ expires: -60 })}`],
  ['a token that never expires', async () => `Bearer ${await tokenWith({ expires: null })}`],
  ['a token of the future', async () => `Bearer ${await tokenWith({ notBefore: 300 })}`],
  ['another issuer', async () => `Bearer ${await tokenWith({ issuer: 'https://evil.example' })}`],
  ['no issuer', async () => `Bearer ${await tokenWith({ issuer: '' })}`],
  ['another audience', async () => `Bearer ${await tokenWith({ audience: 'payments' })}`],
  ['no audience', async () => `Bearer ${await tokenWith({ audience: '' })}`],
  ['another algorithm of the same key', async () => `Bearer ${await tokenWith({ algorithm: 'RS512' })}`],
  ['a stranger’s key', async () => `Bearer ${await tokenWith({ key: strangers.privateKey })}`],
  ['alg none', async () => `Bearer ${encode({ alg: 'none' })}.${encode(payload())}.`],
  ['alg None', async () => `Bearer ${encode({ alg: 'None', typ: 'JWT' })}.${encode(payload())}.`],
  ['no alg', async () => `Bearer ${encode({ typ: 'JWT' })}.${encode(payload())}.AAAA`],
  [
    'the public key taken for a secret',
    async () => `Bearer ${await tokenWith({ algorithm: 'HS256', key: bytesOf(PUBLIC_KEY as string) })}`,
  ],
  [
    'a key of its own in the header',
    async () =>
      `Bearer ${await tokenWith({ key: strangers.privateKey, header: { jwk: strangers.publicKey.export({ format: 'jwk' }) } })}`,
  ],
  [
    'an address of keys in the header',
    async () =>
      `Bearer ${await tokenWith({ key: strangers.privateKey, header: { jku: 'https://evil.example/keys', kid: '../../etc/passwd' } })}`,
  ],
  [
    'a changed payload',
    async () => {
      const [head, , signature] = (await tokenWith({ claims: { role: 'viewer' } })).split('.');
      return `Bearer ${head}.${encode(payload())}.${signature}`;
    },
  ],
  ['a cut signature', async () => `Bearer ${(await tokenWith()).slice(0, -20)}`],
];

/** Good tokens that name nobody who may ask. */
export const NOBODY: readonly [name: string, claims: Record<string, unknown>][] = [
  ['no tenant', { tenant: undefined }],
  ['an empty tenant', { tenant: ' ' }],
  ['a tenant with half a character', { tenant: 'acme\ud800' }],
  ['a tenant that is a list', { tenant: ['acme', 'other'] }],
  ['a tenant that is an object', { tenant: { $ne: null } }],
  ['a very long tenant', { tenant: 'a'.repeat(201) }],
  ['no role', { role: undefined }],
  ['an unknown role', { role: 'root' }],
  ['a role of every object', { role: 'constructor' }],
  ['a list of roles', { role: ['admin'] }],
];
