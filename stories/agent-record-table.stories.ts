import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/agent-record-table.js';
import { createLocalSource, type MetricsSource } from '../src/sources/index.js';
import { desk } from './fixtures/desk.js';
import { failing, loading } from './fixtures/scripted-source.js';
import { NOW, shop } from './fixtures/shop.js';
import { narrow } from './fixtures/surround.js';

interface Args {
  source: MetricsSource;
  metric: string;
  columns?: string[];
  sort: string;
  pageSize: number;
}

const { describe, query, conversations, conversation, knowledgeGaps } = createLocalSource(desk, { now: NOW });
const countsOnly: MetricsSource = { describe, query, conversations, conversation, knowledgeGaps };

const meta: Meta<Args> = {
  title: 'agent-record-table',
  component: 'agent-record-table',
  args: {
    source: createLocalSource({ ...shop, ...desk }, { now: NOW }),
    metric: 'ticket-volume',
    sort: '-at',
    pageSize: 10,
  },
  argTypes: { source: { control: false } },
  render: ({ source, metric, columns, sort, pageSize }) => html`
    <agent-record-table now=${NOW} time-zone="UTC" metric=${metric} sort=${sort} page-size=${pageSize} .columns=${columns} .source=${source}></agent-record-table>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** The tickets behind a number; each opens its thread. */
export const Default: Story = {};

/** The slowest first: what each ticket gave the metric stands beside it. */
export const SlowestFirst: Story = { args: { metric: 'resolution-time', sort: '-value' } };

/** The answers behind the satisfaction. */
export const SurveyAnswers: Story = { args: { metric: 'csat' } };

/** Conversations open as they do in their own table. */
export const Conversations: Story = { args: { metric: 'ai-resolved' } };

/** Custom columns, by the names of the fields. */
export const CustomColumns: Story = { args: { columns: ['subject', 'priority', 'createdAt', 'resolutionDueAt'] } };

/** The thread of a ticket. */
export const OpenTicket: Story = {
  play: async ({ canvasElement }) => {
    const table = canvasElement.querySelector('agent-record-table')!;
    await new Promise((resolve) => table.addEventListener('agent-load', resolve, { once: true }));
    await table.updateComplete;
    table.shadowRoot!.querySelector<HTMLButtonElement>('[part="open"]')!.click();
  },
};

/** A source that only counts. */
export const CountsOnly: Story = { args: { source: countsOnly } };

/** Nobody was lost. */
export const Empty: Story = {
  args: { metric: 'reopened-tickets', source: createLocalSource({ tickets: [] }, { now: NOW }) },
};

export const Loading: Story = { args: { source: loading() } };
export const Failed: Story = { args: { source: failing() } };
export const WithoutSource: Story = { args: { source: undefined as never } };

export const Dark: Story = { globals: { theme: 'dark' } };
export const Narrow: Story = { decorators: [narrow] };
export const NarrowGerman: Story = { ...Narrow, globals: { locale: 'de' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const German: Story = { globals: { locale: 'de' } };
export const Korean: Story = { globals: { locale: 'ko' } };
export const Finnish: Story = { globals: { locale: 'fi' } };
