import { expect } from '@open-wc/testing';
import type { AgentTrendChart } from '../../../src/index.js';
import type { AgentBarSelectEvent } from '../../../src/elements/shared/user-events.js';
import type { MetricsQuery } from '../../../src/core/query.js';
import { pressKeys } from '../../tools/press-keys.js';
import { answer, answering, emptyAnswer, unknownAnswer, waiting } from '../support/answers.js';
import { catchDownloads } from '../support/downloads.js';
import {
  box,
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
import { pixelsOf } from '../support/pixels.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

const COUNTS = [5, 6, 7, 8, 9, 10, 4];
const MONEY = [1000, 1100, null, 1300, 1400, 1500, 1600];
const BEFORE = { 'total-volume': [4, 4, 4, 4, 4, 4, 4], 'ai-order-value': [1600, 1500, 1400, 1300, 1200, 1100, 1000] };

function reply({ metrics, compare }: MetricsQuery) {
  const numbers = {
    'total-volume': { value: 49, previous: 28, byBucket: COUNTS },
    'ai-order-value': { value: 1250, previous: 1300, byBucket: MONEY },
  };
  return answer(
    Object.fromEntries(
      metrics.map((metric) => {
        const known = metric as keyof typeof numbers;
        return [metric, { ...numbers[known], ...(compare ? { previousByBucket: BEFORE[known] } : { previous: null }) }];
      }),
    ),
    compare
      ? {
          previousBuckets: [
            '2026-05-25',
            '2026-05-26',
            '2026-05-27',
            '2026-05-28',
            '2026-05-29',
            '2026-05-30',
            '2026-05-31',
          ],
        }
      : {},
  );
}

const canvasOf = (chart: AgentTrendChart) => root(chart).querySelector('canvas')!;
const announced = (chart: AgentTrendChart) => textOf(part(chart, 'plot')!.querySelector('[aria-live]'));
const table = (chart: AgentTrendChart) => part<HTMLTableElement>(chart, 'table')!;
const cells = (row: HTMLTableRowElement | undefined) => [...(row?.cells ?? [])].map(textOf);
const BOTH = ['total-volume', 'ai-order-value'];
const chartOf = (settings: Settings<'agent-trend-chart'> = {}, parent?: HTMLElement) =>
  mountReady('agent-trend-chart', { source: answering(reply), metrics: BOTH, ...settings }, parent);

/** In light surroundings, with bars and line on the canvas. */
async function painted(settings: Settings<'agent-trend-chart'> = {}): Promise<AgentTrendChart> {
  const light = await box('640px');
  light.style.colorScheme = 'light';
  const chart = await chartOf(settings, light);
  await until(() => canvasOf(chart) && pixelsOf(canvasOf(chart), '#4e75de') > 100, 'the bars');
  return chart;
}

async function press(chart: AgentTrendChart, ...keys: string[]): Promise<void> {
  part(chart, 'plot')!.focus();
  for (const one of keys) await pressKeys(one);
  await chart.updateComplete;
}

describe('<agent-trend-chart>', () => {
  keepConsoleQuiet();

  it('asks for its metrics by day with the compared range, one alone by its alias', async () => {
    const source = answering(reply);
    const chart = await chartOf({ source, compare: 'previous-period' });
    expect(source.latest.query).to.deep.include({
      metrics: BOTH,
      grain: 'day',
      compare: { from: '2026-05-25', to: '2026-05-31' },
    });
    expect(source.latest.query).to.not.have.property('groupBy');
    await chartOf({ source, metrics: undefined as never, metric: 'ai-order-value' });
    expect(source.latest.query.metrics).to.deep.equal(['ai-order-value']);
    expect(textOf(part(chart, 'heading'))).to.equal('Total volume, Average order value');
  });

  it('compares with no days before the first fact', async () => {
    const source = answering(reply);
    const chart = await chartOf({ source, compare: '2025-05-01/2025-05-07' });
    expect(source.latest.query.compare).to.equal(undefined);
    expect(parts(chart, 'legend-item')).to.have.length(2);
  });

  it('paints bars and a line, the unfinished bar hatched', async () => {
    const chart = await painted();
    expect(pixelsOf(canvasOf(chart), '#4e75de')).to.be.above(2000);
    expect(pixelsOf(canvasOf(chart), '#c37d07')).to.be.above(50);
    const whole = pixelsOf(canvasOf(chart), '#4e75de');
    chart.source = answering((query) => ({ ...reply(query), partial: COUNTS.map(() => false) }));
    await until(() => canvasOf(chart) && pixelsOf(canvasOf(chart), '#4e75de') > whole + 100, 'the last bar in full');
    await expect(chart).to.be.accessible();
  });

  it('hides a metric and shows it again by its key', async () => {
    const chart = await painted();
    const key = parts<HTMLButtonElement>(chart, 'legend-item')[1]!;
    expect(textOf(key)).to.equal('Average order value €12.50');
    key.click();
    await until(() => pixelsOf(canvasOf(chart), '#c37d07') === 0, 'no line');
    expect(key.getAttribute('aria-pressed')).to.equal('false');
    await press(chart, 'Home');
    expect(announced(chart)).to.equal('Monday, June 1, 2026, Total volume 5');
  });

  it('says both ranges and the change as the user walks', async () => {
    const chart = await painted({ compare: 'previous-period' });
    await press(chart, 'ArrowRight');
    expect(announced(chart)).to.equal(
      'Monday, June 1, 2026, vs Monday, May 25, 2026, Total volume 5 (4 · +25%), Average order value €10.00 (€16.00 · −38%, worse)',
    );
    await press(chart, 'End', 'ArrowUp', 'ArrowUp');
    expect(announced(chart)).to.equal(
      'Sunday, June 7, 2026, Not over yet, vs Sunday, May 31, 2026, Average order value €16.00 (€10.00 · +60%, better)',
    );
    expect(textOf(part(chart, 'tooltip'))).to.contain('€16.00');
    await expect(chart).to.be.accessible();
  });

  it('has every number in its table, gaps as a dash', async () => {
    const chart = await chartOf({ compare: 'previous-period', marks: [{ date: '2026-06-03', label: 'Launch' }] });
    part(chart, 'table-toggle')!.click();
    await until(() => !canvasOf(chart), 'the table alone');
    const [head, , , third] = table(chart).rows;
    expect(cells(head)).to.deep.equal([
      'Day',
      'Total volume',
      'Total volume vs May 25 – 31',
      'Total volume: Change',
      'Average order value',
      'Average order value vs May 25 – 31',
      'Average order value: Change',
    ]);
    expect(cells(third)).to.deep.equal(['Wednesday, June 3, 2026 (Launch)', '7', '4', '+75%', '–', '€14.00', '–']);
    expect(cells(table(chart).tFoot!.rows[0])).to.deep.equal([
      'Whole range',
      '49',
      '28',
      '+75%',
      '€12.50',
      '€13.00',
      '−3.8%, worse',
    ]);
    await expect(chart).to.be.accessible();
  });

  it('shows the amount of its first metric and how it changed above the lines', async () => {
    const chart = await chartOf({ metrics: ['ai-order-value'], headline: true, compare: 'previous-period' });
    expect(textOf(part(chart, 'number'))).to.equal('€12.50');
    expect([textOf(part(chart, 'change')), part(chart, 'change')!.dataset['verdict']]).to.deep.equal([
      '−3.8%, worse',
      'bad',
    ]);
    expect(textOf(part(chart, 'headline')!.querySelector('.spoken'))).to.equal(
      'down: −3.8% from €13.00 (May 25 – 31, 2026), worse',
    );
    const chip = part(chart, 'change')!;
    for (const piece of chip.children)
      expect(getComputedStyle(piece).fontSize).to.equal(getComputedStyle(chip).fontSize);
    await expect(chart).to.be.accessible();
  });

  it('tells which point the user chose: of the first metric, or of the one that is pointed at', async () => {
    const chart = await painted({ timeZone: 'Europe/Berlin' });
    const { events, stop } = listen<AgentBarSelectEvent>('agent-bar-select');
    await press(chart, 'Home', 'Enter', 'ArrowUp', 'ArrowUp', 'Enter');
    stop();
    const day = {
      bucket: '2026-06-01',
      from: '2026-05-31T22:00:00.000Z',
      to: '2026-06-01T22:00:00.000Z',
      groupBy: undefined,
      group: undefined,
      isRest: false,
      cancelable: true,
    };
    expect(
      events.map(({ bucket, from, to, groupBy, group, metric, isRest, cancelable }) => ({
        bucket,
        from,
        to,
        groupBy,
        group,
        metric,
        isRest,
        cancelable,
      })),
    ).to.deep.equal([
      { ...day, metric: 'total-volume' },
      { ...day, metric: 'ai-order-value' },
    ]);
  });

  it('marks dates of its own, else those of its provider', async () => {
    const provider = await mount('agent-metrics-provider', { source: answering(reply), range: 'last-7-days' });
    provider.setAttribute('marks', '2026-06-02:New bot');
    const inherits = await chartOf({ source: undefined as never }, provider);
    await until(() => cells(table(inherits).rows[2])[0]?.includes('(New bot)'), 'the mark of the provider');
    const own = await chartOf({ source: undefined as never, marks: [{ date: '2026-06-01', label: 'Sale' }] }, provider);
    expect([1, 2].map((row) => cells(table(own).rows[row])[0])).to.deep.equal([
      'Monday, June 1, 2026 (Sale)',
      'Tuesday, June 2, 2026',
    ]);
    const volume = await mountReady('agent-volume-chart', {}, provider);
    expect(cells(part<HTMLTableElement>(volume, 'table')!.rows[2])[0]).to.equal('Tuesday, June 2, 2026 (New bot)');
  });

  it('says which marked date is none', async () => {
    const chart = await mount('agent-trend-chart', { source: answering(reply) });
    chart.setAttribute('marks', '2026-02-30:Sale');
    await until(() => part(chart, 'error'), 'the failure');
    expect(textOf(part(chart, 'error'))).to.contain('The marked date "2026-02-30" is no date.');
  });

  it('hands over CSV and picture', async () => {
    const chart = await painted();
    const downloads = catchDownloads();
    const [csv, png] = parts<HTMLButtonElement>(chart, 'export');
    csv!.click();
    expect((await (await downloads.next()).blob.text()).split('\r\n')[3]).to.equal('2026-06-03,7,');
    png!.click();
    const { blob, name } = await downloads.next();
    downloads.stop();
    expect([name, blob.type]).to.deep.equal(['conversations-2026-06-01-2026-06-07.png', 'image/png']);
    expect((await createImageBitmap(blob)).width).to.equal((part(chart, 'plot')!.clientWidth + 32) * 2);
  });

  it('says what is missing rather than draw axes around nothing', async () => {
    const unknown = await chartOf({ source: answering(unknownAnswer) });
    expect(parts(unknown, 'hint').map(textOf)).to.deep.equal(['Total volume: No data', 'Average order value: No data']);
    expect(canvasOf(unknown)).to.equal(null);
    expect(parts(unknown, 'export')).to.deep.equal([]);
    const empty = await chartOf({ source: answering(emptyAnswer), metrics: ['total-volume'] });
    expect(textOf(notice(empty, 'empty'))).to.match(/^No conversations in this range/);
  });

  it('fails with the last lines kept, and tries again', async () => {
    const source = waiting();
    const chart = await mount('agent-trend-chart', { source, metrics: BOTH });
    await until(() => source.asked.length === 1, 'the question');
    expect(part(chart, 'skeleton')).to.exist;
    source.latest.answer(reply(source.latest.query));
    await until(() => canvasOf(chart), 'the lines');
    chart.range = 'last-14-days';
    await until(() => source.asked.length === 2, 'the next question');
    source.latest.fail(new Error('The endpoint answered 503.'));
    await until(() => part(chart, 'error'), 'the failure');
    expect(textOf(part(chart, 'error'))).to.contain('Numbers for Jun 1 – 7, 2026');
    expect(canvasOf(chart)).to.exist;
    part(chart, 'retry')!.click();
    await until(() => source.asked.length === 3, 'the question again');
  });
});
