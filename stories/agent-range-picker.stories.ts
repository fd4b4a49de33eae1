import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/agent-range-picker.js';
import { createLocalSource, type MetricsSource } from '../src/sources/index.js';
import { ended, NOW, shop } from './fixtures/shop.js';
import { narrow } from './fixtures/surround.js';

interface Args {
  source: MetricsSource | undefined;
  range: string;
  compare: string;
  timeZone: string;
}

const meta: Meta<Args> = {
  title: 'agent-range-picker',
  component: 'agent-range-picker',
  args: { source: createLocalSource(shop, { now: NOW }), range: 'last-7-days', compare: 'none', timeZone: 'UTC' },
  argTypes: { source: { control: false } },
  render: ({ source, range, compare, timeZone }) => html`
    <agent-range-picker now=${NOW} range=${range} compare=${compare} time-zone=${timeZone} .source=${source}></agent-range-picker>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** A preset, its dates, and the days in words. */
export const Default: Story = {};

/** The compared days are said too. */
export const WithComparison: Story = { args: { compare: 'previous-period' } };

/** Both ranges by their own dates. */
export const OwnDates: Story = { args: { range: '2026-05-04/2026-05-10', compare: '2026-04-06/2026-04-12' } };

/** All time begins with the first fact and cannot be compared. */
export const AllTime: Story = { args: { range: 'all-time', source: createLocalSource(ended, { now: NOW }) } };

/** The end before the start: the last good range stays. */
export const EndBeforeStart: Story = {
  play: async ({ canvasElement }) => {
    const picker = canvasElement.querySelector('agent-range-picker')!;
    await picker.updateComplete;
    const end = picker.shadowRoot!.querySelector<HTMLInputElement>('[name="range-to"]')!;
    end.value = '2026-05-01';
    end.dispatchEvent(new Event('change'));
  },
};

/** A range the page got wrong, in a sentence. */
export const WrongRange: Story = { args: { range: '2026-06-07/2026-06-01' } };

/** Also without data a user can choose. */
export const WithoutSource: Story = { args: { source: undefined } };

/** Days are cut in the zone that is written beside them. */
export const OtherZone: Story = { args: { timeZone: 'Pacific/Auckland', range: 'today' } };

export const Dark: Story = { globals: { theme: 'dark' }, args: { compare: 'previous-period' } };
export const Narrow: Story = { decorators: [narrow], args: { compare: 'previous-period' } };
export const NarrowGerman: Story = {
  decorators: [narrow],
  globals: { locale: 'de' },
  args: { compare: '2026-04-06/2026-04-12' },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' }, args: { compare: 'previous-period' } };
export const German: Story = { globals: { locale: 'de' }, args: { compare: 'previous-period' } };
export const Korean: Story = { globals: { locale: 'ko' }, args: { compare: 'previous-period' } };
export const Finnish: Story = { globals: { locale: 'fi' }, args: { compare: 'previous-period' } };
