/** A database as the engine of a handler: each asker's tenant alone, searched only in what the asker may see. */
import { type SourceOptions, checkSourceOptions } from '../core/source-options.js';
import { GapFinder } from '../core/gaps/gap-finder.js';
import { createDatabaseSource } from './database/database-source.js';
import type { FactDatabase } from './database/fact-database.js';
import type { TenantEngine } from './http/handler-options.js';

/** Tenants whose knowledge gaps are kept. */
const MAX_TENANTS = 200;

/** `options` as `createLocalSource` takes them; `settings` and `columns` are those that the database was opened with. */
export function createDatabaseEngine(database: FactDatabase, options: SourceOptions = {}): TenantEngine {
  const checked = checkSourceOptions(options);
  const kept = new Map<string, GapFinder>();

  function gapsOf(tenant: string): GapFinder {
    const gaps = kept.get(tenant) ?? new GapFinder();
    kept.delete(tenant);
    kept.set(tenant, gaps);
    const [oldest] = kept.keys();
    if (kept.size > MAX_TENANTS && oldest !== undefined) kept.delete(oldest);
    return gaps;
  }

  return {
    sourceFor: ({ tenant, may: { texts, people } }) =>
      createDatabaseSource(database.tenant(tenant), checked, { sight: { texts, people }, gaps: gapsOf(tenant) }),
  };
}
