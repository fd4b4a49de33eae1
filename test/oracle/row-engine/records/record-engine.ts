/** Numbers, lists and values of records beside conversations, for engines that keep facts in memory. */
import { TABLES } from '../../../../src/core/tables/all-tables.js';
import type { Leaf } from '../../../../src/core/metrics/plan.js';
import { DERIVATIONS } from '../../../../src/core/tables/derive.js';
import { customDimensionsOf, type CustomColumns } from '../../../../src/core/custom-columns.js';
import { RECORD_FACTS } from '../../../../src/core/facts/registry.js';
import type { ResolvedSettings } from '../../../../src/core/settings.js';
import { aggregateLeaf } from '../aggregate.js';
import type {
  CellsRequest,
  FoundRecord,
  LeafCells,
  LiveSpans,
  RecordsRequest,
  RowsSource,
} from '../../../../src/core/answer/engine.js';
import { contributingTest } from '../row-selection.js';
import { dimensionKeys } from '../../../../src/core/answer/where.js';
import { findRecords } from './find-records.js';
import { RecordStore } from '../../../../src/core/tables/record-store.js';
import { RecordTables } from './record-tables.js';
import { suppliedRecords } from '../../../../src/core/tables/supplied-records.js';

export class RecordEngine {
  readonly store = new RecordStore();
  readonly #tables: RecordTables;
  readonly #columns: CustomColumns;
  #live: LiveSpans | null | undefined;
  #supplied: ReadonlySet<string> | undefined;

  constructor(settings: ResolvedSettings, columns: CustomColumns) {
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
    return aggregateLeaf(leaf, this.#tables.at(leaf.fact, request.now, this.#live), request);
  }

  groupCounts(
    source: RowsSource,
    dimension: string,
    request: Pick<CellsRequest, 'span' | 'filters' | 'now'>,
  ): Map<string, number> {
    const table = this.#tables.at(source.fact, request.now, this.#live);
    const takesPart = contributingTest(source, table, request);
    const column = table.column(dimension) ?? [];
    const counts = new Map<string, number>();
    for (let row = 0; row < table.length; row++) {
      if (takesPart(row)) for (const key of dimensionKeys(column[row])) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  }

  records(request: RecordsRequest): { rows: FoundRecord[]; total: number } {
    const { of = 'tickets' } = TABLES[request.source.fact]!;
    return findRecords(
      request,
      (fact) => this.#tables.at(fact, request.now, this.#live),
      (id) => this.store.find(of, id)!,
    );
  }

  /** How often each value stands in records that have begun by `now`, by dimension. */
  addValues(now: number, counts: Map<string, Map<string, number>>): void {
    for (const { name, dimensions } of describedTables(this.store.given, this.#columns)) {
      const table = this.#tables.at(name, now, this.#live);
      const begins = table.column(TABLES[name]!.clocks[0]!) ?? [];
      for (const dimension of dimensions) {
        const values = counts.get(dimension) ?? new Map<string, number>();
        for (const [row, cell] of (table.column(dimension) ?? []).entries()) {
          if (typeof cell === 'string' && cell !== '' && (begins[row] as number) <= now)
            values.set(cell, (values.get(cell) ?? 0) + 1);
        }
        if (values.size) counts.set(dimension, values);
      }
    }
  }
}

/** One table for each supplied fact that has dimensions: its first. Of orders those that have rows beside conversations. */
export function describedTables(
  given: ReadonlySet<string>,
  own: CustomColumns,
): { name: string; dimensions: readonly string[] }[] {
  return ([...RECORD_FACTS, 'orders'] as const)
    .filter((fact) => given.has(fact) || fact === 'orders')
    .flatMap((fact) => {
      const name = fact === 'surveys' ? 'surveyAnswers' : DERIVATIONS.find(({ base }) => base === fact)!.tables[0]!;
      const dimensions = [...TABLES[name]!.dimensions, ...customDimensionsOf(own, fact)];
      return dimensions.length > 0 ? [{ name, dimensions }] : [];
    });
}
