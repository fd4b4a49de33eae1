/** Listens to Escape wherever the focus is, while something is open. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class EscapeController implements ReactiveController {
  readonly #isOpen: () => boolean;
  readonly #onKey: (event: KeyboardEvent) => void;
  #isConnected = false;

  constructor(host: ReactiveControllerHost, isOpen: () => boolean, close: () => void) {
    this.#isOpen = isOpen;
    this.#onKey = ({ key }) => {
      if (key === 'Escape') close();
    };
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostUpdated(): void {
    // Lit also updates an element that has left the document.
    if (this.#isConnected && this.#isOpen()) document.addEventListener('keydown', this.#onKey);
    else this.#forget();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#forget();
  }

  #forget(): void {
    document.removeEventListener('keydown', this.#onKey);
  }
}
