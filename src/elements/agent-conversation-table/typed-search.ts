/** What stands in the search field, and when it is looked for: after a pause in typing, or at once. */
import type { LitElement } from 'lit';
import { DelayController } from '../../controllers/delay-controller.js';

/** Who types pauses about so long when the word is whole. */
const PAUSE_MS = 250;

export class TypedSearch {
  text = '';
  /** As the page has set it. */
  #given = '';
  readonly #host: LitElement;
  readonly #onSearch: (phrase: string) => void;
  readonly #delay: DelayController;

  constructor(host: LitElement, onSearch: (phrase: string) => void) {
    this.#host = host;
    this.#onSearch = onSearch;
    this.#delay = new DelayController(host, PAUSE_MS);
  }

  type(text: string): void {
    this.text = text;
    this.#host.requestUpdate();
    this.#delay.after(() => this.#onSearch(text.trim()));
  }

  find(text: string): void {
    this.#delay.drop();
    this.text = text;
    this.#onSearch(text.trim());
    this.#host.requestUpdate();
  }

  /** The page has set another phrase; spaces that are just being typed stay. */
  follow(phrase: string): void {
    if (this.text.trim() === phrase.trim()) return;
    this.#delay.drop();
    this.text = phrase;
    this.#given = phrase;
  }

  /** What the reader typed is gone, and what the page has set is there again. */
  takeBack(): void {
    this.find(this.#given);
  }
}
