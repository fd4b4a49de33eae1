/** Rows as a CSV file (RFC 4180) that spreadsheets open without running what a visitor wrote. */

export type CsvCell = string | number | null;

/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet takes for the start of a formula. */
const FORMULA_START = /^[=+\-@\t\r\n\0＝＋－＠]/;
/** Semicolons and tabs part cells too, where a spreadsheet's language says so. */
const NEEDS_QUOTES = /["\r\n,;\t]/;

/** Numbers stay numbers, `null` is empty; a text that could be a formula gets a leading `'`. */
export function formatCsv(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => `${row.map(formatCell).join(',')}\r\n`).join('');
}

function formatCell(cell: CsvCell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = cell === null ? '' : FORMULA_START.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
