/** The file of `--config`: JSON, every key known, every value fitting, or nothing starts. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as z from 'zod/mini';
import { resolveLimits } from '../http/handler-limits.js';
import { type SourceOptions, checkSourceOptions } from '../../core/source-options.js';
import { checkOrigin } from './check-origin.js';
import { configSchema, type Config } from './config-schema.js';
import { explainIssue } from './explain-issue.js';

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
