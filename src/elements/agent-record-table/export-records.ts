/** Every record behind the number, as a CSV file in the columns shown. */
import type { ScopeProperties } from '../../controllers/scope-properties.js';
import { formatCsv, type CsvCell } from '../../core/format/csv.js';
import type { RecordRow, RecordsPage, RecordsQuery } from '../../core/query.js';
import { csvBlob, exportFile, localText } from '../shared/export-file.js';
import { fetchPages } from '../../controllers/fetch-pages.js';
import { cellData, toColumns, type Column, type RecordWords } from './record-columns.js';

export interface ExportRecords {
  source: NonNullable<ScopeProperties['source']>;
  list: RecordsQuery;
  /** As set; unset: those of the kind of record. */
  columns: readonly string[] | undefined;
  wordsOf: (fact: string) => RecordWords;
  signal: AbortSignal;
}

export function exportRecords(
  host: HTMLElement,
  { source, list, columns, wordsOf, signal }: ExportRecords,
): Promise<boolean> {
  const content = async () => {
    const { rows, last } = await fetchPages<RecordRow, RecordsPage>(
      (page, pageSize) => source.records!({ ...list, page, pageSize }, { signal }),
      signal,
    );
    const words = wordsOf(last.fact);
    return csvBlob(toCsv(rows, toColumns(columns, { rows, fact: last.fact }, words), list.timeZone, words));
  };
  return exportFile(host, {
    format: 'csv',
    filename: `${list.metric.replaceAll(/[^\w-]+/g, '-')}-records-${list.from}-${list.to}.csv`,
    content,
  });
}

/** Heads name the zone of times, the unit of durations and the currency of money. */
export function toCsv(
  rows: readonly RecordRow[],
  columns: readonly Column[],
  timeZone: string,
  words: RecordWords,
): string {
  const units: Partial<Record<Column['kind'], string | null | undefined>> = {
    time: timeZone,
    duration: 's',
    money: words.description?.currency,
  };
  const head = columns.map(({ label, kind }) => (units[kind] ? `${label} (${units[kind]})` : label));
  return formatCsv(
    head,
    rows.map((row) =>
      columns.map((column): CsvCell => {
        const cell = cellData(row, column, words);
        return column.kind === 'time' && typeof cell === 'number' ? localText(cell, timeZone) : cell;
      }),
    ),
  );
}
