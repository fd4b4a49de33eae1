import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/agent-load-heatmap.js';
import { createLocalSource, type MetricsSource } from '../src/sources/index.js';
import { failing, loading } from './fixtures/scripted-source.js';
import { NOW, plain, shop } from './fixtures/shop.js';
import { narrow } from './fixtures/surround.js';

interface Args {
  source: MetricsSource;
  metric: string;
  grain: string;
  weekStart: number;
}

const from = (data: object) => createLocalSource(data, { now: NOW });

const meta: Meta<Args> = {
  title: 'agent-load-heatmap',
  component: 'agent-load-heatmap',
  args: { source: from(shop), metric: 'total-volume', grain: 'hour-of-week', weekStart: 1 },
  argTypes: { source: { control: false } },
  render: ({ source, metric, grain, weekStart }) => html`
    <agent-load-heatmap now=${NOW} time-zone="UTC" range="last-90-days" metric=${metric} grain=${grain} week-start=${weekStart} .source=${source}></agent-load-heatmap>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** When people write: local hours down, weekdays across, the busiest in words. */
export const Default: Story = {};

/** The week from Sunday on. */
export const FromSunday: Story = { args: { weekStart: 7 } };

/** Weekdays alone. */
export const Weekdays: Story = { args: { grain: 'day-of-week' } };

/** A rate: the colours begin at its least. */
export const OfARate: Story = { args: { metric: 'ai-resolved-rate', grain: 'hour-of-day' } };

export const Loading: Story = { args: { source: loading() } };
export const Failed: Story = { args: { source: failing() } };

/** These data have no orders. */
export const WithoutData: Story = { args: { source: from(plain), metric: 'ai-revenue' } };

export const Dark: Story = { globals: { theme: 'dark' } };
export const Narrow: Story = { decorators: [narrow] };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const German: Story = { globals: { locale: 'de' } };
export const Korean: Story = { ...Narrow, globals: { locale: 'ko' } };
