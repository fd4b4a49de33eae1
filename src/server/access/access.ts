/** Who asks, and what they may see and do. Every question is answered for one `Access`. */

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

/** Decides who asks. `undefined` or `false`: nobody who may. `true`: everything of the tenant `default`. */
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

export const DEFAULT_TENANT = 'default';

/** What everybody may where no `auth` is set. */
export const OPEN_ACCESS: Access = {
  tenant: DEFAULT_TENANT,
  role: 'admin',
  subject: null,
  may: { texts: true, people: true, write: true },
};
