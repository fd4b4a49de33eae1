/** One alert a page: whoever fails first announces it, all others are read where they stand. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const page: { speaker?: AlertVoice | undefined } = {};

export class AlertVoice implements ReactiveController {
  readonly #hasToSay: () => boolean;
  readonly #isTryingAgain: () => boolean;
  #isConnected = false;

  /** `isTryingAgain`: whoever speaks goes on to, so that a second failure is heard as well. */
  constructor(host: ReactiveControllerHost, hasToSay: () => boolean, isTryingAgain: () => boolean = () => false) {
    this.#hasToSay = hasToSay;
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
    if (this.#isConnected && this.#hasToSay()) page.speaker ??= this;
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
