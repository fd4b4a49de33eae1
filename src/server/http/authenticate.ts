/** Authenticates requests, and limits how often one may ask. */
import type { Context, MiddlewareHandler } from 'hono';
import { type Access, type Auth, OPEN_ACCESS, bearerToken } from '../access/access.js';
import { ProblemError } from '../problem.js';
import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressKey } from './client-address.js';
import type { HandlerLimits } from './handler-options.js';

/** What a request carries from one step to the next. */
export interface Carried {
  Variables: {
    access: Access;
    /** Unset: not known, or this machine's own where those are not counted. */
    countedAddress: string | undefined;
  };
}

export type RequestContext = Context<Carried>;

export function authenticate(auth: Auth | undefined, limits: RateLimits | undefined): MiddlewareHandler<Carried> {
  return async (c, next) => {
    const address = c.get('countedAddress');
    if (address !== undefined) await limits?.countAddress(address);
    const access = auth ? await admit(auth, c.req.raw) : OPEN_ACCESS;
    if (!access) {
      if (address !== undefined) await limits?.countFailure(address);
      throw new ProblemError(
        401,
        'unauthorized',
        'This endpoint needs a valid token in the Authorization header.',
        undefined,
        { 'www-authenticate': 'Bearer' },
      );
    }
    c.set('access', access);
    // The token itself, however the header around it is written.
    const token = auth && (bearerToken(c.req.raw) ?? c.req.header('authorization'));
    if (token) await limits?.countToken(token);
    await next();
  };
}

async function admit(auth: Auth, request: Request): Promise<Access | undefined> {
  const admitted = await auth(request);
  if (admitted === true) return OPEN_ACCESS;
  return admitted || undefined;
}

const MINUTE_SECONDS = 60;
/** Wrong tokens from one address in a minute. */
const MAX_FAILURES = 30;

/** Counts requests per token, per address, and per address that sends wrong tokens. */
export class RateLimits {
  readonly #tokens: RateLimiterMemory;
  readonly #addresses: RateLimiterMemory;
  readonly #failures: RateLimiterMemory;

  constructor({ perMinute = 600, perAddressPerMinute = 1200 }: Exclude<HandlerLimits['rate'], false | undefined> = {}) {
    const perMinuteOf = (points: number) => new RateLimiterMemory({ points, duration: MINUTE_SECONDS });
    this.#tokens = perMinuteOf(perMinute);
    this.#addresses = perMinuteOf(perAddressPerMinute);
    this.#failures = perMinuteOf(Math.min(MAX_FAILURES, perAddressPerMinute));
  }

  /** Before the token is looked at. Throws a 429. */
  async countAddress(address: string): Promise<void> {
    await consume(this.#addresses, addressKey(address), 'from this address');
  }

  /** Throws a 429. Users of the same address with a valid token are not locked out. */
  async countFailure(address: string): Promise<void> {
    await consume(this.#failures, addressKey(address), 'with tokens that are not valid');
  }

  /** Throws a 429. Only the token's digest is stored. */
  async countToken(token: string): Promise<void> {
    await consume(this.#tokens, createHash('sha256').update(token).digest('base64'), 'with this token');
  }
}

async function consume(limiter: RateLimiterMemory, key: string, whose: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    throw refused instanceof RateLimiterRes ? tooMany(refused, whose) : refused;
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes, whose: string): ProblemError {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new ProblemError(
    429,
    'rate',
    `There were too many requests ${whose}. Ask again in ${seconds} seconds.`,
    undefined,
    { 'retry-after': String(seconds) },
  );
}
