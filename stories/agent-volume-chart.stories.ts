import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/agent-volume-chart.js';
import { createLocalSource, type MetricsSource } from '../src/sources/index.js';
import { failing, failingLater, loading } from './fixtures/scripted-source.js';
import { ended, manyTags, NOW, plain, shop, switchedOff } from './fixtures/shop.js';
import { narrow } from './fixtures/surround.js';

interface Args {
  source: MetricsSource;
  range?: string;
  groupBy: string;
  grain: string;
  metric: string;
  filters?: string;
}

const from = (data: object, options = {}) => createLocalSource(data, { now: NOW, ...options });

const meta: Meta<Args> = {
  title: 'agent-volume-chart',
  component: 'agent-volume-chart',
  args: { source: from(shop), range: 'last-14-days', groupBy: 'channel', grain: 'auto', metric: 'total-volume' },
  argTypes: { source: { control: false } },
  render: ({ source, range, groupBy, grain, metric, filters = '' }) => html`
    <agent-volume-chart now=${NOW} time-zone="UTC" group-by=${groupBy} grain=${grain} metric=${metric} filters=${filters} .range=${range} .source=${source}></agent-volume-chart>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** Conversations a day by channel; today's bar, which is not over, is hatched. */
export const Default: Story = {};

/** Statuses have colours and signs of their own. */
export const ByStatus: Story = { args: { groupBy: 'status' } };

/** Seven groups have a colour each; the rest is put together. */
export const ManyGroups: Story = { args: { source: from(manyTags), groupBy: 'tag', range: 'last-30-days' } };

/** The same numbers as a table. */
export const AsTable: Story = {
  play: async ({ canvasElement }) => {
    const chart = canvasElement.querySelector('agent-volume-chart')!;
    await new Promise((resolve) => chart.addEventListener('agent-load', resolve, { once: true }));
    await chart.updateComplete;
    chart.shadowRoot!.querySelector<HTMLElement>('[part="table-toggle"]')!.click();
  },
};

/** A bar in words, by pointer or arrow keys. */
export const PointedAt: Story = {
  play: async ({ canvasElement }) => {
    const chart = canvasElement.querySelector('agent-volume-chart')!;
    await new Promise((resolve) => chart.addEventListener('agent-load', resolve, { once: true }));
    await chart.updateComplete;
    const plot = chart.shadowRoot!.querySelector<HTMLElement>('[part="plot"]')!;
    for (const key of ['End', 'ArrowLeft', 'ArrowUp']) plot.dispatchEvent(new KeyboardEvent('keydown', { key }));
  },
};

export const Loading: Story = { args: { source: loading() } };

/** No endpoint, no data: it says what to set. */
export const WithoutSource: Story = { args: { source: undefined as never } };

/** No conversation fits: a sentence says what to do. */
export const Empty: Story = { args: { filters: 'channel:fax' } };

/** These data have no channel: one bar a day, and why. */
export const WithoutDimension: Story = { args: { source: from(plain) } };

/** These data have no orders at all. */
export const WithoutData: Story = { args: { source: from(plain), metric: 'ai-revenue' } };

export const Failed: Story = { args: { source: failing() } };

/** A failed refresh keeps the last bars and says how old they are. */
export const FailedWithLastNumbers: Story = {
  args: { source: failingLater() },
  play: async ({ canvasElement }) => {
    const chart = canvasElement.querySelector('agent-volume-chart')!;
    await new Promise((resolve) => chart.addEventListener('agent-load', resolve, { once: true }));
    const failed = new Promise((resolve) => chart.addEventListener('agent-error', resolve, { once: true }));
    chart.range = 'last-7-days';
    await failed;
  },
};

export const NotLive: Story = { args: { source: from({ ...shop, live: null }) } };
export const SwitchedOff: Story = { args: { source: from(switchedOff) } };
export const DataBeforeRange: Story = { args: { source: from(ended) } };

/** A day by the hour. */
export const Hours: Story = { args: { range: 'yesterday' } };

/** A thousand hours: names and bars thin out, the table keeps each. */
export const ThousandHours: Story = { args: { range: '2026-04-27/2026-06-07', grain: 'hour' } };

/** Launches and sales on the axis. */
export const MarkedDates: Story = {
  render: ({ source }) =>
    html`<agent-volume-chart now=${NOW} time-zone="UTC" range="last-14-days" marks="2026-05-28:Spring sale;2026-06-04:New bot" .source=${source}></agent-volume-chart>`,
};

/** A year by the month. */
export const Months: Story = { args: { range: 'last-12-months', grain: 'month' } };

/** The page brings the facts; nothing is fetched. */
export const AloneWithData: Story = {
  render: () => html`<agent-volume-chart now=${NOW} heading="This week" .data=${shop}></agent-volume-chart>`,
};

export const Dark: Story = { globals: { theme: 'dark' } };
export const DarkManyGroups: Story = { ...ManyGroups, globals: { theme: 'dark' } };
export const Narrow: Story = { decorators: [narrow] };
export const NarrowGerman: Story = { decorators: [narrow], globals: { locale: 'de' }, args: { groupBy: 'status' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const German: Story = { globals: { locale: 'de' } };
export const Korean: Story = { globals: { locale: 'ko' } };
export const Finnish: Story = { globals: { locale: 'fi' } };
