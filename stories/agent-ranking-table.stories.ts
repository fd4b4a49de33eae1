import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/agent-ranking-table.js';
import { createLocalSource, type MetricsSource } from '../src/sources/index.js';
import { desk } from './fixtures/desk.js';
import { failing, loading } from './fixtures/scripted-source.js';
import { NOW } from './fixtures/shop.js';
import { narrow } from './fixtures/surround.js';

interface Args {
  source: MetricsSource;
  groupBy: string;
  metrics?: string[];
  sort?: string;
  limit: number;
  minCount: number;
  compare: string;
}

const meta: Meta<Args> = {
  title: 'agent-ranking-table',
  component: 'agent-ranking-table',
  args: { source: createLocalSource(desk, { now: NOW }), groupBy: 'agent', limit: 25, minCount: 5, compare: 'none' },
  argTypes: { source: { control: false } },
  render: ({ source, groupBy, metrics, sort, limit, minCount, compare }) => html`
    <agent-ranking-table now=${NOW} time-zone="UTC" range="last-7-days" group-by=${groupBy} limit=${limit} min-count=${minCount} compare=${compare} .metrics=${metrics} .sort=${sort} .source=${source}></agent-ranking-table>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** The leaderboard of a help desk. */
export const Default: Story = {};

/** With the change since the days before. */
export const Compared: Story = { args: { compare: 'previous-period' } };

/** Who makes customers happiest. */
export const BySatisfaction: Story = { args: { sort: '-csat' } };

/** Other things than people, and other metrics; what cannot be grouped so is said. */
export const Regions: Story = {
  args: { groupBy: 'region', metrics: ['ticket-volume', 'resolution-time', 'resolution-sla-rate', 'csat'] },
};

/** The first three; a button shows the others. */
export const Limited: Story = { args: { limit: 3 } };

/** Nothing in it has people. */
export const WithoutData: Story = { args: { source: createLocalSource({}, { now: NOW }) } };

export const Loading: Story = { args: { source: loading() } };
export const Failed: Story = { args: { source: failing() } };
export const WithoutSource: Story = { args: { source: undefined as never } };

export const Dark: Story = { ...Compared, globals: { theme: 'dark' } };
export const Narrow: Story = { ...Compared, decorators: [narrow] };
export const NarrowGerman: Story = { ...Narrow, globals: { locale: 'de' } };
export const RightToLeft: Story = { ...Compared, globals: { direction: 'rtl' } };
export const German: Story = { ...Compared, globals: { locale: 'de' } };
export const Korean: Story = { ...Compared, globals: { locale: 'ko' } };
export const Finnish: Story = { ...Compared, globals: { locale: 'fi' } };
