/**
 * Reads facts out of a text that comes chunk by chunk, as bytes or as text: JSON as in `AgentData`, a bare list, columns, or NDJSON. The text is
 * read as one JSON document first. If it turns out not to be one, its beginning is read again as lines.
 */
import type { Steps } from '../core/steps.js';
import { showValue } from '../core/format/show-value.js';
import { SourceError } from '../core/source-error.js';
import { isColumnar, readColumnar } from './columnar-json.js';
import { DocumentReader } from './document.js';
import type { FactIntake } from './intake.js';
import { OPEN_LIST, OPEN_OBJECT } from './json/bytes.js';
import { NotJson } from './json/values.js';
import { ByteWindow, decodeOwn, decodeUtf8, encodePortions, skipAnySpace, type ParseSteps } from './json/window.js';
import { LineReader, type LineTaker } from './lines.js';

/** A large chunk is read in portions: each is short enough for a slice, and stays in the processor's cache. */
const PORTION = 262_144;
/** Bytes of the beginning that are kept as long as the text may still turn out to be NDJSON; more only while that is uncertain. */
const REPLAY_BYTES = 4 << 20;
/** Characters of the beginning that an error shows. */
const SHOWN_CHARACTERS = 40;

export class TextReader {
  readonly #intake: FactIntake;
  #window = new ByteWindow();
  #steps: ParseSteps;
  #document: DocumentReader | undefined;
  #replay: Uint8Array[] | undefined = [];
  #replayBytes = 0;
  #beginning = '';
  #hasLoneSurrogates = false;

  constructor(intake: FactIntake) {
    this.#intake = intake;
    this.#steps = this.#readDocument();
  }

  /** Throws a `SourceError` for what cannot be read at all. The chunk is not kept. */
  *push(chunk: Uint8Array | string): Steps<void> {
    if (typeof chunk === 'string') {
      for (const { isWellFormed } of encodePortions(chunk, () => this.#window)) {
        if (!isWellFormed) this.#hasLoneSurrogates = true;
        yield* this.#readPortion();
      }
    } else {
      for (let at = 0; at < chunk.length; at += PORTION) {
        this.#window.append(chunk.subarray(at, at + PORTION));
        yield* this.#readPortion();
      }
    }
  }

  /** Nothing follows. */
  *end(): Steps<void> {
    this.#window.isLast = true;
    yield* this.#continue();
  }

  *#readPortion(): Steps<void> {
    if (this.#replay) {
      const portion = this.#window.newest();
      this.#replayBytes += portion.length;
      if (this.#replayBytes > REPLAY_BYTES && this.#document?.isCertain) this.#replay = undefined;
      else this.#replay.push(portion);
    }
    yield* this.#continue();
    yield;
  }

  *#continue(): Steps<void> {
    try {
      yield* this.#untilMore();
    } catch (error) {
      if (!(error instanceof NotJson)) throw error;
      if (!this.#replay) throw this.#unreadable(error);
      this.#intake.forgetAll();
      const { isLast } = this.#window;
      this.#window = new ByteWindow();
      for (const portion of this.#replay) this.#window.append(portion);
      this.#window.isLast = isLast;
      this.#replay = undefined;
      this.#steps = this.#readLines(error);
      yield* this.#untilMore();
    }
  }

  *#untilMore(): Steps<void> {
    for (;;) {
      const { done, value } = this.#steps.next();
      if (done || value === 'more') return;
      yield;
    }
  }

  *#readDocument(): ParseSteps {
    const window = this.#window;
    yield* skipAnySpace(window);
    while (window.end - window.at < SHOWN_CHARACTERS * 4 && !window.isLast) yield 'more';
    this.#beginning = this.#decode(window.bytes, window.at, Math.min(window.end, window.at + SHOWN_CHARACTERS * 4))
      .trimEnd()
      .slice(0, SHOWN_CHARACTERS);
    if (window.at === window.end) return this.#intake.markPresent(this.#intake.fact);
    const first = window.bytes[window.at];
    if (first !== OPEN_LIST && first !== OPEN_OBJECT) throw new NotJson();
    this.#document = new DocumentReader(window, this.#decode, this.#intake);
    yield* this.#document.read();
    const { columnsEntry } = this.#intake;
    if (isColumnar(columnsEntry)) yield* readColumnar(columnsEntry, this.#intake);
    yield* skipAnySpace(window);
    if (window.at < window.end) throw new NotJson();
  }

  *#readLines(cause: NotJson): ParseSteps {
    const lines = new LineReader(this.#window, this.#decode, lineTaker(this.#intake));
    yield* lines.read();
    // A single value is no line: objects of lists, and lists, were read as documents.
    if (lines.count === 1 && lines.brokenCount === 0 && lines.last !== undefined) {
      if (typeof lines.last !== 'object' || lines.last === null)
        throw new SourceError(
          `The supplied data are ${showValue(lines.last)}. Use an object with lists such as { conversations: […] }.`,
        );
    }
    if (lines.brokenCount === lines.count) throw this.#unreadable(cause);
  }

  // Only a text that came as text has lone surrogates.
  readonly #decode = (bytes: Uint8Array, start: number, end: number): string =>
    (this.#hasLoneSurrogates ? decodeOwn : decodeUtf8)(bytes, start, end);

  #unreadable({ cause }: NotJson): SourceError {
    return new SourceError(`The supplied text is neither JSON nor NDJSON; it begins ${showValue(this.#beginning)}.`, {
      cause,
    });
  }
}

function lineTaker(intake: FactIntake): LineTaker {
  const { fact } = intake;
  const items = intake.list(fact);
  return {
    ...items,
    take: (value, { index }) => items.take(value, index),
    takeBroken: ({ index, message }) =>
      intake.refusals.add('lines', fact, index, { field: '', reason: `is not JSON: ${message}` }),
  };
}
