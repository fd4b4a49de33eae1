/** Runs long work in slices, so that a page stays responsive and a server answers other requests. */
import type { Steps } from '../core/steps.js';

/** Short enough for a frame. */
const SLICE_MS = 10;

export interface SliceOptions {
  signal?: AbortSignal | undefined;
  /** Milliseconds of a clock that never goes back. */
  now?: () => number;
  /** Settles after other tasks had their turn. */
  yieldThread?: () => Promise<void>;
}

/** Rejects with the signal's reason at the next pause after it aborts. */
export async function runInSlices<T>(
  steps: Steps<T>,
  { signal, now = () => performance.now(), yieldThread = yieldToMain }: SliceOptions = {},
): Promise<T> {
  for (;;) {
    const end = now() + SLICE_MS;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (now() < end);
    await yieldThread();
    signal?.throwIfAborted();
  }
}

/**
 * Settles once the page's other tasks had their turn. A timer waits 4 ms once it is nested, and `scheduler.yield` comes back ahead of the
 * page's timers; a message waits its turn.
 */
export function yieldToMain(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
