/** An answer within its time, for somebody who is still there. */
import { ProblemError } from './problem.js';

/** The signal given to the work aborts when the time is over or the asker leaves; neither waits for work that does not listen. */
export async function withinTime<A>(
  request: Request,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<A>,
): Promise<A> {
  const stop = new AbortController();
  const { signal } = request;
  let leave = (): void => undefined;
  const isOver = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason as Error), { once: true });
    leave = () => stop.abort(new ProblemError(499, 'client-gone', 'The asker left before there was an answer.'));
  });
  const timer = setTimeout(() => stop.abort(new DOMException('The answer took too long.', 'TimeoutError')), timeoutMs);
  signal.addEventListener('abort', leave, { once: true });
  if (signal.aborted) leave();
  try {
    return await Promise.race([isOver, work(stop.signal)]);
  } catch (error) {
    // What a source throws once it is stopped is as good as why it was.
    throw stop.signal.aborted ? stop.signal.reason : error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', leave);
  }
}
