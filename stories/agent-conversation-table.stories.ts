import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/agent-conversation-table.js';
import '../src/define/agent-kpi-grid.js';
import '../src/define/agent-metrics-provider.js';
import { createLocalSource, type MetricsSource } from '../src/sources/index.js';
import { failing, failingLater, loading, signedOut } from './fixtures/scripted-source.js';
import { ended, NOW, shop, switchedOff } from './fixtures/shop.js';
import { narrow } from './fixtures/surround.js';
import { talks, thousand } from './fixtures/talks.js';

interface Args {
  source: MetricsSource | undefined;
  range?: string;
  filters?: string;
  columns?: string;
  sort?: string;
  search?: string;
  pageSize?: number;
  heading?: string;
}

const from = (data: object) => createLocalSource(data, { now: NOW });
const source = from(talks);
/** As a user gets it who may not see texts. */
const hidden: MetricsSource = {
  ...source,
  conversations: async (query, options) => {
    const page = await source.conversations(query, options);
    return {
      ...page,
      rows: page.rows.map((row) => ({ ...row, firstQuestion: null, profile: null, masked: true as const })),
    };
  },
};

const meta: Meta<Args> = {
  title: 'agent-conversation-table',
  component: 'agent-conversation-table',
  args: { source, range: 'last-7-days', sort: '-updated-at', search: '', pageSize: 25 },
  argTypes: { source: { control: false } },
  render: ({ source: data, range, filters = '', columns, sort, search, pageSize, heading }) => html`
    <agent-conversation-table now=${NOW} time-zone="UTC" filters=${filters} .source=${data} .range=${range} .columns=${columns?.split(',')} .sort=${sort} .search=${search} .pageSize=${pageSize} .heading=${heading}></agent-conversation-table>
  `,
};
export default meta;

type Story = StoryObj<Args>;

const table = (canvas: HTMLElement) => canvas.querySelector('agent-conversation-table')!;
const answered = (widget: HTMLElement) =>
  new Promise((resolve) => widget.addEventListener('agent-load', resolve, { once: true }));
const loaded = (canvas: HTMLElement) => answered(table(canvas));

/** The week's conversations, newest first; a row opens its thread. */
export const Default: Story = {};

/** Other columns in another order, sorted by one of them. */
export const CustomColumns: Story = {
  args: { columns: 'id,first-question,outcome,messages,started-at', sort: '-messages' },
};

/** What was found is marked; deeper in the thread it is counted. */
export const Search: Story = { args: { search: 'voucher' } };

/** Nothing matches: the search can be cleared on the spot. */
export const NothingFound: Story = { args: { search: 'zebra' } };

/** Nothing in the range. */
export const Empty: Story = { args: { filters: 'channel:fax' } };

/** The thread above the page, with the way to its neighbours. */
export const OpenRecordController: Story = {
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    await table(canvasElement).updateComplete;
    table(canvasElement).shadowRoot!.querySelector<HTMLElement>('[part="open"]')!.click();
  },
};

/** A tile leads to the conversations behind it. */
export const Selection: Story = {
  render: ({ source: data }) => html`
    <agent-metrics-provider now=${NOW} time-zone="UTC" .source=${data}>
      <agent-kpi-grid metrics="total-volume,ai-resolved,link-clicks"></agent-kpi-grid>
      <agent-conversation-table></agent-conversation-table>
    </agent-metrics-provider>
  `,
  play: async ({ canvasElement }) => {
    const grid = canvasElement.querySelector('agent-kpi-grid')!;
    await Promise.all([loaded(canvasElement), answered(grid)]);
    await grid.updateComplete;
    grid.shadowRoot!.querySelector<HTMLElement>('[data-metric="link-clicks"]')!.click();
  },
};

/** A thousand conversations, a hundred on a page. */
export const Thousand: Story = { args: { source: from(thousand), pageSize: 100 } };

/** For a user who may not see texts. */
export const HiddenTexts: Story = { args: { source: hidden } };

/** Bones until the first rows come. */
export const Loading: Story = { args: { source: loading() } };

/** The failure in words, and a way on. */
export const Failed: Story = { args: { source: failing() } };

/** A failed refresh keeps the last rows and says how old they are. */
export const FailedWithLastRows: Story = {
  args: { source: failingLater() },
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    const failed = new Promise((resolve) =>
      table(canvasElement).addEventListener('agent-error', resolve, { once: true }),
    );
    table(canvasElement).sort = 'profile';
    await failed;
  },
};

/** The user is not signed in, or no longer. */
export const SignedOut: Story = { args: { source: signedOut() } };

/** No endpoint, no data: it says what to set. */
export const WithoutSource: Story = { args: { source: undefined } };

/** An agent that was never switched on. */
export const NotLive: Story = { args: { source: from({ ...shop, live: null }) } };

/** An agent that was switched off on 4 June. */
export const SwitchedOff: Story = { args: { source: from(switchedOff) } };

/** The range lies behind the data: one button leads to the last of them. */
export const DataBeforeRange: Story = { args: { source: from(ended) } };

export const Dark: Story = { globals: { theme: 'dark' } };
export const Narrow: Story = { decorators: [narrow] };
export const NarrowKorean: Story = { decorators: [narrow], globals: { locale: 'ko' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const German: Story = { globals: { locale: 'de' } };
export const Korean: Story = { globals: { locale: 'ko' } };
export const Finnish: Story = { globals: { locale: 'fi' } };
