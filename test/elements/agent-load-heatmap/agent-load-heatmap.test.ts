import { expect } from '@open-wc/testing';
import type { AgentLoadHeatmap } from '../../../src/index.js';
import type { FoldedGrain, MetricsQuery } from '../../../src/core/query.js';
import { foldedLabels } from '../../../src/core/time/folded.js';
import { pressKeys } from '../../tools/press-keys.js';
import { answer, answering, unknownAnswer, waiting } from '../support/answers.js';
import { contrast, toLinear } from '../support/color-science.js';
import { catchDownloads } from '../support/downloads.js';
import {
  box,
  choose,
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

/** As many as the place of the label, and most on Tuesday from 10 on. */
function reply({ metrics: [metric = ''], grain, weekStart = 1 }: MetricsQuery, most = 500) {
  const buckets = foldedLabels(grain as FoldedGrain, weekStart);
  const byBucket = buckets.map((bucket, index) => (bucket === '2T10' ? most : index % 24));
  return answer({ [metric]: { value: 1, byBucket } }, { buckets, partial: buckets.map(() => false) });
}

const table = (map: Element) => part<HTMLTableElement>(map, 'table')!;
const stops = (map: Element) => [...table(map).querySelectorAll<HTMLElement>('[tabindex="0"]')];
const focused = (map: Element) => root(map).activeElement!;
const mapOf = (settings: Settings<'agent-load-heatmap'> = {}, parent?: HTMLElement): Promise<AgentLoadHeatmap> =>
  mountReady('agent-load-heatmap', { source: answering((query) => reply(query)), ...settings }, parent);

describe('<agent-load-heatmap>', () => {
  keepConsoleQuiet();

  it('is a table of hours and weekdays with the busiest in words', async () => {
    const source = answering((query) => reply(query));
    const map = await mapOf({ source, weekStart: 7 });
    expect(source.latest.query).to.deep.include({ metrics: ['total-volume'], grain: 'hour-of-week', weekStart: 7 });
    expect([...table(map).tHead!.rows[0]!.cells].map(textOf)).to.deep.equal([
      'Hour',
      'Sun',
      'Mon',
      'Tue',
      'Wed',
      'Thu',
      'Fri',
      'Sat',
    ]);
    expect([...table(map).tBodies[0]!.rows[10]!.cells].map(textOf)).to.deep.equal([
      '10 AM',
      '1010',
      '1010',
      '500500, peak',
      '1010',
      '1010',
      '1010',
      '1010',
    ]);
    expect(textOf(part(map, 'peaks'))).to.match(/^Busiest: Tuesday 10 ?– ?11 AM$/);
    expect(part(map, 'scale')!.getAttribute('aria-label')).to.equal('Scale: 0 – 500');
    await expect(map).to.be.accessible();
  });

  it('is folded as the user chooses', async () => {
    const source = answering((query) => reply(query));
    const map = await mapOf({ source });
    choose(root(map).querySelector('select')!, 'day-of-week');
    await until(
      () => source.latest.query.grain === 'day-of-week' && table(map).tBodies[0]!.rows.length === 7,
      'the days',
    );
    expect(textOf(table(map).tBodies[0]!.rows[1]!.cells[0])).to.equal('Tuesday');
    await expect(map).to.be.accessible();
  });

  it('has one tab stop, walks by arrow keys and says the cell', async () => {
    const map = await mapOf();
    stops(map)[0]!.focus();
    await pressKeys('ArrowDown');
    await pressKeys('ArrowRight');
    await map.updateComplete;
    expect(focused(map)).to.equal(table(map).tBodies[0]!.rows[1]!.cells[2]);
    expect(stops(map)).to.deep.equal([focused(map)]);
    expect(textOf(part(map, 'words')).replaceAll(/\s/g, ' ')).to.match(/^Tuesday 1 ?– ?2 AM: 1$/);
    await pressKeys('Home');
    expect(focused(map)).to.equal(table(map).tBodies[0]!.rows[1]!.cells[1]);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has numbers that can be read in ${scheme} surroundings`, async () => {
      const place = await box('640px');
      place.style.colorScheme = scheme;
      place.style.background = 'Canvas';
      const map = await mapOf({ source: answering((query) => reply(query, 23)) }, place);
      const shown = parts(map, 'cell').map((cell) => getComputedStyle(cell));
      const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
        willReadFrequently: true,
      })!;
      const hex = (color: string, ground?: string) => {
        for (const one of [ground ?? 'white', color]) Object.assign(canvas, { fillStyle: one }).fillRect(0, 0, 1, 1);
        return `#${[...canvas.getImageData(0, 0, 1, 1).data]
          .slice(0, 3)
          .map((value) => value.toString(16).padStart(2, '0'))
          .join('')}`;
      };
      const page = hex(getComputedStyle(place).backgroundColor);
      const ratios = new Map(
        shown.map(({ color, backgroundColor }) => [
          backgroundColor,
          contrast(toLinear(hex(color)), toLinear(hex(backgroundColor, page))),
        ]),
      );
      expect(ratios.size).to.equal(6);
      expect(Math.min(...ratios.values()), JSON.stringify([...ratios])).to.be.at.least(4.5);
    });
  }

  it('fits a phone: hours down, days across, a wide one in a region of its own', async () => {
    const place = await box('360px');
    const map = await mapOf({}, place);
    expect(table(map).getBoundingClientRect().width).to.be.at.most(360);
    const wide = await mapOf({ metric: 'average-response-time' }, place);
    expect(table(wide).getBoundingClientRect().width).to.be.above(360);
    expect(place.scrollWidth).to.be.at.most(360);
  });

  it('hands over its cells as CSV', async () => {
    const map = await mapOf({ grain: 'day-of-week' });
    const downloads = catchDownloads();
    part(map, 'export')!.click();
    const { blob, name } = await downloads.next();
    downloads.stop();
    expect(name).to.equal('total-volume-day-of-week-2026-06-01-2026-06-07.csv');
    expect((await blob.text()).split('\r\n')[2]).to.equal('Tuesday,1');
  });

  it('says why it has no cells', async () => {
    expect(textOf(part(await mapOf({ source: answering(unknownAnswer) }), 'hint'))).to.equal('No data');
    expect(
      textOf(
        notice(
          await mapOf({
            source: answering((query) => ({ ...reply(query), metrics: { 'total-volume': { value: 0 } } })),
          }),
          'empty',
        ),
      ),
    ).to.match(/^No conversations in this range/);
    const wrong = await mount('agent-load-heatmap', {
      source: answering((query) => reply(query)),
      grain: 'day' as never,
    });
    await until(() => part(wrong, 'error'), 'the failure');
    expect(textOf(part(wrong, 'error'))).to.contain('cannot have the grain "day"');
  });

  it('draws bones while it loads, and fails with a way to try again', async () => {
    const source = waiting();
    const map = await mount('agent-load-heatmap', { source });
    await until(() => source.asked.length === 1, 'the question');
    expect(part(map, 'skeleton')).to.exist;
    source.latest.fail(new Error('The endpoint answered 503.'));
    await until(() => part(map, 'retry'), 'the failure');
    part(map, 'retry')!.click();
    await until(() => source.asked.length === 2, 'the question again');
  });
});
