/** A row as ClickHouse takes it: flags are 0 and 1, nothing is missing where nothing may be, and texts are Unicode. */
import type { Row, RowType } from '../row/row-columns.js';

export function toJsonRow(row: Row, columns: Readonly<Record<string, RowType>>, rowVersion: number): object {
  const cells = Object.entries(row).flatMap(([name, value]) => {
    const type = columns[name];
    return type === undefined || value === null || value === undefined ? [] : [[name, toCell(value, type)] as const];
  });
  return { ...Object.fromEntries(cells), row_version: rowVersion };
}

function toCell(value: unknown, type: RowType): unknown {
  switch (type) {
    case 'flag':
      return Number(value);
    case 'flags':
      return (value as readonly boolean[]).map(Number);
    case 'text':
    case 'text?':
      return toUnicode(value);
    case 'texts':
      return (value as readonly unknown[]).map(toUnicode);
    case 'text-lists':
      return (value as readonly (readonly unknown[])[]).map((texts) => texts.map(toUnicode));
    default:
      return value;
  }
}

/** Half a surrogate pair is no character; as a parameter it would be replaced just so. */
function toUnicode(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll(/\p{Surrogate}/gu, '\uFFFD') : value;
}
