import { expect } from '@open-wc/testing';
import { Chart } from 'chart.js';
import { drawChart } from '../../../../src/elements/shared/chart/draw-chart.js';
import type { Plot } from '../../../../src/elements/shared/chart/plot.js';

const BARS: Plot = {
  buckets: ['2026-06-01'],
  partial: [false],
  series: [{ id: 'web-chat', token: 'series-1', values: [4] }],
  isStacked: true,
  ticks: { places: [0], labels: ['Jun 1'] },
  axes: [{ formatNumber: (value) => `${value} talks`, isWhole: true }],
  marks: [],
  colors: { text: '#000', page: '#fff', line: '#888', grid: '#888', muted: '#888' },
  font: { family: 'sans-serif', size: 12 },
  direction: 'ltr',
  active: undefined,
};

describe('bars drawn again', () => {
  it('have an axis in the newest words', () => {
    const canvas = document.createElement('canvas');
    const chart = drawChart(canvas, BARS);
    const highest = () => Chart.getChart(canvas)!.scales['y']!.ticks.at(-1)!.label;
    expect(highest()).to.equal('4 talks');
    chart.update({ ...BARS, axes: [{ formatNumber: (value) => `${value} Gespräche`, isWhole: true }] });
    expect(highest()).to.equal('4 Gespräche');
    chart.destroy();
  });
});
