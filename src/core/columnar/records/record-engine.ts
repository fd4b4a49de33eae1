/** Numbers, lists and values of tickets, surveys, hub events and their like, by the same columns as those of conversations. */
import { TABLES } from '../../tables/all-tables.js';
import { BusinessClock } from '../../tables/business-clock.js';
import { describedTables } from '../../tables/described-tables.js';
import type { DeriveContext, StoredRecord } from '../../tables/derived-rows.js';
import type { RecordFactName } from '../../facts/registry.js';
import type { Leaf } from '../../metrics/plan.js';
import type { CustomColumns } from '../../custom-columns.js';
import type { ResolvedSettings } from '../../settings.js';
import type { Steps } from '../../steps.js';
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
import { cellsBegunBefore, contributing, withStanding } from './range-edges.js';
import { ColumnarRecords, type RecordCollector } from './columnar-records.js';
import { findRecords } from './find-records.js';
import { RecordTables } from './record-tables.js';

export class RecordEngine {
  live: LiveSpans | null | undefined;
  readonly #records: ColumnarRecords;
  readonly #tables: RecordTables;
  readonly #columns: CustomColumns;
  #supplied: ReadonlySet<string> | undefined;

  constructor(settings: ResolvedSettings, columns: CustomColumns) {
    const context: DeriveContext = {
      settings,
      clock: settings.businessHours && new BusinessClock(settings.businessHours),
    };
    this.#columns = columns;
    this.#records = new ColumnarRecords(context, columns);
    this.#tables = new RecordTables(this.#records, context, columns);
  }

  collect(fact: RecordFactName): RecordCollector {
    return this.#records.collect(fact, (shard) => {
      this.#supplied = undefined;
      this.#tables.changed(fact, shard);
    });
  }

  /** The list was supplied, even if without any record. */
  markSupplied(fact: RecordFactName): void {
    this.#records.given.add(fact);
    this.#supplied = undefined;
  }

  /** All of them, each id once. */
  setOrders(orders: readonly StoredRecord<'orders'>[]): void {
    this.#records.orders.set('orders', orders);
    this.#supplied = undefined;
    this.#tables.changed('orders');
  }

  /** Derives what questions would else wait for. */
  settle(): Steps<void> {
    return this.#tables.settle();
  }

  get supplied(): ReadonlySet<string> {
    return (this.#supplied ??= this.#records.supplied);
  }

  get counts(): Record<string, number> {
    return Object.fromEntries([...this.#records.given].map((fact) => [fact, this.#records.count(fact)]));
  }

  /** `Infinity` without any. */
  get first(): number {
    return this.#records.first;
  }

  /** `-Infinity` without any up to `now`. */
  lastUpTo(now: number): number {
    return this.#records.lastUpTo(now);
  }

  cells(leaf: Leaf, request: CellsRequest): LeafCells {
    const tables = this.#tables.at(leaf.fact, request.now, this.live);
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
    return countValues(counted.source, dimension, this.#tables.at(source.fact, now, this.live), {
      span: counted.span,
      filters,
      now,
    });
  }

  records(request: RecordsRequest): { rows: FoundRecord[]; total: number } {
    return findRecords(request, (fact) => this.#tables.at(fact, request.now, this.live));
  }

  /** How often each value stands in records that have begun by `now`, by dimension. */
  addValues(now: number, counts: Map<string, Map<string, number>>): void {
    const request = { span: { start: -Infinity, end: now + 1 }, filters: {}, now };
    for (const { name, dimensions } of describedTables(this.#records.given, this.#columns)) {
      const tables = this.#tables.at(name, now, this.live);
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
