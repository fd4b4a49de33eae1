/** What became of an export: nothing is dropped, assumed or passed over in silence. */

export interface AdapterReport {
  /** Rows read, of all tables. */
  records: number;
  /** Rows that gave nothing: broken, deleted, of a table that has no place. */
  skipped: { table: string; reason: string; count: number; example: string }[];
  /** Values that are none of the documented ones; `example` is the first that had it. */
  unknown: { field: string; value: string; count: number; example: string }[];
  /** Where the export leaves something open, what was taken instead. */
  assumed: { field: string; how: string; count: number; example: string }[];
  /** Fields that hold something and have no place in the facts. */
  ignoredFields: { field: string; reason: string; count: number }[];
}

/** Kinds that are listed one by one; further ones are counted together. */
const MAX_KINDS = 500;
const MAX_SHOWN = 80;

interface Entry {
  count: number;
  example: string;
}

export class ReportBook {
  records = 0;
  readonly #skipped = new Map<string, Entry>();
  readonly #unknown = new Map<string, Entry>();
  readonly #assumed = new Map<string, Entry>();
  readonly #ignored = new Map<string, Entry>();

  skip(table: string, reason: string, example: string): void {
    note(this.#skipped, table, reason, example);
  }

  unknown(field: string, value: unknown, example: string): void {
    note(
      this.#unknown,
      field,
      (typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))).slice(0, MAX_SHOWN),
      example,
    );
  }

  assume(field: string, how: string, example: string): void {
    note(this.#assumed, field, how, example);
  }

  ignore(field: string, reason: string): void {
    note(this.#ignored, field, reason, '');
  }

  toReport(): AdapterReport {
    return {
      records: this.records,
      skipped: list(this.#skipped, (table, reason, { count, example }) => ({ table, reason, count, example })),
      unknown: list(this.#unknown, (field, value, { count, example }) => ({ field, value, count, example })),
      assumed: list(this.#assumed, (field, how, { count, example }) => ({ field, how, count, example })),
      ignoredFields: list(this.#ignored, (field, reason, { count }) => ({ field, reason, count })),
    };
  }
}

const SEPARATOR = '\u0000';

function note(entries: Map<string, Entry>, name: string, what: string, example: string): void {
  const key = name + SEPARATOR + what;
  const known = entries.get(key) ?? (entries.size < MAX_KINDS ? undefined : entries.get(name + SEPARATOR + OTHERS));
  if (known) known.count++;
  // Copied, since a part of a longer text would keep all of it in memory.
  else
    entries.set(copy(entries.size < MAX_KINDS ? key : name + SEPARATOR + OTHERS), {
      count: 1,
      example: copy(example),
    });
}

const OTHERS = '(others)';
const copy = (text: string): string => JSON.parse(JSON.stringify(text)) as string;

function list<T>(entries: ReadonlyMap<string, Entry>, toEntry: (name: string, what: string, entry: Entry) => T): T[] {
  return [...entries].map(([key, entry]) => {
    const at = key.indexOf(SEPARATOR);
    return toEntry(key.slice(0, at), key.slice(at + 1), entry);
  });
}
