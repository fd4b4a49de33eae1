import { expect } from '@open-wc/testing';
import type { MetricsAnswer, MetricsQuery } from '../../../src/core/query.js';
import { addDays } from '../../../src/core/time/calendar.js';
import { description } from '../support/answers.js';
import { listen, mount, mountReady, notice, part, parts, root, textOf, until, type Settings } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';
import { ScriptedSource } from '../support/scripted-source.js';

const METRICS = ['total-volume', 'takeover-rate', 'unique-users', 'unresolved-tickets', 'ai-revenue'];
const GOALS = 'total-volume:300;takeover-rate:0.2;unique-users:60;unresolved-tickets:50;ai-revenue:1000';
const WHOLE: Record<string, number | null> = {
  'total-volume': 65,
  'takeover-rate': 0.25,
  'unique-users': 40,
  'unresolved-tickets': 30,
  'ai-revenue': null,
};

/** Every day 10 conversations; 1 or 3 of them are taken over, in turn. */
function reply({ metrics, from, grain }: MetricsQuery): MetricsAnswer {
  const buckets = Array.from({ length: 120 }, (_, day) => addDays(from, day)).filter((date) => date <= '2026-06-07');
  const byBucket = (metric: string) =>
    buckets.map((_, day) =>
      metric === 'takeover-rate' ? (day % 2 ? 0.1 : 0.3) : metric === 'total-volume' ? 10 : null,
    );
  return {
    asOf: '2026-06-07T11:00:00.000Z',
    ...(grain && { buckets }),
    metrics: Object.fromEntries(
      metrics.map((metric) => [
        metric,
        metric === 'ai-revenue'
          ? { value: null, reason: 'no-data' as const }
          : { value: WHOLE[metric]!, ...(grain && { byBucket: byBucket(metric) }) },
      ]),
    ),
  };
}

const sourceFrom = (first = '2026-01-01T08:00:00Z') =>
  new ScriptedSource(description({ first, metrics: METRICS }), reply);
const cardOf = (settings: Settings<'agent-goals-card'> = {}) =>
  mountReady('agent-goals-card', { source: sourceFrom(), goals: GOALS, ...settings });
const cells = (card: Element) =>
  parts<HTMLTableRowElement>(card, 'row').map((row) =>
    [...row.querySelectorAll('td')]
      .map((cell) =>
        textOf(cell)
          .replace(textOf(cell.querySelector('.name')), '')
          .trim(),
      )
      .join(' | '),
  );

describe('<agent-goals-card>', () => {
  keepConsoleQuiet();

  it('shows how far each goal has come, where the month ends and whether that is enough', async () => {
    const card = await cardOf();
    expect(textOf(part(card, 'heading'))).to.equal('Goals');
    expect(textOf(part(card, 'period')).replaceAll(' ', ' ')).to.equal('Jun 1 – 30, 2026 · 23 days left');
    expect(parts(card, 'label').map(textOf)).to.deep.equal([
      'Total volume',
      'Human takeover rate',
      'Unique users',
      'Unresolved tickets',
      'AI-generated sales',
    ]);
    const [volume, takeover, ...others] = cells(card);
    // Half of today's 10 and 23 days of 10 are to come.
    expect(volume).to.equal('65 | at least 300 | 300 300 to 300 | on course');
    expect(takeover).to.match(/^25% \| at most 20% \| 20\.\d% .* to .*% \| at risk$/);
    expect(others).to.deep.equal([
      '40 | at least 60 | people are counted once, so days do not add up | still open',
      '30 | at most 50 | as of now | met',
      '– | at least €10.00 | No data | not measured',
    ]);
    expect(textOf(part(card, 'method'))).to.contain('the last 8 weeks');
    await expect(card).to.be.accessible();
  });

  it('says the progress of each bar', async () => {
    const card = await cardOf();
    const meters = [...root(card).querySelectorAll('[role="meter"]')];
    expect(
      meters.map((meter) => [
        meter.getAttribute('aria-label'),
        meter.getAttribute('aria-valuenow'),
        meter.getAttribute('aria-valuetext'),
      ]),
    ).to.deep.equal([
      ['Total volume', '22', '21.7% of the target 300'],
      ['Human takeover rate', '100', '125% of the target 20%'],
      ['Unique users', '67', '66.7% of the target 60'],
      ['Unresolved tickets', '60', '60% of the target 50'],
    ]);
  });

  it('asks for its period as a whole and for eight weeks by day, with the filters of the page', async () => {
    const source = sourceFrom();
    await cardOf({ source, goals: 'takeover-rate:0.2', period: 'week', filters: { channel: ['sms'] } });
    const common = {
      timeZone: 'UTC',
      weekStart: 1,
      filters: { channel: ['sms'] },
      now: '2026-06-07T12:00:00Z',
      metrics: ['takeover-rate', 'total-volume'],
    };
    expect(source.asked.map(({ query }) => query)).to.deep.equal([
      { ...common, from: '2026-06-01', to: '2026-06-07' },
      { ...common, from: '2026-04-12', to: '2026-06-07', grain: 'day' },
    ]);
  });

  it('tells what became of a period that is over', async () => {
    const card = await cardOf({ range: '2026-05-01/2026-05-09', goals: { 'total-volume': 60, 'takeover-rate': 0.2 } });
    expect(textOf(part(card, 'period'))).to.contain('over');
    expect(cells(card)).to.deep.equal(['65 | at least 60 | – | met', '25% | at most 20% | – | not met']);
  });

  it('projects nothing from less than 14 days, and says so', async () => {
    const card = await cardOf({
      source: sourceFrom('2026-05-26T00:00:00Z'),
      goals: [{ metric: 'total-volume', target: 300 }],
    });
    expect(cells(card)).to.deep.equal(['65 | at least 300 | fewer than 14 days of history | still open']);
  });

  it('says when no goals are set, and which one cannot be read', async () => {
    const card = await mount('agent-goals-card', { source: sourceFrom() });
    expect(textOf(part(card, 'none'))).to.equal('No goals are set.');
    card.goals = 'total-volume:many';
    await until(() => part(card, 'error'), 'the failure');
    expect(textOf(part(card, 'error'))).to.contain('The goal "total-volume" has no number to reach.');
    card.goals = 'total-volume:300';
    await until(() => parts(card, 'row').length === 1, 'the goal');
  });

  it('keeps the last numbers when they fail, and tells the page', async () => {
    let isDown = false;
    const source = new ScriptedSource(description({ metrics: METRICS }), (query) => {
      if (isDown) throw new Error('The endpoint answered 503.');
      return reply(query);
    });
    const card = await cardOf({ source });
    const { events, stop } = listen('agent-error');
    isDown = true;
    card.range = 'last-month';
    await until(() => part(card, 'error'), 'the failure');
    stop();
    expect(events).to.have.length(1);
    expect(parts(card, 'row')).to.have.length(5);
    await expect(card).to.be.accessible();
  });

  it('says so without a source', async () => {
    expect(notice(await mount('agent-goals-card', { goals: GOALS }), 'empty')).to.not.equal(null);
  });
});
