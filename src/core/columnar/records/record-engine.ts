/** Numbers, lists and values of tickets, surveys, hub events and their like, by the same columns as those of conversations. */
import { TABLES } from '../../tables/all-tables.js';
import type { Leaf } from '../../metrics/plan.js';
import type { OwnColumns } from '../../own-columns.js';
import { describedTables } from '../../tables/described-tables.js';
import { RecordStore } from '../../tables/record-store.js';
import { suppliedRecords } from '../../tables/supplied-records.js';
import type { ResolvedSettings } from '../../settings.js';
import type {
  CellsRequest,
  FoundRecord,
  LeafCells,
  LiveSpans,
  RecordsRequest,
  RowsSource,
} from '../../answer/engine.js';
import { aggregateShards } from '../query/aggregate.js';
import { countValues } from '../query/count-values.js';
import { cellsBegunBefore } from './range-edges.js';
import { contributing, withStanding } from './range-edges.js';
import { findRecords } from './find-records.js';
import { RecordTables } from './record-tables.js';

export class RecordEngine {
  readonly store = new RecordStore();
  readonly #tables: RecordTables;
  readonly #columns: OwnColumns;
  #live: LiveSpans | null | undefined;
  #supplied: ReadonlySet<string> | undefined;

  constructor(settings: ResolvedSettings, columns: OwnColumns) {
    this.#columns = columns;
    this.#tables = new RecordTables(this.store, settings, columns);
  }

  /** To be called when records were added. */
  changed(): void {
    this.#tables.forget();
    this.#supplied = undefined;
  }

  set live(live: LiveSpans | null | undefined) {
    this.#live = live;
    this.#tables.forget();
  }

  get supplied(): ReadonlySet<string> {
    return (this.#supplied ??= suppliedRecords(this.store, this.#columns));
  }

  get counts(): Record<string, number> {
    return Object.fromEntries([...this.store.given].map((fact) => [fact, this.store.count(fact)]));
  }

  /** `Infinity` without any. */
  get first(): number {
    return this.store.times[0] ?? Infinity;
  }

  /** `-Infinity` without any up to `now`. */
  lastUpTo(now: number): number {
    return this.store.times.findLast((at) => at <= now) ?? -Infinity;
  }

  cells(leaf: Leaf, request: CellsRequest): LeafCells {
    const tables = [this.#tables.at(leaf.fact, request.now, this.#live)];
    const standing = withStanding(leaf, request.span);
    const { begunBefore } = standing;
    return begunBefore === undefined
      ? aggregateShards(standing, tables, request)
      : cellsBegunBefore({ ...standing, begunBefore }, tables, request);
  }

  groupCounts(
    source: RowsSource,
    dimension: string,
    { span, filters, now }: Pick<CellsRequest, 'span' | 'filters' | 'now'>,
  ): Map<string, number> {
    const counted = contributing(source, span, now);
    return countValues(counted.source, dimension, [this.#tables.at(source.fact, now, this.#live)], {
      span: counted.span,
      filters,
      now,
    });
  }

  records(request: RecordsRequest): { rows: FoundRecord[]; total: number } {
    const { of = 'tickets' } = TABLES[request.source.fact]!;
    return findRecords(request, {
      at: (fact) => this.#tables.at(fact, request.now, this.#live),
      recordsOf: (fact) => this.#tables.recordsOf(fact),
      rawOf: (id) => this.store.find(of, id)!,
    });
  }

  /** How often each value stands in records that have begun by `now`, by dimension. */
  addValues(now: number, counts: Map<string, Map<string, number>>): void {
    const request = { span: { start: -Infinity, end: now + 1 }, filters: {}, now };
    for (const { name, dimensions } of describedTables(this.store.given, this.#columns)) {
      const tables = [this.#tables.at(name, now, this.#live)];
      const source = { fact: name, at: TABLES[name]!.clocks[0]!, where: [], known: [], ignore: [] };
      for (const dimension of dimensions) {
        const found = countValues(source, dimension, tables, request);
        found.delete('');
        if (found.size === 0) continue;
        const values = counts.get(dimension) ?? new Map<string, number>();
        for (const [value, count] of found) values.set(value, (values.get(value) ?? 0) + count);
        counts.set(dimension, values);
      }
    }
  }
}
