/** The reader's arrangement of a page: the layout, whether it is being changed, and what changing it says. */
import type { LitElement, ReactiveController } from 'lit';
import { fillText } from '../../core/format/formats.js';
import { formatLayout, movePlace, parseLayout, type Layout, type Place } from '../../core/layout.js';
import type { Messages } from '../../locales/messages.js';
import { AgentLayoutChangeEvent } from '../shared/user-events.js';
import { withList, type ArrangedList } from './arrangement.js';
import { DragList } from './drag-list.js';

type Words = Messages['dashboard']['customise'];

export class PageLayout implements ReactiveController {
  layout: Layout = {};
  isOpen = false;
  /** What the last change led to, for screen readers. */
  said = '';
  readonly drag: DragList;
  readonly #host: LitElement;
  readonly #words: () => Words;
  #lists: ArrangedList[] = [];
  #focus: (() => HTMLElement | null | undefined) | undefined;

  constructor(host: LitElement, words: () => Words) {
    this.#host = host;
    this.#words = words;
    this.drag = new DragList(
      () => host.requestUpdate(),
      (key, id, places) => this.#move(key, id, places),
    );
    host.addController(this);
  }

  get text(): string {
    return formatLayout(this.layout);
  }

  /** Throws a `RangeError` that names what cannot be. */
  set text(text: string) {
    this.layout = parseLayout(text);
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const focus = this.#focus;
    this.#focus = undefined;
    focus?.()?.focus();
  }

  hostDisconnected(): void {
    this.drag.stop();
  }

  /** The lists as they are drawn, so that deeds are about what the reader sees. */
  follow(lists: ArrangedList[]): ArrangedList[] {
    return (this.#lists = lists);
  }

  toggle(): void {
    this.isOpen = !this.isOpen;
    this.drag.stop();
    this.said = '';
    this.#focusOn(() => this.#find(this.isOpen ? '[part~="customise"]' : '[part~="customise-toggle"]'));
  }

  /** One step up or down; the focus stays on the button. */
  step(key: string, id: string, by: 1 | -1): void {
    const { places } = this.#list(key);
    const from = places.findIndex((place) => place.id === id);
    if (from + by < 0 || from + by >= places.length) return;
    this.#move(key, id, movePlace(places, id, from + by));
    this.#focusOn(() => this.#row(key, id)?.querySelector(by < 0 ? '[part~="move-up"]' : '[part~="move-down"]'));
  }

  setShown(key: string, id: string, isShown: boolean): void {
    const list = this.#list(key);
    this.#change(
      key,
      list.places.map((place) => (place.id === id ? { id, isHidden: !isShown } : place)),
      fillText(isShown ? this.#words().shown : this.#words().hidden, { name: list.nameOf(id) }),
    );
  }

  add(key: string, id: string): void {
    const list = this.#list(key);
    this.#change(
      key,
      [...list.places, { id, isHidden: false }],
      fillText(this.#words().added, { name: list.nameOf(id) }),
    );
  }

  reset(): void {
    this.drag.stop();
    this.layout = {};
    this.#tell(this.#words().wasReset);
  }

  #move(key: string, id: string, places: Place[]): void {
    const place = places.findIndex((one) => one.id === id) + 1;
    this.#change(
      key,
      places,
      fillText(this.#words().moved, {
        name: this.#list(key).nameOf(id),
        n: String(place),
        total: String(places.length),
      }),
    );
  }

  #change(key: string, places: Place[], said: string): void {
    this.layout = withList(this.layout, key, places);
    this.#tell(said);
  }

  #tell(said: string): void {
    this.said = said;
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new AgentLayoutChangeEvent(this.text));
  }

  #list(key: string): ArrangedList {
    return this.#lists.find((list) => list.key === key)!;
  }

  #row(key: string, id: string): HTMLElement | undefined {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-list] [data-id]')].find(
      (row) => row.dataset['id'] === id && row.closest<HTMLElement>('[data-list]')?.dataset['list'] === key,
    );
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }

  #focusOn(find: () => HTMLElement | null | undefined): void {
    this.#focus = find;
    this.#host.requestUpdate();
  }
}
