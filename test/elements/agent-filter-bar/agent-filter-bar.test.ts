import { expect } from '@open-wc/testing';
import type { AgentFilterBar, AgentMetricsProvider } from '../../../src/index.js';
import type { AgentFiltersChangeEvent } from '../../../src/elements/shared/user-events.js';
import type { Filters } from '../../../src/core/query.js';
import { june, resolved, sourceOf, talk } from '../../fixtures/make-facts.js';
import { pressKeys } from '../../tools/press-keys.js';
import { answer, answering, waiting } from '../support/answers.js';
import {
  box,
  isReady,
  listen,
  mount,
  mountReady,
  notice,
  part,
  parts,
  root,
  textOf,
  until,
  type Settings,
} from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

/** Six conversations: four by web chat, two by SMS; three about returns, two about delivery, one about nothing. */
const facts = {
  conversations: [
    resolved('a', june(1), { channel: 'web-chat', tag: 'returns' }),
    resolved('b', june(2), { channel: 'web-chat', tag: 'delivery' }),
    talk('c', june(3), { channel: 'web-chat', tag: 'returns' }),
    talk('d', june(4), { channel: 'web-chat' }),
    talk('e', june(5), { channel: 'sms', tag: 'returns' }),
    resolved('f', june(6), { channel: 'sms', tag: 'delivery' }),
  ],
};

const dimension = (bar: Element, name: string) =>
  parts<HTMLButtonElement>(bar, 'dimension').find((button) => textOf(button).startsWith(name))!;
const values = (bar: Element) => parts(bar, 'value').map(textOf);
const value = (bar: Element, name: string) =>
  parts(bar, 'value')
    .find((one) => textOf(one).startsWith(name))!
    .querySelector('input')!;
const chips = (bar: Element) => parts(bar, 'chip').map(textOf);
const total = (bar: Element) => textOf(part(bar, 'total'));
const focused = (bar: Element) => textOf(root(bar).activeElement);

const barOf = (settings: Settings<'agent-filter-bar'> = {}): Promise<AgentFilterBar> =>
  mountReady('agent-filter-bar', { source: sourceOf(facts), ...settings });

async function open(bar: Element, name: string): Promise<void> {
  dimension(bar, name).focus();
  dimension(bar, name).click();
  await until(
    () =>
      part(bar, 'panel')?.getAttribute('aria-label') === name &&
      isReady(bar) &&
      parts(bar, 'value').every((one) => textOf(one.querySelector('.count'))),
    `the counts of ${name}`,
  );
}

