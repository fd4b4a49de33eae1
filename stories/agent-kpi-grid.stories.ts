import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/agent-kpi-grid.js';
import { count } from '../src/core/metrics/definition.js';
import { createLocalSource, type MetricsSource } from '../src/sources/index.js';
import { failing, failingLater, loading, reading, signedOut } from './fixtures/scripted-source.js';
import { ended, NOW, plain, shop, switchedOff } from './fixtures/shop.js';
import { narrow } from './fixtures/surround.js';

interface Args {
  source: MetricsSource;
  metrics?: string;
  range?: string;
  compare?: string;
  heading?: string;
  filters?: string;
  goals?: string;
}

const from = (data: object, options = {}) => createLocalSource(data, { now: NOW, ...options });

const meta: Meta<Args> = {
  title: 'agent-kpi-grid',
  component: 'agent-kpi-grid',
  args: { source: from(shop), range: 'last-7-days', compare: 'previous-period' },
  argTypes: { source: { control: false } },
  render: ({ source, metrics, range, compare, heading, filters = '', goals }) => html`
    <agent-kpi-grid now=${NOW} time-zone="UTC" filters=${filters} .source=${source} .range=${range} .compare=${compare} .heading=${heading} .metrics=${metrics?.split(',')} .goals=${goals}></agent-kpi-grid>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** The seven headline numbers, each with its change against the week before. */
export const Default: Story = {};

/** Without a comparison a tile is its number and its course. */
export const WithoutComparison: Story = { args: { compare: 'none' } };

/** Bones of the later size, until the first numbers come. */
export const Loading: Story = { args: { source: loading() } };

/** A long file is on its way: how far it has come, and a way to stop it. */
export const Reading: Story = { args: { source: reading() } };

/** No endpoint, no data: it says what to set. */
export const WithoutSource: Story = { args: { source: undefined as never } };

/** Nothing in the range: counts are zero, rates have nothing to measure. */
export const Empty: Story = { args: { filters: 'channel:fax' } };

/** What was not supplied is a dash with “No data”, never a zero. */
export const WithoutData: Story = { args: { source: from(plain) } };

/** The failure in words, and a way on. */
export const Failed: Story = { args: { source: failing() } };

/** The user is not signed in, or no longer. */
export const SignedOut: Story = { args: { source: signedOut() } };

/** A failed refresh keeps the last numbers and says how old they are. */
export const FailedWithLastNumbers: Story = {
  args: { source: failingLater() },
  play: async ({ canvasElement }) => {
    const grid = canvasElement.querySelector('agent-kpi-grid')!;
    await new Promise((resolve) => grid.addEventListener('agent-load', resolve, { once: true }));
    const failed = new Promise((resolve) => grid.addEventListener('agent-error', resolve, { once: true }));
    grid.range = 'last-14-days';
    await failed;
  },
};

/** An agent that was never switched on. */
export const NotLive: Story = { args: { source: from({ ...shop, live: null }) } };

/** An agent that was switched off on 4 June. */
export const SwitchedOff: Story = { args: { source: from(switchedOff) } };

/** The range lies behind the data: one button leads to the last of them. */
export const DataBeforeRange: Story = { args: { source: from(ended) } };

/** Each number against its goal for the range; of what is better lower, the most it may be. */
export const WithGoals: Story = {
  args: {
    metrics: 'total-volume,ai-resolved-rate,ai-unresolved-rate,ai-revenue',
    goals: 'total-volume:60;ai-resolved-rate:0.9;ai-unresolved-rate:0.3',
  },
};

/** A number that follows from a guess of the host's says the guess. */
export const TimeSaved: Story = {
  args: {
    source: from(shop, { settings: { minutesSavedPerConversation: 6 } }),
    metrics: 'time-saved,ai-resolved,total-volume',
  },
};

/** A metric of one's own stands beside the kit's. */
export const OwnMetric: Story = {
  args: {
    metrics: 'total-volume,sms-talks',
    source: from(shop, {
      metrics: [
        {
          id: 'sms-talks',
          fact: 'conversations',
          at: 'startedAt',
          formula: count({ where: { channel: 'sms' } }),
          unit: 'count',
          better: 'higher',
          label: 'By SMS',
          description: 'Conversations by text message.',
        },
      ],
    }),
  },
};

/** The page brings the facts; nothing is fetched. */
export const AloneWithData: Story = {
  render: () =>
    html`<agent-kpi-grid now=${NOW} metrics="total-volume,ai-resolved-rate,ai-revenue" heading="This week" .data=${shop}></agent-kpi-grid>`,
};

export const Dark: Story = { globals: { theme: 'dark' } };
export const Narrow: Story = { decorators: [narrow] };
export const NarrowGerman: Story = { decorators: [narrow], globals: { locale: 'de' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const NarrowGermanGoals: Story = { ...WithGoals, decorators: [narrow], globals: { locale: 'de' } };
export const German: Story = { globals: { locale: 'de' } };
export const Korean: Story = { globals: { locale: 'ko' } };
export const Finnish: Story = { globals: { locale: 'fi' } };
