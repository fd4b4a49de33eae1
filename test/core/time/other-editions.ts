/**
 * Years in which the zone data of a browser or of Node differ from the table (IANA 2025b), because they are another edition of the
 * same data: newer in Chromium, Firefox and the current releases of Node 22 and 24, older (2022) in WebKitGTK. No other zone or year
 * is excused, and these only while the engine's own `Intl` contradicts the table in that year.
 */
import { stretchesOf, transitions } from './tz-truth.js';

type Years = readonly (readonly [from: number, to: number])[];

/** What changed between IANA 2025b and 2026c among the zones of the table. */
const IN_2026C: Record<string, Years> = {
  'Africa/Casablanca': [[2026, 2037]],
  'Europe/Chisinau': [[2022, 2037]],
};

/** Editions of Node, oldest first: each entry holds from that edition on until the next. */
const NODE_EDITIONS: readonly (readonly [edition: string, years: Record<string, Years>])[] = [
  ['2025a', {}],
  ['2026a', IN_2026C],
];

const byEngine: Record<string, Record<string, Years>> = {
  Node: NODE_EDITIONS.findLast(([edition]) => edition <= nodeEdition())?.[1] ?? {},
  Chromium: IN_2026C,
  Firefox: {
    'Africa/Casablanca': [[2026, 2037]],
    'America/Havana': [[2026, 2027]],
    'Europe/Chisinau': [[2022, 2037]],
  },
  WebKit: {
    'Africa/Cairo': [[2023, 2037]],
    'Africa/Casablanca': [
      [2023, 2023],
      [2031, 2031],
    ],
    'America/Asuncion': [[2025, 2037]],
    'America/Mexico_City': [[2023, 2037]],
    'America/Nuuk': [[2023, 2037]],
    'Asia/Gaza': [
      [2023, 2025],
      [2036, 2037],
    ],
  },
};

/** Whose zone data the tests run on. */
export const engine = nameOf(globalThis.navigator?.userAgent ?? '');

/** Whether a difference in this zone and year is the data's and not the kit's. */
export function isExcused(zone: string, year: number): boolean {
  const years = byEngine[engine]![zone] ?? [];
  return years.some(([from, to]) => year >= from && year <= to) && contradictsTable(zone, year);
}

function nameOf(userAgent: string): string {
  if (userAgent.includes('Firefox/')) return 'Firefox';
  if (userAgent.includes('Chrome/')) return 'Chromium';
  return userAgent.includes('AppleWebKit/') ? 'WebKit' : 'Node';
}

/** The edition of the zone data in this Node, as `2025b`; empty in a browser. */
function nodeEdition(): string {
  return typeof process === 'undefined' ? '' : (process.versions.tz ?? '');
}

function contradictsTable(zone: string, year: number): boolean {
  const stretches = stretchesOf(transitions.find((table) => table.zone === zone)!);
  const { format } = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return stretches.some(({ start, end, offset }) => {
    const [from, to] = [Math.max(start, Date.UTC(year, 0, 1)), Math.min(end, Date.UTC(year + 1, 0, 1))];
    for (let at = from; at < to; at += 86_400_000) if (offsetIn(format(at)) !== offset) return true;
    return from < to && offsetIn(format(to - 1)) !== offset;
  });
}

function offsetIn(text: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(text) ?? [];
  return (sign === '-' ? -60_000 : 60_000) * (Number(hours) * 60 + Number(minutes));
}
