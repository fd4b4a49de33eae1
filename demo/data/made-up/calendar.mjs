/** When people write: 120 days in Berlin with a weekly rhythm, growth and one campaign. */

export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** No fact is later. */
export const endMs = Date.parse('2026-06-07T12:00:00Z');

const firstDayMs = Date.parse('2026-02-08T00:00:00Z');
const days = 120;
const summerTimeMs = Date.parse('2026-03-29T01:00:00Z');

/** From Sunday to Saturday. */
const weekdayWeights = [0.75, 1.25, 1.15, 1.1, 1.05, 0.95, 0.7];
/** From midnight: quiet nights, a busy late morning, a busier evening. */
const hourWeights = [2, 1, 1, 0.5, 0.5, 1, 2, 5, 9, 14, 17, 16, 13, 12, 12, 13, 13, 14, 16, 20, 22, 17, 10, 5];

/** The spring sale: 20 to 24 April. */
const campaignDays = new Map([[71, 2.1], [72, 2.6], [73, 1.9], [74, 1.6], [75, 1.4]]);

/** Milliseconds as the kit's facts say them. */
export const toInstant = (ms) => new Date(ms).toISOString().replace('.000Z', 'Z');

/** The instant at which clocks in Berlin show this, given as if it were UTC. */
function fromBerlin(shownMs) {
  const winterMs = shownMs - hourMs;
  return winterMs >= summerTimeMs ? winterMs - hourMs : winterMs;
}

/** How many conversations a day draws, against the others. */
function weighDay(day) {
  const weekday = new Date(firstDayMs + day * dayMs).getUTCDay();
  return (1 + day / days) * weekdayWeights[weekday] * (campaignDays.get(day) ?? 1);
}

const dayPairs = Array.from({ length: days }, (_, day) => [day, weighDay(day)]);
const hourPairs = hourWeights.map((weight, hour) => [hour, weight]);

/** One start, up to `endMs`. */
function drawStart(chance) {
  const shownMs = firstDayMs + chance.weighted(dayPairs) * dayMs + chance.weighted(hourPairs) * hourMs;
  const startMs = fromBerlin(shownMs + chance.whole(0, 3599) * secondMs);
  return startMs < endMs - minuteMs ? startMs : drawStart(chance);
}

/** So many starts, earliest first. */
export function drawStarts(chance, count) {
  return Array.from({ length: count }, () => drawStart(chance)).sort((a, b) => a - b);
}

/** Since when the agent is switched on. */
export const liveSince = toInstant(fromBerlin(firstDayMs));
