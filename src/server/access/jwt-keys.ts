/** The keys that a JWT may be signed with, each fit for the algorithms that are allowed. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { checkSecret } from './check-secret.js';
import { isLoopbackHost } from './loopback.js';

/** Exactly one of them. */
export interface JwtKeys {
  /** Shared with whoever issues tokens, at least 32 bytes. For HS256, HS384 and HS512. */
  secret?: string;
  /** A public key in PEM. */
  publicKey?: string;
  /** A set of public keys, as an identity provider publishes it. */
  jwks?: JSONWebKeySet;
  /** Where such a set is, over https; fetched when it is needed and again when a key is unknown. */
  jwksUrl?: string;
}

const KEY_NAMES = ['secret', 'publicKey', 'jwks', 'jwksUrl'] as const;
const SHARED = ['HS256', 'HS384', 'HS512'];
const BY_KEY_TYPE: Readonly<Record<string, readonly string[]>> = {
  rsa: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ec: ['ES256', 'ES384', 'ES512'],
  ed25519: ['EdDSA', 'Ed25519'],
};
const PUBLIC = Object.values(BY_KEY_TYPE).flat();
const LEAST_RSA_BITS = 2048;

export type VerificationKey = Uint8Array | KeyObject | JWTVerifyGetKey;

/** Throws a `RangeError` that says what does not fit. A shared secret and public keys never meet, so that none can be taken for the other. */
export function toVerificationKey(keys: JwtKeys, algorithms: readonly string[]): VerificationKey {
  const given = KEY_NAMES.filter((name) => keys[name] !== undefined);
  if (given.length !== 1)
    throw new RangeError(
      `auth.jwt has ${given.length === 0 ? 'no key' : given.join(' and ')}. Use exactly one of: secret, publicKey, jwks, jwksUrl; in a configuration publicKeyFile and jwksFile.`,
    );
  const { secret, publicKey, jwks, jwksUrl } = keys;
  checkAlgorithms(algorithms, secret === undefined ? PUBLIC : SHARED, given[0]!);
  if (secret !== undefined) return toSecret(secret);
  if (publicKey !== undefined) return toPublicKey(publicKey, algorithms);
  return jwks === undefined ? createRemoteJWKSet(checkJwksUrl(jwksUrl!), { timeoutDuration: 5000 }) : toKeySet(jwks);
}

function checkAlgorithms(algorithms: readonly string[], known: readonly string[], key: string): void {
  if (!algorithms?.length)
    throw new RangeError(`auth.jwt.algorithms is missing. List those that tokens are signed with, as ["${known[0]}"].`);
  const wrong = algorithms.find((algorithm) => !known.includes(algorithm));
  if (wrong !== undefined)
    throw new RangeError(
      `auth.jwt.algorithms has ${JSON.stringify(wrong)}, which does not go with ${key}. Use some of: ${known.join(', ')}.`,
    );
}

function toSecret(secret: string): Uint8Array {
  checkSecret(secret, 'auth.jwt.secret');
  return new TextEncoder().encode(secret);
}

function toPublicKey(pem: string, algorithms: readonly string[]): KeyObject {
  if (pem.includes('PRIVATE KEY'))
    throw new RangeError(
      'auth.jwt.publicKey holds a private key. Give the public one; the private one stays with whoever issues tokens.',
    );
  const key = parseKey(pem);
  const fitting = BY_KEY_TYPE[key.asymmetricKeyType ?? ''] ?? [];
  const wrong = algorithms.find((algorithm) => !fitting.includes(algorithm));
  if (wrong !== undefined)
    throw new RangeError(
      `auth.jwt.publicKey is of the type ${key.asymmetricKeyType}, which does not go with ${wrong}.`,
    );
  checkStrength(key, 'auth.jwt.publicKey');
  return key;
}

function parseKey(pem: string): KeyObject {
  try {
    return createPublicKey(pem);
  } catch (cause) {
    throw new RangeError('auth.jwt.publicKey is no public key in PEM. It begins with -----BEGIN PUBLIC KEY-----.', {
      cause,
    });
  }
}

function toKeySet(jwks: JSONWebKeySet): JWTVerifyGetKey {
  if (!Array.isArray(jwks?.keys) || jwks.keys.length === 0)
    throw new RangeError('auth.jwt.jwks holds no keys. Use { "keys": [ … ] }.');
  const secret = jwks.keys.find((key) => key.kty === 'oct' || 'd' in key || 'k' in key);
  if (secret) throw new RangeError('auth.jwt.jwks holds a secret or private key. Use public keys only.');
  for (const key of jwks.keys.filter(({ kty }) => kty === 'RSA'))
    checkStrength(createPublicKey({ key, format: 'jwk' }), 'A key of auth.jwt.jwks');
  return createLocalJWKSet(jwks);
}

function checkStrength({ asymmetricKeyDetails }: KeyObject, name: string): void {
  const bits = asymmetricKeyDetails?.modulusLength ?? LEAST_RSA_BITS;
  if (bits < LEAST_RSA_BITS) throw new RangeError(`${name} has ${bits} bits. Use at least ${LEAST_RSA_BITS}.`);
}

function checkJwksUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHost(url.hostname))) return url;
  throw new RangeError(`auth.jwt.jwksUrl is ${JSON.stringify(text)}. Use an address that begins with https://.`);
}
