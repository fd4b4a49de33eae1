/** Chance that is the same each time: Mulberry32 (Tommy Ettinger, public domain) with draws over it. */

/** A function that gives the next number in [0, 1). */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Draws of one seed, in the order they are asked for. */
export function createChance(seed) {
  const next = mulberry32(seed);
  const whole = (from, to) => from + Math.floor(next() * (to - from + 1));
  const pick = (list) => list[Math.floor(next() * list.length)];
  return { next, whole, pick, happens: (share) => next() < share, weighted: (pairs) => pickWeighted(pairs, next()) };
}

/** The value whose share of the weights holds `point`, from 0 to 1. */
function pickWeighted(pairs, point) {
  let rest = point * pairs.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of pairs) {
    rest -= weight;
    if (rest < 0) return value;
  }
  return pairs.at(-1)[0];
}
