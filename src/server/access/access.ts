import { ProblemError } from '../problem.js';

export interface Permissions {
  /** What was written: first questions, messages, comments, knowledge gaps. */
  texts: boolean;
  /** Who wrote: profiles, visitors, the names of people who answered. */
  people: boolean;
  /** Whether articles and facts may be added. */
  write: boolean;
}

export interface Access {
  /** Whose data are asked; no other tenant's are in reach. */
  tenant: string;
  role: string;
  /** Who it is, for the host's own use; never logged. */
  subject: string | null;
  may: Permissions;
}

/** Authenticates a request. `undefined` or `false`: access denied. `true`: everything of the tenant `default`. */
export type Auth = (request: Request) => AuthResult | Promise<AuthResult>;
export type AuthResult = Access | boolean | undefined;

export type Roles = Readonly<Record<string, Permissions>>;

/** Later ones see more. */
export const DEFAULT_ROLES: Roles = {
  viewer: { texts: false, people: false, write: false },
  analyst: { texts: true, people: false, write: false },
  manager: { texts: true, people: true, write: false },
  admin: { texts: true, people: true, write: true },
};

/** The tenant, role and permissions of a request. Every question is answered for one `Access`. */
export const DEFAULT_TENANT = 'default';

/** What everybody may where no `auth` is set. */
export const OPEN_ACCESS: Access = {
  tenant: DEFAULT_TENANT,
  role: 'admin',
  subject: null,
  may: { texts: true, people: true, write: true },
};

/** What a token says about its bearer, as an `Access`. */
export interface Claims {
  tenant: unknown;
  role: unknown;
  subject?: unknown;
}

const MAX_CHARACTERS = 200;

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
  return typeof value === 'string' && value.trim() !== '' && value.length <= MAX_CHARACTERS && value.isWellFormed();
}

const MAX_TOKEN_CHARACTERS = 8192;

/** The token of `Authorization: Bearer`; `undefined` where there is none that could be one. */
export function bearerToken({ headers }: Request): string | undefined {
  const header = headers.get('authorization');
  if (!header || header.length > MAX_TOKEN_CHARACTERS) return undefined;
  return /^Bearer +([\w.~+/-]+=*) *$/i.exec(header)?.[1];
}
