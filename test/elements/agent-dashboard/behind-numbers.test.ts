import { expect } from '@open-wc/testing';
import type { AgentData } from '../../../src/core/facts/agent-data.js';
import type { Ticket } from '../../../src/core/facts/tickets.js';
import { june, sourceOf } from '../../fixtures/make-facts.js';
import { isReady, mount, part, parts, root, textOf, until } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

const ticket = (id: string, agent: string | undefined, rest: Partial<Ticket> = {}): Ticket => ({
  id,
  createdAt: june(3, '08:00'),
  subject: `About ${id}`,
  channel: 'email',
  type: 'return',
  resolutions: [june(3, '10:00')],
  messages: [
    { at: june(3, '08:00'), from: 'customer', text: 'Help' },
    { at: june(3, '09:00'), from: 'agent', text: 'Here.' },
  ],
  ...(agent && { agent }),
  ...rest,
});
const desk: AgentData = {
  timeZone: 'UTC',
  tickets: [
    ticket('t1', 'Mara'),
    ticket('t2', 'Ji', { channel: 'phone' }),
    ticket('t3', undefined, { resolutions: [] }),
  ],
  surveys: [{ id: 's1', kind: 'csat', answeredAt: june(4), value: 5, ticketId: 't1' }],
};
const hub: AgentData = {
  timeZone: 'UTC',
  accounts: [{ id: 'a', createdAt: june(1) }],
  checkouts: [{ id: 'k', completedAt: june(3), accountId: 'a', signedIn: true, total: 900 }],
  hubEvents: [
    { id: 'e1', at: june(3), accountId: 'a', kind: 'order-tracked' },
    { id: 'e2', at: june(4), accountId: 'a', kind: 'opened' },
    { id: 'e3', at: june(5), accountId: 'a', kind: 'help-clicked' },
  ],
};

const behind = (page: Element) => root(page).querySelector('[data-section="records"] agent-record-table')!;
const all = (page: Element, tag: string) => [...root(page).querySelectorAll(tag)];
const tile = (page: Element, metric: string) =>
  all(page, 'agent-kpi-grid')
    .map((grid) => root(grid).querySelector<HTMLElement>(`[data-metric="${metric}"]`))
    .find(Boolean)!;
const widget = (page: Element, tag: string, heading: string) =>
  all(page, tag).find((one) => one.getAttribute('heading') === heading)!;
const total = (page: Element) => textOf(part(behind(page), 'total'));

async function pageOf(preset: string, data: AgentData) {
  const page = await mount('agent-dashboard', { preset, source: sourceOf(data), range: 'last-7-days' });
  await until(() => behind(page) && isReady(behind(page)) && all(page, 'agent-kpi-grid').every(isReady), 'the page');
  return page;
}

/** The table shows it, and the user is there. */
async function isLedTo(page: Element, words: string, count: string) {
  const table = behind(page);
  await until(() => textOf(part(table, 'selection')).includes(words) && total(page) === count, `${words}: ${count}`);
  expect(root(table).activeElement).to.equal(part(table, 'selection'));
  expect(table.getBoundingClientRect().top).to.be.below(innerHeight);
  expect(part(table, 'selection')!.querySelector('[role="status"]')).to.exist;
}

describe('the records behind a number', () => {
  keepConsoleQuiet();

  it('of the help desk: all tickets, at the end of the page', async () => {
    const page = await pageOf('help-desk', desk);
    expect(parts(page, 'section').at(-1)!.dataset['section']).to.equal('records');
    expect(textOf(parts(page, 'section-heading').at(-1))).to.equal('Behind the numbers');
    expect([textOf(part(behind(page), 'heading')), total(page)]).to.deep.equal(['Records: Ticket volume', '3 records']);
  });

  it('of the help desk: the numbers are compared with nothing, unless the page is told to', async () => {
    const page = await pageOf('help-desk', desk);
    expect(all(page, 'agent-kpi-grid').flatMap((grid) => parts(grid, 'change'))).to.deep.equal([]);
    page.compare = 'previous-period';
    await until(() => all(page, 'agent-kpi-grid').some((grid) => part(grid, 'change')), 'the changes');
  });

  it('of the help desk: those of a tile, a bar and a name, and back', async () => {
    const page = await pageOf('help-desk', desk);
    tile(page, 'resolved-tickets').click();
    await isLedTo(page, 'Resolved tickets', '2 records');
    expect(textOf(part(behind(page), 'heading'))).to.equal('Records: Resolved tickets');
    parts(widget(page, 'agent-breakdown-chart', 'Tickets by channel'), 'group')
      .find((one) => textOf(one) === 'Phone')!
      .click();
    await isLedTo(page, 'Phone', '1 record');
    const names = parts(widget(page, 'agent-ranking-table', 'Leaderboard'), 'name');
    expect(names.map(textOf).sort()).to.deep.equal(['Ji', 'Mara']);
    names.find((one) => textOf(one) === 'Mara')!.click();
    await isLedTo(page, 'Mara', '1 record');
    part(behind(page), 'clear-selection')!.click();
    await until(() => total(page) === '3 records', 'all tickets again');
  });

  it('of the help desk: a ticket opens its thread', async () => {
    const page = await pageOf('help-desk', desk);
    tile(page, 'resolved-tickets').click();
    await isLedTo(page, 'Resolved tickets', '2 records');
    part(behind(page), 'open')!.click();
    await until(() => part(behind(page), 'messages'), 'the thread');
  });

  it('of the hub: service interactions, and those of a tile', async () => {
    const page = await pageOf('customer-hub', hub);
    expect(total(page)).to.equal('2 records');
    tile(page, 'active-accounts').click();
    await isLedTo(page, 'Active accounts', '1 record');
  });

  it('of a shop without a hub: the list waits for what is pointed at', async () => {
    const page = await mount('agent-dashboard', {
      preset: 'customer-hub',
      source: sourceOf({ timeZone: 'UTC', checkouts: hub.checkouts! }),
      range: 'last-7-days',
    });
    await until(() => behind(page) && isReady(behind(page)), 'the list');
    expect(textOf(part(behind(page), 'none'))).to.equal('No record is behind this number.');
  });
});
