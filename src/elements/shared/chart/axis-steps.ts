/** How far apart the numbers of an axis stand: round ones of a clock for durations, of ten for everything else. */
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  1,
  2,
  5,
  10,
  15,
  30,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
];
const MOST = 4;

/** Seconds between two numbers of an axis up to `highest`; `undefined` below a few seconds, where round numbers do. */
export function durationStep(highest: number): number | undefined {
  return highest < MOST ? undefined : (STEPS.find((step) => highest / step <= MOST) ?? daysStep(highest / DAY) * DAY);
}

function daysStep(days: number): number {
  const power = 10 ** Math.floor(Math.log10(days / MOST));
  return [1, 2, 5, 10].map((digit) => digit * power).find((step) => days / step <= MOST)!;
}

/** Decimals that tell two percentages of an axis apart; `step` is a share of one. */
export function shareDigits(step: number): number {
  return step > 0 ? Math.min(6, Math.max(1, Math.ceil(-Math.log10(step * 100) - 1e-9))) : 1;
}
