/** Tells of fields that hold something and go nowhere. */
import type { ReportBook } from './adapter-report.js';
import type { FieldTable, Row } from './vendor.js';

const NOT_KNOWN = 'is not known';
/** Of the tool that wrote the CSV. */
const OF_THE_TOOL = /^_/;

export function reportFields(fields: FieldTable, table: string, row: Row, report: ReportBook): void {
  const known = fields[table] ?? {};
  for (const name of Object.keys(row)) {
    const note = Object.hasOwn(known, name) ? known[name] : undefined;
    if ((note && note[0] !== null) || OF_THE_TOOL.test(name) || saysNothing(row[name])) continue;
    report.ignore(`${table}.${name}`, note?.[1] ?? NOT_KNOWN);
  }
}

function saysNothing(value: unknown): boolean {
  if (typeof value === 'string')
    return value === '' || value === '0' || value === '[]' || value === '{}' || value.toLowerCase() === 'false';
  if (typeof value !== 'object') return value === undefined || value === false || value === 0;
  return (
    value === null ||
    Object.values(value).every(
      (one) =>
        one === null ||
        one === '' ||
        (Array.isArray(one) && one.length === 0) ||
        one === 0 ||
        one === false ||
        one === 'list',
    )
  );
}
