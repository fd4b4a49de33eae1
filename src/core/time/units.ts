/** Milliseconds of a second, minute, hour and UTC day; a local day may be shorter or longer. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Remainder that is never negative, for instants before 1970. */
export function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
