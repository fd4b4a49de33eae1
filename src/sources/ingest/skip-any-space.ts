/** Passes over what `trim` takes away: every space of Unicode and byte order marks. */
import type { ByteWindow, Reading } from './byte-window.js';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** The longest space has three bytes. */
const LONGEST = 3;

/** The window stands at something else, or at the end. */
export function* skipAnySpace(window: ByteWindow): Reading {
  for (;;) {
    while (window.end - window.at < LONGEST && !window.isLast) yield 'more';
    const size = spaceSize(window);
    if (size === 0) return;
    window.at += size;
  }
}

function spaceSize({ bytes, at, end }: ByteWindow): number {
  if (at === end) return 0;
  const byte = bytes[at]!;
  if (byte < 0x80) return byte === 32 || (byte >= 9 && byte <= 13) ? 1 : 0;
  const size = byte < 0xe0 ? 2 : 3;
  return at + size <= end && decoder.decode(bytes.subarray(at, at + size)).trim() === '' ? size : 0;
}
