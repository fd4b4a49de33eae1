import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/agent-filter-bar.js';
import '../src/define/agent-metrics-provider.js';
import '../src/define/agent-volume-chart.js';
import { createLocalSource, type MetricsSource } from '../src/sources/index.js';
import { failing, loading } from './fixtures/scripted-source.js';
import { manyTags, NOW, shop } from './fixtures/shop.js';
import { narrow } from './fixtures/surround.js';

interface Args {
  source: MetricsSource;
  range?: string;
  filters?: string;
  dimensions?: string[];
}

const from = (data: object, options = {}) => createLocalSource(data, { now: NOW, ...options });

const meta: Meta<Args> = {
  title: 'agent-filter-bar',
  component: 'agent-filter-bar',
  args: { source: from(shop), range: 'last-14-days', filters: 'channel:sms,email;!tag:returns' },
  argTypes: { source: { control: false } },
  render: ({ source, range, filters = '', dimensions }) => html`
    <div style="min-block-size: 22rem">
      <agent-filter-bar now=${NOW} time-zone="UTC" filters=${filters} .range=${range} .dimensions=${dimensions} .source=${source}></agent-filter-bar>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** A button per dimension, how many conversations match, and what is chosen, an exclusion too. */
export const Default: Story = {};

/** Each value with what it would give under the other filters. */
export const Open: Story = {
  play: async ({ canvasElement }) => {
    const bar = canvasElement.querySelector('agent-filter-bar')!;
    await new Promise((resolve) => bar.addEventListener('agent-load', resolve, { once: true }));
    await bar.updateComplete;
    const buttons = bar.shadowRoot!.querySelectorAll<HTMLElement>('[part="dimension"]');
    const counted = new Promise((resolve) => bar.addEventListener('agent-load', resolve, { once: true }));
    buttons[buttons.length - 1]!.click();
    await counted;
  },
};

/** More than ten values can be searched. */
export const ManyValues: Story = { ...Open, args: { source: from(manyTags), filters: '' } };

/** Some dimensions, in an order of the page’s own. */
export const ChosenDimensions: Story = { args: { dimensions: ['outcome', 'channel'], filters: '' } };

/** What the user chooses reaches every widget of the provider. */
export const InsideProvider: Story = {
  render: ({ source, range }) => html`
    <agent-metrics-provider now=${NOW} time-zone="UTC" .range=${range} .source=${source}>
      <div style="display: grid; gap: 1.5rem">
        <agent-filter-bar></agent-filter-bar>
        <agent-volume-chart></agent-volume-chart>
      </div>
    </agent-metrics-provider>
  `,
};

/** What cannot be read is named; “Clear all” mends it. */
export const Unreadable: Story = { args: { filters: 'oops' } };

export const Loading: Story = { args: { source: loading() } };
export const Failed: Story = { args: { source: failing() } };
export const WithoutSource: Story = { args: { source: undefined as never } };
export const NotLive: Story = { args: { source: from({ ...shop, live: null }) } };

export const Dark: Story = { ...Open, globals: { theme: 'dark' } };
export const Narrow: Story = { ...Open, decorators: [narrow] };
export const RightToLeft: Story = { ...Open, globals: { direction: 'rtl' } };
export const German: Story = { ...Open, globals: { locale: 'de' } };
export const Korean: Story = { ...Open, globals: { locale: 'ko' } };
export const Finnish: Story = { ...Open, globals: { locale: 'fi' } };
