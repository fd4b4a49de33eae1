/** What derived columns depend on beside their records, in one text: rows with another one are derived anew. */
import { createHash } from 'node:crypto';
import type { ResolvedSettings } from '../../../core/settings.js';
import type { FactColumns, CustomColumns } from '../../../core/custom-columns.js';

/** To be raised when the core derives something else from the same record. */
const DERIVATION = 2;

export function toFingerprint({
  settings: { inactivityHours, attribution, businessHours, hubHours },
  columns,
}: {
  settings: ResolvedSettings;
  columns: CustomColumns;
}): string {
  const byChannel = Object.entries(attribution.byChannel).sort(([a], [b]) => (a < b ? -1 : 1));
  const [own, ...ofOthers] = declaredIn(columns);
  return createHash('sha256')
    .update(
      JSON.stringify([
        DERIVATION,
        inactivityHours,
        attribution.default,
        byChannel,
        own,
        businessHours ?? null,
        hubHours ?? null,
        ...ofOthers,
      ]),
    )
    .digest('hex')
    .slice(0, 16);
}

/** Custom columns in an order of their own, for digests: those of conversations, then by fact those of others, where there are any. */
export function declaredIn({ conversations = {}, ...others }: CustomColumns): unknown[] {
  const rest = sorted(others).flatMap(([fact, columns]) =>
    Object.keys(columns).length > 0 ? [[fact, sorted(columns)]] : [],
  );
  return [sorted(conversations), ...(rest.length > 0 ? [rest] : [])];
}

const sorted = <V extends string | FactColumns>(of: Readonly<Record<string, V>>): [string, V][] =>
  Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));
