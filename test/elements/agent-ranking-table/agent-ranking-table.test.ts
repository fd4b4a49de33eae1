import { expect } from '@open-wc/testing';
import type { AgentRankingTable } from '../../../src/index.js';
import type { AgentBarSelectEvent } from '../../../src/elements/shared/user-events.js';
import type { Ticket } from '../../../src/core/facts/tickets.js';
import { june, sourceOf, talk } from '../../fixtures/make-facts.js';
import { pressKeys } from '../../tools/press-keys.js';
import { answering, waiting } from '../support/answers.js';
import {
  choose,
  field,
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

/** Mara: 6 tickets in 1 hour each, Ji: 1 ticket in 3 hours, nobody: 1 ticket. */
const ticket = (id: string, agent: string | undefined, hours: number): Ticket => ({
  id,
  createdAt: june(3, '08:00'),
  resolutions: [june(3, `${8 + hours}:00`.padStart(5, '0'))],
  messages: [],
  ...(agent && { agent }),
});
const facts = {
  tickets: [
    ...Array.from({ length: 6 }, (_, number) => ticket(`m${number}`, 'Mara', 1)),
    ticket('j', 'Ji', 3),
    ticket('n', undefined, 2),
  ],
  conversations: [talk('a')],
};
const tableOf = (settings: Settings<'agent-ranking-table'> = {}): Promise<AgentRankingTable> =>
  mountReady('agent-ranking-table', {
    source: sourceOf(facts),
    metrics: ['ticket-volume', 'resolution-time'],
    range: '2026-06-01/2026-06-07',
    ...settings,
  });
const rows = (table: Element) =>
  parts(table, 'row').map((row) =>
    [
      textOf(row.querySelector('[part="name"]')),
      ...[...row.querySelectorAll('[part="cell"] .value bdi')].map(textOf),
    ].join(' | '),
  );
const sorts = (table: Element) => parts(table, 'head').map((head) => head.getAttribute('aria-sort'));

describe('<agent-ranking-table>', () => {
  keepConsoleQuiet();

  it('ranks by the first metric, has who is nobody at the end without a rank, and marks what rests on few', async () => {
    const table = await tableOf();
    expect(textOf(part(table, 'heading'))).to.equal('Ranking');
    expect(rows(table).map((row) => row.replace(/^agent/i, 'Agent'))).to.deep.equal([
      'Mara | 6 | 1 hr',
      'Ji | 1 | 3 hr',
      'Agent not set | 1 | 2 hr',
    ]);
    expect(parts(table, 'rank').map(textOf)).to.deep.equal(['Rank 1', 'Rank 2', 'Rank –']);
    parts(table, 'sort')[2]!.click();
    await table.updateComplete;
    expect(parts(table, 'few').map(({ title }) => title)).to.deep.equal([
      'Rests on few cases (Resolved tickets: 1)',
      'Rests on few cases (Resolved tickets: 1)',
    ]);
    await expect(table).to.be.accessible();
  });

  it('sorts by any head, the best first, then turns round, and keeps a choice for phones', async () => {
    const table = await tableOf();
    expect(sorts(table)).to.deep.equal([null, 'descending', null]);
    parts(table, 'sort')[2]!.click();
    await table.updateComplete;
    expect([sorts(table), table.sort]).to.deep.equal([[null, null, 'ascending'], 'resolution-time']);
    parts(table, 'sort')[2]!.focus();
    await pressKeys('Enter');
    await until(() => table.sort === '-resolution-time', 'the other way');
    choose(field<HTMLSelectElement>(table, 'sort'), 'name');
    await table.updateComplete;
    expect(sorts(table)).to.deep.equal(['ascending', null, null]);
  });

  it('tells whom the user chose, also nobody', async () => {
    const table = await tableOf();
    const { events, stop } = listen<AgentBarSelectEvent>('agent-bar-select');
    for (const name of parts(table, 'name')) name.click();
    stop();
    expect(
      events.map(({ group, groupBy, metric, from, isRest }) => [group, groupBy, metric, from, isRest]),
    ).to.deep.equal(
      ['Mara', 'Ji', ''].map((group) => [group, 'agent', 'ticket-volume', '2026-06-01T00:00:00.000Z', false]),
    );
  });

  it('shows as many as its limit, and all on demand', async () => {
    const table = await tableOf({ limit: 1 });
    expect(rows(table)).to.have.length(1);
    part(table, 'more')!.click();
    await until(() => rows(table).length === 3, 'the others');
    expect(root(table).activeElement).to.equal(parts(table, 'name')[1]);
  });

  it('says what cannot be grouped and keeps the others', async () => {
    const table = await tableOf({ metrics: ['ticket-volume', 'total-volume', 'csat'] });
    expect(parts(table, 'note').map((note) => textOf(note))).to.deep.equal([
      'Cannot be grouped by agent: Total volume.',
      'No data: Customer satisfaction.',
    ]);
    expect(rows(table)).to.have.length(3);
  });

  it('loading draws bones, failed says why', async () => {
    const source = waiting();
    const table = await mount('agent-ranking-table', { source });
    await until(() => source.asked.length === 1, 'the question');
    expect(part(table, 'skeleton')).to.exist;
    expect(source.latest.query).to.deep.include({
      metrics: ['response-time', 'resolution-time', 'fcr-rate', 'csat', 'ticket-volume', 'resolved-tickets'],
      groupBy: 'agent',
    });
    source.latest.fail(new Error('The endpoint answered 503.'));
    await until(() => part(table, 'error'), 'the failure');
    await expect(table).to.be.accessible();
  });

  it('says that nothing is there to rank', async () => {
    const table = await mountReady('agent-ranking-table', {
      source: answering((query) => ({
        asOf: '2026-06-07T11:00:00.000Z',
        groups: [],
        metrics: Object.fromEntries(query.metrics.map((metric) => [metric, { value: 0, byGroup: [] }])),
      })),
    });
    expect(textOf(part(table, 'empty'))).to.equal('Nothing to rank in this range.');
    expect(notice(table, 'empty')).to.equal(null);
  });
});
