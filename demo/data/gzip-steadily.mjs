/** Compression that gives the same bytes for the same text. */
import { gzipSync } from 'node:zlib';

const systemByte = 9;
const unknownSystem = 255;

/** `gzip -9` without time, file name or the name of the operating system. */
export function gzipSteadily(text) {
  const bytes = gzipSync(text, { level: 9 });
  bytes[systemByte] = unknownSystem;
  return bytes;
}
