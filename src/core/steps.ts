/**
 * Long work in small pieces: each `yield` is a place to pause. Core has no timers, so whoever drives the steps decides when the thread is
 * given back; `runToEnd` never does.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

export function runToEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** `Array.prototype.map` with a pause after every `stride` items. */
export function* mapInSteps<T, R>(
  items: readonly T[],
  stride: number,
  toResult: (item: T, index: number) => R,
): Steps<R[]> {
  const results: R[] = [];
  for (let index = 0; index < items.length; index++) {
    results.push(toResult(items[index]!, index));
    if (index % stride === stride - 1) yield;
  }
  return results;
}

/** `Array.prototype.toSorted` with a pause after every `stride` items. */
export function* sortInSteps<T>(items: readonly T[], stride: number, compare: (a: T, b: T) => number): Steps<T[]> {
  let runs: T[][] = [];
  for (let start = 0; start < items.length; start += stride) {
    runs.push(items.slice(start, start + stride).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let index = 0; index < runs.length; index += 2)
      merged.push(yield* merge(runs[index]!, runs[index + 1] ?? [], stride, compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<T>(
  one: readonly T[],
  other: readonly T[],
  stride: number,
  compare: (a: T, b: T) => number,
): Steps<T[]> {
  const merged: T[] = [];
  for (let first = 0, second = 0; merged.length < one.length + other.length;) {
    const isFirst = second === other.length || (first < one.length && compare(one[first]!, other[second]!) <= 0);
    merged.push(isFirst ? one[first++]! : other[second++]!);
    if (merged.length % stride === 0) yield;
  }
  return merged;
}
