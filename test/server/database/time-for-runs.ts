/**
 * Whether the time for a property is over. The first run always takes place: a machine that is busy must not end a test before it began.
 * Made anew for each test.
 */
export function timeForRuns(mostMs: number): () => boolean {
  const began = performance.now();
  let runs = 0;
  return () => runs++ > 0 && performance.now() - began > mostMs;
}
