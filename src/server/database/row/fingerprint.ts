/** What derived columns depend on beside their records, in one text: rows with another one are derived anew. */
import { createHash } from 'node:crypto';
import type { ResolvedSettings } from '../../../core/settings.js';
import type { OwnColumns } from '../../../sources/accept-records.js';

/** To be raised when the core derives something else from the same record. */
const DERIVATION = 1;

export function toFingerprint({ settings: { inactivityHours, attribution, businessHours, hubHours }, columns }: { settings: ResolvedSettings; columns: OwnColumns }): string {
  const byChannel = Object.entries(attribution.byChannel).sort(([a], [b]) => (a < b ? -1 : 1));
  const own = Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1));
  // Set settings alone, so that rows from before they existed keep theirs.
  const later = businessHours || hubHours !== undefined ? [businessHours ?? null, hubHours ?? null] : [];
  return createHash('sha256').update(JSON.stringify([DERIVATION, inactivityHours, attribution.default, byChannel, own, ...later])).digest('hex').slice(0, 16);
}
