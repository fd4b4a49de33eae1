/** Closes what is open when the user presses or focuses something outside it, or when the host leaves the document. */
import type { LitElement, ReactiveController } from 'lit';

const LEAVING = ['pointerdown', 'focusin'];

export class LightDismissController implements ReactiveController {
  readonly #host: LitElement;
  readonly #inside: () => EventTarget | null;
  readonly #close: () => void;
  readonly #onLeave: (event: Event) => void;
  #isConnected = false;

  /** `inside` is what is open, with the control that opened it; `null`: nothing is. */
  constructor(host: LitElement, inside: () => EventTarget | null, close: () => void) {
    this.#host = host;
    this.#inside = inside;
    this.#close = close;
    this.#onLeave = (event) => {
      const open = this.#inside();
      if (open && !event.composedPath().includes(open)) close();
    };
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostUpdated(): void {
    this.#forget();
    // Lit also updates an element that has left the document.
    if (this.#isConnected && this.#inside())
      for (const type of LEAVING) for (const root of this.#roots()) root.addEventListener(type, this.#onLeave);
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#forget();
    this.#close();
  }

  #forget(): void {
    for (const type of LEAVING) for (const root of this.#roots()) root.removeEventListener(type, this.#onLeave);
  }

  /** A focus that moves within the host is not heard outside it. */
  #roots(): EventTarget[] {
    return [document, this.#host.renderRoot ?? document];
  }
}
