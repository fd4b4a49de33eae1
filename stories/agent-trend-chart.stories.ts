import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/agent-trend-chart.js';
import type { Mark } from '../src/core/marks.js';
import { createLocalSource, type MetricsSource } from '../src/sources/index.js';
import { checkouts, saleMarks } from './fixtures/checkouts.js';
import { failing, loading } from './fixtures/scripted-source.js';
import { NOW, plain } from './fixtures/shop.js';
import { narrow } from './fixtures/surround.js';

interface Args {
  source: MetricsSource;
  metrics: string;
  range: string;
  compare: string;
  grain: string;
  headline: boolean;
  marks?: Mark[];
}

const from = (data: object) => createLocalSource(data, { now: NOW });

const meta: Meta<Args> = {
  title: 'agent-trend-chart',
  component: 'agent-trend-chart',
  args: {
    source: from(checkouts),
    metrics: 'signed-in-checkouts,signed-in-order-value',
    range: 'last-30-days',
    compare: 'none',
    grain: 'auto',
    headline: false,
  },
  argTypes: { source: { control: false } },
  render: ({ source, metrics, range, compare, grain, headline, marks }) => html`
    <agent-trend-chart now=${NOW} time-zone="UTC" metrics=${metrics} range=${range} compare=${compare} grain=${grain} ?headline=${headline} .marks=${marks} .source=${source}></agent-trend-chart>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** A count beside money: bars and a line, each with its own axis. */
export const Default: Story = {};

/** The days before as dashed lines. */
export const Compared: Story = { args: { compare: 'previous-period' } };

/** One metric with its amount and change. */
export const WithHeadline: Story = {
  args: { metrics: 'signed-in-order-value', headline: true, compare: 'previous-period' },
};

/** Launches and sales on the axis. */
export const MarkedDates: Story = { args: { range: 'last-90-days', marks: saleMarks } };

/** A third unit is in the table alone, and what is missing is said. */
export const MoreThanFits: Story = { args: { metrics: 'signed-in-checkouts,signed-in-order-value,total-volume' } };

/** The same numbers as a table. */
export const AsTable: Story = {
  args: { compare: 'previous-period' },
  play: async ({ canvasElement }) => {
    const chart = canvasElement.querySelector('agent-trend-chart')!;
    await new Promise((resolve) => chart.addEventListener('agent-load', resolve, { once: true }));
    await chart.updateComplete;
    chart.shadowRoot!.querySelector<HTMLElement>('[part="table-toggle"]')!.click();
  },
};

export const Weeks: Story = { args: { range: 'last-90-days', grain: 'week', compare: 'none', marks: saleMarks } };
export const Loading: Story = { args: { source: loading() } };
export const Failed: Story = { args: { source: failing() } };

/** These data have no checkouts. */
export const WithoutData: Story = { args: { source: from(plain) } };

export const Dark: Story = { ...Compared, globals: { theme: 'dark' } };
export const Narrow: Story = { ...MarkedDates, decorators: [narrow] };
export const RightToLeft: Story = { ...MarkedDates, globals: { direction: 'rtl' } };
export const German: Story = { ...Compared, globals: { locale: 'de' } };
