/** Tells whether a new token callback speaks for somebody else. React makes a new closure on every render, so only another token is another person. */
import { DEFAULT_TIMEOUT_MS } from '../sources/check-timeout.js';
import type { EndpointOptions } from '../sources/endpoint-source.js';

type GetToken = NonNullable<EndpointOptions['getToken']>;

export class TokenWatch {
  readonly #onOther: () => void;
  #callback: GetToken;
  /** The callback whose tokens are known to be of whoever asked so far. */
  #known: GetToken;
  /** The latest token of whoever asked so far; unset: nothing was asked yet. */
  #token: Promise<string | undefined> | undefined;

  constructor(callback: GetToken, onOther: () => void) {
    this.#callback = callback;
    this.#known = callback;
    this.#onOther = onOther;
  }

  /** A token for a request that goes out now. */
  ask(): Promise<string> {
    const asked = Promise.resolve().then(this.#callback);
    if (this.#callback === this.#known) this.#token = textOf(asked);
    return asked;
  }

  /** `isSame`: whoever set the callback says that the same person asks. Else the callback is asked at once. */
  follow(callback: GetToken, isSame: boolean): void {
    if (callback === this.#callback) return;
    this.#callback = callback;
    if (isSame || !this.#token) this.#known = callback;
    else void this.#compare(callback);
  }

  async #compare(callback: GetToken): Promise<void> {
    const [before, now] = await Promise.race([
      Promise.all([this.#token, textOf(Promise.resolve().then(callback))]),
      silence(),
    ]);
    if (now === undefined || now !== before) this.#onOther();
    else if (callback === this.#callback) this.#known = callback;
  }
}

/** `undefined`: the callback failed, or gave no token. */
function textOf(asked: Promise<unknown>): Promise<string | undefined> {
  return asked.then(
    (token) => (typeof token === 'string' ? token.trim() : undefined),
    () => undefined,
  );
}

/** A callback that never answers must not keep what somebody else saw. */
function silence(): Promise<[undefined, undefined]> {
  return new Promise((resolve) => setTimeout(() => resolve([undefined, undefined]), DEFAULT_TIMEOUT_MS));
}
