/** When a target is due that runs for so many minutes. */
import type { BusinessHours } from '../../core/business-hours.js';
import { BusinessClock } from '../../core/tables/business-clock.js';
import { formatInstant, parseInstant } from '../../core/time/instant.js';
import { DAY, MINUTE } from '../../core/time/units.js';

/** A year of days off is no business. */
const MOST_DAYS = 400;

/** By the clock on the wall, or by business hours; `undefined`: nobody works so long. */
export function dueAt(from: string, minutes: number, hours: BusinessHours | undefined): string | undefined {
  const start = parseInstant(from);
  const length = minutes * MINUTE;
  if (!hours) return formatInstant(start + length);
  const clock = clockOf(hours);
  let [low, high] = [start, start + length];
  for (let day = 0; clock.between(start, high) < length; day++) {
    if (day > MOST_DAYS) return undefined;
    [low, high] = [high, high + DAY];
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (clock.between(start, middle) < length) low = middle;
    else high = middle;
  }
  return formatInstant(high);
}

const clocks = new WeakMap<BusinessHours, BusinessClock>();

function clockOf(hours: BusinessHours): BusinessClock {
  const clock = clocks.get(hours) ?? new BusinessClock(hours);
  clocks.set(hours, clock);
  return clock;
}
