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
export function* mapInSteps<T, R>(items: readonly T[], stride: number, toResult: (item: T, index: number) => R): Steps<R[]> {
  const results: R[] = [];
  for (let index = 0; index < items.length; index++) {
    results.push(toResult(items[index]!, index));
    if (index % stride === stride - 1) yield;
  }
  return results;
}
