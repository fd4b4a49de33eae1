import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/agent-dashboard.js';
import { createLocalSource, SourceError, type MetricsSource } from '../src/sources/index.js';
import { ended, NOW, shop, switchedOff } from './fixtures/shop.js';
import { narrow } from './fixtures/surround.js';

interface Args {
  source: MetricsSource | undefined;
  preset: string;
  range?: string;
  compare?: string;
  sections?: string;
  headings?: string;
}

const from = (data: object) => createLocalSource(data, { now: NOW });

const meta: Meta<Args> = {
  title: 'agent-dashboard',
  component: 'agent-dashboard',
  args: { source: from(shop), preset: 'customer-agent', range: 'last-30-days', compare: 'previous-period' },
  argTypes: { source: { control: false } },
  render: ({ source, preset, range, compare, sections, headings }) => html`
    <agent-dashboard now=${NOW} time-zone="UTC" .preset=${preset} .range=${range} .compare=${compare} .sections=${sections?.split(',')} section-headings=${headings ?? ''} .source=${source}></agent-dashboard>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** Gaps on top, the overview with its range, the conversations with their filters. */
export const CustomerAgent: Story = {};

/** Range and filters for the whole page, four numbers, three outcomes. */
export const Classic: Story = { args: { preset: 'customer-agent-classic' } };

/** Two sections, in another order and under other names. */
export const OwnArrangement: Story = { args: { sections: 'conversations,overview', headings: 'conversations:What was said;overview:How it went' } };

/** What a page adds of its own, under the same provider. */
export const OwnContent: Story = {
  render: () => html`
    <agent-dashboard now=${NOW} time-zone="UTC" range="last-30-days" sections="overview" .source=${from(shop)}>
      <p slot="start">Numbers of the web shop. Ask the service team about anything odd.</p>
      <agent-kpi-grid slot="after-overview" heading="Quality" metrics="conversation-length,unique-users,takeover-rate"></agent-kpi-grid>
    </agent-dashboard>
  `,
};

/** Before going live nothing appears. */
export const NotLive: Story = { args: { source: from({ ...shop, live: null }) } };

/** Old data stay; one note says since when nothing is collected. */
export const SwitchedOff: Story = { args: { source: from(switchedOff) } };

/** The range lies behind the data. */
export const DataBeforeRange: Story = { args: { source: from(ended) } };

/** Records that did not fit are counted once, with their reasons. */
export const RefusedRecords: Story = { args: { source: from({ ...shop, conversations: [...shop.conversations!, { id: 'x' }, { startedAt: 'soon', id: 'y' }] }) } };

/** One sentence for the whole page, and a way on. */
export const Failed: Story = { args: { source: { ...from(shop), describe: () => Promise.reject(new SourceError('The endpoint answered 503.', { status: 503 })) } } };

/** It says what to set. */
export const WithoutSource: Story = { args: { source: undefined } };

/** The page's author asked for what there is not. */
export const UnknownPreset: Story = { args: { preset: 'hub' } };

export const Dark: Story = { globals: { theme: 'dark' } };
export const Narrow: Story = { decorators: [narrow] };
export const NarrowGerman: Story = { decorators: [narrow], globals: { locale: 'de' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const German: Story = { globals: { locale: 'de' } };
export const Korean: Story = { args: { preset: 'customer-agent-classic' }, globals: { locale: 'ko' } };
export const Finnish: Story = { globals: { locale: 'fi' } };
