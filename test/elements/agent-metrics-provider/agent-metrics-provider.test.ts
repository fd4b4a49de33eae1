import { expect } from '@open-wc/testing';
import type { AgentRangePicker } from '../../../src/index.js';
import { AgentFiltersChangeEvent } from '../../../src/elements/shared/user-events.js';
import { answering, description, emptyAnswer, NOW } from '../support/answers.js';
import {
  box,
  choose,
  create,
  isReady,
  mount,
  mountReady,
  notice,
  part,
  root,
  until,
  type Settings,
} from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

const provider = (settings: Settings<'agent-metrics-provider'> = {}, parent?: HTMLElement) =>
  mount('agent-metrics-provider', { now: NOW, timeZone: 'UTC', ...settings }, parent);
/** A widget that leaves everything to its provider. */
const follower = () => document.createElement('agent-kpi-grid');
const pickPreset = (picker: AgentRangePicker, value: string) => choose(root(picker).querySelector('select')!, value);

describe('<agent-metrics-provider>', () => {
  keepConsoleQuiet();

  it('shows what is inside it and nothing else, and takes no box', async () => {
    const element = await provider();
    element.append('Text');
    expect(getComputedStyle(element).display).to.equal('contents');
    expect(root(element).querySelector('slot')!.assignedNodes()).to.have.length(1);
    element.hidden = true;
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('gives its widgets source, range, comparison, zone, week and filters', async () => {
    const source = answering();
    const element = await provider({
      source,
      range: '2026-06-01/2026-06-03',
      compare: 'previous-period',
      timeZone: 'Asia/Seoul',
      weekStart: 7,
      filters: { channel: ['sms'] },
    });
    element.append(follower());
    await until(() => source.asked.length === 1, 'the question');
    expect(source.latest.query).to.deep.include({
      from: '2026-06-01',
      to: '2026-06-03',
      compare: { from: '2026-05-29', to: '2026-05-31' },
      timeZone: 'Asia/Seoul',
      weekStart: 7,
      filters: { channel: ['sms'] },
      now: NOW,
    });
  });

  it('lets a widget’s own attribute win', async () => {
    const [shared, own] = [answering(), answering()];
    const element = await provider({ source: shared, range: 'today', filters: { channel: ['sms'] } });
    const widget = Object.assign(follower(), { source: own, range: 'yesterday', filters: {} });
    element.append(widget);
    await until(() => own.asked.length === 1, 'the question');
    expect(own.latest.query.from).to.equal('2026-06-06');
    expect(own.latest.query.filters).to.equal(undefined);
    expect(shared.asked).to.have.length(0);
  });

  it('describes its source once for all its widgets', async () => {
    const source = answering();
    const element = await provider({ source });
    const widgets = [
      follower(),
      document.createElement('agent-volume-chart'),
      document.createElement('agent-range-picker'),
    ];
    element.append(...widgets);
    await until(() => isReady(widgets[0]!) && isReady(widgets[1]!), 'the numbers');
    expect(source.described).to.equal(1);
    expect(source.asked).to.have.length(2);
  });

  it('reaches widgets through shadow roots', async () => {
    const source = answering();
    const element = await provider({ source });
    const host = element.appendChild(document.createElement('div'));
    const widget = follower();
    host.attachShadow({ mode: 'open' }).append(widget);
    await until(() => isReady(widget), 'the numbers');
  });

  it('follows the picker inside it, and so do all its widgets', async () => {
    const source = answering();
    const element = await provider({ source, compare: 'previous-year' });
    const picker = document.createElement('agent-range-picker');
    const [one, two] = [follower(), document.createElement('agent-volume-chart')];
    element.append(picker, one, two);
    await until(() => source.asked.length === 2, 'both questions');
    pickPreset(picker, 'yesterday');
    await until(() => source.asked.length === 4, 'both questions again');
    expect(source.asked.slice(2).map(({ query }) => query.from)).to.deep.equal(['2026-06-06', '2026-06-06']);
    expect([element.range, element.compare]).to.deep.equal(['yesterday', 'previous-year']);
    expect(picker.range).to.equal(undefined);
  });

  it('follows “Show the last data” of any widget inside it', async () => {
    const source = answering(emptyAnswer, { last: '2026-05-03T10:00:00Z' });
    const element = await provider({ source });
    const [one, two] = [follower(), follower()];
    element.append(one, two);
    await until(() => part(one, 'last-data'), 'the offer');
    part(one, 'last-data')!.click();
    await until(() => source.asked.length === 2, 'the question of both again');
    expect(element.range).to.equal('2026-04-27/2026-05-03');
    await until(() => isReady(two) && !part(two, 'last-data'), 'the last data');
  });

  it('has its widgets draw again only when something they share has changed', async () => {
    const element = await provider({ source: answering() });
    const widget = follower();
    element.append(widget);
    await until(() => isReady(widget), 'the numbers');
    let drawn = 0;
    widget.addController({ hostUpdate: () => drawn++ });
    element.onSelection = () => undefined;
    await element.updateComplete;
    await widget.updateComplete;
    expect(drawn).to.equal(0);
    element.range = 'yesterday';
    await element.updateComplete;
    await widget.updateComplete;
    expect(drawn).to.be.above(0);
  });

  it('is left alone by a widget with a range of its own', async () => {
    const element = await provider({ source: answering(), range: 'today' });
    const picker = Object.assign(document.createElement('agent-range-picker'), { range: 'yesterday' });
    element.append(picker);
    await until(() => part(picker, 'meaning')?.textContent.includes('2026'), 'the meaning');
    pickPreset(picker, 'last-30-days');
    await picker.updateComplete;
    expect([element.range, picker.range]).to.deep.equal(['today', 'last-30-days']);
  });

  it('takes the filters that a user chooses inside it', async () => {
    const source = answering();
    const element = await provider({ source });
    const widget = element.appendChild(follower());
    await until(() => isReady(widget), 'the numbers');
    widget.dispatchEvent(new AgentFiltersChangeEvent({ channel: ['sms'] }));
    await until(() => source.asked.length === 2, 'the question');
    expect(source.latest.query.filters).to.deep.equal({ channel: ['sms'] });
  });

  it('leaves to the outer provider what it does not set itself', async () => {
    const [outerSource, innerSource] = [answering(), answering()];
    const outer = await provider({ source: outerSource, range: 'today' });
    const inner = create('agent-metrics-provider', { source: innerSource });
    const picker = document.createElement('agent-range-picker');
    outer.append(inner);
    const widget = follower();
    inner.append(widget, picker);
    await until(() => isReady(widget), 'the numbers');
    expect(innerSource.latest.query).to.deep.include({ from: '2026-06-07', timeZone: 'UTC' });
    expect(outerSource.asked).to.have.length(0);
    pickPreset(picker, 'yesterday');
    await until(() => innerSource.asked.length === 2, 'the question');
    expect([outer.range, inner.range]).to.deep.equal(['yesterday', undefined]);
  });

  it('keeps a range of its own inside another provider', async () => {
    const source = answering();
    const outer = await provider({ source, range: 'today' });
    const inner = create('agent-metrics-provider', { range: 'last-30-days' });
    outer.append(inner);
    const picker = inner.appendChild(document.createElement('agent-range-picker'));
    await until(() => part(picker, 'meaning')?.textContent.includes('2026'), 'the meaning');
    pickPreset(picker, 'yesterday');
    await inner.updateComplete;
    expect([outer.range, inner.range]).to.deep.equal(['today', 'yesterday']);
  });

  it('gives a widget that moves to another provider the other’s source, and none outside', async () => {
    const [first, second] = [answering(), answering()];
    const place = await box();
    const one = await provider({ source: first }, place);
    const two = await provider({ source: second }, place);
    const widget = one.appendChild(follower());
    await until(() => isReady(widget), 'the numbers');
    two.append(widget);
    await until(() => second.asked.length === 1 && isReady(widget), 'the other numbers');
    place.append(widget);
    await until(() => notice(widget, 'empty'), 'no source');
  });

  it('reads its attributes as every widget does', async () => {
    const source = answering();
    const element = await provider({ source, now: undefined, timeZone: undefined });
    for (const [name, value] of Object.entries({
      range: 'today',
      'time-zone': 'Asia/Seoul',
      'week-start': '6',
      now: NOW,
      filters: 'tag:a%2Cb',
      refresh: '60',
    }))
      element.setAttribute(name, value);
    element.append(follower());
    await until(() => source.asked.length === 1, 'the question');
    expect(source.latest.query).to.deep.include({
      timeZone: 'Asia/Seoul',
      weekStart: 6,
      filters: { tag: ['a,b'] },
      now: NOW,
    });
    expect(element.refresh).to.equal(60);
  });

  it('makes one source of its data for all widgets', async () => {
    const element = await provider({
      data: { timeZone: 'UTC', conversations: [{ id: '1', startedAt: '2026-06-05T12:00:00Z', messageCount: 2 }] },
    });
    const widgets = [follower(), follower()];
    element.append(...widgets);
    await until(() => widgets.every(isReady), 'the numbers');
    for (const widget of widgets) expect(part(widget, 'number')!.querySelector('bdi')!.textContent).to.equal('1');
  });
});

describe('a widget that is there before its provider', () => {
  keepConsoleQuiet();

  /** A provider of a later tag: the class is the kit's. */
  async function defineLater(): Promise<string> {
    const { AgentMetricsProvider } =
      await import('../../../src/elements/agent-metrics-provider/agent-metrics-provider.js');
    const tag = `late-provider-${crypto.randomUUID()}`;
    customElements.define(tag, class extends AgentMetricsProvider {});
    return tag;
  }

  it('is taken in when the provider is defined', async () => {
    const { AgentMetricsProvider } =
      await import('../../../src/elements/agent-metrics-provider/agent-metrics-provider.js');
    const tag = `late-provider-${crypto.randomUUID()}`;
    const late = (await box()).appendChild(document.createElement(tag));
    const widget = late.appendChild(follower());
    await until(() => notice(widget, 'empty'), 'no source');
    const source = answering();
    Object.assign(late, { source, now: NOW, timeZone: 'UTC' });
    customElements.define(tag, class extends AgentMetricsProvider {});
    await until(() => isReady(widget), 'the numbers');
    expect(source.described).to.equal(1);
  });

  it('is taken in when it comes after the provider', async () => {
    const late = (await box()).appendChild(document.createElement(await defineLater()));
    Object.assign(late, {
      source: answering(() => emptyAnswer({ metrics: ['total-volume'] } as never), description()),
      now: NOW,
    });
    const widget = late.appendChild(follower());
    await until(() => isReady(widget), 'the numbers');
  });

  it('works alone beside others', async () => {
    const widget = await mountReady('agent-kpi-grid', { source: answering() });
    expect(isReady(widget)).to.equal(true);
  });
});
