import { expect } from '@open-wc/testing';
import type { Preset } from '../../../src/elements/agent-dashboard/presets.js';
import type { AgentLayoutChangeEvent } from '../../../src/elements/shared/user-events.js';
import { answering } from '../support/answers.js';
import { choose, isReady, listen, mount, part, parts, root, textOf, until, type Settings } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

const kpis = (id: string | undefined, ...metrics: string[]) => ({ kind: 'kpis', ...(id && { id }), metrics }) as const;
const preset: Preset = {
  id: 'three',
  top: [],
  sections: [
    { id: 'one', title: 'First', parts: [kpis(undefined, 'total-volume', 'ai-resolved', 'ai-revenue')] },
    { id: 'two', title: 'Second', parts: [kpis('more', 'add-to-cart')] },
    { id: 'three', title: 'Third', parts: [] },
  ],
};
const offering = () =>
  answering(undefined, {
    metrics: ['total-volume', 'ai-resolved', 'ai-revenue', 'add-to-cart', 'link-clicks', 'ticket-volume'],
  });

const sectionsOf = (element: Element) =>
  parts(element, 'section')
    .map((section) => section.dataset['section'])
    .join(' ');
const grid = (element: Element, place = 0) => root(element).querySelectorAll('agent-kpi-grid')[place]!;
const tilesOf = (element: Element, place = 0) =>
  parts(grid(element, place), 'tile')
    .map(({ dataset }) => dataset['metric'])
    .join(' ');
const row = (element: Element, list: string, id: string) =>
  root(element).querySelector<HTMLElement>(`[data-list="${list}"] [data-id="${id}"]`)!;
const button = (element: Element, list: string, id: string, name: string) =>
  row(element, list, id).querySelector<HTMLElement>(`[part~="${name}"]`)!;
const said = (element: Element) => textOf(part(element, 'customise-said'));

async function page(settings: Settings<'agent-dashboard'> = {}) {
  const element = await mount('agent-dashboard', { preset, source: offering(), customisable: true, ...settings });
  await until(() => isReady(grid(element)), 'the numbers');
  return element;
}

async function opened(settings: Settings<'agent-dashboard'> = {}) {
  const element = await page(settings);
  part(element, 'customise-toggle')!.click();
  await element.updateComplete;
  return element;
}

/** What the page tells while something is done. */
async function told(deed: () => void): Promise<string[]> {
  const { events, stop } = listen<AgentLayoutChangeEvent>('agent-layout-change');
  deed();
  stop();
  return events.map(({ layout }) => layout);
}

describe('<agent-dashboard> with a layout', () => {
  keepConsoleQuiet();

  it('follows it, and says it again', async () => {
    const element = await page({ layout: 'sections=three,!two,one;tiles=ai-revenue,!ai-resolved,link-clicks' });
    expect(sectionsOf(element)).to.equal('three one');
    await until(() => tilesOf(element) === 'ai-revenue link-clicks total-volume', 'the tiles');
    expect(element.layout).to.equal('sections=three,!two,one;tiles=ai-revenue,!ai-resolved,link-clicks');
    element.layout = '';
    await until(() => sectionsOf(element) === 'one two three', 'the page’s own arrangement');
  });

  it('shows at the end what is new, and drops what there is no more', async () => {
    const element = await page({ layout: 'sections=gone,two;tiles=no-such-metric,ai-revenue' });
    expect(sectionsOf(element)).to.equal('two one three');
    await until(() => tilesOf(element, 1) === 'ai-revenue total-volume ai-resolved', 'the tiles');
  });

  it('arranges only what the page’s author has chosen', async () => {
    const element = await page({
      sections: ['one', 'three'],
      metrics: ['ai-revenue'],
      layout: 'sections=three,two,one',
    });
    expect(sectionsOf(element)).to.equal('three one');
    expect(tilesOf(element)).to.equal('ai-revenue');
  });

  it('refuses one that cannot be, by name', async () => {
    const element = await page();
    expect(() => (element.layout = 'order=one')).to.throw(RangeError, '"order"');
    expect(element.layout).to.equal('');
  });
});

