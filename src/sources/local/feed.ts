/** Hands supplied data to whoever reads them, no faster than they are read. */
import type { ProgressEmitter } from '../progress.js';
import { cancelled, SourceError } from '../../core/source-error.js';
import type { Reading } from './answers.js';
import { sizeOf, type Supply } from './parts.js';
import { abortable } from './abortable.js';

/** Rejects with a `SourceError` of the type `cancelled` when the signal aborts. */
export async function feed(
  reading: Reading,
  { parts, total }: Supply,
  { signal, progress }: { signal: AbortSignal; progress?: ProgressEmitter | undefined },
): Promise<void> {
  const coming = parts[Symbol.asyncIterator]();
  let done = 0;
  progress?.emit({ done, total });
  try {
    for (;;) {
      const next = await abortable(coming.next(), signal);
      if (next.done) break;
      // Before the bytes change hands, after which there are none here.
      done += sizeOf(next.value);
      await abortable(reading.take(next.value), signal);
      progress?.emit({ done, total });
    }
    // From here on there is no way back: what has been read is counted.
    await reading.end();
  } catch (error) {
    reading.cancel();
    // What it was waiting for may never come.
    void coming.return?.().catch(() => undefined);
    throw signal.aborted && !(error instanceof SourceError) ? cancelled(error) : error;
  } finally {
    progress?.emit(undefined);
  }
}
