/** What a user points at, from the widget to whoever lists conversations under the same provider. */
import { expect } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { ScopeController } from '../../../src/controllers/scope-controller.js';
import { scopeProperties } from '../../../src/controllers/scope-properties.js';
import { AgentFiltersChangeEvent } from '../../../src/elements/shared/user-events.js';
import { answering, NOW, volumeAnswer } from '../support/answers.js';
import { choose, create, isReady, mount, part, parts, root, textOf, until, type Settings } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

/** Stands for the table of conversations. */
class ListProbe extends LitElement {
  static override properties = scopeProperties;
  readonly scope = new ScopeController(this);
  override render() {
    return html``;
  }
  get selected() {
    return this.scope.provided?.selected?.selection;
  }
}
customElements.define('list-probe', ListProbe);
const probe = () => document.createElement('list-probe') as ListProbe;

const provider = (settings: Settings<'agent-metrics-provider'> = {}) =>
  mount('agent-metrics-provider', { now: NOW, timeZone: 'UTC', range: 'last-7-days', ...settings });
const grid = () => document.createElement('agent-kpi-grid');
const tile = (element: Element, metric: string) =>
  root(element).querySelector<HTMLElement>(`[data-metric="${metric}"]`)!;

/** The third bar's lowest piece, by keyboard. */
function chooseBar(chart: Element): void {
  const plot = part(chart, 'plot')!;
  plot.focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'Enter'])
    plot.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