describe('<agent-dashboard customisable>', () => {
  keepConsoleQuiet();

  it('offers nothing of it without the attribute', async () =>
    expect(part(await page({ customisable: false }), 'customise-toggle')).to.equal(null));

  it('opens and closes, and takes the focus along', async () => {
    const element = await opened();
    expect(element.shadowRoot!.activeElement).to.equal(part(element, 'customise'));
    expect(part(element, 'customise-toggle')!.ariaExpanded).to.equal('true');
    await expect(element).to.be.accessible();
    part(element, 'customise-done')!.click();
    await element.updateComplete;
    expect(part(element, 'customise')).to.equal(null);
    expect(element.shadowRoot!.activeElement).to.equal(part(element, 'customise-toggle'));
  });

  it('moves a section, keeps the focus on it, and says where it is', async () => {
    const element = await opened();
    const down = button(element, 'sections', 'one', 'move-down');
    down.focus();
    expect(await told(() => down.click())).to.deep.equal(['sections=two,one,three']);
    await element.updateComplete;
    expect(sectionsOf(element)).to.equal('two one three');
    expect(element.shadowRoot!.activeElement).to.equal(button(element, 'sections', 'one', 'move-down'));
    expect(said(element)).to.equal('First: place 2 of 3');
    expect(await told(() => button(element, 'sections', 'two', 'move-up').click()), 'at the end').to.deep.equal([]);
  });

  it('hides and shows sections and tiles', async () => {
    const element = await opened();
    expect(await told(() => row(element, 'sections', 'two').querySelector('input')!.click())).to.deep.equal([
      'sections=one,!two,three',
    ]);
    await element.updateComplete;
    expect(sectionsOf(element)).to.equal('one three');
    row(element, 'tiles', 'ai-resolved').querySelector('input')!.click();
    await until(() => tilesOf(element) === 'total-volume ai-revenue', 'the tiles');
    expect(said(element)).to.equal('Resolved by AI: hidden');
    row(element, 'tiles', 'ai-resolved').querySelector('input')!.click();
    await until(() => tilesOf(element) === 'total-volume ai-resolved ai-revenue', 'the tile again');
  });

  it('adds what the source has facts for, and puts all back', async () => {
    const element = await opened();
    const form = root(element).querySelector('[data-list="tiles.more"] form')!;
    const select = form.querySelector('select')!;
    expect([...select.options].map(({ value }) => value)).to.deep.equal([
      'ai-revenue',
      'link-clicks',
      'ai-resolved',
      'total-volume',
    ]);
    choose(select, 'link-clicks');
    form.querySelector('button')!.click();
    await until(() => tilesOf(element, 1) === 'add-to-cart link-clicks', 'the new tile');
    expect(element.layout).to.equal('tiles.more=add-to-cart,link-clicks');
    expect(await told(() => part(element, 'customise-reset')!.click())).to.deep.equal(['']);
    await until(() => tilesOf(element, 1) === 'add-to-cart', 'the page as it was');
  });

  it('is dragged by its handle, and tells once when it is let go', async () => {
    const element = await opened();
    const handle = button(element, 'sections', 'one', 'handle');
    const places = handle.closest('ol')!;
    const at = (type: string, clientY: number) =>
      new PointerEvent(type, { bubbles: true, composed: true, cancelable: true, pointerId: 1, button: 0, clientY });
    // Only a pointer that exists can be captured.
    places.setPointerCapture = () => undefined;
    const end = row(element, 'sections', 'three').getBoundingClientRect().bottom;
    handle.dispatchEvent(at('pointerdown', 0));
    expect(await told(() => places.dispatchEvent(at('pointermove', end)))).to.deep.equal([]);
    await element.updateComplete;
    expect([...places.querySelectorAll<HTMLElement>('li')].map(({ dataset }) => dataset['id'])).to.deep.equal([
      'two',
      'three',
      'one',
    ]);
    expect(sectionsOf(element), 'until it is let go').to.equal('one two three');
    expect(await told(() => places.dispatchEvent(at('pointerup', end)))).to.deep.equal(['sections=two,three,one']);
    await element.updateComplete;
    expect(sectionsOf(element)).to.equal('two three one');
  });
});
