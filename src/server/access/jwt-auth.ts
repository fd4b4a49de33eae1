/** Tokens that somebody else issues and signs: JWT, checked by `jose`. */
import {
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
} from 'jose';
import { ProblemError } from '../problem.js';
import { type Auth, DEFAULT_ROLES, type Roles, bearerToken, toAccess } from './access.js';
import { type KeyObject, createPublicKey } from 'node:crypto';
import { checkSecret } from './check-secret.js';
import { isLoopbackHost } from '../origins.js';

export interface JwtConfig extends JwtKeys {
  /** Those that tokens may be signed with; no other is accepted, whatever a token says. */
  algorithms: readonly string[];
  issuer: string;
  audience: string;
  /** How far clocks may differ. Default 5, at most 60. */
  clockToleranceSeconds?: number;
  /** Where a token says whose data and which role. Default `tenant` and `role`. */
  claims?: { tenant?: string; role?: string };
}

const MAX_TOLERANCE = 60;

/** Throws a `RangeError` that says what in the configuration is missing or weak. */
export function createJwtAuth(config: JwtConfig, roles: Roles = DEFAULT_ROLES): Auth {
  const { algorithms, claims = {}, clockToleranceSeconds = 5 } = config;
  const key = toVerificationKey(config, algorithms);
  const options = {
    algorithms: [...algorithms],
    issuer: required('issuer', config.issuer),
    audience: required('audience', config.audience),
    clockTolerance: checkTolerance(clockToleranceSeconds),
    requiredClaims: ['exp'],
  };
  // The two ways to give a key are two signatures of the same function.
  const verify = async (token: string): Promise<JWTPayload> =>
    (await jwtVerify(token, key as JWTVerifyGetKey, options)).payload;
  return async (request) => {
    const token = bearerToken(request);
    if (token === undefined) return undefined;
    const payload = await verify(token).catch(refuse);
    return (
      payload &&
      toAccess(
        {
          tenant: own(payload, claims.tenant ?? 'tenant'),
          role: own(payload, claims.role ?? 'role'),
          subject: payload.sub,
        },
        roles,
      )
    );
  };
}

function refuse(error: unknown): undefined {
  if (error instanceof errors.JWTExpired)
    throw new ProblemError(401, 'unauthorized', 'The token has expired. Ask for a new one.', undefined, {
      'www-authenticate': 'Bearer error="invalid_token"',
    });
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || isUnreachable(error)) {
    throw new ProblemError(
      503,
      'keys',
      'The keys that tokens are checked with could not be fetched. Try again soon.',
      undefined,
      { 'retry-after': '5' },
    );
  }
  return undefined;
}

/** Whatever else is wrong with a token is one of jose's own errors, or a `TypeError` where it is malformed. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof TypeError) return error.message === 'fetch failed';
  return !(error instanceof errors.JOSEError) || error.code === 'ERR_JOSE_GENERIC';
}

function own(payload: JWTPayload, name: string): unknown {
  return Object.hasOwn(payload, name) ? payload[name] : undefined;
}

function required(name: 'issuer' | 'audience', text: unknown): string {
  if (typeof text === 'string' && text.trim() !== '') return text;
  throw new RangeError(`auth.jwt.${name} is missing. A token for somebody else must not open this endpoint.`);
}

function checkTolerance(seconds: number): number {
  if (seconds >= 0 && seconds <= MAX_TOLERANCE) return seconds;
  throw new RangeError(`auth.jwt.clockToleranceSeconds is ${seconds}. Use 0 to ${MAX_TOLERANCE}.`);
}

/** Exactly one of them. */
export interface JwtKeys {
  /** Shared with the issuer of the tokens, at least 32 bytes. For HS256, HS384 and HS512. */
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
const MIN_RSA_BITS = 2048;

/** The keys that a JWT may be signed with, each fit for the algorithms that are allowed. */
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
  const bits = asymmetricKeyDetails?.modulusLength ?? MIN_RSA_BITS;
  if (bits < MIN_RSA_BITS) throw new RangeError(`${name} has ${bits} bits. Use at least ${MIN_RSA_BITS}.`);
}

function checkJwksUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHost(url.hostname))) return url;
  throw new RangeError(`auth.jwt.jwksUrl is ${JSON.stringify(text)}. Use an address that begins with https://.`);
}
