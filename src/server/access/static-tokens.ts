/** Tokens that are listed one by one, for small set-ups. Only their digests are stored. */
import { createHash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { type Auth, DEFAULT_ROLES, type Roles, bearerToken, isName, toAccess } from './access.js';
import { checkSecret } from './check-secret.js';
import { readFile, stat } from 'node:fs/promises';

/** Either the token itself or its SHA-256 in hex, so that the list holds nothing to steal. */
export interface StaticToken {
  token?: string;
  tokenSha256?: string;
  tenant: string;
  role: string;
  subject?: string;
}

const entrySchema = z.strictObject({
  token: z.optional(z.string()),
  tokenSha256: z.optional(z.string().check(z.regex(/^[\da-f]{64}$/i))),
  tenant: z.string(),
  role: z.string(),
  subject: z.optional(z.string()),
});

/** Throws a `RangeError` that names the entry, never the token. */
export function createStaticTokenAuth(tokens: readonly StaticToken[], roles: Roles = DEFAULT_ROLES): Auth {
  if (tokens.length === 0)
    throw new RangeError(
      'The list of tokens is empty, so nobody could ask. Add one: { "token": …, "tenant": …, "role": … }.',
    );
  const entries = tokens.map((entry, index) => ({
    digest: toDigest(entry, `Token ${index + 1}`, roles),
    access: toAccess(entry, roles),
  }));
  if (new Set(entries.map(({ digest }) => digest.toString('hex'))).size < entries.length)
    throw new RangeError('The list of tokens has one of them twice. Give everybody a token of their own.');
  return (request) => {
    const token = bearerToken(request);
    if (token === undefined) return undefined;
    const digest = sha256(token);
    // All are compared, each in constant time, so that the time gives nothing away.
    return entries.filter((entry) => timingSafeEqual(entry.digest, digest))[0]?.access;
  };
}

function toDigest(entry: StaticToken, name: string, roles: Roles): Buffer {
  const result = z.safeParse(entrySchema, entry);
  if (!result.success)
    throw new RangeError(
      `${name} does not fit at "${result.error.issues[0]?.path.join('.') ?? ''}". Use { token or tokenSha256, tenant, role, subject }.`,
    );
  const { token, tokenSha256, tenant, role } = entry;
  if ((token === undefined) === (tokenSha256 === undefined))
    throw new RangeError(`${name} needs either "token" or "tokenSha256".`);
  if (!isName(tenant)) throw new RangeError(`${name} names no tenant.`);
  if (!Object.hasOwn(roles, role))
    throw new RangeError(`${name} has the role "${role}". Use one of: ${Object.keys(roles).join(', ')}.`);
  if (token === undefined) return Buffer.from(tokenSha256!, 'hex');
  checkSecret(token, name);
  if (!/^[\w.~+/-]+=*$/.test(token))
    throw new RangeError(
      `${name} has a character that cannot travel in the Authorization header. Use letters, digits and - . _ ~ + /.`,
    );
  return sha256(token);
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Rejects where every user of the machine may read the file. */
export async function readSecretFile(path: string): Promise<string> {
  const { mode } = await stat(path).catch((cause: unknown) => {
    throw new Error(`The file ${path} could not be read. Name a file that exists.`, { cause });
  });
  if (process.platform !== 'win32' && (mode & 0o007) !== 0)
    throw new Error(`The file ${path} may be read by everybody on this machine. Change that: chmod 600 ${path}`);
  return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
}

/** A JSON list, or one JSON object a line. */
export async function readTokenFile(path: string): Promise<StaticToken[]> {
  const text = (await readSecretFile(path)).trim();
  try {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return (
      text.startsWith('[') ? JSON.parse(text) : lines.map((line) => JSON.parse(line) as unknown)
    ) as StaticToken[];
  } catch {
    // The parser's own words would show a token.
    throw new Error(
      `The file ${path} could not be read: it is no JSON. Use one object a line: {"token":"…","tenant":"…","role":"viewer"}`,
    );
  }
}
