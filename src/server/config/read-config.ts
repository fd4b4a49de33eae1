/** The file of `--config`: JSON, every key known, every value fitting, or nothing starts. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as z from 'zod/mini';
import { resolveLimits } from '../http/handler-options.js';
import { type SourceOptions, checkSourceOptions } from '../../core/source-options.js';
import { checkOrigin } from '../origins.js';
import { type Config, configSchema } from './config-schema.js';
import { showValue } from '../../core/format/show-value.js';

export interface ReadConfig extends Config {
  /** Where the file lies: paths in it begin there. */
  folder: string;
}

export const NO_CONFIG: ReadConfig = { folder: '.' };

/** Rejects with an `Error` that names the file and the key. */
export async function readConfig(path: string): Promise<ReadConfig> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(
      `The configuration ${path} could not be read: ${(cause as { code?: unknown }).code === 'ENOENT' ? 'there is no such file.' : (cause as Error).message}`,
      { cause },
    );
  });
  try {
    const value = JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
    return { ...checkConfig(value), folder: dirname(resolve(path)) };
  } catch (cause) {
    throw new Error(`The configuration ${path} cannot be used: ${(cause as Error).message}`, { cause });
  }
}

/** Throws a `RangeError` that names the key. */
export function checkConfig(value: unknown): Config {
  const result = z.safeParse(configSchema, value);
  if (!result.success) throw new RangeError(explainIssue(result.error.issues[0]!, configSchema, value));
  const config = result.data;
  checkSourceOptions(readingOf(config));
  resolveLimits((config.limits ?? {}) as Parameters<typeof resolveLimits>[0]);
  config.cors?.origins.forEach(checkOrigin);
  checkDatabase(config);
  return config;
}

/** How the facts are read, as a source takes it. */
export function readingOf({ settings, columns, labels, currency, timeZone }: Config): SourceOptions {
  const given = Object.entries({ settings, columns, labels, currency, timeZone }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(given);
}

const OF_DUCKDB = ['memoryLimit', 'connections'] as const;
const OF_CLICKHOUSE = ['url', 'username', 'password', 'database', 'cluster'] as const;

function checkDatabase({ database, data }: Config): void {
  if (!database) return;
  const foreign = (database.kind === 'duckdb' ? OF_CLICKHOUSE : OF_DUCKDB).find((key) => database[key] !== undefined);
  if (foreign !== undefined)
    throw new RangeError(`"database.${foreign}" does not go with the kind "${database.kind}".`);
  if (database.kind === 'clickhouse' && database.url === undefined)
    throw new RangeError('"database.url" is missing. Use the HTTP address of a server, as http://127.0.0.1:8123.');
  if (database.kind === 'clickhouse' && data !== undefined)
    throw new RangeError('"data" does not go with "database.kind": "clickhouse". Leave one of them out.');
}

type Issue = z.core.$ZodIssue;
type Definition = z.core.$ZodTypes['_zod']['def'];

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

/** What does not fit in a configuration, as a sentence that names the key, what it is, and what it could be. */
export function explainIssue(issue: Issue, schema: z.core.$ZodType, value: unknown): string {
  const { path, inner } = innermost(issue);
  const key = path.map(String).join('.');
  if (inner.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return `unknown key "${[key, inner.keys[0]].filter(Boolean).join('.')}".${known.length > 0 ? ` Use one of: ${known.join(', ')}.` : ''}`;
  }
  const given = path.reduce<unknown>(
    (part, step) => (part as Record<PropertyKey, unknown> | null | undefined)?.[step],
    value,
  );
  // A secret that was written where its place belongs must not come out in an error.
  const shown = typeof given === 'string' && /secret|password|token|key/i.test(key) ? 'a text' : showValue(given);
  return given === undefined ? `"${key}" is missing.` : `"${key}" is ${shown}, which does not fit${expected(inner)}.`;
}

/** Of the forms a value may have, the one it came nearest to. */
function innermost(issue: Issue): { path: PropertyKey[]; inner: Issue } {
  if (issue.code !== 'invalid_union') return { path: issue.path, inner: issue };
  const nearest = issue.errors.flat().filter(({ path, code }) => path.length > 0 || code === 'unrecognized_keys');
  if (!nearest[0]) return { path: issue.path, inner: issue };
  const { path, inner } = innermost(nearest[0]);
  return { path: [...issue.path, ...path], inner };
}

function expected(issue: Issue): string {
  if (issue.code === 'invalid_value')
    return `. Use one of: ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
  if (issue.code === 'invalid_type') return `: it has to be ${WORDS[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_small') return `: it has to be at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `: it can be at most ${issue.maximum}`;
  return '';
}

function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const definition = schema._zod.def as Definition;
  const [step, ...rest] = path;
  switch (definition.type) {
    case 'optional':
      return knownKeys(definition.innerType, path);
    case 'union':
      return definition.options.flatMap((option) => knownKeys(option, path));
    case 'record':
      return step === undefined ? [] : knownKeys(definition.valueType, rest);
    case 'array':
      return step === undefined ? [] : knownKeys(definition.element, rest);
    case 'object':
      return step === undefined ? Object.keys(definition.shape) : knownKeys(definition.shape[String(step)]!, rest);
    default:
      return [];
  }
}
