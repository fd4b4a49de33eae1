/** What can be handed over as an export: files, texts, bytes that come, or what `JSON.parse` made of them. */

/** One file of an export. It is opened as often as it takes. */
export interface ExportFile {
  /** The name says what is in it: `tickets.json`, `ticket_comment_data.csv`. */
  name: string;
  open(): AsyncIterable<Uint8Array | string>;
}

/** Of one export; what belongs together may lie in several files. */
export type ExportInput = ExportPart | readonly ExportPart[];
export type ExportPart = ExportFile | Blob | string | Uint8Array | AsyncIterable<Uint8Array | string> | object;

/** A value that is in memory already stays one. */
export type ExportSource = ExportFile | { name: string; value: unknown };

/** An iterable that comes only once is kept in memory. */
export function toExportSources(input: ExportInput): ExportSource[] {
  if (!Array.isArray(input)) return [toSource(input as ExportPart)];
  const parts = input as readonly ExportPart[];
  return parts.some((part) => isStream(part)) ? parts.map(toSource) : [toSource(parts)];
}

function isStream(part: ExportPart): boolean {
  return (
    typeof part === 'string' ||
    part instanceof Uint8Array ||
    (typeof part === 'object' && part !== null && ('open' in part || Symbol.asyncIterator in part)) ||
    isBlob(part)
  );
}

function toSource(part: ExportPart): ExportSource {
  if (typeof part === 'string' || part instanceof Uint8Array) return { name: '', open: () => once(part) };
  if (isBlob(part)) return { name: 'name' in part ? (part as File).name : '', open: () => chunksOf(part.stream()) };
  if ('open' in part && typeof part.open === 'function') return part;
  if (Symbol.asyncIterator in part) return { name: '', open: replayable(part as AsyncIterable<Uint8Array | string>) };
  return { name: '', value: part };
}

function isBlob(part: unknown): part is Blob {
  return typeof Blob !== 'undefined' && part instanceof Blob;
}

async function* once(text: string | Uint8Array): AsyncGenerator<string | Uint8Array> {
  yield text;
}

function replayable(coming: AsyncIterable<Uint8Array | string>): ExportFile['open'] {
  const chunks: (Uint8Array | string)[] = [];
  let isOver = false;
  return async function* () {
    yield* chunks;
    if (isOver) return;
    for await (const chunk of coming) {
      chunks.push(chunk);
      yield chunk;
    }
    isOver = true;
  };
}

// Not every browser can iterate over a stream.
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let isDone = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      isDone = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!isDone) void reader.cancel().catch(() => undefined);
  }
}
