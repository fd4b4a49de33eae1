/** How far an import has come, in one line: over and over on a terminal, every few seconds in a log. */
import type { ImportProgress } from './import-run.js';
import type { AdapterReport } from '../../sources/adapters/adapter-report.js';

const TERMINAL_MS = 200;
const LOG_MS = 5000;
const MEBIBYTE = 1 << 20;

interface Terminal {
  isTTY?: boolean;
  write(text: string): unknown;
}

export class ProgressLine {
  readonly #out: Terminal;
  readonly #name: string;
  readonly #startedAt = performance.now();
  #first: number | undefined;
  #toldAt = -Infinity;
  #isOpen = false;

  constructor(name: string, out: Terminal) {
    this.#name = name;
    this.#out = out;
    // A log hears of an import only when it takes a while.
    if (!out.isTTY) this.#toldAt = this.#startedAt;
  }

  tell(progress: ImportProgress): void {
    const now = performance.now();
    // Records of an earlier run were not read in this one's time.
    if (progress.kind === 'reading') this.#first ??= now;
    if (now - this.#toldAt < (this.#out.isTTY ? TERMINAL_MS : LOG_MS)) return;
    this.#toldAt = now;
    const line = formatProgress(this.#name, progress, (now - (this.#first ?? now)) / 1000, process.memoryUsage.rss());
    this.#out.write(this.#out.isTTY ? `\r\u001B[2K${line}` : `${line}\n`);
    this.#isOpen = this.#out.isTTY === true;
  }

  /** Makes room for what is said next. */
  clear(): void {
    if (this.#isOpen) this.#out.write('\r\u001B[2K');
    this.#isOpen = false;
  }
}

export function formatProgress(
  name: string,
  { kind, bytes, totalBytes, records, refused }: ImportProgress,
  seconds: number,
  memoryBytes: number,
): string {
  const share = totalBytes ? ` (${Math.floor((bytes / totalBytes) * 100)} %)` : '';
  const read = `${mebibytes(bytes)}${totalBytes === undefined ? '' : ` of ${mebibytes(totalBytes)}`} MiB${share}`;
  if (kind === 'looking') return `${name}: looking whether it is known, ${read}`;
  const speed = seconds > 0 ? `, ${count(Math.round(records / seconds))} a second` : '';
  return `${name}: ${count(records)} records${refused > 0 ? `, ${count(refused)} refused` : ''}${speed}, ${read}, ${mebibytes(memoryBytes)} MiB of memory`;
}

const mebibytes = (bytes: number): string => count(Math.round(bytes / MEBIBYTE));
const count = (number: number): string => number.toLocaleString('en');

/** Of each kind; the file of the report has all. */
const MAX_LINES = 8;

/** What became of an export, in lines for people. */
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
            ...lines.slice(0, MAX_LINES),
            ...(lines.length > MAX_LINES ? [`    and ${lines.length - MAX_LINES} more`] : []),
          ],
    ),
  ];
}
