/** The configured way to know who asks, its secrets fetched from where they are. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { JSONWebKeySet } from 'jose';
import type { Auth } from '../access/access.js';
import { isLoopbackHost } from '../origins.js';
import { readSecretFile, readTokenFile } from '../access/static-tokens.js';
import { createTokenAuth, type TokenAuthConfig } from '../access/token-auth.js';
import type { JwtPlaces, SecretPlace } from './config-schema.js';
import type { ReadConfig } from './read-config.js';

/** `undefined`: everybody who reaches the server, which is only this machine. */
export async function toAuth(config: ReadConfig, host: string): Promise<Auth | undefined> {
  const { auth = 'none', folder } = config;
  const roles = config.roles as TokenAuthConfig['roles'];
  if (auth === 'none') {
    if (isLoopbackHost(host)) return undefined;
    throw new Error(
      `On ${host} everybody in reach could ask, so that "auth" has to say who may. Configure { "auth": { "jwt": … } } or { "auth": { "tokenFile": … } }, or stay on 127.0.0.1.`,
    );
  }
  const { jwt, tokenFile } = auth;
  if ((jwt === undefined) === (tokenFile === undefined)) throw new Error('"auth" needs either "jwt" or "tokenFile".');
  const which = jwt ? { jwt: await toJwt(jwt, folder) } : { tokens: await readTokenFile(resolve(folder, tokenFile!)) };
  return createTokenAuth({ ...which, ...(roles && { roles }) });
}

async function toJwt(
  { secret, publicKeyFile, jwksFile, ...rest }: JwtPlaces,
  folder: string,
): Promise<NonNullable<TokenAuthConfig['jwt']>> {
  const given = {
    ...rest,
    secret: secret && (await readSecret(secret, 'auth.jwt.secret', folder)),
    publicKey: publicKeyFile === undefined ? undefined : await readPublic(resolve(folder, publicKeyFile)),
    jwks: jwksFile === undefined ? undefined : await readKeySet(resolve(folder, jwksFile)),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as unknown as NonNullable<
    TokenAuthConfig['jwt']
  >;
}

/** Rejects with an `Error` that names the place, never what is there. */
export async function readSecret({ env, file }: SecretPlace, name: string, folder: string): Promise<string> {
  if ((env === undefined) === (file === undefined))
    throw new Error(`"${name}" needs either "env", the name of a variable, or "file", a path.`);
  if (file !== undefined) return (await readSecretFile(resolve(folder, file))).trim();
  const value = process.env[env!];
  if (value === undefined || value === '') throw new Error(`"${name}" is in the variable ${env}, which is not set.`);
  return value;
}

async function readKeySet(path: string): Promise<JSONWebKeySet> {
  const text = await readPublic(path);
  try {
    return JSON.parse(text) as JSONWebKeySet;
  } catch (cause) {
    throw new Error(`The file ${path} could not be read: it is no JSON. Use { "keys": [ … ] }.`, { cause });
  }
}

async function readPublic(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`The file ${path} could not be read. Name a file that exists.`, { cause });
  });
}
