/** When things happen at the shop over fourteen months in Berlin: seasons, weekdays, hours, two campaigns, and one bad week. */
import { dayMs, endMs, hourMs, secondMs } from './calendar.mjs';

/** The first day, and since when the hub is there. */
export const yearStartMs = Date.parse('2025-04-07T00:00:00Z');
const days = Math.ceil((endMs - yearStartMs) / dayMs);

/** Clocks go forward and back, as instants. */
const summers = [['2025-03-30T01:00:00Z', '2025-10-26T01:00:00Z'], ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z']].map((pair) => pair.map(Date.parse));

/** From January on: gifts in December, their returns in January, hiking in summer. */
const monthWeights = [1.15, 0.85, 0.9, 1.05, 1.1, 1.15, 1.2, 1.05, 0.95, 0.9, 1.15, 1.5];
const weekdayWeights = [0.45, 1.35, 1.25, 1.15, 1.1, 1, 0.6];
const hourWeights = [1, 1, 0.5, 0.5, 0.5, 1, 3, 7, 12, 17, 19, 17, 14, 13, 14, 15, 14, 13, 12, 14, 15, 11, 6, 3];
/** First and last day, and how much more there is. */
const campaigns = [['2025-11-24', '2025-11-30', 2.2], ['2026-04-20', '2026-04-24', 1.8]];
/** A strike in the warehouse. */
const badWeek = ['2026-02-09', '2026-02-15'];

const dateOf = (ms) => new Date(ms).toISOString().slice(0, 10);
const isWithin = (ms, [first, last]) => dateOf(ms) >= first && dateOf(ms) <= last;

export const isBadWeek = (ms) => isWithin(ms, badWeek);

/** From what clocks in Berlin show, given as if it were UTC, to the instant. */
export function fromBerlin(shownMs) {
  const winterMs = shownMs - hourMs;
  return summers.some(([from, to]) => winterMs >= from && winterMs < to) ? winterMs - hourMs : winterMs;
}

const toBerlin = (ms) => ms + (summers.some(([from, to]) => ms >= from && ms < to) ? 2 : 1) * hourMs;

function weighDay(day, { growth, bad }) {
  const ms = yearStartMs + day * dayMs;
  const campaign = campaigns.find((one) => isWithin(ms, one))?.[2] ?? 1;
  return (1 + growth * (day / days)) * monthWeights[new Date(ms).getUTCMonth()] * weekdayWeights[new Date(ms).getUTCDay()] * campaign * (isBadWeek(ms) ? bad : 1);
}

const hourPairs = hourWeights.map((weight, hour) => [hour, weight]);

/** So many instants, earliest first. `growth`: how much more at the end; `bad`: how much more in the bad week. */
export function drawYear(chance, count, { growth = 0.6, bad = 1 } = {}) {
  const pairs = Array.from({ length: days }, (_, day) => [day, weighDay(day, { growth, bad })]);
  const draw = () => {
    const ms = fromBerlin(yearStartMs + chance.weighted(pairs) * dayMs + chance.weighted(hourPairs) * hourMs) + chance.whole(0, 3599) * secondMs;
    return ms < endMs ? ms : draw();
  };
  return Array.from({ length: count }, draw).sort((a, b) => a - b);
}

/** Later by so much of the team's time: Monday to Saturday, 8 to 20. */
export function addTeamTime(ms, spentMs) {
  let shown = toBerlin(ms);
  let left = spentMs;
  for (;;) {
    const midnight = shown - (shown % dayMs);
    const [opens, closes] = [midnight + 8 * hourMs, midnight + 20 * hourMs];
    const isSunday = new Date(shown).getUTCDay() === 0;
    const from = Math.max(shown, opens);
    if (!isSunday && from + left <= closes) return fromBerlin(from + left);
    if (!isSunday && from < closes) left -= closes - from;
    shown = midnight + dayMs;
  }
}
