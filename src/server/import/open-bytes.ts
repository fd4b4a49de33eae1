/** A file's bytes, unpacked, without a byte order mark. */
import { createReadStream } from 'node:fs';
import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnreadableError } from './items.js';

export type Bytes = AsyncIterable<Buffer>;

const CHUNK = 1 << 18;

/** The bytes as they lie there. `-` is the standard input. */
export function openFile(path: string): Bytes {
  return path === '-' ? process.stdin : createReadStream(path, { highWaterMark: CHUNK });
}

/** Unpacks what is gzipped, whatever its name says. Rejects with an `UnreadableError` for what is no UTF-8 text. */
export async function* unpack(bytes: Bytes): AsyncGenerator<Buffer> {
  const packed = await startOf(bytes, 3);
  const isGzip = packed.first[0] === 0x1f && packed.first[1] === 0x8b;
  const plain = isGzip ? await startOf(gunzip(packed.all()), 3) : packed;
  const { first } = plain;
  if ((first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0xfe && first[1] === 0xff))
    throw new UnreadableError('it is UTF-16. Save it as UTF-8.');
  if (first[0] === 0x50 && first[1] === 0x4b && first[2]! < 8)
    throw new UnreadableError('it is a zip archive or a workbook. Unpack it, or export CSV.');
  let skip = first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf ? 3 : 0;
  for await (const chunk of plain.all()) {
    yield skip > 0 ? chunk.subarray(skip) : chunk;
    skip = 0;
  }
}

async function* gunzip(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  // Its error comes to whoever reads.
  const unpacked = pipeline(
    Readable.from(bytes, { objectMode: false, highWaterMark: CHUNK }),
    createGunzip({ chunkSize: CHUNK }),
    () => undefined,
  );
  try {
    yield* unpacked as Bytes;
  } catch (cause) {
    if (String((cause as { code?: unknown }).code).startsWith('Z_'))
      throw new UnreadableError(
        `it is gzipped and breaks off or is damaged (${(cause as Error).message}). Copy it again.`,
        { cause },
      );
    throw cause;
  }
}

interface Start {
  /** At least so many bytes, if there are. */
  first: Buffer;
  /** All of it, what was looked at included. */
  all(): AsyncGenerator<Buffer>;
}

/** The beginning, to look at. */
export async function startOf(bytes: AsyncIterable<Buffer>, least: number): Promise<Start> {
  const rest = bytes[Symbol.asyncIterator]();
  let first: Buffer = Buffer.alloc(0);
  while (first.length < least) {
    const next = await rest.next();
    if (next.done) break;
    first = first.length === 0 ? next.value : Buffer.concat([first, next.value]);
  }
  return {
    first,
    async *all() {
      try {
        if (first.length > 0) yield first;
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
