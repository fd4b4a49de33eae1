/** Deny by default: who asks shows a token that is either a JWT or listed. */
import { DEFAULT_ROLES, type Auth, type Permissions, type Roles } from './access.js';
import { createJwtAuth, type JwtConfig } from './jwt-auth.js';
import { createStaticTokenAuth, type StaticToken } from './static-tokens.js';

export interface TokenAuthConfig {
  jwt?: JwtConfig;
  tokens?: readonly StaticToken[];
  /** Beside `viewer`, `analyst`, `manager` and `admin`; one of the same name replaces it. */
  roles?: Readonly<Record<string, Partial<Permissions>>>;
}

/** Throws a `RangeError` for what is missing, unknown or weak. */
export function createTokenAuth({ jwt, tokens, roles }: TokenAuthConfig): Auth {
  if ((jwt === undefined) === (tokens === undefined))
    throw new RangeError('Token auth needs either "jwt" or "tokens".');
  const all = withDefaults(roles);
  return jwt ? createJwtAuth(jwt, all) : createStaticTokenAuth(tokens!, all);
}

/** What a role does not say it may, it may not. */
function withDefaults(roles: TokenAuthConfig['roles'] = {}): Roles {
  const own = Object.entries(roles).map(
    ([name, { texts = false, people = false, write = false }]) => [name, { texts, people, write }] as const,
  );
  return { ...DEFAULT_ROLES, ...Object.fromEntries(own) };
}
