/** Texts out of bytes. */
import { readUtf8 } from '../../core/columnar/store/bytes.js';

/** Decodes the bytes from `start` to `end`. */
export type Decode = (bytes: Uint8Array, start: number, end: number) => string;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What is not well formed becomes U+FFFD. */
export const decodeUtf8: Decode = (bytes, start, end) => decoder.decode(bytes.subarray(start, end));

/** For bytes that were made of a text with lone surrogates. */
export const decodeOwn: Decode = readUtf8;
