/** How widgets write what is no plain number. */
import type { Unit } from '../../core/metrics/definition.js';
import type { Formats } from '../../core/format/formats.js';

/** Nothing was measured. */
export const NO_VALUE = '–';

/** From zero there is no share, so the difference itself is shown. */
export function signedDifference(difference: number, unit: Unit, formats: Formats): string {
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '';
  const amount = Math.abs(difference);
  const short = formats.compact(amount, unit);
  // No difference is written as none.
  return sign + (amount > 0 && short === formats.compact(0, unit) ? formats.exact(amount, unit) : short);
}
