import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/agent-breakdown-chart.js';
import { createLocalSource, type MetricsSource } from '../src/sources/index.js';
import { desk } from './fixtures/desk.js';
import { failing, loading } from './fixtures/scripted-source.js';
import { NOW, plain } from './fixtures/shop.js';
import { narrow } from './fixtures/surround.js';

interface Args {
  source: MetricsSource;
  metric: string;
  groupBy: string;
  groupOptions?: string[];
  sort: string;
  limit: number;
  compare: string;
}

const from = (data: object) => createLocalSource(data, { now: NOW });

const meta: Meta<Args> = {
  title: 'agent-breakdown-chart',
  component: 'agent-breakdown-chart',
  args: { source: from(desk), metric: 'ticket-volume', groupBy: 'channel', sort: '-value', limit: 7, compare: 'none' },
  argTypes: { source: { control: false } },
  render: ({ source, metric, groupBy, groupOptions, sort, limit, compare }) => html`
    <agent-breakdown-chart now=${NOW} time-zone="UTC" range="last-7-days" metric=${metric} group-by=${groupBy} sort=${sort} limit=${limit} compare=${compare} .groupOptions=${groupOptions} .source=${source}></agent-breakdown-chart>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** A count by channel, with shares. */
export const Default: Story = {};

/** With the change since the days before. */
export const Compared: Story = { args: { compare: 'previous-period' } };

/** Where answers take longest: worst first; means have no shares. */
export const WorstFirst: Story = { args: { metric: 'response-time', groupBy: 'agent', sort: 'worst' } };

/** The three slowest; the others on demand, since the mean of a rest says nothing. */
export const WorstOfMany: Story = {
  args: { metric: 'response-time', groupBy: 'agent', sort: 'worst', limit: 3, compare: 'previous-period' },
};

/** The user chooses what splits it. */
export const WithPicker: Story = { args: { groupOptions: ['channel', 'type', 'region'] } };

/** Two groups; the rest is put together. */
export const Limited: Story = { args: { groupBy: 'region', limit: 2 } };

export const Loading: Story = { args: { source: loading() } };
export const Failed: Story = { args: { source: failing() } };
export const WithoutData: Story = { args: { source: from(plain) } };

export const Dark: Story = { ...Compared, globals: { theme: 'dark' } };
export const Narrow: Story = { ...Compared, decorators: [narrow] };
export const RightToLeft: Story = { ...Compared, globals: { direction: 'rtl' } };
export const German: Story = { ...Compared, globals: { locale: 'de' } };
