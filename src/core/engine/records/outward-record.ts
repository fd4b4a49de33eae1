/** A record behind a number as it leaves the source: its fields, the dimensions that it has from others, and custom columns. */
import { toOutward } from '../../facts/outward.js';
import { FACTS, type FactName } from '../../facts/registry.js';
import { ownValue, type FactColumns } from '../../own-columns.js';

/** `own`: columns that the data's owner declared of the fact. */
export function outwardRecord(
  fact: FactName,
  id: string,
  raw: object,
  { dimensions, own, now }: { dimensions: Readonly<Record<string, string | null>>; own: FactColumns; now: number },
): Record<string, unknown> {
  const { fields, inherited } = FACTS[fact];
  const record: Record<string, unknown> = { ...raw, id, updatedAt: null };
  for (const [name, value] of Object.entries(dimensions)) if (value !== null) record[name] ??= value;
  const shown = inherited.flatMap((name): [string, unknown][] => (record[name] == null ? [] : [[name, record[name]]]));
  const declared = Object.entries(own)
    .map(([name, kind]) => [name, ownValue(raw, name, kind)] as const)
    .filter(([, value]) => value !== null);
  return { ...toOutward(fields, record, now), ...Object.fromEntries(shown), ...Object.fromEntries(declared) };
}
