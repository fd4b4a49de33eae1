/** Real hours as the local clock cuts them. */
import { fromEpochDay } from './calendar.js';
import { DAY, HOUR, MINUTE, SECOND, modulo } from './units.js';
import type { OffsetSpan } from './zone-offsets.js';

const FULL_HOURS = Array.from({ length: 24 }, (_, hour) => `${twoDigits(hour)}:00`);

/** One stretch of time: from its start to the start of the next. */
export interface Hour {
  start: number;
  /** The zone's offset at the start, in milliseconds. */
  offset: number;
}

/** The start of the first span and every instant at which the clock shows a full hour. A change to half past starts none. */
export function toHours(spans: readonly OffsetSpan[]): Hour[] {
  const hours: Hour[] = [];
  spans.forEach((span, i) => pushHours(hours, span, i === 0));
  return hours;
}

/** As `toHours`, and the start of every span: within each the clock's hour is the same from start to end. */
export function toUniformHours(spans: readonly OffsetSpan[]): Hour[] {
  const hours: Hour[] = [];
  for (const span of spans) pushHours(hours, span, true);
  return hours;
}

/** Whether the clock shows a full hour. */
export function isFullHour({ start, offset }: Hour): boolean {
  return modulo(start + offset, HOUR) === 0;
}

/** Labels such as `2026-10-25T02:00+01:00`. */
export function toHourLabels(hours: readonly Hour[]): string[] {
  let [day, date, lastOffset, zone] = [NaN, '', NaN, ''];
  return hours.map(({ start, offset }) => {
    const localDay = Math.floor((start + offset) / DAY);
    if (localDay !== day) date = fromEpochDay((day = localDay));
    if (offset !== lastOffset) zone = formatOffset((lastOffset = offset));
    return `${date}T${formatClock(start + offset - localDay * DAY)}${zone}`;
  });
}

function pushHours(hours: Hour[], { start, end, offset }: OffsetSpan, withStart: boolean): void {
  const first = start + modulo(-(start + offset), HOUR);
  if (withStart && first !== start) hours.push({ start, offset });
  for (let at = first; at < end; at += HOUR) hours.push({ start: at, offset });
}

function formatOffset(offset: number): string {
  return (offset < 0 ? '-' : '+') + formatClock(Math.abs(offset));
}

function formatClock(ms: number): string {
  return FULL_HOURS[ms / HOUR] ?? writeClock(ms);
}

function writeClock(ms: number): string {
  const seconds = (ms % MINUTE) / SECOND;
  const clock = `${twoDigits(ms / HOUR)}:${twoDigits((ms % HOUR) / MINUTE)}`;
  return seconds === 0 ? clock : `${clock}:${twoDigits(seconds)}`;
}

function twoDigits(value: number): string {
  return `${Math.trunc(value)}`.padStart(2, '0');
}
