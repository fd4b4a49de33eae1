/** The database that a folder and its settings name. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { OwnColumns } from '../../sources/accept-records.js';
import { checkLocalOptions } from '../../sources/local/options.js';
import { openDuckDb } from '../database/duckdb/open-duckdb.js';
import type { FactDatabase } from '../database/fact-database.js';
import { readSettings, SETTINGS_FILE } from '../read-settings.js';

export interface ImportTarget {
  database: FactDatabase;
  /** Own columns of conversations. */
  columns: OwnColumns;
}

/** Makes the folder. */
export type OpenTarget = (folder: string, config: string | undefined) => Promise<ImportTarget>;

export const openTarget: OpenTarget = async (folder, config) => {
  await mkdir(folder, { recursive: true });
  const file = join(folder, SETTINGS_FILE);
  const configured = config !== undefined ? await readSettings(config) : existsSync(file) ? await readSettings(file) : {};
  const { settings, columns } = checkLocalOptions(configured);
  return { database: await openDuckDb({ path: join(folder, 'facts.duckdb'), settings, columns }), columns };
};
