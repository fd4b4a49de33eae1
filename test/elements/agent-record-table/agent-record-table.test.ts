import { expect } from '@open-wc/testing';
import type { AgentRecordTable } from '../../../src/index.js';
import type { AgentRecordOpenEvent } from '../../../src/elements/shared/user-events.js';
import type { RecordRow, RecordsPage, RecordsQuery } from '../../../src/core/query.js';
import type { Ticket } from '../../../src/core/facts/tickets.js';
import type { MetricsSource } from '../../../src/sources/metrics-source.js';
import { june, sourceOf, talk } from '../../fixtures/make-facts.js';
import { pressKeys } from '../../tools/press-keys.js';
import { answering } from '../support/answers.js';
import { catchDownloads } from '../support/downloads.js';
import { listen, mount, mountReady, notice, part, parts, root, textOf, until, type Settings } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

const ticket = (id: string, day: number, rest: Partial<Ticket> = {}): Ticket => ({
  id,
  createdAt: june(day),
  subject: `About ${id}`,
  channel: 'email',
  agent: 'Mara',
  messages: [
    { at: june(day), from: 'customer', text: 'Help: <b>now</b>' },
    { at: june(day, '13:00'), from: 'note', text: 'Careful.' },
  ],
  ...rest,
});
const facts = {
  tickets: [ticket('t1', 2), ticket('t2', 3, { channel: 'phone' }), ticket('t3', 4)],
  conversations: [talk('c1')],
};
const tableOf = (settings: Settings<'agent-record-table'> = {}): Promise<AgentRecordTable> =>
  mountReady('agent-record-table', { source: sourceOf(facts), ...settings });
const titles = (table: Element) => parts(table, 'row').map((row) => textOf(row.querySelector('th .question, th bdi')));
const heads = (table: Element) => parts(table, 'head').map(textOf);

/** A source whose records are given. */
function recordsSource(page: (query: RecordsQuery) => Partial<RecordsPage>) {
  const asked: RecordsQuery[] = [];
  const source: MetricsSource & { asked: RecordsQuery[] } = {
    ...sourceOf(facts),
    asked,
    records: (query) => {
      asked.push(query);
      return Promise.resolve({
        fact: 'tickets',
        rows: [],
        total: 0,
        page: query.page ?? 1,
        pageSize: query.pageSize ?? 25,
        ...page(query),
      });
    },
  };
  return source;
}
const row = (id: string, record: object = {}, rest: Partial<RecordRow> = {}): RecordRow => ({
  id,
  at: june(2),
  value: null,
  record: record as Record<string, unknown>,
  ...rest,
});

