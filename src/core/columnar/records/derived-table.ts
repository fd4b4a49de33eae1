/** Rows derived from records: what all rows of a record share is kept once for each record. */
import { readUtf8 } from '../store/bytes.js';
import type { Column, TextColumn } from '../store/columns.js';
import { ShardTable } from '../store/shard-table.js';
import { gatherColumn } from '../store/take.js';

/** Records whose rows stand in tables, numbered from 0. */
export interface RecordSource {
  /** Added to a record's number it tells the record from those of other sources of the same fact. */
  readonly firstKey: number;
  readonly ids: TextColumn;
  rawOf(record: number): object;
}

export interface RecordBase {
  source: RecordSource;
  /** What all rows of a record share. */
  columns: ReadonlyMap<string, Column>;
  /** The column that holds the record's own id. */
  idColumn: string | undefined;
}

/** Of most tables 16 bits are enough. */
export type RecordNumbers = Int32Array | Uint16Array;

export class DerivedTable extends ShardTable {
  readonly base: RecordBase;
  /** The number of the record behind each row. */
  readonly records: RecordNumbers;
  readonly #shared = new Map<string, Column>();

  constructor(
    fact: string,
    times: Float64Array,
    columns: Map<string, Column>,
    { base, records }: { base: RecordBase; records: RecordNumbers },
  ) {
    super(fact, times, columns);
    this.base = base;
    this.records = records;
  }

  override column(name: string): Column | undefined {
    const own = super.column(name) ?? this.#shared.get(name);
    if (own) return own;
    const shared = this.base.columns.get(name) ?? (this.isIdColumn(name) ? this.base.source.ids : undefined);
    if (!shared) return undefined;
    const column = gatherColumn(shared, Int32Array.from(this.records));
    this.#shared.set(name, column);
    return column;
  }

  /** Whether it says the same as `keyOf`. */
  isIdColumn(name: string): boolean {
    return name === this.base.idColumn;
  }

  idOf(row: number): string {
    const { bytes, offsets } = this.base.source.ids;
    const record = this.records[row]!;
    return readUtf8(bytes, offsets[record]!, offsets[record + 1]!);
  }

  /** The same number for all rows of a record, in all tables. */
  keyOf(row: number): number {
    return this.base.source.firstKey + this.records[row]!;
  }

  rawOf(row: number): object {
    return this.base.source.rawOf(this.records[row]!);
  }
}
