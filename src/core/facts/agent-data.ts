/** What supplied data looks like. Times are instants, money is whole minor units, `null` is the same as a missing key. */
import type { Instant } from '../time/instant.js';
import type { FactRecords } from './registry.js';

/** A stretch in which a product was switched on; without `until` it still is. */
export interface LiveSpan {
  since: Instant;
  until?: Instant;
}

/** When each product was switched on. */
export interface Live {
  agent?: LiveSpan[];
  hub?: LiveSpan[];
}

type FactLists = { [F in keyof FactRecords]?: FactRecords[F][] };

/** Everything a source can be given. Every list is optional; unknown fields are ignored. */
export interface AgentData extends FactLists {
  /** Every skill the agent has, so that unused ones show up with 0. */
  skills?: string[];
  /** ISO 4217 code of all money. */
  currency?: string;
  /** IANA zone in which days are cut unless a query says otherwise. */
  timeZone?: string;
  /** `null`: not live yet. */
  live?: Live | null;
}
