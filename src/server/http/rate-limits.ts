/** How often somebody may ask: per token, per address, and per address that shows wrong tokens. */
import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressKey } from './client-address.js';
import type { HandlerLimits } from './handler-limits.js';
import { ProblemError } from './problem.js';

const MINUTE_SECONDS = 60;
/** Wrong tokens from one address in a minute. */
const MOST_FAILURES = 30;

export class RateLimits {
  readonly #tokens: RateLimiterMemory;
  readonly #addresses: RateLimiterMemory;
  readonly #failures: RateLimiterMemory;

  constructor({ perMinute = 600, perAddressPerMinute = 1200 }: Exclude<HandlerLimits['rate'], false | undefined> = {}) {
    const perMinuteOf = (points: number) => new RateLimiterMemory({ points, duration: MINUTE_SECONDS });
    this.#tokens = perMinuteOf(perMinute);
    this.#addresses = perMinuteOf(perAddressPerMinute);
    this.#failures = perMinuteOf(Math.min(MOST_FAILURES, perAddressPerMinute));
  }

  /** Before the token is looked at. Throws a 429. */
  async countAddress(address: string): Promise<void> {
    await consume(this.#addresses, addressKey(address), 'from this address');
  }

  /** Throws a 429. Others at the same address who have a good token are not kept out. */
  async countFailure(address: string): Promise<void> {
    await consume(this.#failures, addressKey(address), 'with tokens that are not valid');
  }

  /** Throws a 429. Only the token's digest is kept. */
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
