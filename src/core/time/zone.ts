/** Time zones: where local days begin and what a local clock shows. */
import { fromEpochDay, toEpochDay } from './calendar.js';
import { DAY, HOUR, MINUTE, modulo } from './units.js';
import { ZoneOffsets } from './zone-offsets.js';

/** What the clock on the wall shows. */
export interface LocalTime {
  /** `YYYY-MM-DD` */
  date: string;
  /** 0–23 */
  hour: number;
  minute: number;
  /** Minutes ahead of UTC; a fraction for local times with seconds, all before 1973. */
  offsetMinutes: number;
}

const MAX_NAMES = 2000;
const zones = new Map<string, ZoneOffsets>();
const canonicals = new Map<string, string>();

/** The zone's name, in the zone data's own spelling of upper and lower case where that is known. Throws a `RangeError` for an unknown one and for a bare offset. */
export function parseTimeZone(zone: string): string {
  const canonical = toCanonical(zone);
  return canonical.toLowerCase() === zone.toLowerCase() ? canonical : zone;
}

/** Milliseconds that the local clock is ahead of UTC. */
export function offsetMs(instant: number, zone: string): number {
  return zoneOffsets(zone).at(instant);
}

/**
 * The first instant whose local calendar date is this one or later.
 * So a date that the zone skipped has no length, a day whose midnight is skipped starts at the change, and one whose midnight comes twice at the first.
 */
export function startOfDay(date: string, zone: string): number {
  return startOfEpochDay(toEpochDay(date), zone);
}

/** The first instant after a local date: the start of the next. */
export function endOfDay(date: string, zone: string): number {
  return startOfEpochDay(toEpochDay(date) + 1, zone);
}

/** The date on the local calendar. */
export function toCalendarDate(instant: number, zone: string): string {
  return fromEpochDay(Math.floor((instant + offsetMs(instant, zone)) / DAY));
}

/** Date, hour and minute on the local clock. */
export function toLocalTime(instant: number, zone: string): LocalTime {
  const offset = offsetMs(instant, zone);
  const sinceMidnight = modulo(instant + offset, DAY);
  return {
    date: fromEpochDay(Math.floor((instant + offset) / DAY)),
    hour: Math.floor(sinceMidnight / HOUR),
    minute: Math.floor((sinceMidnight % HOUR) / MINUTE),
    offsetMinutes: offset / MINUTE,
  };
}

/** The remembered offsets of a zone. Throws a `RangeError` for an unknown one. */
export function zoneOffsets(zone: string): ZoneOffsets {
  return zones.get(zone) ?? remember(toCanonical(zone), zone);
}

function remember(canonical: string, zone: string): ZoneOffsets {
  // There are some 600 names, but every mix of upper and lower case is valid too.
  if (zones.size > MAX_NAMES) zones.clear();
  const offsets = zones.get(canonical) ?? new ZoneOffsets(canonical);
  zones.set(canonical, offsets).set(zone, offsets);
  return offsets;
}

function startOfEpochDay(dayNumber: number, zone: string): number {
  return zoneOffsets(zone).firstInstant(dayNumber * DAY);
}

function toCanonical(zone: string): string {
  const known = canonicals.get(zone);
  if (known !== undefined) return known;
  if (typeof zone === 'string' && /^[A-Za-z]/.test(zone)) {
    try {
      const canonical = new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone;
      if (canonicals.size > MAX_NAMES) canonicals.clear();
      canonicals.set(zone, canonical);
      return canonical;
    } catch {
      // Unknown: said below, with a way out.
    }
  }
  throw new RangeError(`Unknown time zone ${JSON.stringify(zone)}. Use an IANA name, e.g. Europe/Berlin or UTC.`);
}
