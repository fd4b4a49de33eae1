import { expect } from '@open-wc/testing';
import type { AgentData } from '../../../src/core/facts/agent-data.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import type { Filters } from '../../../src/core/query.js';
import { AgentFiltersChangeEvent } from '../../../src/elements/shared/user-events.js';
import { createLocalSource } from '../../../src/sources/local-source.js';
import { description, NOW } from '../support/answers.js';
import {
  box,
  byRole,
  choose,
  create,
  isReady,
  listen,
  mount,
  notice,
  part,
  parts,
  root,
  textOf,
  until,
  type Settings,
} from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';
import { ScriptedSource } from '../support/scripted-source.js';

const CHANNELS = ['web-chat', 'sms', 'email'];
/** Twelve conversations in the first week of June, a third by SMS; every fourth went to the team, every third had a click. */
const talk = (number: number): Conversation => {
  const at = (minute: number) => `2026-06-0${1 + (number % 6)}T10:0${minute}:00Z`;
  return {
    id: `c${number}`,
    startedAt: at(0),
    channel: CHANNELS[number % 3]!,
    tag: number % 2 ? 'returns' : 'delivery',
    profile: { name: `Person ${number}` },
    messages: [
      { at: at(0), from: 'visitor', text: `Where is parcel ${number}?` },
      { at: at(1), from: 'agent', text: 'On its way.', skill: 'order-status' },
    ],
    closedAt: at(5),
    closedBy: 'visitor',
    handoffs: number % 4 === 0 ? [{ at: at(2), by: 'ticket' }] : [],
    clicks:
      number % 3 === 0
        ? [
            { at: at(3), productId: 'p' },
            { at: at(4), url: 'https://shop.example' },
          ]
        : [],
  };
};
const shop: AgentData = {
  timeZone: 'UTC',
  currency: 'EUR',
  skills: ['order-status', 'returns'],
  conversations: Array.from({ length: 12 }, (_, index) => talk(index + 1)),
  articles: [{ id: 'a', title: 'Sizes', body: 'How our shoes fit.' }],
  orders: [],
};
const source = (data: object = shop) => createLocalSource(data, { now: NOW });

const inside = (element: Element, tag: string) =>
  root(element).querySelector<HTMLElement & { updateComplete: Promise<unknown> }>(tag)!;
const tagsOf = (element: Element, section: string) =>
  [...root(element).querySelectorAll(`[data-section="${section}"] .parts > *`)].map(({ localName }) => localName);
const sectionsOf = (element: Element) => parts(element, 'section').map((section) => section.dataset['section']);
const READING = ['agent-kpi-grid', 'agent-volume-chart', 'agent-conversation-table'];

async function dashboard(settings: Settings<'agent-dashboard'> = {}, parent?: HTMLElement) {
  const element = await mount('agent-dashboard', { source: source(), ...settings }, parent);
  await until(() => READING.every((tag) => inside(element, tag) && isReady(inside(element, tag))), 'the page');
  return element;
}

const filterList = (element: Element, filters: Filters) =>
  void inside(element, 'agent-filter-bar').dispatchEvent(new AgentFiltersChangeEvent(filters));

async function untilThere(find: () => Element | null): Promise<Element> {
  await until(find, 'the element');
  return find()!;
}

const tile = (element: Element, metric: string) =>
  root(inside(element, 'agent-kpi-grid')).querySelector<HTMLElement>(`[data-metric="${metric}"]`)!;
const table = (element: Element) => inside(element, 'agent-conversation-table');
const rowsOf = (element: Element) => root(table(element)).querySelectorAll('tbody tr').length;

