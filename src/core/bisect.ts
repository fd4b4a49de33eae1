/** Search in sorted numbers. */
/** Index of the first time at or after an instant; the length where there is none. */
export function firstFrom(times: Float64Array, instant: number, from = 0): number {
  let low = from;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
