/** Reads facts from a text that comes chunk by chunk, as bytes or as text: JSON as in `AgentData`, a bare list, columns, or NDJSON. */
import { showValue } from '../../core/format/show-value.js';
import type { Steps } from '../../core/steps.js';
import { SourceError } from '../source-error.js';
import { ByteWindow, type Reading } from './byte-window.js';
import { decodeOwn, decodeUtf8 } from './decode.js';
import { encodePortions } from './encode-portions.js';
import type { FactIntake } from './fact-intake.js';
import { OPEN_LIST, OPEN_OBJECT } from './json-bytes.js';
import { NotJson } from './not-json.js';
import { DocumentReader } from './read-document.js';
import { LineReader } from './read-lines.js';
import { skipAnySpace } from './skip-any-space.js';

/** A large chunk is read in portions: each is short enough for a slice, and stays in the processor's cache. */
const PORTION = 262_144;
/** As long as a text may still turn out to be NDJSON its beginning is kept, to be read again. */
const MOST_KEPT = 4 << 20;
/** An error shows so many characters of the beginning. */
const MOST_SHOWN = 40;

export class BytesReader {
  readonly #intake: FactIntake;
  #window = new ByteWindow();
  #reading = this.#read();
  #document: DocumentReader | undefined;
  #kept: Uint8Array[] | undefined = [];
  #keptBytes = 0;
  #beginning = '';
  #hasLoneSurrogates = false;

  constructor(intake: FactIntake) {
    this.#intake = intake;
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
    yield* this.#goOn();
  }

  *#readPortion(): Steps<void> {
    if (this.#kept) {
      const portion = this.#window.newest();
      this.#keptBytes += portion.length;
      if (this.#keptBytes > MOST_KEPT && this.#document?.isSure) this.#kept = undefined;
      else this.#kept.push(portion);
    }
    yield* this.#goOn();
    yield;
  }

  *#goOn(): Steps<void> {
    try {
      yield* this.#untilMore();
    } catch (error) {
      if (!(error instanceof NotJson)) throw error;
      if (!this.#kept) throw this.#unreadable(error);
      this.#intake.forgetAll();
      const { isLast } = this.#window;
      this.#window = new ByteWindow();
      for (const portion of this.#kept) this.#window.append(portion);
      this.#window.isLast = isLast;
      this.#kept = undefined;
      this.#reading = this.#readLines(error);
      yield* this.#untilMore();
    }
  }

  *#untilMore(): Steps<void> {
    for (;;) {
      const { done, value } = this.#reading.next();
      if (done || value === 'more') return;
      yield;
    }
  }

  *#read(): Reading {
    const window = this.#window;
    yield* skipAnySpace(window);
    while (window.end - window.at < MOST_SHOWN * 4 && !window.isLast) yield 'more';
    this.#beginning = this.#decode(window.bytes, window.at, Math.min(window.end, window.at + MOST_SHOWN * 4))
      .trimEnd()
      .slice(0, MOST_SHOWN);
    if (window.at === window.end) return this.#intake.give(this.#intake.fact);
    const first = window.bytes[window.at];
    if (first !== OPEN_LIST && first !== OPEN_OBJECT) throw new NotJson();
    this.#document = new DocumentReader(window, this.#intake, this.#decode);
    yield* this.#document.read();
    yield* skipAnySpace(window);
    if (window.at < window.end) throw new NotJson();
  }

  *#readLines(cause: NotJson): Reading {
    yield* skipAnySpace(this.#window);
    if (!(yield* new LineReader(this.#window, this.#intake, this.#decode).read())) throw this.#unreadable(cause);
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