describe('<agent-dashboard preset="customer-agent">', () => {
  keepConsoleQuiet();

  it('has gaps on top, then the overview, then the conversations', async () => {
    const element = await dashboard();
    expect(sectionsOf(element)).to.deep.equal(['gaps', 'overview', 'conversations']);
    expect(parts(element, 'section-heading').map(textOf)).to.deep.equal([
      'Knowledge gaps',
      'Overview',
      'Conversations',
    ]);
    expect(tagsOf(element, 'gaps')).to.deep.equal(['knowledge-gaps-card']);
    expect(tagsOf(element, 'overview')).to.deep.equal([
      'agent-range-picker',
      'agent-volume-chart',
      'agent-kpi-grid',
      'agent-skills-card',
    ]);
    expect(tagsOf(element, 'conversations')).to.deep.equal(['agent-filter-bar', 'agent-conversation-table']);
    await expect(element).to.be.accessible();
  });

  it('shows the seven numbers and the seven columns', async () => {
    const element = await dashboard();
    expect(parts(inside(element, 'agent-kpi-grid'), 'label').map(textOf)).to.deep.equal([
      'Total volume',
      'Resolved by AI',
      '% resolved by AI',
      'AI-generated sales',
      'Added to cart',
      'Link clicks',
      'Average order value',
    ]);
    const heads = [...root(table(element)).querySelectorAll('thead th')].map(textOf);
    expect(heads).to.deep.equal(['First question', 'Profile', 'Channel', 'Status', 'Tag', 'Messages', 'Last updated']);
    const options = [...root(inside(element, 'agent-volume-chart')).querySelectorAll('select option')].map(textOf);
    expect(options).to.deep.equal(['Channel', 'Status', 'Tag']);
  });

  it('filters the list of conversations alone', async () => {
    const element = await dashboard();
    const { events, stop } = listen<AgentFiltersChangeEvent>('agent-filters-change');
    filterList(element, { channel: ['sms'] });
    await until(() => rowsOf(element) === 4, 'the four by SMS');
    stop();
    expect(events).to.have.length(1);
    expect(textOf(tile(element, 'total-volume').querySelector('.exact'))).to.equal('12');
  });

  it('leads from a tile to as many conversations as it says, whatever the list was filtered by, and back to the filtered list', async () => {
    const element = await dashboard();
    filterList(element, { channel: ['sms'] });
    await until(() => rowsOf(element) === 4, 'the four by SMS');
    tile(element, 'ai-resolved').click();
    await until(() => rowsOf(element) === 9, 'the nine that were resolved');
    expect(textOf(tile(element, 'ai-resolved').querySelector('.exact'))).to.equal('9');
    expect(element.view).to.contain('filters=channel:sms');
    part(table(element), 'clear-selection')!.click();
    await until(() => rowsOf(element) === 4, 'the four by SMS again');
  });

  it('narrows what a tile led to by filters that come after', async () => {
    const element = await dashboard();
    tile(element, 'ai-resolved').click();
    await until(() => rowsOf(element) === 9, 'the nine that were resolved');
    filterList(element, { channel: ['sms'] });
    await until(() => rowsOf(element) === 3, 'the three by SMS among them');
  });

  it('leaves what a bar led to when its own dimension is filtered, by ticking a box', async () => {
    const element = await dashboard({ groupBy: 'channel' });
    const chart = inside(element, 'agent-volume-chart');
    part(chart, 'plot')!.focus();
    for (const key of ['ArrowRight', 'ArrowUp', 'Enter'])
      part(chart, 'plot')!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await until(() => part(table(element), 'selection'), 'the bar');
    const bar = inside(element, 'agent-filter-bar');
    parts(bar, 'dimension')[0]!.click();
    await until(() => root(bar).querySelector('[part~="panel"] input'), 'the values');
    [...root(bar).querySelectorAll<HTMLInputElement>('[part~="panel"] input[type="checkbox"]')]
      .find(({ labels }) => textOf(labels![0]).startsWith('SMS'))!
      .click();
    await until(() => rowsOf(element) === 4 && !part(table(element), 'selection'), 'the four by SMS');
  });

  it('keeps the filters that the page set, below those of the list', async () => {
    const element = await dashboard({ filters: { channel: ['sms'] } });
    await until(() => rowsOf(element) === 4, 'the four by SMS');
    filterList(element, { tag: ['returns'] });
    await until(() => rowsOf(element) === 2, 'the two about returns among them');
    filterList(element, {});
    await until(() => rowsOf(element) === 4, 'the four by SMS again');
    const provider = await mount('agent-metrics-provider', {
      now: NOW,
      timeZone: 'UTC',
      source: source(),
      filters: { channel: ['email'] },
    });
    const nested = await dashboard({ source: undefined }, provider);
    await until(
      () => rowsOf(nested) === 4 && textOf(tile(nested, 'total-volume').querySelector('.exact')) === '4',
      'the four by email',
    );
  });

  it('says how many clicks there were in how many conversations', async () => {
    const element = await dashboard();
    tile(element, 'link-clicks').click();
    await until(() => rowsOf(element) === 4, 'the four with clicks');
    await until(
      () => textOf(root(table(element)).querySelector('[part~="selection"]')).includes('8'),
      'the number of clicks',
    );
    expect(textOf(root(table(element)).querySelector('[part~="selection"]'))).to.match(
      /Link clicks.*8 in 4 conversations/,
    );
  });
});

