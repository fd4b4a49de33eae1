import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/agent-dashboard.js';
import type { Preset } from '../src/elements/agent-dashboard/presets.js';
import { createLocalSource, SourceError, type MetricsSource } from '../src/sources/index.js';
import { desk } from './fixtures/desk.js';
import { hub } from './fixtures/hub.js';
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

/** As an attribute `hub-revenue:https://…`. */
const reports = { 'hub-revenue': 'https://shop.example/report?from={from}&to={to}&filters={filters}' };

/** As the kit's own pages are. */
const ownPage = {
  id: 'sales',
  top: [{ kind: 'range' }],
  sections: [
    {
      id: 'money',
      title: 'What it sells',
      parts: [
        { kind: 'kpis', metrics: ['ai-revenue', 'ai-order-value', 'add-to-cart'] },
        { kind: 'trend', metrics: ['ai-revenue'] },
      ],
    },
    {
      id: 'where',
      title: 'Where',
      parts: [{ kind: 'breakdown', metric: 'ai-revenue', groupBy: 'channel', width: 'full' }],
    },
  ],
} satisfies Preset;

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

/** The hub of people's accounts: one range above all, compared with the period before, and a link to the host's own report. */
export const CustomerHub: Story = {
  render: () => html`
    <agent-dashboard now=${NOW} time-zone="UTC" preset="customer-hub" range="last-30-days" .reports=${reports} .source=${from(hub)}></agent-dashboard>
  `,
};

/** Four sections with their levels. */
export const HelpDesk: Story = { args: { preset: 'help-desk', source: from(desk) } };

/** Reach, weak spots, demand, questions, goals, team. */
export const Chatbot: Story = { args: { preset: 'chatbot' } };

/** A page of the host's own, as data. */
export const OwnPage: Story = {
  render: () =>
    html`<agent-dashboard now=${NOW} time-zone="UTC" range="last-30-days" .source=${from(shop)} .preset=${ownPage}></agent-dashboard>`,
};

/** The user chooses and orders sections and tiles; the host keeps `event.layout` and sets `layout` again. */
export const Customisable: Story = {
  render: () => html`
    <agent-dashboard now=${NOW} time-zone="UTC" range="last-30-days" customisable .source=${from(shop)} .layout=${'sections=overview,!gaps;tiles=ai-revenue,total-volume,!link-clicks'}></agent-dashboard>
  `,
};

/** Two sections, in another order and under other names. */
export const OwnArrangement: Story = {
  args: { sections: 'conversations,overview', headings: 'conversations:What was said;overview:How it went' },
};

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
export const RefusedRecords: Story = {
  args: {
    source: from({ ...shop, conversations: [...shop.conversations!, { id: 'x' }, { startedAt: 'soon', id: 'y' }] }),
  },
};

/** One sentence for the whole page, and a way on. */
export const Failed: Story = {
  args: {
    source: {
      ...from(shop),
      describe: () => Promise.reject(new SourceError('The endpoint answered 503.', { status: 503 })),
    },
  },
};

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
