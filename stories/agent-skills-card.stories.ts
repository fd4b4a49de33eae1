import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/agent-skills-card.js';
import { createLocalSource, type MetricsSource } from '../src/sources/index.js';
import { failing, failingLater, loading } from './fixtures/scripted-source.js';
import { NOW, shop, skilled } from './fixtures/shop.js';
import { narrow } from './fixtures/surround.js';

interface Args {
  source: MetricsSource;
  range?: string;
  compare?: string;
  sort: string;
}

const from = (data: object, options = {}) => createLocalSource(data, { now: NOW, ...options });

const meta: Meta<Args> = {
  title: 'agent-skills-card',
  component: 'agent-skills-card',
  args: { source: from(skilled), range: 'last-14-days', compare: 'none', sort: '-count' },
  argTypes: { source: { control: false } },
  render: ({ source, range, compare, sort }) => html`
    <agent-skills-card now=${NOW} time-zone="UTC" sort=${sort} .range=${range} .compare=${compare} .source=${source}></agent-skills-card>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** A row for every available skill, unused ones too. */
export const Default: Story = {};

/** With the change since the days before. */
export const Compared: Story = { args: { compare: 'previous-period' } };

/** Which skill is never used: the fewest uses first. */
export const LeastUsedFirst: Story = { args: { sort: 'count' } };

export const Loading: Story = { args: { source: loading() } };
export const Failed: Story = { args: { source: failing() } };

/** A failed refresh keeps the last rows and says how old they are. */
export const FailedWithLastNumbers: Story = {
  args: { source: failingLater(skilled) },
  play: async ({ canvasElement }) => {
    const card = canvasElement.querySelector('agent-skills-card')!;
    await new Promise((resolve) => card.addEventListener('agent-load', resolve, { once: true }));
    const failed = new Promise((resolve) => card.addEventListener('agent-error', resolve, { once: true }));
    card.range = 'last-7-days';
    await failed;
  },
};

/** These data name no skills. */
export const WithoutData: Story = { args: { source: from(shop) } };
export const WithoutSource: Story = { args: { source: undefined as never } };
export const NotLive: Story = { args: { source: from({ ...skilled, live: null }) } };

export const Dark: Story = { ...Compared, globals: { theme: 'dark' } };
export const Narrow: Story = { ...Compared, decorators: [narrow] };
export const NarrowGerman: Story = { ...Narrow, globals: { locale: 'de' } };
export const RightToLeft: Story = { ...Compared, globals: { direction: 'rtl' } };
export const German: Story = { ...Compared, globals: { locale: 'de' } };
export const Korean: Story = { ...Compared, globals: { locale: 'ko' } };
export const Finnish: Story = { ...Compared, globals: { locale: 'fi' } };
