/** Supplied data piece by piece, so that nothing has to hold or read all of it at once. */
import { SourceError } from '../../core/source-error.js';
import type { SuppliedData } from '../../ingest/read-facts.js';

/** Bytes or text in order, or a whole value. */
export type Part = Uint8Array<ArrayBuffer> | string | object;

/** What is to come, as far as it can be told beforehand. */
export interface Supply {
  parts: AsyncIterable<Part>;
  /** Bytes, of a text characters; `undefined`: not known. */
  total: number | undefined;
  /** Whether it comes as bytes or text, rather than as a value that is in memory already. */
  isStream: boolean;
}

/** Characters of a text that are handed on at once. */
const TEXT_PART = 1 << 20;
const BYTES_PART = 4 << 20;

/** A `Response` that is no success makes the first part reject with a `SourceError`. */
export function toSupply(data: SuppliedData): Supply {
  if (typeof data === 'string') return { parts: textParts(data), total: data.length, isStream: true };
  if (typeof Response !== 'undefined' && data instanceof Response)
    return { parts: responseParts(data), total: lengthOf(data), isStream: true };
  if (typeof Blob !== 'undefined' && data instanceof Blob)
    return { parts: streamParts(data.stream()), total: data.size, isStream: true };
  const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : data;
  if (bytes instanceof Uint8Array) return { parts: bytesParts(bytes), total: bytes.byteLength, isStream: true };
  return { parts: valueParts(data), total: undefined, isStream: false };
}

/** Whether there are so many bytes or more; where nobody says, what comes first is counted, and still comes first. */
export async function isAtLeast(supply: Supply, bytes: number): Promise<boolean> {
  if (supply.total !== undefined) return supply.total >= bytes;
  const coming = supply.parts[Symbol.asyncIterator]();
  const first: Promise<IteratorResult<Part>>[] = [];
  let isOver = false;
  for (let counted = 0; counted < bytes && !isOver;) {
    const next = coming.next();
    first.push(next);
    // Why there is nothing to count is said to whoever reads it.
    const result = await next.catch(() => undefined);
    isOver = result?.done !== false;
    if (result?.done === false) counted += sizeOf(result.value);
  }
  supply.parts = replayed(first, coming);
  return !isOver;
}

async function* replayed(first: Promise<IteratorResult<Part>>[], coming: AsyncIterator<Part>): AsyncGenerator<Part> {
  try {
    for (;;) {
      const next = await (first.shift() ?? coming.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    void coming.return?.().catch(() => undefined);
  }
}

/** Bytes, of a text characters; of a value nobody knows. */
export function sizeOf(part: Part | undefined): number {
  if (typeof part === 'string') return part.length;
  return part instanceof Uint8Array ? part.byteLength : 0;
}

async function* valueParts(data: object): AsyncGenerator<Part> {
  yield data;
}

/** Copies, since what is handed on may change hands. */
async function* bytesParts(bytes: Uint8Array): AsyncGenerator<Part> {
  for (let start = 0; start < bytes.length; start += BYTES_PART) yield bytes.slice(start, start + BYTES_PART);
}

async function* textParts(text: string): AsyncGenerator<Part> {
  for (let start = 0; start < text.length;) {
    // A character of two units stays whole.
    const end = start + TEXT_PART + Number(isHighSurrogate(text.charCodeAt(start + TEXT_PART - 1)));
    yield text.slice(start, end);
    start = end;
  }
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

async function* responseParts(response: Response): AsyncGenerator<Part> {
  if (!response.ok)
    throw new SourceError(`The data file ${response.url} answered ${response.status}. Check its address.`, {
      status: response.status,
    });
  if (response.body) yield* streamParts(response.body);
}

async function* streamParts(stream: ReadableStream<Uint8Array>): AsyncGenerator<Part> {
  const reader = open(stream);
  let isDone = false;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(failed);
      isDone = done;
      if (done) return;
      yield ownBuffer(value);
    }
  } finally {
    if (!isDone) void reader.cancel().catch(() => undefined);
  }
}

function open(stream: ReadableStream<Uint8Array>): ReadableStreamDefaultReader<Uint8Array> {
  try {
    return stream.getReader();
  } catch (cause) {
    return failed(cause);
  }
}

function failed(cause: unknown): never {
  throw new SourceError('The data could not be read to their end. Load them again; an answer can be read only once.', {
    cause,
    type: 'unreachable',
  });
}

/** Bytes that are all of their buffer, so that it can change hands. */
function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.byteLength === bytes.buffer.byteLength ? (bytes as Uint8Array<ArrayBuffer>) : bytes.slice();
}

/** A compressed answer says how long it is on the way, not once it is here. */
function lengthOf({ headers }: Response): number | undefined {
  const length = Number(headers.get('content-length') ?? NaN);
  return Number.isSafeInteger(length) && !headers.has('content-encoding') ? length : undefined;
}
