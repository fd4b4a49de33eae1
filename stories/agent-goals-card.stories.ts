import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/agent-goals-card.js';
import { createLocalSource, type MetricsSource } from '../src/sources/index.js';
import { failing, failingLater, loading } from './fixtures/scripted-source.js';
import { NOW, shop } from './fixtures/shop.js';
import { narrow } from './fixtures/surround.js';

interface Args {
  source: MetricsSource;
  goals: string;
  period: 'week' | 'month' | 'quarter' | 'year' | 'range';
  range: string;
}

const newShop = {
  ...shop,
  conversations: shop.conversations!.filter(({ startedAt }) => String(startedAt) >= '2026-05-29'),
};

const meta: Meta<Args> = {
  title: 'agent-goals-card',
  component: 'agent-goals-card',
  args: {
    source: createLocalSource(shop, { now: NOW }),
    goals: 'total-volume:330;ai-resolved-rate:0.7;takeover-rate:0.15;unique-users:60',
    period: 'month',
    range: 'last-7-days',
  },
  argTypes: {
    source: { control: false },
    period: { control: 'select', options: ['week', 'month', 'quarter', 'year', 'range'] },
  },
  render: ({ source, goals, period, range }) => html`
    <agent-goals-card now=${NOW} time-zone="UTC" goals=${goals} period=${period} range=${range} .source=${source}></agent-goals-card>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** How far this month's goals have come, and whether they will be met. */
export const Default: Story = {};

/** Whether the year holds. */
export const Year: Story = { args: { period: 'year', goals: 'total-volume:4000' } };

/** A month that is over. */
export const LastMonth: Story = { args: { range: 'last-month' } };

/** Ten days of history are too few to project. */
export const JustStarted: Story = { args: { source: createLocalSource(newShop, { now: NOW }) } };

/** No goal is set. */
export const Empty: Story = { args: { goals: '' } };

export const Loading: Story = { args: { source: loading() } };
export const Failed: Story = { args: { source: failing() } };
export const FailedLater: Story = { args: { source: failingLater() } };
export const WithoutSource: Story = { args: { source: undefined as never } };

export const Dark: Story = { globals: { theme: 'dark' } };
export const Narrow: Story = { decorators: [narrow] };
export const NarrowGerman: Story = { ...Narrow, globals: { locale: 'de' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const German: Story = { globals: { locale: 'de' } };
export const Korean: Story = { globals: { locale: 'ko' } };
export const Finnish: Story = { globals: { locale: 'fi' } };
