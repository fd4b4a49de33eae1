/** Which of the conversations found have a phrase in any of their texts. */
import type { ResolvedSettings } from '../../settings.js';
import { stateAt } from '../../tables/conversation-state.js';
import { matches } from '../../answer/list.js';
import { type Bits, countRows, emptyBits, hasBit, setBit } from '../store/bits.js';
import type { TextColumn } from '../store/columns.js';
import type { RecordTexts } from '../store/folded-texts.js';
import { type FoundRows, listRows } from './found.js';
import { type Shard, recordOf } from '../store/shard.js';
import { LOWER, toUtf8 } from '../store/bytes.js';

/** From so large a share of the rows on, their texts are read in one go. */
const DENSE = 1 / 3;

export function searchRows(
  found: readonly FoundRows[],
  folded: string,
  now: number,
  settings: ResolvedSettings,
): FoundRows[] {
  const phrase = new SubstringMatcher(folded);
  return found.map(({ shard, rows }) => ({
    shard,
    rows: phrase.isCut ? searchStrings(shard, rows, folded, now, settings) : searchBytes(shard, rows, phrase, now),
  }));
}

function searchBytes(shard: Shard, rows: Bits, phrase: SubstringMatcher, now: number): Bits {
  const matching = emptyBits(shard.length);
  const { ids, idBytes, questions, records } = shard.folded;
  if (phrase.bytes.every((byte) => idBytes.has(byte))) searchColumn(ids, rows, phrase, matching);
  if (questions) searchColumn(questions, plainRows(shard, rows), phrase, matching);
  if (records)
    shard.records!.rows.forEach((row, place) => {
      if (hasBit(rows, row) && holdsPhrase(records, place, phrase, now)) setBit(matching, row);
    });
  return matching;
}

/** What is said in a record stands in its own texts. */
function plainRows({ records }: Shard, rows: Bits): Bits {
  if (!records) return rows;
  const plain = rows.slice();
  for (const row of records.rows) plain[row >>> 5]! &= ~(1 << (row & 31));
  return plain;
}

function searchColumn(column: TextColumn, rows: Bits, phrase: SubstringMatcher, matching: Bits): void {
  if (column.isAscii && !phrase.isAscii) return;
  const length = column.offsets.length - 1;
  if (countRows(rows, 0, length) > length * DENSE) searchInOneGo(column, rows, phrase, matching);
  else searchRowByRow(column, rows, phrase, matching);
}

function searchRowByRow({ bytes, offsets }: TextColumn, rows: Bits, phrase: SubstringMatcher, matching: Bits): void {
  for (const row of listRows(rows))
    if (phrase.indexIn(bytes, offsets[row]!, offsets[row + 1]!) >= 0) setBit(matching, row);
}

/** A place that two rows share is none. */
function searchInOneGo({ bytes, offsets }: TextColumn, rows: Bits, phrase: SubstringMatcher, matching: Bits): void {
  let row = 0;
  for (let at = phrase.indexIn(bytes, 0, bytes.length); at >= 0;) {
    while (offsets[row + 1]! <= at) row++;
    const end = offsets[row + 1]!;
    const isWithin = at + phrase.bytes.length <= end;
    if (isWithin && hasBit(rows, row)) setBit(matching, row);
    at = phrase.indexIn(bytes, isWithin ? end : at + 1, bytes.length);
  }
}

/** Whether a text of the record that exists at `now` has the phrase. */
function holdsPhrase(
  { texts: { bytes, offsets }, starts, at }: RecordTexts,
  place: number,
  phrase: SubstringMatcher,
  now: number,
): boolean {
  for (let text = starts[place]!; text < starts[place + 1]!; text++) {
    if (at[text]! <= now && phrase.indexIn(bytes, offsets[text]!, offsets[text + 1]!) >= 0) return true;
  }
  return false;
}

function searchStrings(shard: Shard, rows: Bits, folded: string, now: number, settings: ResolvedSettings): Bits {
  const matching = emptyBits(shard.length);
  for (const row of listRows(rows))
    if (matches(stateAt(recordOf(shard, row), now, settings), folded)) setBit(matching, row);
  return matching;
}

/** A folded phrase and where it stands in bytes. */
export class SubstringMatcher {
  readonly bytes: Uint8Array;
  readonly isAscii: boolean;
  /** Begins or ends within a pair of surrogates, so that bytes cannot find it in a whole pair. */
  readonly isCut: boolean;
  /** How far the phrase may move by the byte under its end; 0: it may be here. */
  readonly #skips: Uint8Array;
  /** How far it may move where it was not. */
  readonly #next: number;

  constructor(folded: string) {
    const bytes = toUtf8(folded);
    const last = bytes.length - 1;
    this.bytes = bytes;
    this.isAscii = bytes.every((byte) => byte < 128);
    this.isCut = /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(folded);
    this.#skips = new Uint8Array(256).fill(Math.min(255, bytes.length));
    for (let at = 0; at < last; at++) this.#skips[bytes[at]!] = Math.min(255, last - at);
    this.#next = this.#skips[bytes[last]!]!;
    this.#skips[bytes[last]!] = 0;
    for (let byte = 65; byte <= 90; byte++) this.#skips[byte] = this.#skips[LOWER[byte]!]!;
  }

  /** Boyer–Moore–Horspool. −1: nowhere. */
  indexIn(text: Uint8Array, start: number, end: number): number {
    const { bytes } = this;
    const skips = this.#skips;
    const last = bytes.length - 1;
    for (let at = start + last; at < end;) {
      const skip = skips[text[at]!]!;
      if (skip !== 0) {
        at += skip;
        continue;
      }
      let back = 1;
      while (back <= last && LOWER[text[at - back]!] === bytes[last - back]) back++;
      if (back > last) return at - last;
      at += this.#next;
    }
    return -1;
  }
}
