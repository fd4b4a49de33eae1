/**
 * Reads supplied facts, in whatever form they come, and hands those that fit to a sink.
 *
 * - JSON text or bytes: an object of lists as `AgentData`, a bare list, or columns (`columnar-json.ts`), with fields in any order.
 * - NDJSON: a record a line.
 * - Apache Arrow IPC, file or stream: one table (`read-arrow.ts`).
 * - Objects of the page: as JSON, with `Date`s and typed arrays too.
 */
import type { AgentData } from '../../core/facts/agent-data.js';
import type { Steps } from '../../core/steps.js';
import { SourceError } from '../source-error.js';
import { isArrow, MAGIC_SIZE, type ArrowRead } from './arrow-magic.js';
import { BytesReader } from './bytes-reader.js';
import type { ColumnarData } from './columnar-json.js';
import { FactIntake } from './fact-intake.js';
import type { FactReader, FactSink } from './fact-sink.js';
import { joinBytes } from './join-bytes.js';
import { readObjects } from './read-objects.js';

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
  readonly #text: BytesReader;
  /** The first bytes, until there are enough of them to tell what they are. */
  #first: Uint8Array | undefined = new Uint8Array(0);
  #table: Uint8Array[] | undefined;
  #readArrow: ArrowRead | undefined;
  #isValue = false;

  constructor(sink: FactSink) {
    this.#intake = new FactIntake(sink);
    this.#text = new BytesReader(this.#intake);
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
    // Only who has such data needs the reader.
    const loading = import('./read-arrow.js').then(
      ({ readArrow }) => (this.#readArrow = readArrow),
      (cause: unknown) => {
        throw new SourceError(
          'The reader of Arrow data could not be loaded. Without a bundler it is agent-metrics-kit-arrow.js, beside agent-metrics-kit.js.',
          { cause, type: 'unreachable' },
        );
      },
    );
    // Whoever waits hears of a failure.
    loading.catch(() => undefined);
    this.waitsFor = loading;
  }
}
