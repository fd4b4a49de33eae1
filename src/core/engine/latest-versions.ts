/** One record an id: the one with the later `updatedAt`, else with the greatest time in it, replaces the other whole. */
export interface Versioned<R> {
  record: R;
  /** Epoch milliseconds that order the versions. */
  version: number;
}

/** At a tie the later supplied wins, so `records` come in the order in which they were supplied. */
export function latestVersions<R extends { id: string }>(records: readonly R[], versionOf: (record: R) => number): R[] {
  const byId = new Map<string, Versioned<R>>();
  for (const record of records) {
    const version = versionOf(record);
    const known = byId.get(record.id);
    if (!known || version >= known.version) byId.set(record.id, { record, version });
  }
  return [...byId.values()].map(({ record }) => record);
}
