/** The one shape of a load. `at` is when the numbers came, epoch milliseconds. */
export type Load<R> =
  | { kind: 'idle' }
  | { kind: 'loading'; last?: Loaded<R> }
  | { kind: 'ready'; value: R; at: number }
  | { kind: 'failed'; error: unknown; last?: Loaded<R> };

export interface Loaded<R> {
  value: R;
  at: number;
}

/** The newest good value, also while the next one loads or after it failed. */
export function lastGood<R>(load: Load<R>): Loaded<R> | undefined {
  if (load.kind === 'ready') return { value: load.value, at: load.at };
  return load.kind === 'idle' ? undefined : load.last;
}
