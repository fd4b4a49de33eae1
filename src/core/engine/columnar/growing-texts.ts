/** A column of texts that is still being filled. */
import type { TextColumn } from './columns.js';
import { FIRST_ROOM, grown, GrowingRows } from './growing-rows.js';
import { writeUtf8 } from './utf8.js';

/** Texts as UTF-8, one after the other. */
export class GrowingTexts extends GrowingRows {
  bytes = new Uint8Array(FIRST_ROOM);
  view = new DataView(this.bytes.buffer);
  #offsets = new Uint32Array(FIRST_ROOM);
  #missing = new Set<number>();
  #isAscii = true;

  /** Where the bytes of the next text go, after making room for so many. */
  reserve(count: number): number {
    const end = this.filled > 0 ? this.#offsets[this.filled]! : 0;
    if (end + count > this.bytes.length) {
      this.bytes = grown(this.bytes, end + count);
      this.view = new DataView(this.bytes.buffer);
    }
    return end;
  }

  /** The text's bytes were written to where `reserve` said, up to `end`. */
  setWritten(row: number, end: number, isAscii: boolean): void {
    if (row + 1 >= this.#offsets.length) this.#offsets = grown(this.#offsets, row + 1);
    this.#passOver(row);
    this.#offsets[row + 1] = end;
    this.filled = row + 1;
    if (!isAscii) this.#isAscii = false;
  }

  set(row: number, text: string): void {
    const start = this.reserve(text.length * 3);
    const end = writeUtf8(text, this.bytes, start);
    this.setWritten(row, end, end - start === text.length);
  }

  /** The texts of rows `from` to `to` of other bytes, as they are. */
  copy(row: number, bytes: Uint8Array, offsets: Int32Array, from: number, to: number, isAscii: boolean): void {
    const start = offsets[from]!;
    const end = this.reserve(offsets[to]! - start);
    this.bytes.set(bytes.subarray(start, offsets[to]), end);
    const count = to - from;
    if (row + count >= this.#offsets.length) this.#offsets = grown(this.#offsets, row + count);
    this.#passOver(row);
    const own = this.#offsets;
    for (let i = 1; i <= count; i++) own[row + i] = end + offsets[from + i]! - start;
    this.filled = row + count;
    if (!isAscii) this.#isAscii = false;
  }

  override dropFrom(row: number): void {
    if (this.filled <= row) return;
    super.dropFrom(row);
    for (const gone of this.#missing) if (gone >= row) this.#missing.delete(gone);
  }

  /** `undefined`: no row has a text. */
  take(length: number): TextColumn | undefined {
    this.dropFrom(length);
    if (length + 1 >= this.#offsets.length) this.#offsets = grown(this.#offsets, length + 1);
    this.#passOver(length);
    const missing = this.#missing;
    const offsets = this.#offsets.slice(0, length + 1);
    const column: TextColumn = {
      kind: 'text',
      bytes: this.bytes.slice(0, offsets[length]),
      offsets,
      isAscii: this.#isAscii,
      ...(missing.size && { missing }),
    };
    this.filled = 0;
    this.#missing = new Set();
    this.#isAscii = true;
    return missing.size === length ? undefined : column;
  }

  #passOver(row: number): void {
    for (; this.filled < row; this.filled++) {
      this.#missing.add(this.filled);
      this.#offsets[this.filled + 1] = this.#offsets[this.filled]!;
    }
  }
}
