/** Copies many texts at once. */
import type { GrowingTexts } from '../../core/engine/columnar/growing-columns.js';
import { isWellFormed } from './character-end.js';
import type { BytesColumn } from './supplied-columns.js';

/** `isNeeded`: every row must have one, and not an empty one. */
export function copyTexts({ bytes, offsets, isNull }: BytesColumn, from: number, to: number, target: GrowingTexts, row: number, isNeeded: boolean): boolean {
  const [start, end] = [offsets[from]!, offsets[to]!];
  const known = textKind(bytes, start, end);
  if (known === 'broken') return false;
  const at = target.reserve(end - start);
  target.bytes.set(bytes.subarray(start, end), at);
  for (let read = from; read < to; read++) {
    const isMissing = isNull?.(read) ?? false;
    if (isNeeded && (isMissing || offsets[read + 1] === offsets[read])) return false;
    // Bytes may lie under a missing text; they are then part of no row.
    if (isMissing && offsets[read + 1] !== offsets[read]) return false;
    if (!isMissing) target.setWritten(row + read - from, at + offsets[read + 1]! - start, known === 'ascii');
  }
  return true;
}

/** Broken: some text is not well-formed UTF-8. */
function textKind(bytes: Uint8Array, start: number, end: number): 'ascii' | 'other' | 'broken' {
  let at = start;
  while (at < end && bytes[at]! < 0x80) at++;
  if (at === end) return 'ascii';
  return isWellFormed(bytes, at, end) ? 'other' : 'broken';
}
