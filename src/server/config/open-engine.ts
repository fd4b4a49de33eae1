/** What answers: a database where there is one, else the files of a folder in memory. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createLocalSource } from '../../sources/local-source.js';
import { type CheckedOptions, type SourceOptions, checkSourceOptions } from '../../core/source-options.js';
import type { MetricsSource } from '../../sources/metrics-source.js';
import { DEFAULT_TENANT } from '../access/access.js';
import { maskedSource } from '../access/masked-source.js';
import { createDatabaseEngine } from '../database-engine.js';
import type { FactDatabase } from '../database/fact-database.js';
import type { TenantEngine } from '../http/handler-options.js';
import { openFolder } from '../open-folder.js';
import { DATABASE_FILE, openClickHouseOf, openDuckDbIn, readingIn } from './open-database.js';
import { readingOf, type ReadConfig } from './read-config.js';

export interface OpenedEngine {
  /** What runs behind it, for people. */
  name: string;
  engine: TenantEngine;
  /** Custom columns by fact. */
  columns: CheckedOptions['columns'];
  ready: () => Promise<void>;
  close: () => Promise<void>;
}

/** `options` beat the configuration, which beats the folder's `settings.json`. */
export async function openEngine(
  config: ReadConfig,
  data: string | undefined,
  options: SourceOptions,
): Promise<OpenedEngine> {
  if (data === undefined) {
    const reading = { ...readingOf(config), ...options };
    return overDatabase(await openClickHouseOf(config, reading), reading);
  }
  const folder = resolve(data);
  const reading = await readingIn(folder, config, options);
  if (config.database?.kind !== 'duckdb' && !existsSync(join(folder, DATABASE_FILE)))
    return overFolder(folder, reading, config.tenant ?? DEFAULT_TENANT);
  return overDatabase(await openDuckDbIn(folder, config, reading), reading);
}

function overDatabase(database: FactDatabase, reading: SourceOptions): OpenedEngine {
  return {
    name: database.name,
    engine: createDatabaseEngine(database, reading),
    columns: checkSourceOptions(reading).columns,
    ready: () => database.ping(),
    close: () => database.close(),
  };
}

/** The folder's facts are one tenant's; the others have none. */
async function overFolder(folder: string, reading: SourceOptions, owner: string): Promise<OpenedEngine> {
  const own = await openFolder(folder, reading);
  const isRead = own.describe();
  isRead.catch(() => undefined);
  const others = createLocalSource({}, reading);
  const readOnly: MetricsSource = { ...others };
  delete readOnly.append;
  delete readOnly.addKnowledge;
  return {
    name: folder,
    // A source in memory looks at everything, so that who may not see everything may not search it.
    engine: { sourceFor: ({ tenant, may }) => (tenant === owner ? maskedSource(own, may) : readOnly) },
    columns: checkSourceOptions(reading).columns,
    ready: async () => void (await isRead),
    close: async () => undefined,
  };
}
