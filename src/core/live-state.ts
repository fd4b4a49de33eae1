/** Whether a product is switched on, from the spans in which it was. */
import type { Live } from './facts/agent-data.js';
import { parseInstant } from './time/instant.js';

export type LiveState =
  | { kind: 'on' }
  /** It was never on up to now: there is nothing to show. */
  | { kind: 'not-yet' }
  /** Nothing new is collected since then, epoch milliseconds. */
  | { kind: 'off'; since: number };

/** What a page is about. Nothing switches a help desk off. */
export type Product = 'agent' | 'hub' | 'none';

/** `now` in epoch milliseconds. Without a word about it the product counts as on. Throws a `RangeError` for what is no instant. */
export function readLiveState(live: Live | null | undefined, now: number, product: Product = 'agent'): LiveState {
  if (product === 'none') return { kind: 'on' };
  if (live === null) return { kind: 'not-yet' };
  const spans = live?.[product];
  if (!spans) return { kind: 'on' };
  const begun = spans
    .map(({ since, until }) => ({ since: parseInstant(since), until: until == null ? Infinity : parseInstant(until) }))
    .filter(({ since }) => since <= now);
  if (begun.length === 0) return { kind: 'not-yet' };
  const end = Math.max(...begun.map(({ until }) => until));
  return end > now ? { kind: 'on' } : { kind: 'off', since: end };
}
