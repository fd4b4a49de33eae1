import { expect } from '@open-wc/testing';
import type { AgentBreakdownChart } from '../../../src/index.js';
import type { AgentBarSelectEvent, AgentGroupChangeEvent } from '../../../src/elements/shared/user-events.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import type { MetricsQuery } from '../../../src/core/query.js';
import { june, sourceOf, talk } from '../../fixtures/make-facts.js';
import { pressKeys } from '../../tools/press-keys.js';
import { answer, answering, emptyAnswer, unknownAnswer, waiting } from '../support/answers.js';
import { catchDownloads } from '../support/downloads.js';
import {
  choose,
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

const reply = ({ metrics: [metric = ''], compare }: MetricsQuery) =>
  answer(
    { [metric]: { value: 70, ...(compare && { previous: 35, previousByGroup: [20, 0, 30] }), byGroup: [40, 10, 20] } },
    { groups: ['web-chat', 'sms', 'rest'], otherIndex: 2 },
  );
const table = (chart: Element) => part<HTMLTableElement>(chart, 'table')!;
const rows = (chart: Element) =>
  [...table(chart).tBodies[0]!.rows].map((row) => [...row.cells].map(textOf).join(' | '));
const group = (chart: Element, name: string) =>
  parts<HTMLButtonElement>(chart, 'group').find((button) => textOf(button) === name)!;
const chartOf = (settings: Settings<'agent-breakdown-chart'> = {}): Promise<AgentBreakdownChart> =>
  mountReady('agent-breakdown-chart', { source: answering(reply), ...settings });

describe('<agent-breakdown-chart>', () => {
  keepConsoleQuiet();

  it('has a row for each group and the rest, with share and total', async () => {
    const source = answering(reply);
    const chart = await chartOf({ source, limit: 2 });
    expect(source.latest.query).to.deep.include({ metrics: ['total-volume'], groupBy: 'channel', limit: 2 });
    expect(textOf(part(chart, 'heading'))).to.equal('Total volume by channel');
    expect(rows(chart)).to.deep.equal(['Web chat | 40 | 57.1%', 'SMS | 10 | 14.3%', 'Other | 20 | 28.6%']);
    expect(textOf(table(chart).tFoot)).to.equal('Total70');
    expect(
      parts<SVGElement>(chart, 'bar').map((bar) => bar.querySelector('.fill')!.getAttribute('width')),
    ).to.deep.equal(['100%', '25%', '50%']);
    await expect(chart).to.be.accessible();
  });

  describe('of a rate', () => {
    /** Eight tags of 20, 19 … 13 conversations, of which none, one … seven were missed, and a tag of a single one that was. */
    const said = (id: string, tag: string, missed: boolean): Conversation => ({
      ...talk(id),
      tag,
      messages: [
        { at: june(3, '08:00'), from: 'visitor', text: 'Hello?' },
        { at: june(3, '08:01'), from: 'agent', text: 'Sorry?', ...(missed && { missed }) },
      ],
    });
    const TAGS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const conversations = [
      ...TAGS.flatMap((tag, place) =>
        Array.from({ length: 20 - place }, (_, number) => said(`${tag}${number}`, tag, number < place)),
      ),
      said('z', 'tiny', true),
    ];
    const worst = (settings: Settings<'agent-breakdown-chart'> = {}) =>
      chartOf({
        source: sourceOf({ conversations }),
        metric: 'missed-rate',
        groupBy: 'tag',
        sort: 'worst',
        range: '2026-06-01/2026-06-07',
        ...settings,
      });
    const names = (chart: Element) => rows(chart).map((row) => row.split(' ')[0]);

    it('begins with the worst, though it is the smallest, and marks that it rests on few', async () => {
      const chart = await worst();
      expect(names(chart)).to.deep.equal(['tiny', 'h', 'g', 'f', 'e', 'd', 'c']);
      expect(rows(chart)[0]).to.equal('tiny Few | 100%, Rests on few cases (Total volume: 1)');
      expect(textOf(table(chart).tFoot)).to.match(/^Total\d/);
      await expect(chart).to.be.accessible();
    });

    it('has no rate of a rest: says how many groups there are, and shows all on demand', async () => {
      const chart = await worst();
      expect(textOf(part(chart, 'more'))).to.equal('Show all 9');
      part(chart, 'more')!.focus();
      await pressKeys('Enter');
      await until(() => rows(chart).length === 9, 'the others');
      expect(names(chart).slice(7)).to.deep.equal(['b', 'a']);
      expect(textOf(root(chart).activeElement)).to.equal('b');
      expect(part(chart, 'more')).to.equal(null);
    });

    it('hands over all groups as a file', async () => {
      const chart = await worst({ limit: 2 });
      const downloads = catchDownloads();
      part(chart, 'export')!.click();
      const { blob } = await downloads.next();
      downloads.stop();
      expect((await blob.text()).trim().split('\r\n')).to.have.length(10);
    });
  });

  it('tells the change against the compared range', async () => {
    const chart = await chartOf({ compare: 'previous-period' });
    expect(rows(chart)).to.deep.equal([
      'Web chat | 40 | 57.1% | +100%',
      'SMS | 10 | 14.3% | +10',
      'Other | 20 | 28.6% | −33%',
    ]);
    expect(textOf(table(chart).tHead)).to.contain('vs May 25 – 31');
    await expect(chart).to.be.accessible();
  });

  it('says in words whether a change is for the better, once, also on a phone', async () => {
    const rates = ({ compare }: MetricsQuery) =>
      answer(
        {
          'ai-unresolved-rate': {
            value: 0.4,
            byGroup: [0.5, 0.25, 0.3],
            ...(compare && { previous: 0.4, previousByGroup: [0.25, 0.5, 0.3] }),
          },
        },
        { groups: ['web-chat', 'sms', 'email'] },
      );
    const chart = await chartOf({
      source: answering(rates),
      metric: 'ai-unresolved-rate',
      compare: 'previous-period',
      groupOptions: ['channel'],
    });
    const changes = [...table(chart).tBodies[0]!.rows].map((row) => textOf(row.cells[row.cells.length - 1]));
    expect(changes).to.deep.equal(['+25 pts, worse', '0 pts', '−25 pts, better']);
    expect(
      [...table(chart).querySelectorAll('tbody .change [aria-hidden="true"]')].map((icon) => icon.textContent),
    ).to.deep.equal(['', '', '']);
    for (const language of ['en', 'de', 'ko', 'fi']) {
      chart.lang = language;
      await chart.updateComplete;
      chart.style.inlineSize = '292px';
      const scroller = table(chart).parentElement!;
      await until(
        () => scroller.clientWidth < 300 && scroller.scrollWidth <= scroller.clientWidth,
        `room for the changes in ${language}`,
      );
    }
  });

  it('tells which group the user chose, also the rest, and nothing is behind a zero', async () => {
    const chart = await chartOf({ timeZone: 'Europe/Berlin' });
    const { events, stop } = listen<AgentBarSelectEvent>('agent-bar-select');
    group(chart, 'SMS').focus();
    await pressKeys('Enter');
    group(chart, 'Other').click();
    stop();
    const week = {
      bucket: undefined,
      from: '2026-05-31T22:00:00.000Z',
      to: '2026-06-07T22:00:00.000Z',
      groupBy: 'channel',
      metric: 'total-volume',
    };
    expect(
      events.map(({ bucket, from, to, groupBy, group: name, metric, isRest }) => ({
        bucket,
        from,
        to,
        groupBy,
        group: name,
        metric,
        isRest,
      })),
    ).to.deep.equal([
      { ...week, group: 'sms', isRest: false },
      { ...week, group: undefined, isRest: true },
    ]);
    const zero = await chartOf({
      source: answering(() =>
        answer({ 'total-volume': { value: 1, byGroup: [1, 0] } }, { groups: ['web-chat', 'sms'] }),
      ),
    });
    expect(parts(zero, 'group').map(textOf)).to.deep.equal(['Web chat']);
  });

  it('is grouped as the user chooses', async () => {
    const source = answering(reply);
    const chart = await chartOf({ source, groupOptions: ['channel', 'tag'] });
    const { events, stop } = listen<AgentGroupChangeEvent>('agent-group-change');
    choose(root(chart).querySelector('select')!, 'tag');
    stop();
    await until(() => source.latest.query.groupBy === 'tag', 'the next question');
    expect(events.map(({ groupBy }) => groupBy)).to.deep.equal(['tag']);
    expect(textOf(part(chart, 'heading'))).to.equal('Total volume by tag');
    expect(root(await chartOf()).querySelector('select')).to.equal(null);
  });

  it('says which order there is none of, and keeps its rows', async () => {
    const chart = await chartOf();
    chart.setAttribute('sort', 'size');
    await until(() => part(chart, 'error'), 'the failure');
    expect(textOf(part(chart, 'error'))).to.contain('cannot be sorted by "size"');
    expect(rows(chart)).to.have.length(3);
  });

  it('hands over its rows as CSV', async () => {
    const chart = await chartOf();
    const downloads = catchDownloads();
    part(chart, 'export')!.click();
    const { blob, name } = await downloads.next();
    downloads.stop();
    expect(name).to.equal('total-volume-channel-2026-06-01-2026-06-07.csv');
    expect((await blob.text()).split('\r\n').slice(0, 2)).to.deep.equal([
      'Channel,Total volume,Share',
      'Web chat,40,0.5714285714285714',
    ]);
  });

  it('says why it has no rows', async () => {
    expect(textOf(part(await chartOf({ source: answering(unknownAnswer) }), 'hint'))).to.equal('No data');
    const empty = await chartOf({ source: answering(emptyAnswer) });
    expect(textOf(notice(empty, 'empty'))).to.match(/^No conversations in this range/);
    expect(parts(empty, 'export')).to.deep.equal([]);
    await expect(empty).to.be.accessible();
  });

  it('draws bones while it loads, and fails with a way to try again', async () => {
    const source = waiting();
    const chart = await mount('agent-breakdown-chart', { source });
    await until(() => source.asked.length === 1, 'the question');
    expect(part(chart, 'skeleton')).to.exist;
    source.latest.fail(new Error('The endpoint answered 503.'));
    await until(() => part(chart, 'retry'), 'the failure');
    part(chart, 'retry')!.click();
    await until(() => source.asked.length === 2, 'the question again');
  });
});
