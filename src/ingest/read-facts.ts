/**
 * Reads supplied facts, in whatever form they come, and hands those that fit to a sink.
 *
 * - JSON text or bytes: an object of lists as `AgentData`, a bare list, or columns (`columnar-json.ts`), with fields in any order.
 * - NDJSON: a record a line.
 * - Apache Arrow IPC, file or stream: one table (`arrow.ts`).
 * - Objects of the page: as JSON, with `Date`s and typed arrays too.
 */
import type { AgentData } from '../core/facts/agent-data.js';
import type { Steps } from '../core/steps.js';
import { SourceError } from '../core/source-error.js';
import { TextReader } from './read-text.js';
import { joinBytes } from './stream.js';
import { type ColumnarData, isColumnar, readColumnar } from './columnar-json.js';
import { FIELDS } from './document.js';
import { FactIntake, type FactReader, type FactSink } from './intake.js';
import { showValue } from '../core/format/show-value.js';
import { type FactName, isFactName } from '../core/facts/registry.js';

/** Facts, or text, a file, an answer or bytes that hold them. */
export type SuppliedData =
  AgentData | ColumnarData | readonly unknown[] | string | Blob | Response | ArrayBuffer | Uint8Array;

/** Reads one set of data. */
export function createFactReader(sink: FactSink): FactReader {
  return new AnyReader(sink);
}

class AnyReader implements FactReader {
  waitsFor: Promise<unknown> | undefined;
  readonly #intake: FactIntake;
  readonly #text: TextReader;
  /** The first bytes, until there are enough of them to tell what they are. */
  #first: Uint8Array | undefined = new Uint8Array(0);
  #table: Uint8Array[] | undefined;
  #readArrow: ((bytes: Uint8Array, intake: FactIntake) => Steps<void>) | undefined;
  #isValue = false;

  constructor(sink: FactSink) {
    this.#intake = new FactIntake(sink);
    this.#text = new TextReader(this.#intake);
  }

  *take(part: Uint8Array | string | object): Steps<void> {
    if (part instanceof ArrayBuffer) yield* this.#takeBytes(new Uint8Array(part));
    else if (part instanceof Uint8Array) yield* this.#takeBytes(part);
    else if (typeof part === 'string') {
      this.#first = undefined;
      yield* this.#text.push(part);
    } else {
      this.#isValue = true;
      yield* readObjects(part, this.#intake);
    }
  }

  *end(): Steps<void> {
    if (this.#table) yield* this.#readArrow!(joinBytes(this.#table), this.#intake);
    else if (!this.#isValue) {
      if (this.#first) yield* this.#text.push(this.#first);
      yield* this.#text.end();
    }
    yield* this.#intake.finish();
  }

  *#takeBytes(bytes: Uint8Array): Steps<void> {
    if (this.#table) {
      this.#table.push(bytes);
      return;
    }
    if (!this.#first) return yield* this.#text.push(bytes);
    const first = this.#first.length > 0 ? joinBytes([this.#first, bytes]) : bytes;
    this.#first = first.length < MAGIC_SIZE ? first : undefined;
    if (this.#first) return;
    if (!isArrow(first)) return yield* this.#text.push(first);
    this.#table = [first];
    // Few pages have such data, so the reader is loaded on demand.
    const loading = import('./arrow.js').then(
      ({ readArrow }) => (this.#readArrow = readArrow),
      (cause: unknown) => {
        throw new SourceError(
          'The reader of Arrow data could not be loaded. Without a bundler it is agent-metrics-kit-arrow.js, beside agent-metrics-kit.js.',
          { cause, type: 'unreachable' },
        );
      },
    );
    // A failure reaches those who await `waitsFor`.
    loading.catch(() => undefined);
    this.waitsFor = loading;
  }
}

/** Records between two places to pause. */
const STRIDE = 256;

/** Facts that are objects of the page already. */
function* readObjects(data: unknown, intake: FactIntake): Steps<void> {
  if (Array.isArray(data)) return yield* readRecords(intake.fact, data, intake);
  if (typeof data !== 'object' || data === null)
    throw new SourceError(
      `The supplied data are ${showValue(data)}. Use an object with lists such as { conversations: […] }.`,
    );
  for (const [name, entry] of Object.entries(data) as [string, unknown][]) {
    if (FIELDS.has(name)) intake.field(name, entry);
    else if (!Array.isArray(entry)) intake.wrongValue(name, entry);
    else if (isFactName(name)) yield* readRecords(name, entry, intake);
    else intake.unknownList(name);
  }
  const { columns } = data as { columns?: unknown };
  if (isColumnar(columns)) yield* readColumnar(columns, intake);
}

function* readRecords(fact: FactName, records: readonly unknown[], intake: FactIntake): Steps<void> {
  intake.markPresent(fact);
  for (let index = 0; index < records.length; index++) {
    intake.take(fact, records[index], index);
    const making = intake.makeRoom(fact);
    if (making) yield* making;
    if (index % STRIDE === STRIDE - 1) yield;
  }
}

const MAGIC_SIZE = 6;
const FILE_MAGIC = [...'ARROW1'].map((letter) => letter.charCodeAt(0));

/** An Arrow file begins with its name, a stream with the marker before its first message; no text begins like this. `bytes` are at least six. */
function isArrow(bytes: Uint8Array): boolean {
  return FILE_MAGIC.every((byte, at) => bytes[at] === byte) || bytes.subarray(0, 4).every((byte) => byte === 0xff);
}
