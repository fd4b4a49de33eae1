/** The database that an import writes to: in a folder, or the one that the configuration names. */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CustomColumns } from '../../core/custom-columns.js';
import { checkSourceOptions } from '../../core/source-options.js';
import { DEFAULT_TENANT } from '../access/access.js';
import { openClickHouseOf, openDuckDbIn, readingIn } from '../config/open-database.js';
import { NO_CONFIG, readConfig, readingOf } from '../config/read-config.js';
import type { FactDatabase } from '../database/fact-database.js';

export interface ImportTarget {
  database: FactDatabase;
  /** Custom columns by fact. */
  columns: CustomColumns;
  /** Whose facts they are, unless the command says so. */
  tenant: string;
  /** Where refused records may be written. */
  folder: string;
}

/** `folder` beats the configuration, a path. Rejects with an `Error` where neither names a database. */
export type OpenTarget = (folder: string | undefined, config: string | undefined) => Promise<ImportTarget>;

export const openTarget: OpenTarget = async (into, path) => {
  const config = path === undefined ? NO_CONFIG : await readConfig(path);
  const tenant = config.tenant ?? DEFAULT_TENANT;
  if (config.database?.kind === 'clickhouse') {
    if (into !== undefined) throw new Error('The configuration names a ClickHouse. Leave out --into or the database.');
    const reading = readingOf(config);
    return {
      database: await openClickHouseOf(config, reading),
      columns: checkSourceOptions(reading).columns,
      tenant,
      folder: '.',
    };
  }
  const folder = into ?? (config.data === undefined ? undefined : resolve(config.folder, config.data));
  if (folder === undefined)
    throw new Error('Say where the facts go: --into DIR, or a configuration with "data" or a ClickHouse.');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const reading = await readingIn(folder, config);
  return {
    database: await openDuckDbIn(folder, config, reading),
    columns: checkSourceOptions(reading).columns,
    tenant,
    folder,
  };
};
