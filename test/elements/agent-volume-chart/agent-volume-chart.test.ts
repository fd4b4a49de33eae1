import { expect } from '@open-wc/testing';
import { Chart } from 'chart.js';
import type { AgentVolumeChart } from '../../../src/index.js';
import type {
  AgentBarSelectEvent,
  AgentExportEvent,
  AgentGroupChangeEvent,
} from '../../../src/elements/shared/user-events.js';
import { pressKeys } from '../../tools/press-keys.js';
import { answer, answering, emptyAnswer, unknownAnswer, volumeAnswer } from '../support/answers.js';
import {
  box,
  choose,
  listen,
  mountReady,
  notice,
  part,
  parts,
  root,
  textOf,
  until,
  type Settings,
} from '../support/page.js';
import { countColors, pixelsOf } from '../support/pixels.js';
import { catchDownloads } from '../support/downloads.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

const canvasOf = (chart: AgentVolumeChart) => root(chart).querySelector('canvas')!;
const groupSelect = (chart: AgentVolumeChart) => root(chart).querySelector('select')!;
const key = (chart: AgentVolumeChart, name: string) =>
  parts<HTMLButtonElement>(chart, 'legend-item').find((one) => textOf(one).startsWith(name))!;
const exportButton = (chart: AgentVolumeChart, format: string) =>
  parts<HTMLButtonElement>(chart, 'export').find((one) => textOf(one) === format)!;
const announced = (chart: AgentVolumeChart) => textOf(part(chart, 'plot')!.querySelector('[aria-live]'));
const isPainted = (chart: AgentVolumeChart) =>
  canvasOf(chart) && Chart.getChart(canvasOf(chart)) !== undefined && pixelsOf(canvasOf(chart), '#4e75de') > 0;

/** A chart in light surroundings whose bars are on the canvas. */
async function painted(settings: Settings<'agent-volume-chart'> = {}): Promise<AgentVolumeChart> {
  const light = await box('640px');
  light.style.colorScheme = 'light';
  const chart = await mountReady('agent-volume-chart', { source: answering(volumeAnswer), ...settings }, light);
  await until(
    () =>
      isPainted(chart) && Math.abs(canvasOf(chart).width - part(chart, 'plot')!.clientWidth * devicePixelRatio) <= 1,
    'the bars',
  );
  return chart;
}

async function press(chart: AgentVolumeChart, ...keys: string[]): Promise<void> {
  part(chart, 'plot')!.focus();
  for (const one of keys) await pressKeys(one);
  await chart.updateComplete;
}

const cells = (row: HTMLTableRowElement | undefined) => [...(row?.cells ?? [])].map(textOf);

