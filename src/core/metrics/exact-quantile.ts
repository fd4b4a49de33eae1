/** Exact quantiles without sorting everything: a sample says between which values a rank must lie, and only those are sorted. */

const SAMPLE = 512;
/** How far around the rank the sample is trusted, in standard deviations. */
const TRUST = 3;

/** Linear between ranks over all of `values`, which are reordered; `null` without any. None may be NaN. */
export function quantileOf(values: Float64Array, q: number): number | null {
  if (values.length === 0) return null;
  const rank = (values.length - 1) * q;
  const [below, above] = select(values, Math.floor(rank), Math.ceil(rank));
  return below + (above - below) * (rank - Math.floor(rank));
}

/** The values at two ranks that are the same or neighbours. */
function select(values: Float64Array, low: number, high: number): [number, number] {
  let rest = values;
  let before = 0;
  let shrinks = true;
  while (shrinks && rest.length > 2 * SAMPLE) {
    const { from, to } = bracket(rest, (low - before) / (rest.length - 1));
    const { below, inside } = gatherWithin(rest, from, to);
    const missed = low - before < below || high - before >= below + inside;
    if (missed) break;
    if (from === to) return [from, from];
    before += below;
    shrinks = inside < rest.length / 2;
    rest = rest.subarray(0, inside);
  }
  rest.sort();
  return [rest[low - before]!, rest[high - before]!];
}

/** Two values between which the share `q` of all most likely falls. */
function bracket(values: Float64Array, q: number): { from: number; to: number } {
  const sample = new Float64Array(SAMPLE);
  const step = values.length / SAMPLE;
  for (let at = 0; at < SAMPLE; at++) sample[at] = values[Math.floor(at * step)]!;
  sample.sort();
  const middle = q * (SAMPLE - 1);
  const reach = TRUST * Math.sqrt(SAMPLE * q * (1 - q)) + 1;
  return { from: sample[Math.floor(middle - reach)] ?? -Infinity, to: sample[Math.ceil(middle + reach)] ?? Infinity };
}

/** Brings the values from `from` to `to` to the front; says how many they are and how many are smaller. */
function gatherWithin(values: Float64Array, from: number, to: number): { below: number; inside: number } {
  let below = 0;
  let inside = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value < from) below++;
    else if (value <= to) {
      values[at] = values[inside]!;
      values[inside++] = value;
    }
  }
  return { below, inside };
}
