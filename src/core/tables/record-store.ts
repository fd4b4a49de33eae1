/** Records beside conversations, each id in its latest version. */
import type { Keyed, StoredFact, StoredRecord } from './derived-rows.js';
import { collectTimes, recordVersion } from '../facts/event-times.js';
import { RECORD_FACTS, type RecordFactName } from '../facts/registry.js';
import type { LiveSpans } from '../answer/engine.js';
import { TABLES } from './all-tables.js';

/** What no supplied id begins with. */
const UNNAMED = '\u0000#';

/** As a reader sees it. */
export function toOutwardId(key: string): string {
  return key.startsWith(UNNAMED) ? key.slice(1) : key;
}

interface Entry {
  record: Keyed<object>;
  version: number;
}

export class RecordStore {
  readonly #byFact = new Map<StoredFact, Map<string, Entry>>();
  readonly #given = new Set<RecordFactName>();
  #times: Float64Array | undefined;
  #unnamed = 0;

  /** An id's later version takes the place of the earlier; at a tie the later supplied. Without an id each counts. */
  add<F extends StoredFact>(fact: F, records: readonly StoredRecord<F>[]): void {
    const entries = this.#byFact.get(fact) ?? new Map<string, Entry>();
    this.#byFact.set(fact, entries);
    for (const raw of records) {
      const key = raw.id ?? `${UNNAMED}${++this.#unnamed}`;
      const version = recordVersion(fact, raw);
      const known = entries.get(key);
      if (!known || version >= known.version) entries.set(key, { record: { key, raw }, version });
    }
    this.#times = undefined;
  }

  /** Orders are kept elsewhere and handed over whole. */
  set<F extends StoredFact>(fact: F, records: readonly StoredRecord<F>[]): void {
    this.#byFact.delete(fact);
    this.add(fact, records);
  }

  /** The list was supplied, even if without any record. */
  markSupplied(fact: RecordFactName): void {
    this.#given.add(fact);
  }

  get given(): ReadonlySet<RecordFactName> {
    return this.#given;
  }

  count(fact: StoredFact): number {
    return this.#byFact.get(fact)?.size ?? 0;
  }

  of<F extends StoredFact>(fact: F): readonly Keyed<StoredRecord<F>>[] {
    return [...(this.#byFact.get(fact)?.values() ?? [])].map(({ record }) => record as Keyed<StoredRecord<F>>);
  }

  find<F extends StoredFact>(fact: F, key: string): StoredRecord<F> | undefined {
    return this.#byFact.get(fact)?.get(key)?.record.raw as StoredRecord<F> | undefined;
  }

  /** Every instant at which something happened to them, ascending; orders aside. */
  get times(): Float64Array {
    return (this.#times ??= this.#collectTimes());
  }

  #collectTimes(): Float64Array {
    const times: number[] = [];
    for (const fact of RECORD_FACTS) {
      for (const { record } of this.#byFact.get(fact)?.values() ?? []) collectTimes(fact, record.raw as never, times);
    }
    return Float64Array.from(times).sort();
  }
}

/** When the product was first switched on: `Infinity` for never, `undefined` where nobody says. */
export function launchOf(table: string, live: LiveSpans | null | undefined): number | undefined {
  const product = TABLES[table]?.sinceLaunch;
  if (!product || live === undefined) return undefined;
  const spans = live?.[product];
  if (live !== null && !spans) return undefined;
  return Math.min(Infinity, ...(spans ?? []).map(({ since }) => since));
}
