/** Promises that reject as soon as a signal aborts. */
import { cancelled, SourceError } from '../../core/source-error.js';

/** The promise, but rejects with the signal's reason as soon as it aborts; the work behind the promise goes on. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  if (signal.aborted) return Promise.reject(signal.reason as Error);
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    const settled =
      <V>(settle: (value: V) => void) =>
      (value: V) => {
        signal.removeEventListener('abort', abort);
        settle(value);
      };
    promise.then(settled(resolve), settled(reject));
  });
}

/** As `abortable`; the reason is then a `SourceError` of the type `cancelled`, unless it is one already. */
export function untilCancelled<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return abortable(promise, signal).catch((error: unknown) => {
    throw signal.aborted && !(error instanceof SourceError) ? cancelled(error) : error;
  });
}
