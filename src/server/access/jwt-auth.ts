/** Tokens that somebody else issues and signs: JWT, checked by `jose`. */
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { ProblemError } from '../http/problem.js';
import { DEFAULT_ROLES, type Auth, type Roles } from './access.js';
import { toVerificationKey, type JwtKeys } from './jwt-keys.js';
import { bearerToken, toAccess } from './to-access.js';

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

const MOST_TOLERANCE = 60;

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
  if (seconds >= 0 && seconds <= MOST_TOLERANCE) return seconds;
  throw new RangeError(`auth.jwt.clockToleranceSeconds is ${seconds}. Use 0 to ${MOST_TOLERANCE}.`);
}
