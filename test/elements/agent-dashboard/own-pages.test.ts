import { expect } from '@open-wc/testing';
import type { MetricsAnswer, MetricsQuery } from '../../../src/core/query.js';
import type { Part, Preset } from '../../../src/elements/agent-dashboard/presets.js';
import type { AgentReportOpenEvent } from '../../../src/elements/shared/user-events.js';
import { answer, answering } from '../support/answers.js';
import { isReady, listen, mount, notice, part, parts, root, textOf, until } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

const HUB = {
  facts: { accounts: 5, hubEvents: 9, orders: 2, checkouts: 3 },
  metrics: ['total-accounts', 'service-interactions', 'active-accounts', 'hub-revenue'],
};
const numbers = ({ metrics }: MetricsQuery): MetricsAnswer =>
  answer(
    Object.fromEntries(metrics.map((metric) => [metric, { value: 12, previous: 10, byBucket: [1, 2, 3, 4, 5, 6, 7] }])),
  );
const inside = (element: Element, tag: string) => root(element).querySelector(tag)!;
const sectionsOf = (element: Element) => parts(element, 'section').map((section) => section.dataset['section']);
const page = (parts: Part[], rest: Partial<Preset> = {}): Preset => ({
  id: 'sales',
  top: [],
  sections: [{ id: 'one', title: 'Ours', parts }],
  ...rest,
});

async function hub(settings: object = {}) {
  const element = await mount('agent-dashboard', {
    preset: 'customer-hub',
    source: answering(numbers, HUB),
    ...settings,
  });
  await until(() => isReady(inside(element, 'agent-kpi-grid')), 'the numbers');
  return element;
}

describe('<agent-dashboard preset="customer-hub">', () => {
  keepConsoleQuiet();

  it('has one range above all, four numbers, and changes for three of them', async () => {
    const element = await hub();
    expect([...root(element).querySelector('.top')!.children].map(({ localName }) => localName)).to.deep.equal([
      'agent-range-picker',
    ]);
    expect(sectionsOf(element)).to.deep.equal(['overview', 'interactions', 'order-value', 'logins', 'records']);
    const tiles = parts(inside(element, 'agent-kpi-grid'), 'tile');
    expect(tiles.map(({ dataset }) => dataset['metric'])).to.deep.equal([
      'total-accounts',
      'service-interactions',
      'active-accounts',
      'hub-revenue',
    ]);
    expect(tiles.map((tile) => tile.querySelector('[part~="change"]') !== null)).to.deep.equal([
      false,
      true,
      true,
      true,
    ]);
    await expect(element).to.be.accessible();
  });

  it('compares with the period before, unless it is told otherwise', async () => {
    const compared = async (settings: object) => {
      const source = answering(numbers, HUB);
      await hub({ source, ...settings });
      return source.asked.some(({ query }) => query.compare !== undefined);
    };
    expect(await compared({})).to.equal(true);
    expect(await compared({ compare: 'none' })).to.equal(false);
  });

  it('goes by the hub’s going live, not the agent’s', async () => {
    const element = await hub({
      source: answering(numbers, {
        ...HUB,
        live: { agent: [], hub: [{ since: '2026-01-01T00:00:00Z', until: '2026-06-05T00:00:00Z' }] },
      }),
    });
    expect(textOf(notice(element, 'switched-off'))).to.equal(
      'Switched off since Jun 5, 2026: nothing new is collected.',
    );
    expect(notice(inside(element, 'agent-kpi-grid'), 'not-live')).to.equal(null);
    const off = await mount('agent-dashboard', {
      preset: 'customer-hub',
      source: answering(numbers, { ...HUB, live: { hub: [] } }),
    });
    await until(() => notice(off, 'not-live'), 'the notice');
  });

  it('links a number to the host’s page, and tells the host', async () => {
    const element = await hub({ range: 'last-7-days' });
    element.setAttribute(
      'reports',
      'hub-revenue:https://shop.example/report?from={from}&to={to};total-accounts:javascript:alert(1)',
    );
    const grid = inside(element, 'agent-kpi-grid');
    await until(() => part(grid, 'report'), 'the link');
    const link = part<HTMLAnchorElement>(grid, 'report')!;
    expect(parts(grid, 'report')).to.have.length(1);
    expect(link.href).to.equal('https://shop.example/report?from=2026-06-01&to=2026-06-07');
    expect(textOf(link)).to.equal('View report: Revenue generated');
    const { events, stop } = listen<AgentReportOpenEvent>('agent-report-open');
    element.addEventListener('agent-report-open', (event) => event.preventDefault());
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    link.dispatchEvent(click);
    stop();
    expect(click.defaultPrevented).to.equal(true);
    expect(events.map(({ metric, url, range, from, to }) => [metric, url, range, from, to])).to.deep.equal([
      ['hub-revenue', link.href, 'last-7-days', '2026-06-01', '2026-06-07'],
    ]);
    await expect(element).to.be.accessible();
  });
});

describe('<agent-dashboard> with a page of the host’s own', () => {
  keepConsoleQuiet();

  it('shows its sections under its own titles', async () => {
    const element = await mount('agent-dashboard', {
      source: answering(),
      preset: page([{ kind: 'kpis', metrics: ['total-volume'], heading: 'Mine' }]),
    });
    await until(() => isReady(inside(element, 'agent-kpi-grid')), 'the numbers');
    expect(parts(element, 'section-heading').map(textOf)).to.deep.equal(['Ours']);
    expect(
      textOf(
        part(inside(element, 'agent-kpi-grid'), 'heading') ??
          root(inside(element, 'agent-kpi-grid')).querySelector('h2'),
      ),
    ).to.equal('Mine');
  });

  it('says what is wrong with it', async () => {
    const element = await mount('agent-dashboard', {
      source: answering(),
      preset: page([{ kind: 'pie' } as unknown as Part]),
    });
    await until(() => part(element, 'error'), 'the failure');
    expect(textOf(part(element, 'error'))).to.contain('Preset "sales", section 1 "one", part 1 has the kind "pie".');
  });

  it('says in a line what nobody supplied, for a part, a group and a section', async () => {
    const tickets: Part = { kind: 'kpis', metrics: ['ticket-volume'] };
    const preset = page([
      { kind: 'kpis', metrics: ['total-volume'] },
      { kind: 'trend', metrics: ['csat'], heading: 'How happy' },
      { kind: 'group', id: 'advanced', parts: [tickets] },
    ]);
    const element = await mount('agent-dashboard', {
      source: answering(),
      preset: { ...preset, sections: [...preset.sections, { id: 'desk', parts: [tickets] }] },
    });
    await until(() => parts(element, 'no-facts').length === 3, 'the lines');
    expect(textOf(parts(element, 'no-facts')[0]!.parentElement)).to.equal('How happyNo data were supplied for this.');
    expect(textOf(part(element, 'group'))).to.equal('Advanced No data were supplied for this.');
    expect(root(element).querySelectorAll('agent-kpi-grid')).to.have.length(1);
    expect(root(element).querySelector('agent-trend-chart')).to.equal(null);
  });
});