describe('<agent-record-table>', () => {
  keepConsoleQuiet();

  it('lists the records behind its metric, the latest first, in the columns that say something', async () => {
    const table = await tableOf();
    expect(textOf(part(table, 'heading'))).to.equal('Records: Ticket volume');
    expect(textOf(part(table, 'total'))).to.equal('3 records');
    expect(titles(table)).to.deep.equal(['About t3', 'About t2', 'About t1']);
    expect(heads(table)).to.deep.equal(['Id', 'Subject', 'Channel', 'Agent', 'Time']);
    await expect(table).to.be.accessible();
  });

  it('asks for the next page, another order and another metric', async () => {
    const source = recordsSource(({ page = 1 }) => ({
      rows: [row(`r${page}`, { subject: `Page ${page}` })],
      total: 2,
    }));
    const table = await tableOf({ source, pageSize: 1, metric: 'resolution-time', filters: { channel: ['email'] } });
    expect(source.asked).to.deep.equal([
      {
        from: '2026-06-01',
        to: '2026-06-07',
        timeZone: 'UTC',
        sort: '-at',
        metric: 'resolution-time',
        filters: { channel: ['email'] },
        now: '2026-06-07T12:00:00Z',
        page: 1,
        pageSize: 1,
      },
    ]);
    part(table, 'next-page')!.click();
    await until(() => titles(table)[0] === 'Page 2', 'the next page');
    parts(table, 'sort')[0]!.click();
    await until(() => source.asked.at(-1)!.sort === 'at', 'the other order');
    expect(source.asked.at(-1)!.page).to.equal(1);
    table.metric = 'reopened-tickets';
    await until(() => source.asked.at(-1)!.metric === 'reopened-tickets', 'the other metric');
  });

  it('opens a ticket in a dialog, as text, and leads on to its neighbours', async () => {
    const table = await tableOf();
    const { events, stop } = listen<AgentRecordOpenEvent>('agent-record-open');
    parts(table, 'open')[0]!.focus();
    await pressKeys('Enter');
    await until(() => part<HTMLDialogElement>(table, 'dialog')?.open, 'the dialog');
    expect(textOf(part(table, 'dialog')!.querySelector('h2'))).to.equal('Ticket t3 1 of 3');
    expect(parts(table, 'message').map(textOf)).to.deep.equal(['Help: <b>now</b>', 'Careful.']);
    expect(parts(table, 'run').map((run) => run.dataset['from'])).to.deep.equal(['visitor', 'note']);
    await Promise.all(
      part(table, 'dialog')!
        .getAnimations()
        .map(({ finished }) => finished),
    );
    await expect(table).to.be.accessible();
    part(table, 'next')!.click();
    await until(() => textOf(part(table, 'dialog')!.querySelector('h2')).startsWith('Ticket t2'), 'the next ticket');
    part(table, 'close')!.click();
    await until(() => root(table).activeElement === parts(table, 'open')[1], 'the focus on its row');
    stop();
    expect(events.map(({ fact, recordId }) => `${fact} ${recordId}`)).to.deep.equal(['tickets t3', 'tickets t2']);
  });

  it('begins the next ticket at its top', async () => {
    const text = 'A long story.\n'.repeat(200);
    const long = (id: string, day: number) =>
      ticket(id, day, { messages: [{ at: june(day), from: 'customer', text }] });
    const table = await tableOf({ source: sourceOf({ tickets: [long('t1', 2), long('t2', 3)] }) });
    parts(table, 'open')[0]!.click();
    await until(() => part<HTMLDialogElement>(table, 'dialog')?.open, 'the dialog');
    const dialog = part(table, 'dialog')!;
    dialog.scrollTop = 500;
    expect(dialog.scrollTop).to.equal(500);
    part(table, 'next')!.click();
    await until(() => textOf(dialog.querySelector('h2')).startsWith('Ticket t1'), 'the next ticket');
    expect(dialog.scrollTop).to.equal(0);
  });

  it('leaves a ticket to the page that prevents the event', async () => {
    const table = await tableOf();
    table.addEventListener('agent-record-open', (event) => event.preventDefault());
    part(table, 'open')!.click();
    await table.updateComplete;
    expect(part(table, 'dialog')).to.equal(null);
  });

  it('opens a conversation with its thread', async () => {
    const table = await tableOf({ metric: 'total-volume' });
    const { events, stop } = listen<Event & { conversationId: string }>('agent-conversation-open');
    part(table, 'open')!.click();
    await until(() => part(table, 'dialog')?.querySelector('agent-conversation-thread'), 'the thread');
    stop();
    expect([
      events[0]!.conversationId,
      part(table, 'dialog')!.querySelector('agent-conversation-thread')!.conversationId,
    ]).to.deep.equal(['c1', 'c1']);
  });

  it('opens nothing of records that have no more to them, and says which are masked', async () => {
    const table = await tableOf({
      metric: 'csat',
      source: recordsSource(() => ({
        fact: 'surveys',
        total: 2,
        rows: [
          row('s1', { kind: 'csat', value: 4, comment: 'Good.' }),
          row('s2', { kind: 'csat', value: 2 }, { masked: true }),
        ],
      })),
    });
    expect(part(table, 'open')).to.equal(null);
    expect(parts(table, 'row').map((one) => textOf(one.querySelector('[part="masked"]')))).to.deep.equal([
      '',
      'You may not read the texts.',
    ]);
    expect(heads(table)).to.deep.equal(['Id', 'Kind', 'Answer', 'Comment', 'Time']);
  });

  it('follows what a user points at elsewhere only when told to', async () => {
    const source = sourceOf(facts);
    const provider = await mount('agent-metrics-provider', { source, now: '2026-06-07T12:00:00Z', timeZone: 'UTC' });
    const follower = await mountReady(
      'agent-record-table',
      { followSelection: true, metric: 'total-volume' },
      provider,
    );
    const other = await mountReady('agent-record-table', {}, provider);
    const ranking = await mountReady(
      'agent-ranking-table',
      { groupBy: 'channel', metrics: ['ticket-volume'] },
      provider,
    );
    parts(ranking, 'name')
      .find((name) => textOf(name) === 'Phone')!
      .click();
    await until(() => titles(follower).join() === 'About t2', 'the tickets by phone');
    expect([textOf(part(follower, 'selection')!.querySelector('p')), titles(other).length]).to.deep.equal([
      'Ticket volume · Phone',
      3,
    ]);
    part(follower, 'clear-selection')!.click();
    await until(
      () =>
        !part(follower, 'selection') &&
        titles(follower).length === 1 &&
        textOf(part(follower, 'table')).includes('First question'),
      'its custom metric',
    );
  });

  it('makes a file of all of them', async () => {
    const table = await tableOf({ pageSize: 1 });
    const downloads = catchDownloads();
    part(table, 'export')!.click();
    const { name, blob } = await downloads.next();
    downloads.stop();
    expect(name).to.equal('ticket-volume-records-2026-06-01-2026-06-07.csv');
    expect(await blob.text()).to.contain('t1,About t1,Email,Mara,2026-06-02 12:00');
  });

  it('says when there are none, when the source has none, and when they fail', async () => {
    expect(textOf(part(await tableOf({ source: recordsSource(() => ({})) }), 'none'))).to.equal(
      'No record is behind this number.',
    );
    const without = await mount('agent-record-table', { source: answering() });
    await until(() => notice(without, 'not-offered'), 'the notice');
    expect(textOf(notice(without, 'not-offered'))).to.equal(
      'These data can only be counted: the source does not list single records.',
    );
    const failing = await mount('agent-record-table', {
      source: { ...sourceOf(facts), records: () => Promise.reject(new Error('The endpoint answered 503.')) },
    });
    await until(() => part(failing, 'error'), 'the failure');
    await expect(failing).to.be.accessible();
  });
});
