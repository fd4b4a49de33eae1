/** Files whose bytes come chunk by chunk: their beginning, their text, and what a parser finds in them. */
import { LINE_FEED, SPACE } from './json/bytes.js';
import { NotJson } from './json/values.js';
import type { ByteWindow, ParseSteps } from './json/window.js';

export type Chunks = AsyncIterable<Uint8Array>;

/** Text as bytes. A pair of surrogates may be cut between two chunks. */
export async function* toBytes(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let half = '';
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      yield chunk;
      continue;
    }
    const text = half + chunk;
    half = /[\uD800-\uDBFF]$/.exec(text)?.[0] ?? '';
    yield encoder.encode(half === '' ? text : text.slice(0, -1));
  }
  if (half !== '') yield encoder.encode(half);
}

/** The text without a byte order mark, chunk by chunk; the last one, perhaps empty, is marked. */
export async function* textsOf(chunks: Chunks): AsyncGenerator<{ text: string; isLast: boolean }> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) yield { text: decoder.decode(chunk, { stream: true }), isLast: false };
  yield { text: decoder.decode(), isLast: true };
}

export interface Start {
  first: Uint8Array;
  /** All bytes, the first ones included. */
  all(): AsyncGenerator<Uint8Array>;
}

/** As much of the beginning as tells what a text is. */
const MAX_FIRST_LINE = 1 << 20;

/** Reads the first `size` bytes or more, if there are, to look at them before all is read. */
export function startOf(chunks: Chunks, size: number): Promise<Start> {
  let read = 0;
  return readUntil(chunks, (newest) => (read += newest.length) >= size);
}

/** As `startOf`, until the first line with content is complete, or a megabyte was read. */
export function startOfLine(chunks: Chunks): Promise<Start> {
  let read = 0;
  let hasContent = false;
  return readUntil(chunks, (newest) => {
    read += newest.length;
    const content = hasContent ? 0 : newest.findIndex(isContent);
    hasContent ||= content >= 0;
    return read >= MAX_FIRST_LINE || (hasContent && newest.includes(LINE_FEED, content));
  });
}

/** Neither white space nor a part of a byte order mark. */
const isContent = (byte: number): boolean => byte > SPACE && byte !== 0xef && byte !== 0xbb && byte !== 0xbf;

async function readUntil(chunks: Chunks, isEnough: (newest: Uint8Array) => boolean): Promise<Start> {
  const rest = chunks[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  for (;;) {
    const next = await rest.next();
    if (next.done) break;
    parts.push(next.value);
    if (isEnough(next.value)) break;
  }
  return {
    first: joinBytes(parts),
    async *all() {
      try {
        yield* parts.splice(0);
        for (;;) {
          const next = await rest.next();
          if (next.done) return;
          yield next.value;
        }
      } finally {
        await rest.return?.();
      }
    },
  };
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** What a text looks like at its beginning. `line`: the value of its first line, where that is JSON. */
export type Look =
  { kind: 'empty' } | { kind: 'list' | 'object'; line: object | undefined } | { kind: 'text'; line: string };

export function lookAt(first: Uint8Array): Look {
  // A byte order mark is dropped.
  const text = new TextDecoder().decode(first).trimStart();
  if (text === '') return { kind: 'empty' };
  const end = text.indexOf('\n');
  const line = end < 0 ? text : text.slice(0, end);
  if (!/^[[{]/.test(text)) return { kind: 'text', line };
  return { kind: text.startsWith('[') ? 'list' : 'object', line: toObject(line) };
}

function toObject(text: string): object | undefined {
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

/** No value and no line may be longer, so that one without an end cannot fill the memory. */
export const MAX_VALUE_BYTES = 64 << 20;

/** Parses a window that is filled chunk by chunk. */
export interface StreamParser<T> {
  readonly window: ByteWindow;
  readonly steps: ParseSteps;
  /** What was found and not handed over yet. */
  readonly found: T[];
  /** The error for bytes that are not the JSON that was expected. */
  notJson(error: NotJson): Error;
  /** The error for a value or line of more than `MAX_VALUE_BYTES`. */
  tooLong(): Error;
}

/** What the parser finds, `batchSize` at a time or as much as a chunk held. */
export async function* parseChunks<T>(
  chunks: Chunks,
  parser: StreamParser<T>,
  batchSize = Infinity,
): AsyncGenerator<T[]> {
  const { window } = parser;
  for await (const chunk of chunks) {
    window.append(chunk);
    yield* parseAvailable(parser, batchSize);
    if (window.end - window.at > MAX_VALUE_BYTES) throw parser.tooLong();
  }
  window.isLast = true;
  yield* parseAvailable(parser, batchSize);
}

function* parseAvailable<T>(parser: StreamParser<T>, batchSize: number): Generator<T[]> {
  const { found } = parser;
  try {
    for (;;) {
      const { done, value } = parser.steps.next();
      const isOver = done === true || value === 'more';
      if (found.length >= (isOver ? 1 : batchSize)) yield found.splice(0);
      if (isOver) return;
    }
  } catch (error) {
    if (error instanceof NotJson) throw parser.notJson(error);
    throw error;
  }
}
