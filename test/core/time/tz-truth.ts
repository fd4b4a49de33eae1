/** Day and hour boundaries computed from the transition table alone, sweeping forward: no code of the kit, no Intl. */
import { transitions, type ZoneTransitions } from '../../fixtures/tz/transitions.js';

export { transitions, type ZoneTransitions };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SWEEP_START = Date.UTC(2009, 11, 30);
const SWEEP_END = Date.UTC(2038, 0, 3);

interface Stretch {
  start: number;
  end: number;
  offset: number;
}

export function stretchesOf({ offsetAt2010, changes }: ZoneTransitions): Stretch[] {
  const starts = [SWEEP_START, ...changes.map(([at]) => at * MINUTE), SWEEP_END];
  const offsets = [offsetAt2010, ...changes.map(([, offset]) => offset)];
  return offsets.map((offset, i) => ({ start: starts[i]!, end: starts[i + 1]!, offset: offset * MINUTE }));
}

/** The first instant of each local date, by days since 1970. */
export function dayStarts(stretches: readonly Stretch[]): Map<number, number> {
  const found = new Map<number, number>();
  let next = Math.floor((stretches[0]!.start + stretches[0]!.offset) / DAY) + 1;
  for (const { start, end, offset } of stretches) {
    for (; next * DAY < end + offset; next++) found.set(next, Math.max(start, next * DAY - offset));
  }
  return found;
}

/** Every instant at which the clock shows a full hour, with the offset then. */
export function fullHours(stretches: readonly Stretch[]): { instants: number[]; offsets: number[] } {
  const instants: number[] = [];
  const offsets: number[] = [];
  for (const { start, end, offset } of stretches) {
    for (let local = Math.ceil((start + offset) / HOUR) * HOUR; local < end + offset; local += HOUR) {
      instants.push(local - offset);
      offsets.push(offset / MINUTE);
    }
  }
  return { instants, offsets };
}

/** `2026-10-25T02:00+01:00` of an instant and an offset in minutes. */
export function hourLabel(instant: number, offset: number): string {
  const local = new Date(instant + offset * MINUTE).toISOString().slice(0, 16);
  const clock = new Date(Math.abs(offset) * MINUTE).toISOString().slice(11, 16);
  return `${local}${offset < 0 ? '-' : '+'}${clock}`;
}
