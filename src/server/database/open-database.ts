/** Opens a database whose driver is installed beside the kit, and only then loads it. */
import { type SourceOptions, checkSourceOptions } from '../../core/source-options.js';
import type { ClickHouseOptions } from './clickhouse/open-clickhouse.js';
import type { DuckDbOptions } from './duckdb/open-duckdb.js';
import { DatabaseError, type FactDatabase } from './fact-database.js';
import type { FactOptions } from './sql-facts.js';

/** What derived columns are made with, as `createLocalSource` takes them. Throws a `RangeError` that names what is wrong. */
type Reading = Pick<SourceOptions, 'settings' | 'columns'>;
export type OpenDuckDbOptions = Omit<DuckDbOptions, keyof FactOptions> & Reading;
export type OpenClickHouseOptions = Omit<ClickHouseOptions, keyof FactOptions> & Reading;

/** Facts in one file. Rejects with a `DatabaseError`: `busy` when another process holds the file. */
export async function openDuckDb(options: OpenDuckDbOptions): Promise<FactDatabase> {
  const resolved = resolve(options);
  const driver = await import('./duckdb/open-duckdb.js').catch(notInstalled('DuckDB', '@duckdb/node-api'));
  return driver.openDuckDb(resolved);
}

/** Facts on a server or a cluster. Rejects with a `DatabaseError`: `unavailable` when it cannot be reached. */
export async function openClickHouse(options: OpenClickHouseOptions): Promise<FactDatabase> {
  const resolved = resolve(options);
  const driver = await import('./clickhouse/open-clickhouse.js').catch(
    notInstalled('ClickHouse', '@clickhouse/client'),
  );
  return driver.openClickHouse(resolved);
}

function resolve<O extends Reading>({ settings, columns, ...others }: O): Omit<O, keyof Reading> & FactOptions {
  const checked = checkSourceOptions({ ...(settings && { settings }), ...(columns && { columns }) });
  return { ...others, settings: checked.settings, columns: checked.columns };
}

function notInstalled(name: string, driver: string): (cause: unknown) => never {
  return (cause) => {
    if ((cause as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new DatabaseError(
      'unavailable',
      `The driver of ${name} is not installed. Install it beside agent-metrics-kit: npm install ${driver}`,
      { cause },
    );
  };
}
