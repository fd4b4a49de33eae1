/** Calls back when colours may have changed: the user's preferences, forced colours, print, or attributes around the element. */
import type { LitElement, ReactiveController } from 'lit';

const QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)', 'print'];

export class ThemeController implements ReactiveController {
  readonly #host: LitElement;
  readonly #onChange: () => void;
  #lists: MediaQueryList[] = [];
  #mutations: MutationObserver | undefined;

  constructor(host: LitElement, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    this.#lists = QUERIES.map((query) => matchMedia(query));
    for (const list of this.#lists) list.addEventListener('change', this.#onChange);
    this.#mutations = new MutationObserver(this.#onChange);
    for (let node: Element | null = this.#host; node; node = parentElementAcross(node)) {
      this.#mutations.observe(node, {
        attributes: true,
        attributeFilter: ['class', 'style', 'data-theme', 'data-color-scheme'],
      });
    }
    this.#mutations.observe(document.head, { childList: true });
    // A linked style sheet takes effect later than its element comes; `load` does not bubble.
    document.head.addEventListener('load', this.#onChange, true);
  }

  hostDisconnected(): void {
    for (const list of this.#lists) list.removeEventListener('change', this.#onChange);
    this.#mutations?.disconnect();
    document.head.removeEventListener('load', this.#onChange, true);
  }
}

function parentElementAcross(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}
