/** Hears when a reader presses or goes elsewhere, for as long as there is something to put away. */
import type { LitElement, ReactiveController } from 'lit';

const LEAVING = ['pointerdown', 'focusin'];

export class OutsideController implements ReactiveController {
  readonly #host: LitElement;
  readonly #inside: () => EventTarget | null;
  readonly #onLeave: (event: Event) => void;

  /** `inside` is what is open, with the control that opened it; `null`: nothing is. */
  constructor(host: LitElement, inside: () => EventTarget | null, close: () => void) {
    this.#host = host;
    this.#inside = inside;
    this.#onLeave = (event) => {
      const open = this.#inside();
      if (open && !event.composedPath().includes(open)) close();
    };
    host.addController(this);
  }

  hostUpdated(): void {
    this.hostDisconnected();
    if (this.#inside()) for (const type of LEAVING) for (const root of this.#roots()) root.addEventListener(type, this.#onLeave);
  }

  hostDisconnected(): void {
    for (const type of LEAVING) for (const root of this.#roots()) root.removeEventListener(type, this.#onLeave);
  }

  /** A focus that moves within the host is not told outside it. */
  #roots(): EventTarget[] {
    return [document, this.#host.renderRoot ?? document];
  }
}
