/** The search field: what stands in it, and when it is looked for – after a pause in typing, or at once. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { DelayController } from '../../controllers/delay-controller.js';
import type { Messages } from '../../locales/messages.js';
import { icon } from '../shared/icons.js';

/** Debounce: the usual pause after a finished word. */
const PAUSE_MS = 250;

export class SearchField {
  #text = '';
  /** As the page has set it. */
  #initial = '';
  readonly #host: LitElement;
  readonly #onSearch: (phrase: string) => void;
  readonly #delay: DelayController;

  constructor(host: LitElement, onSearch: (phrase: string) => void) {
    this.#host = host;
    this.#onSearch = onSearch;
    this.#delay = new DelayController(host, PAUSE_MS);
  }

  /** Looks for the text at once. */
  find(text: string): void {
    this.#delay.drop();
    this.#text = text;
    this.#onSearch(text.trim());
    this.#host.requestUpdate();
  }

  /** The page has set another phrase; spaces that are just being typed stay. */
  follow(phrase: string): void {
    if (this.#text.trim() === phrase.trim()) return;
    this.#delay.drop();
    this.#text = phrase;
    this.#initial = phrase;
  }

  /** Puts what the page has set in place of what the user typed. */
  takeBack(): void {
    this.find(this.#initial);
  }

  view({ table: words }: Messages): TemplateResult {
    return html`
      <div class="search">
        <label class="control"><span class="label">${words.search}</span>
          <input part="search" name="search" type="search" enterkeyhint="search" autocomplete="off" .value=${live(this.#text)} @input=${this.#onInput} @keydown=${this.#onKey} />
        </label>
        ${this.#text ? html`<button class="clear" part="clear-search" type="button" aria-label=${words.clearSearch} @click=${this.#clear}>${icon('cross')}</button>` : nothing}
      </div>
    `;
  }

  readonly #onInput = (event: Event): void => {
    this.#text = (event.target as HTMLInputElement).value;
    this.#host.requestUpdate();
    this.#delay.after(() => this.#onSearch(this.#text.trim()));
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.isComposing) this.find((event.target as HTMLInputElement).value);
  };

  readonly #clear = (event: Event): void => {
    (event.currentTarget as HTMLElement).parentElement!.querySelector('input')!.focus();
    this.find('');
  };
}
