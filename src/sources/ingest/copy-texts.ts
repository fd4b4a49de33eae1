/** Copies many texts at once. */
import type { GrowingTexts } from '../../core/columnar/store/growing-columns.js';
import { isWellFormed } from './character-end.js';
import { isMissing, type BytesColumn } from './supplied-columns.js';

/** `isNeeded`: every row must have one, and not an empty one. */
export function copyTexts(
  { bytes, offsets, validity }: BytesColumn,
  from: number,
  to: number,
  target: GrowingTexts,
  row: number,
  isNeeded: boolean,
): boolean {
  const isPlain = isAscii(bytes, offsets[from]!, offsets[to]!);
  for (let at = from; at < to; at++) {
    const isEmpty = offsets[at] === offsets[at + 1];
    if (isNeeded && (isEmpty || isMissing(validity, at))) return false;
    if (!isPlain && !isWellFormed(bytes, offsets[at]!, offsets[at + 1]!)) return false;
  }
  if (!validity) target.copy(row, bytes, offsets, from, to, isPlain);
  else
    for (let at = from; at < to; at++)
      if (!isMissing(validity, at)) target.copy(row + at - from, bytes, offsets, at, at + 1, isPlain);
  return true;
}

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = start;
  let all = 0;
  for (; at + 4 <= end; at += 4) all |= view.getInt32(at);
  for (; at < end; at++) all |= bytes[at]!;
  return (all & 0x80808080) === 0;
}
