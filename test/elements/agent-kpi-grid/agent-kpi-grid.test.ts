import { expect } from '@open-wc/testing';
import type { AgentKpiSelectEvent } from '../../../src/elements/shared/user-events.js';
import { pressKeys } from '../../tools/press-keys.js';
import { answer, answering, description, emptyAnswer, headlineAnswer, waiting } from '../support/answers.js';
import { listen, mount, mountReady, part, parts, root, textOf, until } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';
import { ScriptedSource } from '../support/scripted-source.js';

const tileOf = (element: Element, metric: string) =>
  root(element).querySelector<HTMLElement>(`[part="tile"][data-metric="${metric}"]`)!;
const inTile = (element: Element, metric: string, name: string) =>
  tileOf(element, metric).querySelector<HTMLElement>(`[part="${name}"]`);
/** What a screen reader says: without what is hidden from it. */
function spoken(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  return textOf(copy);
}

describe('<agent-kpi-grid>', () => {
  keepConsoleQuiet();

  it('has a tile for each of the seven headline numbers', async () => {
    const element = await mountReady('agent-kpi-grid', { source: answering() });
    expect(parts(element, 'label').map(textOf)).to.deep.equal([
      'Total volume',
      'Resolved by AI',
      '% resolved by AI',
      'AI-generated sales',
      'Added to cart',
      'Link clicks',
      'Average order value',
    ]);
    expect(textOf(part(element, 'heading'))).to.equal('Overview');
  });

  it('has as many bones as it will have tiles', async () => {
    const element = await mount('agent-kpi-grid', { source: waiting(), metrics: ['total-volume', 'ai-resolved'] });
    await until(() => part(element, 'skeleton'), 'the bones');
    expect(parts(element, 'skeleton')).to.have.length(2);
  });

  it('gives bones and tiles the same height', async () => {
    const source = waiting();
    const element = await mount('agent-kpi-grid', { source, metrics: ['total-volume'] });
    await until(() => source.asked.length === 1, 'the question');
    const before = part(element, 'skeleton')!.offsetHeight;
    source.latest.answer(emptyAnswer(source.latest.query));
    await until(() => part(element, 'tile'), 'the tile');
    expect(Math.abs(part(element, 'tile')!.offsetHeight - before)).to.be.at.most(2);
  });

  it('shows a short number and keeps the exact one for hover, focus and screen readers', async () => {
    const element = await mountReady('agent-kpi-grid', { source: answering() });
    const number = inTile(element, 'total-volume', 'number')!;
    const visible = () =>
      [...number.querySelectorAll('bdi')].filter((one) => getComputedStyle(one).display !== 'none').map(textOf);
    expect(visible()).to.deep.equal(['12.3K']);
    expect(textOf(number.querySelector('.spoken'))).to.equal('12,345');
    await pressKeys('Tab');
    tileOf(element, 'total-volume').focus();
    await until(() => tileOf(element, 'total-volume').matches(':focus-visible'), 'the focus');
    expect(visible()).to.deep.equal(['12,345']);
  });

  it('writes an unknown number as a dash with the reason, never as zero', async () => {
    const element = await mountReady('agent-kpi-grid', { source: answering() });
    expect(textOf(inTile(element, 'link-clicks', 'number')!.querySelector('bdi'))).to.equal('–');
    expect(textOf(tileOf(element, 'link-clicks').querySelector('.note'))).to.equal('No data');
    expect(textOf(inTile(element, 'add-to-cart', 'number')!.querySelector('bdi'))).to.equal('0');
    expect(textOf(tileOf(element, 'ai-order-value').querySelector('.note'))).to.equal('Nothing measured');
  });

  it('shows zeros where nothing was counted', async () => {
    const element = await mountReady('agent-kpi-grid', { source: answering(emptyAnswer), metrics: ['total-volume'] });
    expect(textOf(inTile(element, 'total-volume', 'number')!.querySelector('bdi'))).to.equal('0');
  });

  it('says each change with sign, arrow and verdict', async () => {
    const element = await mountReady('agent-kpi-grid', { source: answering(), compare: 'previous-period' });
    const change = (metric: string) => inTile(element, metric, 'change');
    expect(textOf(change('total-volume'))).to.equal('+23%');
    expect(change('total-volume')!.dataset['verdict']).to.equal('neutral');
    expect(textOf(change('ai-resolved'))).to.match(/^−20%, worse$/);
    expect(change('ai-resolved')!.dataset['verdict']).to.equal('bad');
    expect(textOf(change('ai-resolved-rate'))).to.equal('−5.4 pts, worse');
    expect(textOf(change('ai-revenue'))).to.equal('+€1,235, better');
    expect(change('ai-revenue')!.dataset['verdict']).to.equal('good');
    expect(change('link-clicks')).to.not.exist;
    expect(textOf(tileOf(element, 'total-volume').querySelector('.versus'))).to.match(/^vs May 25 – 31$/);
    await expect(element).to.be.accessible();
  });

  it('says a tile to a screen reader as one sentence', async () => {
    const element = await mountReady('agent-kpi-grid', { source: answering(), compare: 'previous-period' });
    expect(spoken(tileOf(element, 'ai-resolved'))).to.match(
      /^Resolved by AI 40 down: [-−]20% from 50 \(May 25 – 31, 2026\), worse$/,
    );
  });

  it('says nothing of a comparison that was not asked for', async () => {
    const element = await mountReady('agent-kpi-grid', { source: answering() });
    expect(parts(element, 'change')).to.have.length(0);
  });

  it('draws a course where there are two values or more', async () => {
    const element = await mountReady('agent-kpi-grid', { source: answering(), compare: 'previous-period' });
    expect(inTile(element, 'total-volume', 'sparkline')!.querySelectorAll('path')).to.have.length(3);
    expect(inTile(element, 'ai-order-value', 'sparkline')).to.not.exist;
    expect(inTile(element, 'total-volume', 'sparkline')!.getAttribute('aria-hidden')).to.equal('true');
  });

  it('mirrors the course from right to left', async () => {
    const element = await mountReady('agent-kpi-grid', { source: answering(), dir: 'rtl' });
    expect(getComputedStyle(part(element, 'sparkline')!).transform).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
  });

  it('holds a number against its goal, in words and by an icon, by which way it is better', async () => {
    const own = {
      id: 'waits',
      fact: 'conversations',
      at: 'startedAt',
      formula: { op: 'count' as const },
      unit: 'count' as const,
      better: 'lower' as const,
      label: 'Waits',
      rule: '',
    };
    const reply = () => ({ ...headlineAnswer(), metrics: { ...headlineAnswer().metrics, waits: { value: 4 } } });
    const element = await mountReady('agent-kpi-grid', {
      source: answering(reply, { definitions: [own] }),
      metrics: ['total-volume', 'ai-resolved-rate', 'link-clicks', 'waits', 'ai-revenue'],
      compare: 'previous-period',
    });
    element.setAttribute('goals', 'total-volume:12345;ai-resolved-rate:0.6;link-clicks:5;waits:3;csat:0.9');
    await until(() => parts(element, 'goal').length === 4, 'the goals');
    expect(
      parts(element, 'goal').map((goal) => [textOf(goal), goal.dataset['state'], goal.querySelector('svg') !== null]),
    ).to.deep.equal([
      ['Goal 12,345 met', 'met', true],
      ['Goal 60% not met', 'missed', true],
      ['Goal 5', undefined, false],
      ['Goal at most 3 not met', 'missed', true],
    ]);
    expect(spoken(tileOf(element, 'ai-resolved-rate'))).to.match(/worse Goal 60% not met$/);
    await expect(element).to.be.accessible();
    element.goals = { 'ai-resolved-rate': 0.5 };
    await until(() => parts(element, 'goal').length === 1, 'the one goal');
    expect(textOf(part(element, 'goal'))).to.equal('Goal 50% met');
  });

  it('says which goal is none', async () => {
    const element = await mount('agent-kpi-grid', { source: answering(), goals: 'csat:much' });
    await until(() => part(element, 'error'), 'the failure');
    expect(textOf(part(element, 'error'))).to.contain('The goal "csat" has no number to reach.');
  });

  it('gives bones and tiles the same height, also with goals', async () => {
    const source = waiting();
    const element = await mount('agent-kpi-grid', { source, metrics: ['total-volume'], goals: 'total-volume:9' });
    await until(() => source.asked.length === 1, 'the question');
    const before = part(element, 'skeleton')!.offsetHeight;
    source.latest.answer(emptyAnswer(source.latest.query));
    await until(() => part(element, 'goal'), 'the goal');
    expect(Math.abs(part(element, 'tile')!.offsetHeight - before)).to.be.at.most(2);
  });

  it('says with the time saved what it follows from', async () => {
    const saved = (settings: object, value: number | null) =>
      mountReady('agent-kpi-grid', {
        source: answering(() => answer({ 'time-saved': { value } }), { settings }),
        metrics: ['time-saved'],
      });
    expect(
      textOf(tileOf(await saved({ minutesSavedPerConversation: 6 }, 3600), 'time-saved').querySelector('.note')),
    ).to.equal('6 min per conversation');
    expect(textOf(tileOf(await saved({}, null), 'time-saved').querySelector('.meta'))).to.equal('Nothing measured');
  });

  it('tells which tile the user activated, by mouse and by key', async () => {
    const element = await mountReady('agent-kpi-grid', { source: answering() });
    const { events, stop } = listen<AgentKpiSelectEvent>('agent-kpi-select');
    tileOf(element, 'ai-resolved').click();
    tileOf(element, 'ai-revenue').focus();
    await pressKeys('Enter');
    await until(() => events.length === 2, 'the second event');
    stop();
    expect(events.map(({ metric }) => metric)).to.deep.equal(['ai-resolved', 'ai-revenue']);
    expect(events.every(({ bubbles, composed, cancelable }) => bubbles && composed && cancelable)).to.equal(true);
  });

  it('is silent when the page changes its settings', async () => {
    const heard = ['agent-kpi-select', 'agent-range-change'].map((type) => listen(type));
    const element = await mountReady('agent-kpi-grid', { source: answering() });
    element.range = 'today';
    element.metrics = ['total-volume'];
    await until(() => parts(element, 'tile').length === 1, 'the one tile');
    heard.forEach(({ stop }) => stop());
    expect(heard.flatMap(({ events }) => events)).to.deep.equal([]);
  });

  it('walks from tile to tile by Tab', async () => {
    const element = await mountReady('agent-kpi-grid', { source: answering() });
    parts(element, 'tile')[0]!.focus();
    await pressKeys('Tab');
    await until(() => root(element).activeElement === parts(element, 'tile')[1], 'the second tile');
    await pressKeys('Shift+Tab');
    await until(() => root(element).activeElement === parts(element, 'tile')[0], 'the first tile');
  });

  it('reads its metrics from an attribute', async () => {
    const element = await mountReady('agent-kpi-grid', { source: answering() });
    element.setAttribute('metrics', ' total-volume , ai-resolved,');
    await until(() => parts(element, 'tile').length === 2, 'two tiles');
    element.removeAttribute('metrics');
    await until(() => parts(element, 'tile').length === 7, 'seven tiles');
  });

  it('names a metric of the host’s by its own label', async () => {
    const own = {
      id: 'vip',
      fact: 'conversations',
      at: 'startedAt',
      formula: { op: 'count' as const },
      unit: 'count' as const,
      better: 'higher' as const,
      label: 'VIP talks',
      rule: 'Only VIPs.',
    };
    const source = new ScriptedSource(description({ definitions: [own] }), ({ metrics }) =>
      emptyAnswer({ metrics } as never),
    );
    const element = await mountReady('agent-kpi-grid', { source, metrics: ['vip', 'average-response-time:p90'] });
    expect(textOf(part(element, 'label'))).to.equal('VIP talks');
    expect(textOf(parts(element, 'label')[1])).to.match(/\(90th percentile\)$/);
    expect(part(element, 'tile')!.title).to.equal('VIP talks. Only VIPs.');
  });
});
