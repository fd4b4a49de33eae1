import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/index.js';
import { createLocalSource } from '../src/sources/index.js';
import { ended, NOW, shop } from './fixtures/shop.js';
import { narrow } from './fixtures/surround.js';

interface Args {
  range: string;
  compare: string;
  data: object;
}

const widgets: TemplateResult = html`
  <agent-range-picker></agent-range-picker>
  <agent-kpi-grid metrics="total-volume,ai-resolved,ai-resolved-rate,ai-revenue"></agent-kpi-grid>
  <agent-volume-chart></agent-volume-chart>
`;

const meta: Meta<Args> = {
  title: 'agent-metrics-provider',
  component: 'agent-metrics-provider',
  args: { range: 'last-14-days', compare: 'previous-period', data: shop },
  argTypes: { data: { control: false } },
  render: ({ range, compare, data }) => html`
    <agent-metrics-provider now=${NOW} time-zone="UTC" range=${range} compare=${compare} .source=${createLocalSource(data, { now: NOW })}>
      <div style="display: grid; gap: 1.5rem">${widgets}</div>
    </agent-metrics-provider>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** One source and one range for all widgets inside; the picker moves them all. */
export const Default: Story = {};

/** “Show the last data” in one widget leads all of them there. */
export const DataBeforeRange: Story = { args: { data: ended, range: 'last-7-days' } };

/** An inner provider brings other data and leaves the range to the outer one. */
export const Nested: Story = {
  render: ({ range, data }) => html`
    <agent-metrics-provider now=${NOW} time-zone="UTC" range=${range} .source=${createLocalSource(data, { now: NOW })}>
      <agent-range-picker></agent-range-picker>
      <agent-kpi-grid heading="All channels" metrics="total-volume,ai-resolved-rate"></agent-kpi-grid>
      <agent-metrics-provider filters="channel:sms">
        <agent-kpi-grid heading="SMS alone" metrics="total-volume,ai-resolved-rate"></agent-kpi-grid>
      </agent-metrics-provider>
    </agent-metrics-provider>
  `,
};

export const Dark: Story = { globals: { theme: 'dark' } };
export const Narrow: Story = { decorators: [narrow] };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const German: Story = { globals: { locale: 'de' } };
