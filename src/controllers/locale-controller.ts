/** The user's language and direction: the element's own, else the nearest ancestor's through shadow roots, else the page's. */
import type { LitElement, ReactiveController } from 'lit';
import { createFormats, type Formats } from '../core/format/formats.js';
import { findMessages, loadMessages, onMessagesChange } from '../locales/registry.js';
import type { Messages } from '../locales/messages.js';
import { messages as english } from '../locales/en.js';

export class LocaleController implements ReactiveController {
  language = 'en';
  direction: 'ltr' | 'rtl' = 'ltr';
  messages: Messages = english;
  readonly #host: LitElement;
  #mutations: MutationObserver | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#mutations = new MutationObserver(() => this.#read());
    for (const root of rootsAround(this.#host)) {
      this.#mutations.observe(root, { attributes: true, attributeFilter: ['lang', 'dir'], subtree: true });
    }
    this.#unsubscribe = onMessagesChange(() => this.#findWords());
    this.#read();
  }

  hostDisconnected(): void {
    this.#mutations?.disconnect();
    this.#unsubscribe?.();
  }

  /** Numbers and dates as people write them here. */
  formats(timeZone: string, currency: string | null | undefined): Formats {
    return createFormats(this.language, timeZone, currency ?? undefined);
  }

  #read(): void {
    const language = canonical(inherited(this.#host, 'lang') ?? 'en');
    const direction = inherited(this.#host, 'dir') === 'rtl' ? 'rtl' : 'ltr';
    if (language !== this.language || direction !== this.direction) this.#host.requestUpdate();
    this.language = language;
    this.direction = direction;
    this.#findWords();
  }

  #findWords(): void {
    const known = findMessages(this.language);
    if (known) this.#take(known);
    else void this.#load(this.language);
  }

  /** A language that cannot be fetched leaves the words as they were. */
  async #load(language: string): Promise<void> {
    const messages = await loadMessages(language).catch((error: unknown) => warnOnce(language, error));
    if (messages && language === this.language) this.#take(findMessages(language) ?? messages);
  }

  #take(messages: Messages): void {
    if (messages === this.messages) return;
    this.messages = messages;
    this.#host.requestUpdate();
  }
}

const warned = new Set<string>();

function warnOnce(language: string, error: unknown): undefined {
  if (warned.has(language)) return;
  warned.add(language);
  console.warn(
    `The words for "${language}" could not be loaded: ${String(error)}. Put the folder "locales" beside the kit, or call registerMessages().`,
  );
}

function inherited(element: Element, attribute: 'lang' | 'dir'): string | undefined {
  for (let node: Node | null = element; node; node = parentAcross(node)) {
    const value = node instanceof Element ? node.getAttribute(attribute) : null;
    if (value) return value;
  }
  return undefined;
}

function parentAcross(node: Node): Node | null {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

/** The document and every shadow root the element stands in. */
function rootsAround(element: Element): Node[] {
  const roots: Node[] = [];
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    roots.push(root);
    if (!(root instanceof ShadowRoot)) return roots;
  }
}

/** A tag that `Intl` refuses would take the widget down. */
function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
