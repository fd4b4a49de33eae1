/** How long an answer may take. */
export const DEFAULT_TIMEOUT_MS = 30_000;

/** Longest that timers count, about 24 days. */
const MAX_MS = 2 ** 31 - 1;

export function checkTimeout(timeoutMs: unknown): number {
  if (typeof timeoutMs === 'number' && timeoutMs > 0 && timeoutMs <= MAX_MS) return timeoutMs;
  throw new RangeError(
    `timeoutMs is ${typeof timeoutMs === 'number' ? timeoutMs : JSON.stringify(timeoutMs)}. Use milliseconds from 1 to ${MAX_MS}.`,
  );
}
