/**
 * CSV as tools write it, record by record. The separator, the line ends and the line `sep=;` that is meant for Excel are found out; quotes may
 * have blanks around them, and may stand in the middle of a cell as they are.
 */

const SEPARATORS = [',', ';', '\t', '|'];
const HINT = /^sep=([^\r\n])(?:\r\n?|\n|$)/i;
const HINT_LENGTH = 'sep=,\r\n'.length;
/** A header line is not longer. */
const MAX_HEADER = 1 << 16;
/** Characters of a record, so that a quote without an end cannot fill the memory. */
const MAX_RECORD = 64 << 20;

export interface CsvRecord {
  cells: readonly string[];
  /** From 1 on, the header counted, empty lines not. */
  record: number;
  /** Where it begins, from 1 on. */
  line: number;
  /** What is wrong with its quotes: the last one has no end, or text stands behind one, which is left out. */
  fault: 'open-quote' | 'text-behind-quote' | undefined;
}

/** Thrown for a record that has no end. */
export class CsvError extends Error {
  readonly record: number;
  readonly line: number;

  constructor(record: number, line: number) {
    super('a record has no end');
    this.name = 'CsvError';
    this.record = record;
    this.line = line;
  }
}

export class CsvReader {
  #rest = '';
  #separator = ',';
  #isHeader = true;
  #isHinted = false;
  /** A carriage return alone ends records only where it ends the header; elsewhere it is a part of a cell. */
  #endsByReturn = true;
  #records = 0;
  #line = 1;

  /** The records that are complete by now, the header first. Throws a `CsvError`. */
  push(text: string, isLast: boolean): CsvRecord[] {
    const all = this.#rest + text;
    const records: CsvRecord[] = [];
    const mayBeHint = this.#isHeader && !this.#isHinted;
    if (mayBeHint && all.length < HINT_LENGTH && !isLast) {
      this.#rest = all;
      return records;
    }
    let at = mayBeHint ? this.#skipHint(all) : 0;
    while (at < all.length) {
      if (this.#isHeader && !this.#isHinted) this.#separator = separatorOf(all.slice(at, at + MAX_HEADER));
      const scanner = new RecordScanner(all, at, this.#separator, this.#endsByReturn);
      const next = scanner.read(isLast);
      if (next < 0) break;
      const record = this.#take(scanner);
      if (record) records.push(record);
      this.#line += linesIn(all, at, next, this.#endsByReturn);
      at = next;
    }
    this.#rest = all.slice(at);
    if (this.#rest.length > MAX_RECORD) throw new CsvError(this.#records + 1, this.#line);
    return records;
  }

  /** Where the header begins. */
  #skipHint(text: string): number {
    const [hint, separator] = HINT.exec(text) ?? [];
    if (hint === undefined || separator === undefined) return 0;
    this.#separator = separator;
    this.#isHinted = true;
    this.#line++;
    return hint.length;
  }

  #take({ text, end, cells, fault }: RecordScanner): CsvRecord | undefined {
    if (cells.length === 1 && cells[0]!.trim() === '') return undefined;
    if (this.#isHeader) this.#endsByReturn = text[end - 1] === '\r';
    this.#isHeader = false;
    return { cells, record: ++this.#records, line: this.#line, fault };
  }
}

/** The one that comes most often in the first line, outside quotes. */
function separatorOf(start: string): string {
  const [line = ''] = start
    .replace(/"(?:[^"]|"")*"/g, '')
    .trimStart()
    .split(/[\r\n]/, 1);
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}

function linesIn(text: string, start: number, end: number, endsByReturn: boolean): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  if (!endsByReturn) return count;
  for (let at = text.indexOf('\r', start); at >= 0 && at < end; at = text.indexOf('\r', at + 1))
    if (text[at + 1] !== '\n') count++;
  return count;
}

/** Reads one record cell by cell. */
class RecordScanner {
  readonly text: string;
  readonly cells: string[] = [];
  fault: CsvRecord['fault'];
  /** Behind the record, once it was read. */
  end: number;
  readonly #separator: number;
  readonly #endsByReturn: boolean;

  constructor(text: string, start: number, separator: string, endsByReturn: boolean) {
    this.text = text;
    this.end = start;
    this.#separator = separator.charCodeAt(0);
    this.#endsByReturn = endsByReturn;
  }

  /** The position behind the record, or -1 if its end has not come. */
  read(isLast: boolean): number {
    const { text } = this;
    for (;;) {
      const cell = this.#quoteAfterBlanks(this.end);
      const stop = text[cell] === '"' ? this.#readQuoted(cell + 1) : this.#readPlain(cell);
      if (stop < 0 || stop >= text.length) return isLast ? this.#endOfText(cell, stop) : -1;
      this.end = stop + 1;
      const code = text.charCodeAt(stop);
      if (code === 10) return this.end;
      if (code !== 13) continue;
      // A line feed may follow in the next chunk.
      if (this.end >= text.length && !isLast) return -1;
      if (text.charCodeAt(this.end) === 10) this.end++;
      return this.end;
    }
  }

  /** A quote without an end ends with the text. */
  #endOfText(cell: number, stop: number): number {
    if (stop < 0) {
      this.cells.push(this.text.slice(cell + 1));
      this.fault = 'open-quote';
    }
    return (this.end = this.text.length);
  }

  /** Returns where the separator or line end behind the cell is. */
  #readPlain(start: number): number {
    const end = this.#endOfPlain(start);
    this.cells.push(this.text.slice(start, end));
    return end;
  }

  #endOfPlain(start: number): number {
    const { text } = this;
    const separator = this.#separator;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === separator || code === 10 || (code === 13 && this.#isLineEnd(at))) return at;
    }
    return text.length;
  }

  /** A carriage return at the end of the text may have its line feed in the next chunk. */
  #isLineEnd(at: number): boolean {
    return this.#endsByReturn || at + 1 >= this.text.length || this.text.charCodeAt(at + 1) === 10;
  }

  /** Blanks before a quote are not part of the cell; all others are. */
  #quoteAfterBlanks(start: number): number {
    let at = start;
    while (this.text.charCodeAt(at) === 32) at++;
    return this.text[at] === '"' ? at : start;
  }

  /** `start` is behind the opening quote; -1 if its counterpart has not come. */
  #readQuoted(start: number): number {
    const { text } = this;
    for (let at = start; ;) {
      const end = text.indexOf('"', at);
      if (end < 0) return -1;
      if (text[end + 1] === '"') {
        at = end + 2;
        continue;
      }
      const cell = text.slice(start, end);
      this.cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell);
      const stop = this.#endOfPlain(end + 1);
      if (stop > end + 1 && text.slice(end + 1, stop).trim() !== '') this.fault ??= 'text-behind-quote';
      return stop;
    }
  }
}