describe('<agent-volume-chart>', () => {
  keepConsoleQuiet();

  it('asks for seven groups of the channel by day, without a comparison', async () => {
    const source = answering(volumeAnswer);
    await mountReady('agent-volume-chart', { source, compare: 'previous-period' });
    expect(source.latest.query).to.deep.include({
      metrics: ['total-volume'],
      groupBy: 'channel',
      limit: 7,
      grain: 'day',
    });
    expect(source.latest.query.compare).to.equal(undefined);
  });

  it('paints its bars in the colours of its series, the unfinished day lighter', async () => {
    const chart = await painted();
    expect(pixelsOf(canvasOf(chart), '#4e75de')).to.be.above(500);
    expect(pixelsOf(canvasOf(chart), '#c37d07')).to.be.above(200);
    expect(pixelsOf(canvasOf(chart), '#288d82')).to.equal(0);
    const whole = pixelsOf(canvasOf(chart), '#4e75de');
    chart.source = answering(() => ({ ...volumeAnswer(), partial: volumeAnswer().buckets!.map(() => false) }));
    await until(
      () => isPainted(chart) && pixelsOf(canvasOf(chart), '#4e75de') > whole + 100,
      'the seventh bar in full',
    );
  });

  it('paints anew when the colours around it change', async () => {
    const chart = await painted();
    chart.parentElement!.style.colorScheme = 'dark';
    await until(() => pixelsOf(canvasOf(chart), '#7192f4') > 500, 'the dark colours');
    expect(pixelsOf(canvasOf(chart), '#4e75de')).to.equal(0);
  });

  it('takes the colours of the page’s tokens, however they are written', async () => {
    const chart = await painted();
    chart.style.setProperty('--agent-series-1', 'color-mix(in srgb, #ff0000 50%, #0000ff)');
    await until(
      () => pixelsOf(canvasOf(chart), '#800080') + pixelsOf(canvasOf(chart), '#80007f') > 500,
      'the mixed colour',
    );
  });

  it('fills its box and follows its size', async () => {
    const chart = await painted();
    const ratio = devicePixelRatio;
    await until(() => Math.abs(canvasOf(chart).width - part(chart, 'plot')!.clientWidth * ratio) <= 1, 'the width');
    chart.parentElement!.style.inlineSize = '400px';
    await until(() => Math.abs(canvasOf(chart).width - 400 * ratio) <= 1, 'the smaller width');
  });

  it('has a legend of buttons with totals that hide their series', async () => {
    const chart = await painted();
    expect(parts(chart, 'legend-item').map(textOf)).to.deep.equal(['Web chat 49', 'SMS 21']);
    expect(part(chart, 'legend')!.getAttribute('aria-label')).to.equal('Shown groups');
    key(chart, 'Web chat').click();
    await until(() => pixelsOf(canvasOf(chart), '#4e75de') === 0, 'no blue');
    expect(key(chart, 'Web chat').getAttribute('aria-pressed')).to.equal('false');
    expect(pixelsOf(canvasOf(chart), '#c37d07')).to.be.above(200);
    await expect(chart).to.be.accessible();
    key(chart, 'Web chat').click();
    await until(() => isPainted(chart), 'the blue');
  });

  it('has the same numbers as a table for screen readers, and for everyone on demand', async () => {
    const chart = await painted();
    const table = () => part<HTMLTableElement>(chart, 'table')!;
    expect(textOf(table().caption)).to.match(/^Conversations, Jun 1 – 7, 2026$/);
    expect(cells(table().rows[0])).to.deep.equal(['Day', 'Web chat', 'SMS', 'Total']);
    expect(cells(table().rows[1])).to.deep.equal(['Monday, June 1, 2026', '5', '1', '6']);
    expect(cells(table().rows[7])).to.deep.equal(['Sunday, June 7, 2026 (Not over yet)', '4', '0', '4']);
    expect(cells(table().rows[8])).to.deep.equal(['Total', '49', '21', '70']);
    part(chart, 'table-toggle')!.click();
    await until(() => !canvasOf(chart), 'the table alone');
    expect(textOf(part(chart, 'table-toggle'))).to.equal('Show as chart');
    expect(part(chart, 'table')!.getBoundingClientRect().width).to.be.above(200);
    await expect(chart).to.be.accessible();
    part(chart, 'table-toggle')!.click();
    await until(() => canvasOf(chart) && isPainted(chart), 'the bars again');
  });

  it('groups by what the user chooses and tells the page', async () => {
    const source = answering(volumeAnswer);
    const chart = await painted({ source });
    const { events, stop } = listen<AgentGroupChangeEvent>('agent-group-change');
    expect([...groupSelect(chart).options].map(textOf)).to.deep.equal(['Channel', 'Status', 'Tag']);
    choose(groupSelect(chart), 'status');
    await until(() => source.latest.query.groupBy === 'status', 'the question');
    stop();
    expect(events.map(({ groupBy, composed }) => [groupBy, composed])).to.deep.equal([['status', true]]);
    expect(chart.groupBy).to.equal('status');
  });

  it('shows the page’s grouping in its picker, also after the user chose another, and fires nothing for it', async () => {
    const chart = await painted();
    choose(groupSelect(chart), 'status');
    const { events, stop } = listen('agent-group-change');
    chart.groupBy = 'channel';
    await chart.updateComplete;
    expect(groupSelect(chart).value).to.equal('channel');
    chart.setAttribute('group-by', 'skill');
    chart.setAttribute('group-options', 'channel,tag');
    await chart.updateComplete;
    stop();
    expect([...groupSelect(chart).options].map(({ value }) => value)).to.deep.equal(['channel', 'tag', 'skill']);
    expect(groupSelect(chart).value).to.equal('skill');
    expect(events).to.deep.equal([]);
  });

  it('asks by the grain and metric its attributes name', async () => {
    const source = answering(({ metrics }) =>
      answer(
        { [metrics[0]!]: { value: 3, byBucket: [3], reason: 'no-dimension', byGroup: null } },
        { buckets: ['2026-06-01'], partial: [true] },
      ),
    );
    const chart = await mountReady('agent-volume-chart', { source, grain: 'week' });
    expect(source.latest.query.grain).to.equal('week');
    chart.setAttribute('metric', 'ai-resolved');
    await until(() => source.latest.query.metrics[0] === 'ai-resolved', 'the question');
    await until(() => textOf(part(chart, 'heading')) === 'Resolved by AI', 'the title');
  });

  it('walks through the bars by arrow keys and reads each aloud', async () => {
    const chart = await painted();
    expect(part(chart, 'plot')!.getAttribute('role')).to.equal('group');
    expect(part(chart, 'plot')!.getAttribute('aria-label')).to.contain('Use the arrow keys');
    await press(chart, 'ArrowRight');
    expect(announced(chart)).to.equal('Monday, June 1, 2026, Total 6, Web chat 5 (83.3%), SMS 1 (16.7%)');
    expect(textOf(part(chart, 'tooltip'))).to.contain('Monday, June 1, 2026');
    await press(chart, 'ArrowRight');
    expect(announced(chart)).to.match(/^Tuesday/);
    await press(chart, 'End');
    expect(announced(chart)).to.match(/^Sunday, June 7, 2026, Not over yet/);
    await press(chart, 'ArrowUp');
    expect(announced(chart)).to.match(/Total 4, Web chat 4 \(100%\)$/);
    await press(chart, 'Home');
    expect(announced(chart)).to.match(/^Monday.*Web chat 5 \(83\.3%\)$/);
    await expect(chart).to.be.accessible();
    await press(chart, 'Escape');
    expect(announced(chart)).to.equal('');
    expect(part(chart, 'tooltip')).to.not.exist;
  });

  it('walks the other way from right to left', async () => {
    const chart = await painted({ dir: 'rtl' });
    await press(chart, 'ArrowLeft');
    expect(announced(chart)).to.match(/^Monday/);
    await press(chart, 'ArrowLeft');
    expect(announced(chart)).to.match(/^Tuesday/);
    await press(chart, 'ArrowRight');
    expect(announced(chart)).to.match(/^Monday/);
  });

  it('tells which bar the user chose, whole or a piece of it', async () => {
    const chart = await painted({ timeZone: 'Europe/Berlin' });
    const { events, stop } = listen<AgentBarSelectEvent>('agent-bar-select');
    await press(chart, 'Enter');
    await press(chart, 'ArrowRight', 'Enter');
    await press(chart, 'ArrowUp', 'ArrowUp', ' ');
    stop();
    const day = {
      bucket: '2026-06-01',
      from: '2026-05-31T22:00:00.000Z',
      to: '2026-06-01T22:00:00.000Z',
      metric: 'total-volume',
    };
    expect(
      events.map(({ bucket, from, to, metric, groupBy, group }) => ({ bucket, from, to, metric, groupBy, group })),
    ).to.deep.equal([
      { ...day, groupBy: undefined, group: undefined },
      { ...day, groupBy: 'channel', group: 'sms' },
    ]);
    expect(events.every(({ bubbles, composed, cancelable }) => bubbles && composed && cancelable)).to.equal(true);
  });

  it('shows the words of the bar under the pointer and chooses it on a click', async () => {
    const chart = await painted();
    const { left, top, width, height } = canvasOf(chart).getBoundingClientRect();
    const at = { bubbles: true, composed: true, clientX: left + 44 + (width - 44) / 14, clientY: top + height - 40 };
    const { events, stop } = listen<AgentBarSelectEvent>('agent-bar-select');
    canvasOf(chart).dispatchEvent(new PointerEvent('pointermove', at));
    await until(() => part(chart, 'tooltip'), 'the tooltip');
    expect(textOf(part(chart, 'tooltip'))).to.contain('Monday, June 1, 2026');
    canvasOf(chart).dispatchEvent(new MouseEvent('click', at));
    stop();
    expect(events.map(({ bucket, group }) => [bucket, group])).to.deep.equal([['2026-06-01', 'web-chat']]);
    part(chart, 'plot')!.dispatchEvent(new PointerEvent('pointerleave'));
    await until(() => !part(chart, 'tooltip'), 'no tooltip');
  });

  it('shows the words of a bar at a finger’s first tap and chooses it at the second', async () => {
    const chart = await painted();
    const { left, top, width, height } = canvasOf(chart).getBoundingClientRect();
    const { events, stop } = listen<AgentBarSelectEvent>('agent-bar-select');
    const tap = async (day: number) => {
      const at = {
        bubbles: true,
        composed: true,
        pointerType: 'touch',
        clientX: left + 44 + ((width - 44) / 7) * (day - 0.5),
        clientY: top + height - 40,
      };
      for (const [type, init] of [
        ['pointerdown', at],
        ['pointerleave', { ...at, bubbles: false }],
        ['click', at],
      ] as const)
        canvasOf(chart).dispatchEvent(new PointerEvent(type, init));
      await chart.updateComplete;
      return [textOf(part(chart, 'tooltip')).slice(0, 6), ...events.splice(0).map(({ bucket }) => bucket)];
    };
    expect(await tap(1)).to.deep.equal(['Monday']);
    expect(await tap(2)).to.deep.equal(['Tuesda']);
    expect(await tap(2)).to.deep.equal(['Tuesda', '2026-06-02']);
    stop();
  });

  it('keeps the tooltip inside the chart at every bar', async () => {
    const chart = await painted();
    for (const one of ['Home', ...Array.from({ length: 6 }, () => 'ArrowRight')]) {
      await press(chart, one);
      const inside = () => {
        const [tip, plot] = [
          part(chart, 'tooltip')!.getBoundingClientRect(),
          part(chart, 'plot')!.getBoundingClientRect(),
        ];
        return tip.left >= plot.left - 1 && tip.right <= plot.right + 1;
      };
      await until(inside, 'the tooltip inside');
    }
  });

  it('has one tab stop for the bars, after its tools and legend', async () => {
    const chart = await painted();
    groupSelect(chart).focus();
    const stops: string[] = [];
    for (let stop = 0; stop < 6; stop++) {
      const before = root(chart).activeElement;
      await pressKeys('Tab');
      await until(() => root(chart).activeElement !== before, 'the next stop');
      stops.push(root(chart).activeElement!.getAttribute('part')!);
    }
    expect(stops).to.deep.equal(['table-toggle', 'export', 'export', 'legend-item', 'legend-item', 'plot']);
  });

  it('says that a range has no conversations, without axes around nothing', async () => {
    const chart = await mountReady('agent-volume-chart', { source: answering(emptyAnswer) });
    expect(textOf(notice(chart, 'empty'))).to.equal(
      'No conversations in this range. Choose a longer range or fewer filters.',
    );
    expect(canvasOf(chart)).to.not.exist;
    expect(parts(chart, 'export')).to.deep.equal([]);
    await expect(chart).to.be.accessible();
  });

  it('draws the zero of another metric, which says that something did not happen', async () => {
    const chart = await mountReady('agent-volume-chart', { source: answering(emptyAnswer), metric: 'link-clicks' });
    expect(notice(chart, 'empty')).to.not.exist;
    expect(canvasOf(chart)).to.exist;
  });

  it('says that there are no data rather than blaming the grouping', async () => {
    const chart = await mountReady('agent-volume-chart', { source: answering(unknownAnswer) });
    expect(textOf(part(chart, 'hint'))).to.equal('No data');
    expect(canvasOf(chart)).to.not.exist;
    expect(parts(chart, 'export')).to.deep.equal([]);
    expect(part<HTMLTableElement>(chart, 'table')!.tFoot!.rows[0]!.cells[1]!.textContent).to.equal('–');
  });

  it('says that these data have no such dimension', async () => {
    const source = answering(() =>
      answer({ 'total-volume': { value: 3, byBucket: [3, 0, 0, 0, 0, 0, 0], reason: 'no-dimension', byGroup: null } }),
    );
    const chart = await mountReady('agent-volume-chart', { source });
    expect(textOf(part(chart, 'hint'))).to.equal('These data have no channel; the bars show all conversations.');
    await expect(chart).to.be.accessible();
  });

  it('hands over what it shows as CSV: a row per day, a column per shown group, zone and metric in the head', async () => {
    const chart = await painted({ timeZone: 'Europe/Berlin' });
    const downloads = catchDownloads();
    const file = async (): Promise<string[]> => (await (await downloads.next()).blob.text()).split('\r\n');
    exportButton(chart, 'CSV').click();
    const lines = await file();
    expect(lines.slice(0, 3)).to.deep.equal([
      'Day (Europe/Berlin),Channel: Web chat,Channel: SMS,Conversations (Total)',
      '2026-06-01,5,1,6',
      '2026-06-02,6,2,8',
    ]);
    expect(lines.slice(7)).to.deep.equal(['2026-06-07,4,0,4', '']);
    key(chart, 'SMS').click();
    await chart.updateComplete;
    exportButton(chart, 'CSV').click();
    expect((await file())[1]).to.equal('2026-06-01,5,5');
    expect(downloads.names).to.deep.equal([
      'conversations-2026-06-01-2026-06-07.csv',
      'conversations-2026-06-01-2026-06-07.csv',
    ]);
    downloads.stop();
  });

  it('hands over its picture at twice the size, on the page’s colour and without what is pointed at', async () => {
    const chart = await painted();
    const downloads = catchDownloads();
    await press(chart, 'Home');
    exportButton(chart, 'PNG').click();
    const { blob, name } = await downloads.next();
    downloads.stop();
    expect([name, blob.type]).to.deep.equal(['conversations-2026-06-01-2026-06-07.png', 'image/png']);
    const image = await createImageBitmap(blob);
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    canvas.getContext('2d')!.drawImage(image, 0, 0);
    expect(image.width).to.equal((part(chart, 'plot')!.clientWidth + 32) * 2);
    expect([...canvas.getContext('2d')!.getImageData(2, 2, 1, 1).data]).to.deep.equal([255, 255, 255, 255]);
    expect(pixelsOf(canvas, '#4e75de')).to.be.above(2000);
    expect(pixelsOf(canvas, '#c37d07')).to.be.above(800);
    expect(isPainted(chart)).to.equal(true);
  });

  it('leaves the file to a page that prevents the event', async () => {
    const chart = await painted();
    const downloads = catchDownloads();
    const { events, stop } = listen<AgentExportEvent>('agent-export');
    chart.addEventListener('agent-export', (event) => event.preventDefault(), { once: true });
    exportButton(chart, 'PNG').click();
    await chart.updateComplete;
    stop();
    downloads.stop();
    expect(
      events.map(({ format, filename, composed, cancelable }) => [format, filename, composed, cancelable]),
    ).to.deep.equal([['png', 'conversations-2026-06-01-2026-06-07.png', true, true]]);
    expect(downloads.names).to.deep.equal([]);
  });

  it('offers the numbers alone where it shows the table', async () => {
    const chart = await painted();
    part(chart, 'table-toggle')!.click();
    await until(() => !canvasOf(chart), 'the table alone');
    expect(parts(chart, 'export').map((button) => button.getAttribute('aria-label'))).to.deep.equal(['Export as CSV']);
  });

  it('hands over every group of the table, also one that is hidden in the bars', async () => {
    const chart = await painted();
    key(chart, 'SMS').click();
    part(chart, 'table-toggle')!.click();
    await until(() => !canvasOf(chart), 'the table alone');
    const downloads = catchDownloads();
    exportButton(chart, 'CSV').click();
    const lines = (await (await downloads.next()).blob.text()).split('\r\n');
    downloads.stop();
    expect(lines.slice(0, 2)).to.deep.equal([
      'Day (UTC),Channel: Web chat,Channel: SMS,Conversations (Total)',
      '2026-06-01,5,1,6',
    ]);
  });

  it('leaves no chart and no observer behind', async () => {
    const watched = new Set<Element>();
    const { observe, disconnect } = ResizeObserver.prototype;
    const byObserver = new Map<ResizeObserver, Element>();
    ResizeObserver.prototype.observe = function (element, options) {
      watched.add(element);
      byObserver.set(this, element);
      return observe.call(this, element, options);
    };
    ResizeObserver.prototype.disconnect = function () {
      watched.delete(byObserver.get(this)!);
      return disconnect.call(this);
    };
    try {
      const chart = await painted();
      const canvas = canvasOf(chart);
      await until(() => watched.size === 1, 'the observer');
      chart.remove();
      expect(Chart.getChart(canvas)).to.equal(undefined);
      expect(watched.size).to.equal(0);
      (await box()).append(chart);
      await until(() => Chart.getChart(canvasOf(chart)), 'the chart again');
      chart.source = undefined;
      await until(() => !canvasOf(chart), 'no canvas');
      expect(watched.size).to.equal(0);
      expect(Object.values(Chart.instances).some(({ canvas: one }) => root(chart).contains(one))).to.equal(false);
    } finally {
      Object.assign(ResizeObserver.prototype, { observe, disconnect });
    }
  });

  it('draws a thousand hours', async () => {
    const hours = Array.from({ length: 1000 }, (_, hour) =>
      new Date(Date.UTC(2026, 3, 1, hour)).toISOString().replace('.000Z', '+00:00').replace(':00+', '+'),
    );
    const values = hours.map((_, hour) => hour % 5);
    const metric = { value: 2000, byBucket: values, byGroup: [2000], byGroupAndBucket: [values] };
    const source = answering(() =>
      answer({ 'total-volume': metric }, { buckets: hours, partial: hours.map(() => false), groups: ['web-chat'] }),
    );
    const chart = await mountReady('agent-volume-chart', { source, grain: 'hour', range: '2026-04-01/2026-05-12' });
    await until(() => Chart.getChart(canvasOf(chart))?.getDatasetMeta(0).data.length === 1000, 'the bars');
    await until(() => pixelsOf(canvasOf(chart), '#4e75de') + countColors(canvasOf(chart)).size > 10, 'their pixels');
    await until(
      () => part<HTMLTableElement>(chart, 'table')?.tBodies[0]!.rows.length === 1000,
      'the table, once the bars are drawn',
    );
  });

  it('shows a long table at once to whoever asks for it, and keeps it to its newest numbers', async () => {
    const days = Array.from({ length: 500 }, (_, day) =>
      new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10),
    );
    const volume = (each: number) => () => {
      const values = days.map(() => each);
      return answer(
        { 'total-volume': { value: 500 * each, byBucket: values, byGroup: [500 * each], byGroupAndBucket: [values] } },
        { buckets: days, partial: days.map(() => false), groups: ['web-chat'] },
      );
    };
    const chart = await mountReady('agent-volume-chart', {
      source: answering(volume(3)),
      grain: 'day',
      range: `${days[0]}/${days.at(-1)}`,
    });
    part(chart, 'table-toggle')!.click();
    await chart.updateComplete;
    expect(cells(part<HTMLTableElement>(chart, 'table')!.rows[500])).to.deep.equal(['Friday, May 15, 2026', '3', '3']);
    part(chart, 'table-toggle')!.click();
    chart.source = answering(volume(4));
    await until(() => cells(part<HTMLTableElement>(chart, 'table')!.rows[500])[1] === '4', 'the newer numbers');
  });

  it('names a long table after the numbers that stand in it', async () => {
    const days = Array.from({ length: 500 }, (_, day) =>
      new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10),
    );
    let each = 3;
    const source = answering(() => {
      const values = days.map(() => each);
      return answer(
        { 'total-volume': { value: 500 * each, byBucket: values, byGroup: [500 * each], byGroupAndBucket: [values] } },
        { buckets: days, partial: days.map(() => false), groups: ['web-chat'] },
      );
    });
    const chart = await mountReady('agent-volume-chart', { source, grain: 'day', range: `${days[0]}/${days.at(-1)}` });
    const table = () => part<HTMLTableElement>(chart, 'table');
    await until(() => table(), 'the table');
    const before = textOf(table()!.caption);
    each = 4;
    chart.range = `${days[0]}/2026-05-14`;
    await until(() => textOf(table()!.caption) !== before, 'the other range');
    expect(cells(table()!.rows[500])[1]).to.equal('4');
  });
});
