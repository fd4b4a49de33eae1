/** Who asks, before anything is answered. */
import type { Context, MiddlewareHandler } from 'hono';
import { OPEN_ACCESS, type Access, type Auth } from '../access/access.js';
import { bearerToken } from '../access/to-access.js';
import { ProblemError } from './problem.js';
import type { RateLimits } from './rate-limits.js';

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
