/** Time as business hours count it: only while people are at work. */
import type { BusinessHours } from '../business-hours.js';
import { fromEpochDay, isoWeekday, toEpochDay } from '../time/calendar.js';
import { DAY, HOUR, MINUTE } from '../time/units.js';
import { zoneOffsets } from '../time/zone.js';

/** Half open instants. */
type OpenSpan = readonly [from: number, to: number];

/** Days between two instants that are measured one by one. */
const MAX_DAYS = 3_660;

export class BusinessClock {
  readonly #offsets: ReturnType<typeof zoneOffsets>;
  readonly #week: ReadonlyMap<number, readonly OpenSpan[]>;
  readonly #holidays: ReadonlySet<string>;
  readonly #days = new Map<number, { spans: readonly OpenSpan[]; open: number }>();

  constructor({ timeZone, week, holidays = [] }: BusinessHours) {
    this.#offsets = zoneOffsets(timeZone);
    this.#week = new Map(
      Object.entries(week).map(([weekday, spans]) => [
        Number(weekday),
        merge(spans.map(([from, to]) => [toMs(from), toMs(to)])),
      ]),
    );
    this.#holidays = new Set(holidays);
  }

  /** Milliseconds of business time between two instants; negative when the second is the earlier. */
  between(from: number, to: number): number {
    if (to < from) return -this.between(to, from);
    const first = this.#dayOf(from);
    const last = this.#dayOf(to);
    if (last - first > MAX_DAYS) return this.#overYears(from, to, first, last);
    let open = 0;
    for (let day = first; day <= last; day++) {
      const { spans, open: whole } = this.#day(day);
      // Days at the edges are measured, those between are whole.
      open += day > first && day < last ? whole : lengthWithin(spans, from, to);
    }
    return open;
  }

  /** As a date at the end of the century for never: whole weeks by their hours on the clock, without looking for changes of it. */
  #overYears(from: number, to: number, first: number, last: number): number {
    const weeks = Math.floor((last - first - 1) / 7);
    const perWeek = [...this.#week.values()].flat().reduce((sum, [start, end]) => sum + end - start, 0);
    const until = first + 1 + weeks * 7;
    let open = lengthWithin(this.#day(first).spans, from, to) + weeks * perWeek;
    for (const holiday of this.#holidays) {
      const day = toEpochDay(holiday);
      if (day > first && day < until)
        for (const [start, end] of this.#week.get(isoWeekday(holiday)) ?? []) open -= end - start;
    }
    for (let day = until; day <= last; day++)
      open += day < last ? this.#day(day).open : lengthWithin(this.#day(day).spans, from, to);
    return open;
  }

  #dayOf(instant: number): number {
    return Math.floor((instant + this.#offsets.at(instant)) / DAY);
  }

  #day(day: number): { spans: readonly OpenSpan[]; open: number } {
    const known = this.#days.get(day);
    if (known) return known;
    const spans = this.#spansOf(day);
    const made = { spans, open: spans.reduce((sum, [from, to]) => sum + to - from, 0) };
    this.#days.set(day, made);
    return made;
  }

  /** Time that the clock skips is no time; what it shows twice counts twice. */
  #spansOf(day: number): OpenSpan[] {
    const date = fromEpochDay(day);
    if (this.#holidays.has(date)) return [];
    const offsets = this.#offsets;
    const midnight = day * DAY;
    const hours = this.#week.get(isoWeekday(date)) ?? [];
    return offsets
      .spans(offsets.firstInstant(midnight), offsets.firstInstant(midnight + DAY))
      .flatMap(({ start, end, offset }) =>
        hours
          .map(
            ([from, to]) => [Math.max(start, midnight + from - offset), Math.min(end, midnight + to - offset)] as const,
          )
          .filter(([from, to]) => from < to),
      );
  }
}

function lengthWithin(spans: readonly OpenSpan[], from: number, to: number): number {
  let length = 0;
  for (const [start, end] of spans) length += Math.max(0, Math.min(end, to) - Math.max(start, from));
  return length;
}

function toMs(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * HOUR + minutes * MINUTE;
}

/** Spans that overlap or touch are one. */
function merge(spans: readonly OpenSpan[]): OpenSpan[] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