describe('<agent-dashboard preset="customer-agent-classic">', () => {
  keepConsoleQuiet();
  const classic = (settings: Settings<'agent-dashboard'> = {}) =>
    dashboard({ preset: 'customer-agent-classic', ...settings });

  it('has range and filters at the top, then overview and conversations, and neither gaps nor skills', async () => {
    const element = await classic();
    expect([...root(element).querySelector('.top')!.children].map(({ localName }) => localName)).to.deep.equal([
      'agent-range-picker',
      'agent-filter-bar',
    ]);
    expect(sectionsOf(element)).to.deep.equal(['overview', 'conversations']);
    expect(tagsOf(element, 'overview')).to.deep.equal(['agent-volume-chart', 'agent-kpi-grid']);
    expect(tagsOf(element, 'conversations')).to.deep.equal(['agent-conversation-table']);
    await expect(element).to.be.accessible();
  });

  it('shows four numbers, three outcomes under the name of status, and no channel column', async () => {
    const element = await classic();
    expect(parts(inside(element, 'agent-kpi-grid'), 'label').map(textOf)).to.deep.equal([
      'Total volume',
      '% resolved by AI',
      '% not resolved by AI',
      'AI-generated sales',
    ]);
    const heads = [...root(table(element)).querySelectorAll('thead th')].map(textOf);
    expect(heads).to.deep.equal(['First question', 'Profile', 'Status', 'Tag', 'Messages', 'Last updated']);
    const words = new Set([...root(table(element)).querySelectorAll('tbody [part~="status"]')].map(textOf));
    expect([...words].sort()).to.deep.equal(['Not resolved by AI', 'Resolved by AI']);
    const select = root(inside(element, 'agent-volume-chart')).querySelector('select')!;
    const bar = parts(inside(element, 'agent-filter-bar'), 'dimension').map(textOf);
    expect(bar).to.deep.equal(['Channel', 'Status', 'Tag']);
    expect([...select.options].map(({ value, label }) => [value, label])).to.deep.equal([
      ['channel', 'Channel'],
      ['outcome', 'Status'],
      ['tag', 'Tag'],
    ]);
  });

  it('names the outcome in the open conversation, too', async () => {
    const element = await classic({ filters: { outcome: ['unresolved'] } });
    await until(() => rowsOf(element) === 3, 'the three that were not resolved');
    part(table(element), 'open')!.click();
    const thread = await untilThere(() => root(table(element)).querySelector('dialog agent-conversation-thread'));
    await until(() => part(thread, 'status'), 'the conversation');
    expect(textOf(part(thread, 'status'))).to.equal('Not resolved by AI');
  });

  it('filters everything', async () => {
    const element = await classic();
    inside(element, 'agent-filter-bar').dispatchEvent(new AgentFiltersChangeEvent({ outcome: ['unresolved'] }));
    await until(() => rowsOf(element) === 3, 'the three that were not resolved');
    await until(() => textOf(tile(element, 'total-volume').querySelector('.exact')) === '3', 'the number');
    expect(element.filters).to.deep.equal({ outcome: ['unresolved'] });
  });
});

