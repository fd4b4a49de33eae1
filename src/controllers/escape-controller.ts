/** Hears Escape wherever the focus is, for as long as there is something to put away. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class EscapeController implements ReactiveController {
  readonly #isOpen: () => boolean;
  readonly #onKey: (event: KeyboardEvent) => void;

  constructor(host: ReactiveControllerHost, isOpen: () => boolean, close: () => void) {
    this.#isOpen = isOpen;
    this.#onKey = ({ key }) => {
      if (key === 'Escape') close();
    };
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#isOpen()) document.addEventListener('keydown', this.#onKey);
    else this.hostDisconnected();
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKey);
  }
}
