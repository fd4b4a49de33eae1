/** Notices when a new token callback speaks for somebody else. React makes a new closure on every render, so only another token is another person. */
import { DEFAULT_TIMEOUT_MS } from '../sources/check-timeout.js';
import type { EndpointOptions } from '../sources/endpoint-source.js';

type GetToken = NonNullable<EndpointOptions['getToken']>;

/** The one that was refused and the fresh one after it. */
const MAX_TOKENS = 2;

export class TokenWatch {
  readonly #onOther: () => void;
  #callback: GetToken;
  /** The callback whose tokens are known to be of the same person as before. */
  #known: GetToken;
  /** The latest token of that person; unset: nothing was asked yet. */
  #token: Promise<string | undefined> | undefined;
  /** The latest tokens that have come. */
  #recent: string[] = [];
  /** Runs while a callback is compared. */
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(callback: GetToken, onOther: () => void) {
    this.#callback = callback;
    this.#known = callback;
    this.#onOther = onOther;
  }

  /** A token for a request that goes out now, of the same person as before: what is under way goes on as it began. */
  ask(): Promise<string> {
    const asked = Promise.resolve().then(this.#known);
    const token = (this.#token = textOf(asked));
    void token.then((text) => {
      if (text !== undefined) this.#recent = [text, ...this.#recent].slice(0, MAX_TOKENS);
    });
    return asked;
  }

  /** `isSame`: the page says that the same person asks. Else the callback is asked at once. */
  follow(callback: GetToken, isSame: boolean): void {
    if (callback === this.#callback) return;
    this.#callback = callback;
    if (!isSame && this.#token) return void this.#compare(callback);
    this.#known = callback;
    this.#stopWaiting();
  }

  /** Whether the other speaks for the same person, as far as is known. */
  isAlike(other: TokenWatch): boolean {
    return this.#known === other.#known || this.#recent.some((token) => other.#recent.includes(token));
  }

  /** The host has left: nothing is waited for. */
  pause(): void {
    this.#stopWaiting();
  }

  /** The host is back: a callback that had not answered by then is asked once more. */
  resume(): void {
    if (this.#callback !== this.#known) void this.#compare(this.#callback);
  }

  async #compare(callback: GetToken): Promise<void> {
    // A callback that never answers must not keep what somebody else saw.
    this.#timer ??= setTimeout(() => this.#judge(callback, false), DEFAULT_TIMEOUT_MS);
    const [before, now] = await Promise.all([this.#token, textOf(Promise.resolve().then(callback))]);
    this.#judge(callback, now !== undefined && now === before);
  }

  #judge(callback: GetToken, isSame: boolean): void {
    if (isSame && callback !== this.#callback) return;
    this.#stopWaiting();
    if (isSame) this.#known = callback;
    else this.#onOther();
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** `undefined`: the callback failed, or gave no token. */
function textOf(asked: Promise<unknown>): Promise<string | undefined> {
  return asked.then(
    (token) => (typeof token === 'string' ? token.trim() : undefined),
    () => undefined,
  );
}
