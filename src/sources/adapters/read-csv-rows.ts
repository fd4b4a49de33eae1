/** The rows of a CSV file with a header line, as objects of texts without the empty ones. */
import { SourceError } from '../source-error.js';
import type { Row } from './vendor.js';

const SEPARATORS = [',', ';', '\t'];
const HINT = /^sep=([^\r\n])(?:\r\n?|\n|$)/i;
const HINT_LENGTH = 'sep=,\r\n'.length;
/** A quote without an end must not fill the memory. */
const MOST_LENGTH = 16 << 20;

export interface CsvRow {
  row: Row;
  /** From 1 on, the header counted. */
  record: number;
  /** The row has more or fewer cells than the header. */
  isUneven: boolean;
}

export class CsvRows {
  #rest = '';
  #header: readonly string[] | undefined;
  #separator = ',';
  #isHinted = false;
  /** A carriage return alone ends rows only where it ends the header; elsewhere it is a part of a cell. */
  #endsByReturn = true;
  #count = 0;

  /** The rows that are whole by now. */
  push(text: string, isLast: boolean): CsvRow[] {
    const all = this.#rest + text;
    const rows: CsvRow[] = [];
    let at = this.#skipHint(all, isLast);
    for (;;) {
      this.#separator = this.#header || this.#isHinted ? this.#separator : separatorOf(all);
      const cells: string[] = [];
      const next = at < all.length ? this.#readRecord(all, at, isLast, cells) : -1;
      if (next < 0) break;
      if (!this.#header) this.#endsByReturn = all[next - 1] === '\r';
      at = next;
      const row = this.#take(cells);
      if (row) rows.push(row);
    }
    this.#rest = all.slice(at);
    if (this.#rest.length > MOST_LENGTH)
      throw new SourceError(`Row ${this.#count + 1} has no end. Look for a quote that is not doubled.`, {
        type: 'unreadable',
      });
    return rows;
  }

  /** A first line `sep=;` is for Excel alone; answers where the header begins. */
  #skipHint(text: string, isLast: boolean): number {
    if (this.#header || this.#isHinted || (text.length < HINT_LENGTH && !isLast)) return 0;
    const [hint, separator] = HINT.exec(text) ?? [];
    if (separator === undefined) return 0;
    this.#separator = separator;
    this.#isHinted = true;
    return hint!.length;
  }

  #readRecord(text: string, at: number, isLast: boolean, cells: string[]): number {
    return readRecord(text, at, { separator: this.#separator, endsByReturn: this.#endsByReturn }, isLast, cells);
  }

  #take(cells: readonly string[]): CsvRow | undefined {
    if (cells.length === 1 && cells[0]!.trim() === '') return undefined;
    this.#count++;
    if (!this.#header) {
      this.#header = cells.map((name) => name.trim());
      return undefined;
    }
    const row: Row = {};
    const { length } = this.#header;
    for (let index = 0; index < length; index++) if (cells[index]) row[this.#header[index]!] = cells[index];
    return { row, record: this.#count, isUneven: cells.length !== length };
  }
}

function separatorOf(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1);
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}

interface Marks {
  separator: string;
  endsByReturn: boolean;
}

/** Behind the record, or -1: its end has not come. */
function readRecord(text: string, start: number, marks: Marks, isLast: boolean, cells: string[]): number {
  let at = start;
  for (;;) {
    at = quoteAfterBlanks(text, at);
    const end = text[at] === '"' ? readQuoted(text, at + 1, marks, cells) : readPlain(text, at, marks, cells);
    if (end < 0 || end >= text.length) return isLast ? endOf(text, at, end, cells) : -1;
    at = end + 1;
    const code = text.charCodeAt(end);
    if (code === 10) return at;
    if (code !== 13) continue;
    if (at >= text.length && !isLast) return -1;
    return text.charCodeAt(at) === 10 ? at + 1 : at;
  }
}

/** A quote that nobody ended ends with the file. */
function endOf(text: string, at: number, end: number, cells: string[]): number {
  if (end < 0) cells.push(text.slice(at + 1));
  return text.length;
}

/** At the separator or line end behind the cell. */
function readPlain(text: string, start: number, marks: Marks, cells: string[]): number {
  const end = endOfPlain(text, start, marks);
  cells.push(text.slice(start, end));
  return end;
}

function endOfPlain(text: string, start: number, { separator, endsByReturn }: Marks): number {
  const mark = separator.charCodeAt(0);
  for (let end = start; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === mark || code === 10 || (code === 13 && (endsByReturn || isLineEnd(text, end)))) return end;
  }
  return text.length;
}

/** What follows may not have come yet. */
const isLineEnd = (text: string, at: number): boolean => at + 1 >= text.length || text.charCodeAt(at + 1) === 10;

/** Blanks before a quote are no text; all others are. */
function quoteAfterBlanks(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 32) at++;
  return text[at] === '"' ? at : start;
}

/** `start` is behind the quote; -1: its counterpart has not come. What stands between it and the separator is left out. */
function readQuoted(text: string, start: number, marks: Marks, cells: string[]): number {
  for (let at = start; ;) {
    const end = text.indexOf('"', at);
    if (end < 0) return -1;
    if (text[end + 1] === '"') {
      at = end + 2;
      continue;
    }
    const cell = text.slice(start, end);
    cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell);
    return endOfPlain(text, end + 1, marks);
  }
}
