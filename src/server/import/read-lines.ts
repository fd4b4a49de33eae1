/** NDJSON: one record a line. */
import { showValue } from '../../core/format/show-value.js';
import type { FactName } from '../../core/facts/registry.js';
import { MOST_BYTES, UnreadableError, type Item, type Items } from './items.js';

const LINE_FEED = 10;
const MOST_SHOWN = 40;

/** Rejects with an `UnreadableError` where no line is JSON. */
export async function* readLines(bytes: AsyncIterable<Buffer>, fact: FactName): Items {
  const lines = new Lines(fact);
  yield [{ kind: 'list', fact }];
  for await (const chunk of bytes) {
    lines.push(chunk);
    if (lines.items.length > 0) yield lines.items.splice(0);
  }
  lines.end();
  if (lines.items.length > 0) yield lines.items.splice(0);
}

class Lines {
  readonly items: Item[] = [];
  readonly #fact: FactName;
  /** Of the line that has not come to its end. */
  #pieces: Buffer[] = [];
  #size = 0;
  #line = 0;
  #count = 0;
  /** Lines that are no JSON are told once one is: before, the file may be something else. */
  #broken: Item[] | undefined = [];
  #beginning = '';

  constructor(fact: FactName) {
    this.#fact = fact;
  }

  push(chunk: Buffer): void {
    let at = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, at)) {
      this.#take(
        this.#size === 0
          ? chunk.toString('utf8', at, end)
          : Buffer.concat([...this.#pieces, chunk.subarray(at, end)]).toString(),
      );
      this.#pieces = [];
      this.#size = 0;
      at = end + 1;
    }
    if (at === chunk.length) return;
    this.#pieces.push(chunk.subarray(at));
    this.#size += chunk.length - at;
    if (this.#size > MOST_BYTES)
      throw new UnreadableError(
        `line ${this.#line + 1} is longer than ${MOST_BYTES >> 20} MiB. NDJSON has one record a line.`,
      );
  }

  end(): void {
    if (this.#size > 0) this.#take(Buffer.concat(this.#pieces).toString());
    if (this.#broken && this.#count > 0)
      throw new UnreadableError(`it is neither JSON nor NDJSON; it begins ${showValue(this.#beginning)}.`);
  }

  #take(text: string): void {
    this.#line++;
    if (text.trim() === '') return;
    const place = { fact: this.#fact, index: this.#count++, line: this.#line };
    try {
      const item: Item = { kind: 'record', ...place, value: JSON.parse(text) as unknown };
      this.items.push(...(this.#broken ?? []), item);
      this.#broken = undefined;
    } catch (error) {
      const item: Item = { kind: 'broken', ...place, text, reason: `is not JSON: ${(error as Error).message}` };
      if (place.index === 0) this.#beginning = text.trim().slice(0, MOST_SHOWN);
      if (!this.#broken) this.items.push(item);
      else if (this.#broken.push(item) > 1000)
        throw new UnreadableError(`it is neither JSON nor NDJSON; it begins ${showValue(this.#beginning)}.`);
    }
  }
}
