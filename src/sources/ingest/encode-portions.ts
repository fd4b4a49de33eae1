/** Text to bytes, a portion at a time: the whole of a large text as bytes would be the text a second time. */
import { writeUtf8 } from '../../core/columnar/store/bytes.js';
import type { ByteWindow } from './byte-window.js';

const encoder = new TextEncoder();
/** Characters. */
const PORTION = 65_536;

/** Appends a portion to the window each time it is asked; says whether it had no lone surrogate, which `TextEncoder` would replace. */
export function* encodePortions(text: string, windowNow: () => ByteWindow): Generator<{ isWellFormed: boolean }> {
  for (let start = 0; start < text.length;) {
    const isPair = isHigh(text.charCodeAt(start + PORTION - 1)) && start + PORTION < text.length;
    const end = Math.min(text.length, start + PORTION + Number(isPair));
    const portion = text.slice(start, end);
    start = end;
    const window = windowNow();
    window.reserve(portion.length * 3);
    const { written } = encoder.encodeInto(portion, window.bytes.subarray(window.end));
    // ASCII has as many bytes as characters.
    const isWellFormed = written === portion.length || !/\p{Surrogate}/u.test(portion);
    window.wrote(isWellFormed ? written : writeUtf8(portion, window.bytes, window.end) - window.end);
    yield { isWellFormed };
  }
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
