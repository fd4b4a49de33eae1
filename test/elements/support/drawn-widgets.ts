/** Every widget with data, drawn to its end. */
import { createLocalSource } from '../../../src/sources/local-source.js';
import { NOW } from './answers.js';
import { EVERY_TAG, type Tagged } from './every-tag.js';
import { box, create, isReady, part, root, until, type Settings, type Tag } from './page.js';
import { shopData } from './shop-data.js';

export type AnySettings = Settings<'agent-kpi-grid'>;
export type DrawnTag = Exclude<Tag, 'agent-metrics-provider'>;

/** Every tag that shows something: all but the provider. */
export const DRAWN = (Object.keys(EVERY_TAG) as Tag[]).filter(
  (tag): tag is DrawnTag => tag !== 'agent-metrics-provider',
);

export const shopSource = (data: object = shopData) => createLocalSource(data, { now: NOW });
/** An element with the attributes that its tag needs, not yet on a page. */
export function prepared<T extends Tag>(tag: T, settings: Settings<T> = {}) {
  const element = create(tag, settings);
  const { attributes = {} }: Tagged = EVERY_TAG[tag];
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

export async function mountPrepared<T extends Tag>(tag: T, settings: Settings<T> = {}, parent?: HTMLElement) {
  const element = prepared(tag, settings);
  (parent ?? (await box())).append(element);
  await element.updateComplete;
  return element;
}

/** Mounted with the shop's data, drawn or not. */
export const widget = (tag: Tag, settings: AnySettings = {}, parent?: HTMLElement) =>
  mountPrepared(tag, { source: shopSource(), ...settings }, parent);

/** The widgets that a page is made of. */
const insides = (element: Element): Element[] =>
  [...root(element).querySelectorAll('*')].filter(
    ({ localName }) => localName.includes('-') && localName !== 'agent-metrics-provider',
  );
export const isDrawn = (element: Element): boolean =>
  element.localName === 'agent-range-picker'
    ? Boolean(part(element, 'meaning')?.textContent?.trim())
    : element.localName === 'agent-dashboard'
      ? insides(element).length > 3 && insides(element).every(isDrawn)
      : isReady(element);

/** Mounted, and everything inside it is drawn. */
export async function drawn(tag: Tag, settings: AnySettings = {}, parent?: HTMLElement) {
  const element = await widget(tag, settings, parent);
  await until(() => isDrawn(element), `<${tag}> is drawn`);
  await element.updateComplete;
  return element;
}

/** Everything that a widget draws, through the shadow roots of those inside it. */
export function nodesOf(element: Element): HTMLElement[] {
  const own = [...root(element).querySelectorAll<HTMLElement>('*')];
  return own.flatMap((node) => (node.shadowRoot ? [node, ...nodesOf(node)] : [node]));
}
