/** What became of an export, in lines for people. */
import type { AdapterReport } from '../../sources/adapters/adapter-report.js';

/** Of each kind; the file of the report has all. */
const MOST_LINES = 8;

export function formatAdapterReport({ records, skipped, unknown, assumed, ignoredFields }: AdapterReport): string[] {
  const counts = (count: number, text: string) => `    ${count.toLocaleString('en')} × ${text}`;
  const example = (text: string) => (text === '' ? '' : `, as in ${text}`);
  const kinds: [string, string[]][] = [
    [
      'skipped',
      skipped.map(({ table, reason, count, example: one }) =>
        counts(count, `${table ? `${table}: ` : ''}${reason}${example(one)}`),
      ),
    ],
    [
      'values that are not known',
      unknown.map(({ field, value, count, example: one }) =>
        counts(count, `${field} = ${JSON.stringify(value)}${example(one)}`),
      ),
    ],
    ['assumed', assumed.map(({ field, how, count, example: one }) => counts(count, `${field}: ${how}${example(one)}`))],
    ['fields without a place', ignoredFields.map(({ field, reason, count }) => counts(count, `${field}: ${reason}`))],
  ];
  return [
    `  ${records.toLocaleString('en')} rows read`,
    ...kinds.flatMap(([title, lines]) =>
      lines.length === 0
        ? []
        : [
            `  ${title}:`,
            ...lines.slice(0, MOST_LINES),
            ...(lines.length > MOST_LINES ? [`    and ${lines.length - MOST_LINES} more`] : []),
          ],
    ),
  ];
}
