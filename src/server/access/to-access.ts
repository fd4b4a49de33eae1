/** What a token says about its bearer, as an `Access`. */
import { ProblemError } from '../http/problem.js';
import type { Access, Roles } from './access.js';

export interface Claims {
  tenant: unknown;
  role: unknown;
  subject?: unknown;
}

const MOST_CHARACTERS = 200;

/** Throws a 403 where a good token names no tenant or no role that is known: nothing is allowed by default. */
export function toAccess({ tenant, role, subject }: Claims, roles: Roles): Access {
  if (!isName(tenant))
    throw new ProblemError(403, 'forbidden', 'The token names no tenant. Ask whoever issues it for one that does.');
  if (!isName(role) || !Object.hasOwn(roles, role))
    throw new ProblemError(
      403,
      'forbidden',
      'The token names no role that this endpoint knows. Ask whoever issues it for one that does.',
    );
  return { tenant, role, subject: typeof subject === 'string' ? subject : null, may: roles[role]! };
}

/** Halves of characters make no name: databases replace them, and two tenants would be one. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MOST_CHARACTERS && value.isWellFormed();
}

const MOST_TOKEN_CHARACTERS = 8192;

/** The token of `Authorization: Bearer`; `undefined` where there is none that could be one. */
export function bearerToken({ headers }: Request): string | undefined {
  const header = headers.get('authorization');
  if (!header || header.length > MOST_TOKEN_CHARACTERS) return undefined;
  return /^Bearer +([\w.~+/-]+=*) *$/i.exec(header)?.[1];
}
