/** Every widget with data, drawn to its end. */
import { createLocalSource } from '../../../src/sources/local-source.js';
import { NOW } from './answers.js';
import { isReady, mount, part, root, until, type Settings, type Tag } from './page.js';
import { shopData } from './shop-data.js';

export type AnySettings = Settings<'agent-kpi-grid'>;
export type DrawnTag = Exclude<Tag, 'agent-metrics-provider'>;

// A record, so that the type check misses a tag that is left out.
const EVERY: Record<DrawnTag, true> = {
  'agent-breakdown-chart': true,
  'agent-conversation-table': true,
  'agent-conversation-thread': true,
  'agent-dashboard': true,
  'agent-filter-bar': true,
  'agent-goals-card': true,
  'agent-kpi-grid': true,
  'agent-load-heatmap': true,
  'agent-questions-card': true,
  'agent-range-picker': true,
  'agent-ranking-table': true,
  'agent-record-table': true,
  'agent-skills-card': true,
  'agent-trend-chart': true,
  'agent-volume-chart': true,
  'knowledge-gaps-card': true,
};
/** Every tag that shows something: all but the provider. */
export const DRAWN = Object.keys(EVERY) as DrawnTag[];

export const shopSource = (data: object = shopData) => createLocalSource(data, { now: NOW });
const SETTINGS: Partial<Record<Tag, object>> = {
  'agent-conversation-thread': { conversationId: 'talk-3' },
  'agent-conversation-table': { pageSize: 25 },
  'agent-ranking-table': { groupBy: 'channel', metrics: ['total-volume', 'ai-resolved-rate'] },
  'agent-record-table': { metric: 'total-volume' },
  'agent-goals-card': { goals: 'total-volume:100;ai-resolved-rate:0.6' },
};
export const settingsOf = (tag: Tag): object => SETTINGS[tag] ?? {};
/** Mounted with the shop's data, drawn or not. */
export const widget = (tag: Tag, settings: AnySettings = {}, parent?: HTMLElement) =>
  mount(tag, { source: shopSource(), ...settingsOf(tag), ...settings }, parent);

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
