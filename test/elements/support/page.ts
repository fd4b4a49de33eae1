/** Putting widgets on a page and finding what they show, by part or role. */
import { fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/index.js';
import { NOW } from './answers.js';

/** Every tag of the kit. */
export type Tag = Extract<keyof HTMLElementTagNameMap, `agent-${string}` | 'knowledge-gaps-card'>;
type Of<T extends Tag> = HTMLElementTagNameMap[T];
export type Settings<T extends Tag> = Partial<Omit<Of<T>, keyof HTMLElement>> & {
  lang?: string;
  dir?: string;
  hidden?: boolean;
};

/** The widgets that draw something. */
export const WIDGETS = ['agent-kpi-grid', 'agent-volume-chart', 'agent-range-picker'] as const;
/** Those of them that ask for numbers. */
export const ASKING = ['agent-kpi-grid', 'agent-volume-chart'] as const;

/** An empty box in the page, emptied again after the test. */
export const box = (width?: string): Promise<HTMLElement> =>
  fixture<HTMLElement>(html`<div style=${width ? `inline-size: ${width}` : ''}></div>`);

/** Noon of 7 June 2026 in UTC, unless said otherwise. */
export function create<T extends Tag>(tag: T, settings: Settings<T> = {}): Of<T> {
  const isProvider = tag === 'agent-metrics-provider';
  return Object.assign(document.createElement(tag), isProvider ? {} : { now: NOW, timeZone: 'UTC' }, settings);
}

export async function mount<T extends Tag>(
  tag: T,
  settings: Settings<T> = {},
  parent?: HTMLElement | ShadowRoot,
): Promise<Of<T>> {
  const element = create(tag, settings);
  (parent ?? (await box())).append(element);
  await element.updateComplete;
  return element;
}

/** Mounted, and its numbers are there. */
export async function mountReady<T extends Tag>(
  tag: T,
  settings: Settings<T> = {},
  parent?: HTMLElement | ShadowRoot,
): Promise<Of<T>> {
  const element = await mount(tag, settings, parent);
  await until(() => isReady(element), `${tag} is ready`);
  return element;
}

export const isReady = (element: Element): boolean =>
  part(element, 'frame')?.getAttribute('aria-busy') === 'false' && !part(element, 'error');

export const root = (element: Element): ShadowRoot => element.shadowRoot!;
export const part = <E extends Element = HTMLElement>(element: Element, name: string): E | null =>
  root(element).querySelector<E>(`[part~="${name}"]`);
export const parts = <E extends Element = HTMLElement>(element: Element, name: string): E[] => [
  ...root(element).querySelectorAll<E>(`[part~="${name}"]`),
];
export const byRole = (element: Element, role: string): HTMLElement | null =>
  root(element).querySelector(`[role="${role}"]`);
export const field = <E extends HTMLElement = HTMLInputElement>(element: Element, name: string): E =>
  root(element).querySelector<E>(`[name="${name}"]`)!;

/** The text a user sees or hears, spaces made one. */
export const textOf = (node: Node | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The notice of a kind, as `not-live`. */
export const notice = (element: Element, kind: string): HTMLElement | null =>
  root(element).querySelector(`[data-kind="${kind}"]`);

export const until = (condition: () => unknown, what: string): Promise<void> =>
  waitUntil(() => Boolean(condition()), `${what} does not come`, { interval: 5, timeout: 8000 });

/** Chooses in a select or types into an input, as a user does. */
export function choose(control: HTMLInputElement | HTMLSelectElement, value: string): void {
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Every event of a type that reaches the document. */
export function listen<E extends Event>(type: string): { events: E[]; stop: () => void } {
  const events: E[] = [];
  const note = (event: Event) => void events.push(event as E);
  document.addEventListener(type, note);
  return { events, stop: () => document.removeEventListener(type, note) };
}
