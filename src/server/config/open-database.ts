/** The database that a configuration or a folder names. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceOptions } from '../../core/source-options.js';
import type { FactDatabase } from '../database/fact-database.js';
import { openClickHouse, openDuckDb } from '../database/open-database.js';
import { readSettings, SETTINGS_FILE } from '../read-settings.js';
import { readingOf, type ReadConfig } from './read-config.js';
import { readSecret } from './to-auth.js';

export const DATABASE_FILE = 'facts.duckdb';

/** How a folder's facts are read: `options` beat the configuration, which beats the folder's `settings.json`. */
export async function readingIn(
  folder: string,
  config: ReadConfig,
  options: SourceOptions = {},
): Promise<SourceOptions> {
  const path = join(folder, SETTINGS_FILE);
  return { ...(existsSync(path) && (await readSettings(path))), ...readingOf(config), ...options };
}

export function openDuckDbIn(folder: string, { database }: ReadConfig, reading: SourceOptions): Promise<FactDatabase> {
  const { memoryLimit, connections } = database ?? {};
  return openDuckDb({
    path: join(folder, DATABASE_FILE),
    ...derivingOf(reading),
    ...(memoryLimit && { memoryLimit }),
    ...(connections && { connections }),
  });
}

export async function openClickHouseOf(
  { database, folder }: ReadConfig,
  reading: SourceOptions,
): Promise<FactDatabase> {
  const { url, username, password, database: name, cluster } = database!;
  const secret = password && (await readSecret(password, 'database.password', folder));
  return openClickHouse({
    ...derivingOf(reading),
    url: url!,
    ...(username && { username }),
    ...(secret && { password: secret }),
    ...(name && { database: name }),
    ...(cluster && { cluster: cluster as NonNullable<Parameters<typeof openClickHouse>[0]['cluster']> }),
  });
}

/** What derived columns are made with. */
function derivingOf({ settings, columns }: SourceOptions): Pick<SourceOptions, 'settings' | 'columns'> {
  return { ...(settings && { settings }), ...(columns && { columns }) };
}
