/** One alert a page: the first failure is announced, all others are read where they stand. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const page: { speaker?: AlertVoice | undefined } = {};

export class AlertVoice implements ReactiveController {
  readonly #hasAlert: () => boolean;
  readonly #isTryingAgain: () => boolean;
  #isConnected = false;

  /** `isTryingAgain`: a speaker stays the speaker meanwhile, so that a second failure is announced as well. */
  constructor(host: ReactiveControllerHost, hasAlert: () => boolean, isTryingAgain: () => boolean = () => false) {
    this.#hasAlert = hasAlert;
    this.#isTryingAgain = isTryingAgain;
    host.addController(this);
  }

  get isSpeaking(): boolean {
    return page.speaker === this;
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostUpdate(): void {
    if (this.#isConnected && this.#hasAlert()) page.speaker ??= this;
    else if (!this.#isConnected || !this.#isTryingAgain()) this.#release();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#release();
  }

  #release(): void {
    if (page.speaker === this) page.speaker = undefined;
  }
}
