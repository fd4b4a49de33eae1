/** What a zone's clock is ahead of UTC, found with few questions to the zone data and remembered. */
import { tzOffset } from '@date-fns/tz/tzOffset';
import { DAY, HOUR, MINUTE, SECOND } from './units.js';

// No zone was ever farther from UTC (Manila −15:56 until 1844).
const FARTHEST = 16 * HOUR;
const NO_CHANGES: readonly OffsetChange[] = [];

interface OffsetChange {
  at: number;
  offset: number;
}

/** A stretch `[start, end)` of instants with one offset, in milliseconds. */
export interface OffsetSpan {
  start: number;
  end: number;
  offset: number;
}

/** The offsets of one zone. A UTC day that starts and ends with the same offset is taken to have no change. */
export class ZoneOffsets {
  readonly #zone: string;
  readonly #atMidnight = new Map<number, number>();
  readonly #changes = new Map<number, OffsetChange[]>();

  constructor(zone: string) {
    this.#zone = zone;
  }

  /** Milliseconds to add to an instant to get what the local clock shows. */
  at(instant: number): number {
    const day = Math.floor(instant / DAY);
    let offset = this.#midnightOffset(day);
    for (const change of this.#changesOn(day)) if (change.at <= instant) offset = change.offset;
    return offset;
  }

  /** Stretches of one offset that cover `[start, end)`, ascending; none where it is empty. */
  spans(start: number, end: number): OffsetSpan[] {
    if (!(start < end)) return [];
    const spans = [{ start, end, offset: this.at(start) }];
    for (let day = Math.floor(start / DAY); day * DAY < end; day++) {
      for (const change of this.#changesOn(day)) cut(spans, change);
    }
    return spans;
  }

  /** The first instant at which the local clock shows this time or a later one. `local` is the clock's reading as if it were UTC. */
  firstInstant(local: number): number {
    const spans = this.spans(local - FARTHEST, local + FARTHEST + SECOND);
    for (const { start, end, offset } of spans) {
      const instant = Math.max(start, local - offset);
      if (instant < end) return instant;
    }
    throw new RangeError(`${this.#zone} is more than 16 hours from UTC. Update the zone data.`);
  }

  #midnightOffset(day: number): number {
    let offset = this.#atMidnight.get(day);
    if (offset === undefined) this.#atMidnight.set(day, (offset = readOffset(this.#zone, day * DAY)));
    return offset;
  }

  #changesOn(day: number): readonly OffsetChange[] {
    if (this.#midnightOffset(day) === this.#midnightOffset(day + 1)) return NO_CHANGES;
    let changes = this.#changes.get(day);
    if (!changes) this.#changes.set(day, (changes = findChanges(this.#zone, day * DAY, (day + 1) * DAY)));
    return changes;
  }
}

function cut(spans: OffsetSpan[], { at, offset }: OffsetChange): void {
  const last = spans[spans.length - 1]!;
  if (at <= last.start || at >= last.end) return;
  spans.push({ start: at, end: last.end, offset });
  last.end = at;
}

function findChanges(zone: string, start: number, end: number): OffsetChange[] {
  const changes: OffsetChange[] = [];
  const last = readOffset(zone, end);
  for (let at = start, offset = readOffset(zone, start); offset !== last;) {
    at = firstChange(zone, at, end, offset);
    changes.push({ at, offset: (offset = readOffset(zone, at)) });
  }
  return changes;
}

function firstChange(zone: string, low: number, high: number, offset: number): number {
  while (high - low > SECOND) {
    const middle = low + Math.floor((high - low) / (2 * SECOND)) * SECOND;
    if (readOffset(zone, middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

function readOffset(zone: string, instant: number): number {
  const minutes = tzOffset(zone, new Date(instant));
  if (Number.isNaN(minutes)) throw new RangeError(`${instant} is no instant in ${zone}. Use epoch milliseconds.`);
  // Old local times have seconds, which tzOffset gives as a fraction.
  const offset = Math.round((minutes * MINUTE) / SECOND) * SECOND;
  return offset > 0 && offset < HOUR && isBehindUtc(zone, instant) ? -offset : offset;
}

// tzOffset 1.5 reads -00:44:30 (Monrovia until 1972) as +00:44:30.
function isBehindUtc(zone: string, instant: number): boolean {
  return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    .format(instant)
    .includes('GMT-');
}
