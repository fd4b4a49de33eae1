import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/agent-questions-card.js';
import { createLocalSource, type MetricsSource } from '../src/sources/index.js';
import { questions } from './fixtures/questions.js';
import { failing, loading } from './fixtures/scripted-source.js';
import { NOW } from './fixtures/shop.js';
import { narrow } from './fixtures/surround.js';

interface Args {
  source: MetricsSource;
  limit: number;
  byTopic: boolean;
}

const TOPICS: [word: RegExp, tag: string][] = [
  [/ship|parcel/i, 'delivery'],
  [/pay|discount|gift/i, 'payment'],
  [/return|repair|wash/i, 'returns'],
];
const topicOf = (text: string) => TOPICS.find(([word]) => word.test(text))?.[1];
const tagged = {
  ...questions,
  conversations: questions.conversations!.map((talk) => ({ ...talk, tag: topicOf(talk.messages![0]!.text) ?? '' })),
};

const meta: Meta<Args> = {
  title: 'agent-questions-card',
  component: 'agent-questions-card',
  args: { source: createLocalSource(tagged, { now: NOW }), limit: 10, byTopic: false },
  argTypes: { source: { control: false } },
  render: ({ source, limit, byTopic }) => html`
    <agent-questions-card now=${NOW} time-zone="UTC" limit=${limit} ?by-topic=${byTopic} .source=${source}></agent-questions-card>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** What customers ask most, and how the agent did. */
export const Default: Story = {};

/** The same under their topics. */
export const ByTopic: Story = { args: { byTopic: true } };

/** The three most frequent. */
export const Limited: Story = { args: { limit: 3 } };

/** Nobody asked anything. */
export const Empty: Story = { args: { source: createLocalSource({ conversations: [] }, { now: NOW }) } };

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