describe('<agent-filter-bar>', () => {
  keepConsoleQuiet();

  it('has a button for each dimension of the data and says how many conversations match', async () => {
    const bar = await barOf();
    expect(parts(bar, 'dimension').map(textOf)).to.deep.equal(['Channel', 'Status', 'Tag']);
    expect(total(bar)).to.equal('6 conversations');
    expect(part(bar, 'chips')).to.not.exist;
    await expect(bar).to.be.accessible();
  });

  it('shows the dimensions its attribute names', async () => {
    const bar = await barOf();
    bar.setAttribute('dimensions', 'outcome, channel,region');
    await until(() => parts(bar, 'dimension').length === 2, 'the buttons');
    expect(parts(bar, 'dimension').map(textOf)).to.deep.equal(['Status', 'Channel']);
  });

  it('opens the values of a dimension with what each would give under the other filters', async () => {
    const bar = await barOf({ filters: { channel: ['sms'] } });
    await open(bar, 'Channel');
    expect(values(bar)).to.deep.equal(['Web chat 4', 'SMS 2']);
    expect(value(bar, 'SMS').checked).to.equal(true);
    expect(dimension(bar, 'Channel').getAttribute('aria-expanded')).to.equal('true');
    expect(part(bar, 'panel')!.id).to.equal(dimension(bar, 'Channel').getAttribute('aria-controls'));
    await expect(bar).to.be.accessible();
    await open(bar, 'Tag');
    expect(values(bar)).to.deep.equal(['returns 1', 'delivery 1']);
    expect(parts(bar, 'panel')).to.have.length(1);
    await open(bar, 'Status');
    expect(values(bar)).to.deep.equal(['Resolved 1', 'Routed to the team 0', 'Closed 0', 'Open 1']);
  });

  it('takes several values, keeps its own filters and reflects nothing', async () => {
    const bar = await barOf();
    const { events, stop } = listen<AgentFiltersChangeEvent>('agent-filters-change');
    await open(bar, 'Tag');
    expect(values(bar)).to.deep.equal(['returns 3', 'delivery 2', 'None 1']);
    value(bar, 'returns').click();
    await until(() => total(bar) === '3 conversations', 'those about returns');
    value(bar, 'None').click();
    await until(() => total(bar) === '4 conversations', 'those about nothing too');
    expect(values(bar)).to.deep.equal(['returns 3', 'delivery 2', 'None 1']);
    value(bar, 'returns').click();
    await until(() => total(bar) === '1 conversation', 'those about nothing alone');
    stop();
    expect(events.map(({ filters }) => filters)).to.deep.equal([
      { tag: ['returns'] },
      { tag: ['returns', ''] },
      { tag: [''] },
    ]);
    expect(events.every(({ bubbles, composed }) => bubbles && composed)).to.equal(true);
    expect(bar.filters).to.deep.equal({ tag: [''] });
    expect(bar.hasAttribute('filters')).to.equal(false);
    expect(textOf(dimension(bar, 'Tag'))).to.equal('Tag 11 chosen');
  });

  it('fires nothing for what the page sets', async () => {
    const bar = await barOf();
    const { events, stop } = listen('agent-filters-change');
    bar.setAttribute('filters', 'channel:sms');
    await until(() => total(bar) === '2 conversations', 'the SMS conversations');
    stop();
    expect(events).to.deep.equal([]);
    expect(chips(bar)).to.deep.equal(['Channel: SMS']);
  });

  it('shows what is chosen as chips, exclusions and other dimensions too, to be taken away one by one', async () => {
    const bar = await barOf({ filters: { channel: ['sms', 'web-chat'], '!tag': ['returns'], outcome: ['resolved'] } });
    expect(chips(bar)).to.deep.equal([
      'Channel: SMS',
      'Channel: Web chat',
      'Tag: not returns',
      'Outcome: Resolved by AI',
    ]);
    expect(total(bar)).to.equal('2 conversations');
    expect(part(bar, 'chip')!.getAttribute('aria-label')).to.equal('Remove filter Channel: SMS');
    await expect(bar).to.be.accessible();
    parts(bar, 'chip')[3]!.focus();
    parts(bar, 'chip')[3]!.click();
    await until(() => total(bar) === '3 conversations', 'what the chip held back');
    expect(chips(bar)).to.deep.equal(['Channel: SMS', 'Channel: Web chat', 'Tag: not returns']);
    await until(() => focused(bar) === 'Tag: not returns', 'the focus on the chip before it');
    parts(bar, 'chip')[0]!.click();
    await until(() => chips(bar).length === 2, 'one chip fewer');
    expect(bar.filters).to.deep.equal({ channel: ['web-chat'], '!tag': ['returns'] });
  });

  it('clears all, and the focus goes to the first dimension', async () => {
    const bar = await barOf({ filters: { channel: ['sms'], tag: ['returns'] } });
    const { events, stop } = listen<AgentFiltersChangeEvent>('agent-filters-change');
    part(bar, 'clear')!.focus();
    part(bar, 'clear')!.click();
    await until(() => total(bar) === '6 conversations', 'all of them');
    stop();
    expect(events.map(({ filters }) => filters)).to.deep.equal([{}]);
    expect(part(bar, 'chips')).to.not.exist;
    await until(() => focused(bar) === 'Channel', 'the focus');
  });

  it('names filters that cannot be read, and "Clear all" mends them', async () => {
    const bar = await mount('agent-filter-bar', { source: sourceOf(facts) });
    bar.setAttribute('filters', 'oops');
    await until(() => part(bar, 'error'), 'the failure');
    expect(textOf(part(bar, 'error'))).to.contain('Filter "oops" has no values. Write name:value,value');
    await expect(bar).to.be.accessible();
    part(bar, 'clear')!.click();
    await until(() => isReady(bar) && total(bar) === '6 conversations', 'all of them');
    expect(bar.filters).to.deep.equal({});
  });

  it('comes back closed when it was moved', async () => {
    const bar = await barOf();
    await open(bar, 'Channel');
    (await box()).append(bar);
    await until(() => !part(bar, 'panel') && isReady(bar), 'the closed bar');
    expect(dimension(bar, 'Channel').getAttribute('aria-expanded')).to.equal('false');
  });

  it('closes on Escape and gives the focus back', async () => {
    const bar = await barOf();
    await open(bar, 'Tag');
    value(bar, 'delivery').focus();
    await pressKeys('Escape');
    await until(() => !part(bar, 'panel'), 'no panel');
    expect(focused(bar)).to.equal('Tag');
  });

  it('is walked through by Tab alone and ticked by the space bar', async () => {
    const bar = await barOf();
    dimension(bar, 'Channel').focus();
    await pressKeys('Enter');
    await until(() => part(bar, 'panel'), 'the panel');
    await pressKeys('Tab');
    await pressKeys('Tab');
    await pressKeys(' ');
    await until(() => chips(bar).join() === 'Channel: SMS', 'the chip');
    expect(root(bar).activeElement === value(bar, 'SMS')).to.equal(true);
    await pressKeys('Tab');
    await until(() => !part(bar, 'panel'), 'no panel once the focus is elsewhere');
    expect(focused(bar)).to.equal('Status');
  });

  it('closes when the user presses elsewhere, not when inside', async () => {
    const bar = await barOf();
    await open(bar, 'Tag');
    const press = (on: Element) => on.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    press(part(bar, 'value')!);
    await bar.updateComplete;
    expect(part(bar, 'panel')).to.exist;
    press(document.body);
    await until(() => !part(bar, 'panel'), 'no panel');
  });

  it('keeps focus, ticks and panel while the counts are refreshed', async () => {
    const source = sourceOf(facts);
    const bar = await barOf({ source });
    await open(bar, 'Tag');
    const input = value(bar, 'delivery');
    input.focus();
    await source.append({ conversations: [talk('g', june(6), { tag: 'delivery', channel: 'sms' })] });
    await until(() => total(bar) === '7 conversations' && values(bar).includes('delivery 3'), 'the new counts');
    expect([root(bar).activeElement === input, value(bar, 'delivery') === input]).to.deep.equal([true, true]);
  });

  it('searches a long list of values', async () => {
    const conversations = Array.from({ length: 12 }, (_, index) =>
      talk(`c${index}`, june(5), { tag: `Topic ${index}`, channel: 'sms' }),
    );
    const bar = await barOf({ source: sourceOf({ conversations }) });
    await open(bar, 'Channel');
    expect(part(bar, 'search')).to.not.exist;
    await open(bar, 'Tag');
    const search = part<HTMLInputElement>(bar, 'search')!;
    expect(search.getAttribute('aria-label')).to.equal('Search: Tag');
    search.value = 'TOPIC 1';
    search.dispatchEvent(new Event('input'));
    await until(() => values(bar).length === 3, 'the matches');
    expect(values(bar)).to.deep.equal(['Topic 1 1', 'Topic 10 1', 'Topic 11 1']);
    search.value = 'nothing';
    search.dispatchEvent(new Event('input'));
    await until(() => values(bar).length === 0, 'no match');
    expect(textOf(part(bar, 'panel'))).to.equal('No value matches.');
    await expect(bar).to.be.accessible();
  });

  it('says that not all values are listed', async () => {
    const bar = await mountReady('agent-filter-bar', {
      source: answering(() => answer({ 'total-volume': { value: 2, byGroup: [2] } }, { groups: ['a'] }), {
        dimensions: { tag: { values: ['a', 'b'], truncated: true } },
      }),
    });
    await open(bar, 'Tag');
    expect(textOf(part(bar, 'panel'))).to.contain('Only the 2 most frequent values are listed.');
  });

  it('asks for one dimension while it is open, beside the matching number', async () => {
    const source = waiting();
    const bar = await mount('agent-filter-bar', { source, filters: { tag: ['returns'], channel: ['sms'] } });
    await until(() => source.asked.length === 1, 'the number');
    expect(source.latest.query).to.deep.include({
      metrics: ['total-volume'],
      filters: { tag: ['returns'], channel: ['sms'] },
    });
    dimension(bar, 'Tag').click();
    await until(() => source.asked.length === 2, 'the counts');
    expect(source.latest.query).to.deep.include({ groupBy: 'tag', filters: { channel: ['sms'] } });
    bar.filters = {};
    await until(() => source.asked.length === 4, 'the next two');
    expect(source.asked.map(({ signal }) => signal.aborted)).to.deep.equal([true, true, false, false]);
  });

  it('asks for no counts once the panel is closed, and leaves the number alone', async () => {
    const source = waiting();
    const bar = await mount('agent-filter-bar', { source });
    await until(() => source.asked.length === 1, 'the number');
    source.latest.answer(answer({ 'total-volume': { value: 7 } }));
    await until(() => total(bar) === '7 conversations', 'the number');
    dimension(bar, 'Tag').click();
    await until(() => source.asked.length === 2, 'the counts');
    dimension(bar, 'Tag').click();
    await until(() => !part(bar, 'panel'), 'no panel');
    expect([
      source.asked.length,
      source.latest.signal.aborted,
      total(bar),
      part(bar, 'frame')!.getAttribute('aria-busy'),
    ]).to.deep.equal([2, true, '7 conversations', 'false']);
    bar.filters = { channel: ['sms'] };
    await until(() => source.asked.length > 2, 'the next number');
    expect(source.asked.slice(2).map(({ query }) => query.groupBy)).to.deep.equal([undefined]);
  });

  it('keeps its panel inside at 360 px, in both directions', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const place = await box('360px');
      const bar = await mountReady('agent-filter-bar', { source: sourceOf(facts), dir }, place);
      for (const name of ['Channel', 'Status', 'Tag']) {
        await open(bar, name);
        const [outer, inner] = [place.getBoundingClientRect(), part(bar, 'panel')!.getBoundingClientRect()];
        expect([inner.left >= outer.left - 1, inner.right <= outer.right + 1], `${name} ${dir}`).to.deep.equal([
          true,
          true,
        ]);
      }
    }
  });

  describe('inside a provider', () => {
    async function provided(filters?: Filters): Promise<{ bar: AgentFilterBar; provider: AgentMetricsProvider }> {
      const provider = await mount('agent-metrics-provider', {
        source: sourceOf(facts),
        range: '2026-06-01/2026-06-07',
        timeZone: 'UTC',
        ...(filters && { filters }),
      });
      return { provider, bar: await mountReady('agent-filter-bar', {}, provider) };
    }

    it('shows and changes the provider’s filters, and keeps none of its own', async () => {
      const { bar, provider } = await provided({ channel: ['sms'] });
      expect([chips(bar), total(bar)]).to.deep.equal([['Channel: SMS'], '2 conversations']);
      await open(bar, 'Tag');
      value(bar, 'returns').click();
      await until(() => total(bar) === '1 conversation', 'the number');
      expect(provider.filters).to.deep.equal({ channel: ['sms'], tag: ['returns'] });
      expect(bar.filters).to.equal(undefined);
      part(bar, 'clear')!.focus();
      part(bar, 'clear')!.click();
      await until(() => total(bar) === '6 conversations' && focused(bar) === 'Channel', 'all, and the focus');
      expect(provider.filters).to.deep.equal({});
    });

    it('lays its panel over what comes below', async () => {
      const { bar, provider } = await provided();
      await mountReady('agent-conversation-table', {}, provider);
      await open(bar, 'Status');
      for (const one of parts(bar, 'value')) {
        const { left, top, width, height } = one.getBoundingClientRect();
        expect(document.elementFromPoint(left + width / 2, top + height / 2) === bar, textOf(one)).to.equal(true);
      }
    });

    it('mends filters of the provider that cannot be read', async () => {
      const { provider } = await provided();
      provider.setAttribute('filters', 'oops');
      const bar = provider.querySelector('agent-filter-bar')!;
      await until(() => part(bar, 'error'), 'the failure');
      part(bar, 'clear')!.click();
      await until(() => isReady(bar) && total(bar) === '6 conversations', 'all of them');
    });
  });

  describe('in each state of its load', () => {
    it('without a source says what to do', async () => {
      const bar = await mount('agent-filter-bar');
      expect(textOf(notice(bar, 'empty'))).to.match(/^No data are connected yet/);
      expect(parts(bar, 'dimension')).to.deep.equal([]);
    });

    it('not live yet shows no filters', async () => {
      const bar = await mount('agent-filter-bar', { source: answering(undefined, { live: null }) });
      await until(() => notice(bar, 'not-live'), 'the notice');
      expect(parts(bar, 'dimension')).to.deep.equal([]);
    });

    it('failed can still be used, and tries again', async () => {
      const source = waiting();
      const bar = await mount('agent-filter-bar', { source });
      await until(() => source.asked.length === 1, 'the question');
      source.latest.fail(new Error('The endpoint answered 503.'));
      await until(() => part(bar, 'error'), 'the failure');
      expect(parts(bar, 'dimension').map(textOf)).to.deep.equal(['Channel', 'Status', 'Tag']);
      await expect(bar).to.be.accessible();
      part(bar, 'retry')!.click();
      await until(() => source.asked.length === 2, 'the second question');
    });

    it('says where its filters cannot be counted', async () => {
      const bar = await mountReady('agent-filter-bar', {
        source: answering(() => answer({ 'total-volume': { value: null, reason: 'no-dimension' } })),
        filters: { region: ['DE'] },
      });
      expect(total(bar)).to.equal('Cannot be filtered this way');
    });
  });

  for (const [lang, buttons, matching, clear] of [
    ['de', 'Kanal,Status,Schlagwort', '2 Gespräche', 'Alle entfernen'],
    ['ko', '채널,상태,태그', '대화 2건', '모두 지우기'],
    ['fi', 'Kanava,Tila,Tunniste', '2 keskustelua', 'Tyhjennä kaikki'],
  ] as const) {
    it(`speaks ${lang}`, async () => {
      const bar = await barOf({ lang, filters: { channel: ['sms'] } });
      await until(() => textOf(part(bar, 'clear')) === clear, 'the words');
      expect(
        parts(bar, 'dimension')
          .map((button) => textOf(button).replace(/ .*/, ''))
          .join(),
      ).to.equal(buttons);
      expect(total(bar)).to.equal(matching);
      await expect(bar).to.be.accessible();
    });
  }
});