describe('a selection', () => {
  keepConsoleQuiet();

  it('goes from a tile to the list under the same provider, with the control it came from', async () => {
    const element = await provider({ source: answering() });
    const [widget, list] = [grid(), probe()];
    element.append(widget, list);
    await until(() => isReady(widget), 'the numbers');
    tile(widget, 'ai-resolved').focus();
    tile(widget, 'ai-resolved').click();
    await until(() => list.selected, 'the selection');
    expect(list.selected).to.deep.equal({
      metric: 'ai-resolved',
      asked: { range: { from: '2026-06-01', to: '2026-06-07' }, timeZone: 'UTC', weekStart: 1, filters: {}, now: NOW },
      own: [],
    });
    expect(list.scope.provided!.selected!.origin).to.equal(tile(widget, 'ai-resolved'));
  });

  it('of a bar has its instants and its group', async () => {
    const element = await provider({ source: answering(volumeAnswer) });
    const [chart, list] = [document.createElement('agent-volume-chart'), probe()];
    element.append(chart, list);
    await until(() => isReady(chart), 'the bars');
    chooseBar(chart);
    await until(() => list.selected, 'the selection');
    expect(list.selected).to.deep.include({
      metric: 'total-volume',
      bucket: { label: '2026-06-03', grain: 'day', from: '2026-06-03T00:00:00.000Z', to: '2026-06-04T00:00:00.000Z' },
      group: { dimension: 'channel', values: ['web-chat'], isRest: false },
    });
  });

  it('does not leave its provider', async () => {
    const [one, other] = [await provider({ source: answering() }), await provider({ source: answering() })];
    const [widget, near, far] = [grid(), probe(), probe()];
    one.append(widget, near);
    other.append(far);
    await until(() => isReady(widget), 'the numbers');
    tile(widget, 'ai-resolved').click();
    await until(() => near.selected, 'the selection');
    expect(far.selected).to.equal(undefined);
  });

  it('is left to a host page that prevents the event, wherever it listens', async () => {
    const element = await provider({ source: answering() });
    const [widget, list] = [grid(), probe()];
    element.append(widget, list);
    await until(() => isReady(widget), 'the numbers');
    const prevent = (event: Event) => event.preventDefault();
    window.addEventListener('agent-kpi-select', prevent);
    tile(widget, 'ai-resolved').click();
    window.removeEventListener('agent-kpi-select', prevent);
    await element.updateComplete;
    expect(list.selected).to.equal(undefined);
    tile(widget, 'ai-resolved').click();
    await until(() => list.selected, 'the selection');
  });

  it('is not made by a widget with a source of its own', async () => {
    const element = await provider({ source: answering() });
    const [widget, list] = [Object.assign(grid(), { source: answering() }), probe()];
    element.append(widget, list);
    await until(() => isReady(widget), 'the numbers');
    tile(widget, 'ai-resolved').click();
    await element.updateComplete;
    expect(list.selected).to.equal(undefined);
  });

  it('goes through an inner provider to the outer one, with what the inner one sets', async () => {
    const outer = await provider({ source: answering() });
    const inner = create('agent-metrics-provider', { range: 'yesterday' });
    const [widget, list] = [grid(), probe()];
    inner.append(widget);
    outer.append(inner, list);
    await until(() => isReady(widget), 'the numbers');
    tile(widget, 'ai-resolved').click();
    await until(() => list.selected, 'the selection');
    expect(list.selected).to.deep.include({ own: ['range'] });
    expect(list.selected!.asked.range).to.deep.equal({ from: '2026-06-06', to: '2026-06-06' });
  });

  it('stays in an inner provider that has a source of its own', async () => {
    const outer = await provider({ source: answering() });
    const inner = create('agent-metrics-provider', { source: answering() });
    const [widget, near, far] = [grid(), probe(), probe()];
    inner.append(widget, near);
    outer.append(inner, far);
    await until(() => isReady(widget), 'the numbers');
    tile(widget, 'ai-resolved').click();
    await until(() => near.selected, 'the selection');
    expect(far.selected).to.equal(undefined);
  });

  it('of a tile follows another range, of a bar ends with it', async () => {
    const element = await provider({ source: answering(volumeAnswer) });
    const [chart, widget, picker, list] = [
      document.createElement('agent-volume-chart'),
      grid(),
      document.createElement('agent-range-picker'),
      probe(),
    ];
    element.append(chart, widget, picker, list);
    await until(() => isReady(chart) && isReady(widget), 'the numbers');
    tile(widget, 'total-volume').click();
    await until(() => list.selected, 'the selection');
    choose(root(picker).querySelector('select')!, 'last-14-days');
    await until(() => element.range === 'last-14-days', 'the range');
    await element.updateComplete;
    expect(list.selected).to.deep.include({ metric: 'total-volume' });
    await until(() => isReady(chart), 'the bars');
    chooseBar(chart);
    await until(() => list.selected?.bucket, 'the bar');
    choose(root(picker).querySelector('select')!, 'last-7-days');
    await until(() => list.selected === undefined, 'the end of the selection');
  });

  it('ends when the user filters the dimension of its group, not with other filters', async () => {
    const element = await provider({ source: answering(volumeAnswer) });
    const [chart, list] = [document.createElement('agent-volume-chart'), probe()];
    element.append(chart, list);
    await until(() => isReady(chart), 'the bars');
    chooseBar(chart);
    await until(() => list.selected, 'the selection');
    chart.dispatchEvent(new AgentFiltersChangeEvent({ tag: ['returns'] }));
    await element.updateComplete;
    expect(list.selected?.group).to.exist;
    chart.dispatchEvent(new AgentFiltersChangeEvent({ tag: ['returns'], channel: ['sms'] }));
    await until(() => list.selected === undefined, 'the end of the selection');
  });

  it('takes the dates of a widget with its own now, zone or week', async () => {
    const element = await provider({ source: answering() });
    const [widget, list] = [Object.assign(grid(), { now: '2026-05-07T12:00:00Z' }), probe()];
    element.append(widget, list);
    await until(() => isReady(widget), 'the numbers');
    tile(widget, 'ai-resolved').click();
    await until(() => list.selected, 'the selection');
    expect(list.selected!.own).to.have.members(['range', 'now']);
    expect(list.selected!.asked).to.deep.include({
      range: { from: '2026-05-01', to: '2026-05-07' },
      now: '2026-05-07T12:00:00Z',
    });
  });

  it('of a bar ends when a provider further out changes its range', async () => {
    const outer = await provider();
    const inner = create('agent-metrics-provider', { source: answering(volumeAnswer) });
    const [chart, list] = [document.createElement('agent-volume-chart'), probe()];
    inner.append(chart, list);
    outer.append(inner);
    await until(() => isReady(chart), 'the bars');
    chooseBar(chart);
    await until(() => list.selected, 'the selection');
    outer.range = 'last-14-days';
    await until(() => list.selected === undefined, 'the end of the selection');
  });

  it('ends when the page sets a filter of its group’s dimension', async () => {
    const element = await provider({ source: answering(volumeAnswer) });
    const [chart, list] = [document.createElement('agent-volume-chart'), probe()];
    element.append(chart, list);
    await until(() => isReady(chart), 'the bars');
    chooseBar(chart);
    await until(() => list.selected, 'the selection');
    element.filters = { channel: ['sms'] };
    await until(() => list.selected === undefined, 'the end of the selection');
  });

  it('outlives new data about the same', async () => {
    const data = { timeZone: 'UTC', conversations: [{ id: 'a', startedAt: '2026-06-03T10:00:00Z' }] };
    const element = await provider({ data });
    const [widget, list] = [grid(), probe()];
    element.append(widget, list);
    await until(() => isReady(widget), 'the numbers');
    tile(widget, 'total-volume').click();
    await until(() => list.selected, 'the selection');
    element.data = { ...data, conversations: [...data.conversations, { id: 'b', startedAt: '2026-06-04T10:00:00Z' }] };
    await until(() => textOf(tile(widget, 'total-volume').querySelector('.exact')) === '2', 'the new number');
    expect(list.selected).to.deep.include({ metric: 'total-volume' });
  });

  it('ends when the list gives it back, and with another source', async () => {
    const element = await provider({ source: answering() });
    const [widget, list] = [grid(), probe()];
    element.append(widget, list);
    await until(() => isReady(widget), 'the numbers');
    for (const end of [() => list.scope.provided!.select!(undefined), () => (element.source = answering())]) {
      tile(widget, 'ai-resolved').click();
      await until(() => list.selected, 'the selection');
      end();
      await until(() => list.selected === undefined, 'the end of the selection');
    }
    expect(parts(widget, 'tile')).to.have.length(7);
  });
});