describe('<agent-dashboard>', () => {
  keepConsoleQuiet();

  it('leaves out, reorders and renames sections', async () => {
    const element = await mount('agent-dashboard', { source: source() });
    element.setAttribute('sections', 'conversations, overview');
    element.setAttribute('section-headings', 'conversations:What was said;overview:50% off');
    await until(() => sectionsOf(element).length === 2, 'the sections');
    expect(sectionsOf(element)).to.deep.equal(['conversations', 'overview']);
    expect(parts(element, 'section-heading').map(textOf)).to.deep.equal(['What was said', '50% off']);
  });

  it('names a preset or section that there is not, and what there is', async () => {
    const element = await mount('agent-dashboard', { source: source(), preset: 'hub' });
    await until(() => part(element, 'error'), 'the failure');
    expect(textOf(part(element, 'error'))).to.contain(
      'Unknown preset "hub". Use one of: customer-agent, customer-agent-classic, customer-hub, help-desk, chatbot.',
    );
    Object.assign(element, { preset: 'customer-agent', sections: ['gapps', 'overview'] });
    await until(() => textOf(part(element, 'error')).includes('gapps'), 'the other failure');
    expect(textOf(part(element, 'error'))).to.contain('Use any of: gaps, overview, conversations.');
    expect(sectionsOf(element)).to.deep.equal(['overview']);
  });

  it('puts the host’s own content before, after and in place of sections, under the same provider', async () => {
    const element = create('agent-dashboard', { source: source() });
    element.innerHTML =
      '<p slot="start">Hello</p><agent-kpi-grid slot="after-overview" metrics="total-volume"></agent-kpi-grid><p slot="gaps">Ours</p>';
    await mountInto(element);
    const own = element.querySelector('agent-kpi-grid')!;
    await until(() => isReady(own), 'the host’s own widget');
    expect(textOf(root(own).querySelector('.exact'))).to.equal('12');
    expect(element.querySelector('[slot=gaps]')!.assignedSlot).to.exist;
    expect(inside(element, 'knowledge-gaps-card').checkVisibility()).to.equal(false);
  });

  it('describes its source once for all of the page', async () => {
    const scripted = new ScriptedSource(description());
    const element = await mount('agent-dashboard', { source: scripted, sections: ['overview'] });
    await until(() => scripted.asked.length >= 3, 'the questions');
    expect(scripted.described).to.equal(1);
    expect(element.shadowRoot!.querySelectorAll('agent-metrics-provider')).to.have.length(1);
  });

  it('shows nothing but a sentence before the agent is live', async () => {
    const element = await mount('agent-dashboard', { source: source({ ...shop, live: null }) });
    await until(() => notice(element, 'not-live'), 'the notice');
    expect(textOf(notice(element, 'not-live'))).to.equal('Not live yet: there are no data.');
    expect(parts(element, 'section')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('says once since when nothing is collected, and keeps the old data', async () => {
    const live = { agent: [{ since: '2026-01-01T00:00:00Z', until: '2026-06-05T00:00:00Z' }] };
    const element = await dashboard({ source: source({ ...shop, live }) });
    expect(textOf(notice(element, 'switched-off'))).to.equal(
      'Switched off since Jun 5, 2026: nothing new is collected.',
    );
    for (const tag of READING) expect(notice(inside(element, tag), 'switched-off'), tag).to.equal(null);
    expect(rowsOf(element)).to.equal(12);
  });

  it('says once that the data lie elsewhere, and leads there', async () => {
    const element = await dashboard({ now: '2026-09-01T12:00:00Z' });
    expect(textOf(notice(element, 'elsewhere'))).to.equal(
      'No conversations in this range. The data end on Jun 6, 2026. Show the last data',
    );
    expect(notice(inside(element, 'agent-kpi-grid'), 'elsewhere')).to.equal(null);
    part(element, 'last-data')!.click();
    await until(() => rowsOf(element) === 12, 'the last data');
    expect(element.range).to.equal('2026-05-31/2026-06-06');
  });

  it('counts refused records once, with their reasons', async () => {
    const element = await dashboard({
      source: source({ ...shop, conversations: [...shop.conversations!, { id: 'x' }] }),
    });
    expect(textOf(part(element, 'refused')!.querySelector('summary'))).to.equal('1 record was refused');
    expect(textOf(part(element, 'refused'))).to.contain('conversations[12].startedAt');
    expect(part(inside(element, 'agent-kpi-grid'), 'refused')).to.equal(null);
  });

  it('says once that the source cannot be reached, and tries again', async () => {
    const failing = new ScriptedSource(new Error('No such host.'));
    const element = await mount('agent-dashboard', { source: failing });
    await until(() => part(element, 'error'), 'the failure');
    expect(textOf(part(element, 'error'))).to.equal('The numbers could not be loaded. No such host. Try again');
    expect(parts(element, 'section')).to.have.length(0);
    part(element, 'retry')!.click();
    await until(() => failing.described === 2, 'the second try');
    await expect(element).to.be.accessible();
  });

  it('follows its own picker, and leaves the range to a provider around it', async () => {
    const element = await dashboard();
    choose(root(inside(element, 'agent-range-picker')).querySelector('select')!, 'yesterday');
    await until(() => rowsOf(element) === 2, 'yesterday’s');
    expect(element.range).to.equal('yesterday');
    const provider = await mount('agent-metrics-provider', {
      now: NOW,
      timeZone: 'UTC',
      source: source(),
      range: 'last-7-days',
    });
    const nested = await dashboard({ source: undefined }, provider);
    choose(root(inside(nested, 'agent-range-picker')).querySelector('select')!, 'yesterday');
    await until(() => rowsOf(nested) === 2, 'yesterday’s');
    expect([provider.range, nested.range]).to.deep.equal(['yesterday', undefined]);
  });

  it('asks everything again on request and says how old the numbers are', async () => {
    const counting = source();
    let asked = 0;
    const element = await dashboard({
      source: { ...counting, query: (...question) => (asked++, counting.query(...question)) },
    });
    expect(textOf(part(element, 'age'))).to.match(/^Updated (now|\d+ seconds ago) The data reach to /);
    const before = asked;
    part(element, 'refresh')!.click();
    await until(() => asked > before + 1, 'the questions again');
    expect(rowsOf(element)).to.equal(12);
  });

  it('is as old as the oldest of its widgets, and opening a conversation makes it no younger', async () => {
    let now = Date.parse('2026-06-07T12:00:00Z');
    const clock = Date.now;
    Date.now = () => now;
    try {
      const element = await dashboard();
      now += 3_600_000;
      part(table(element), 'open')!.click();
      const thread = await untilThere(() => root(table(element)).querySelector('dialog agent-conversation-thread'));
      await until(() => part(thread, 'status'), 'the conversation');
      filterList(element, { channel: ['sms'] });
      await until(() => rowsOf(element) === 4, 'the four by SMS');
      element.requestUpdate();
      await element.updateComplete;
      expect(textOf(part(element, 'age'))).to.match(/^Updated 1 hour ago/);
    } finally {
      Date.now = clock;
    }
  });

  it('is not moved by a widget in a slot that speaks for itself', async () => {
    const element = create('agent-dashboard', { source: source() });
    const picker = Object.assign(document.createElement('agent-range-picker'), {
      slot: 'start',
      range: 'yesterday',
      source: source(),
    });
    const chart = Object.assign(document.createElement('agent-volume-chart'), {
      slot: 'start',
      source: source(),
      now: NOW,
    });
    element.append(picker, chart);
    await mountInto(element);
    await until(() => part(picker, 'meaning')?.textContent?.trim() && isReady(chart), 'the host’s own widgets');
    choose(root(picker).querySelector('select')!, 'last-30-days');
    choose(root(chart).querySelector('select')!, 'tag');
    await element.updateComplete;
    expect([element.range, element.groupBy]).to.deep.equal([undefined, undefined]);
  });

  it('says its view in one text and takes it back', async () => {
    const element = await dashboard({
      preset: 'customer-agent-classic',
      range: 'last-30-days',
      compare: 'previous-period',
      filters: { channel: ['sms'] },
      groupBy: 'tag',
    });
    const { view } = element;
    const other = create('agent-dashboard', { preset: 'customer-agent-classic' });
    other.view = view;
    expect([other.range, other.compare, other.filters, other.groupBy]).to.deep.equal([
      'last-30-days',
      'previous-period',
      { channel: ['sms'] },
      'tag',
    ]);
    expect(other.view).to.equal(view);
    expect(() => (other.view = 'range=someday')).to.throw(RangeError, 'someday');
    const early = create('agent-dashboard');
    early.view = 'filters=channel:sms';
    early.preset = 'customer-agent-classic';
    expect(early.view).to.equal('filters=channel:sms');
    (await box()).append(early);
    await early.updateComplete;
    expect(early.filters).to.deep.equal({ channel: ['sms'] });
  });

  it('reads its layout and its view from attributes, without reflecting them', async () => {
    const holder = await box();
    holder.innerHTML =
      '<agent-dashboard preset="customer-agent-classic" layout="sections=conversations,!overview" view="range=yesterday&amp;filters=channel:sms"></agent-dashboard>';
    const element = Object.assign(holder.querySelector('agent-dashboard')!, {
      source: source(),
      now: NOW,
      timeZone: 'UTC',
    });
    await until(() => sectionsOf(element).length === 1, 'the page');
    expect(sectionsOf(element)).to.deep.equal(['conversations']);
    expect([element.range, element.filters]).to.deep.equal(['yesterday', { channel: ['sms'] }]);
    element.layout = '';
    await until(() => sectionsOf(element).length === 2, 'all sections');
    expect(element.getAttribute('layout')).to.equal('sections=conversations,!overview');
    element.removeAttribute('view');
    expect([element.view, element.range]).to.deep.equal(['', undefined]);
  });

  it('tells a layout and a view that cannot be, also of attributes', () => {
    const element = create('agent-dashboard');
    for (const [name, text, names] of [
      ['layout', 'rows=a', 'rows'],
      ['view', 'range=someday', 'someday'],
    ] as const) {
      expect(() => (element[name] = text), name).to.throw(RangeError, names);
      expect(() => element.attributeChangedCallback(name, null, text), name).to.throw(RangeError, names);
    }
  });

  it('holds its tiles against the goals that are no totals of another period', async () => {
    const element = await dashboard();
    element.setAttribute('goals', 'total-volume:300;ai-resolved-rate:0.5');
    const goal = (metric: string) => tile(element, metric).querySelector('[part="goal"]');
    await until(() => goal('ai-resolved-rate'), 'the goal');
    expect(textOf(goal('ai-resolved-rate'))).to.equal('Goal 50% met');
    expect(goal('total-volume')).to.equal(null);
  });

  describe('with a parameter of the address', () => {
    const address = location.href;
    const parameter = () => new URL(location.href).searchParams.get('view');
    afterEach(() => history.replaceState(null, '', address));
    const withView = (view: string) => {
      const url = new URL(address);
      url.searchParams.set('view', view);
      history.replaceState(null, '', url);
    };

    it('reads its view when it comes and writes what the user changes', async () => {
      withView('range=yesterday&filters=channel:email');
      const element = await dashboard({ viewParameter: 'view' });
      expect(element.range).to.equal('yesterday');
      expect(rowsOf(element)).to.equal(2);
      choose(root(inside(element, 'agent-range-picker')).querySelector('select')!, 'last-14-days');
      await until(() => parameter()?.includes('last-14-days'), 'the address');
      expect(parameter()).to.contain('filters=channel:email');
    });

    it('leaves the address alone where no parameter is named', async () => {
      const element = await dashboard();
      choose(root(inside(element, 'agent-range-picker')).querySelector('select')!, 'last-14-days');
      await until(() => element.range === 'last-14-days', 'the range');
      expect(location.href).to.equal(address);
    });

    it('says what is wrong with a link that cannot be read, and shows the page', async () => {
      withView('range=someday');
      const element = await dashboard({ viewParameter: 'view' });
      expect(textOf(byRole(element, 'alert'))).to.contain('someday');
      expect(rowsOf(element)).to.equal(12);
    });
  });

  for (const [lang, headings] of [
    ['de', ['Wissenslücken', 'Performance-Übersicht', 'Gespräche']],
    ['ko', ['지식 공백', '개요', '대화']],
    ['fi', ['Tietoaukot', 'Yleiskuva', 'Keskustelut']],
  ] as const) {
    it(`speaks ${lang}`, async () => {
      const element = await dashboard({ lang });
      await until(() => textOf(parts(element, 'section-heading')[0]) === headings[0], 'the words');
      expect(parts(element, 'section-heading').map(textOf)).to.deep.equal([...headings]);
      await expect(element).to.be.accessible();
    });
  }

  async function mountInto(element: HTMLElementTagNameMap['agent-dashboard']) {
    const parent = await mount('agent-metrics-provider');
    parent.append(element);
    await until(() => READING.every((tag) => inside(element, tag)), 'the page');
  }
});
