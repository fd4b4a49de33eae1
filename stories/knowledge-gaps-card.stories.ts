import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/knowledge-gaps-card.js';
import { createLocalSource, type MetricsSource } from '../src/sources/index.js';
import { questions } from './fixtures/questions.js';
import { failing, failingLater, loading, signedOut } from './fixtures/scripted-source.js';
import { NOW } from './fixtures/shop.js';
import { narrow } from './fixtures/surround.js';

interface Args {
  source: MetricsSource;
  range?: string;
  heading?: string;
  filters?: string;
  only?: 'all' | 'unresolved-or-missed';
  dismissed?: string[];
  limit?: number;
}

const from = (data: object) => createLocalSource(data, { now: NOW });
const { articles, ...unwritten } = questions;

/** Only reads: the page hears of a new article and keeps it. */
const readOnly = (): MetricsSource => {
  const { describe, query, conversations, conversation, knowledgeGaps } = from(questions);
  return { describe, query, conversations, conversation, knowledgeGaps };
};

const meta: Meta<Args> = {
  title: 'knowledge-gaps-card',
  component: 'knowledge-gaps-card',
  args: { range: 'last-7-days', filters: '', only: 'all', limit: 10 },
  argTypes: { source: { control: false } },
  render: ({ source = from(questions), range, heading, filters = '', only = 'all', dismissed, limit = 10 }) => html`
    <knowledge-gaps-card now=${NOW} time-zone="UTC" filters=${filters} limit=${limit} only=${only} .source=${source} .range=${range} .heading=${heading} .dismissed=${dismissed}></knowledge-gaps-card>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** What customers ask most and no article answers. */
export const Default: Story = {};

/** Only what stayed unresolved or was not understood. */
export const Narrowed: Story = { args: { only: 'unresolved-or-missed' } };

/** The first three; a button shows more. */
export const ShowMore: Story = { args: { limit: 3 } };

/** The form stands open under its gap; Escape puts it away. */
export const Adding: Story = {
  play: async ({ canvasElement }) => {
    const card = canvasElement.querySelector('knowledge-gaps-card')!;
    await new Promise((resolve) => card.addEventListener('agent-load', resolve, { once: true }));
    await card.updateComplete;
    card.shadowRoot!.querySelector<HTMLButtonElement>('[part="add"]')!.click();
  },
};

/** A source that only reads: the page around is told of the article. */
export const PageKeepsArticles: Story = {
  render: () => html`<knowledge-gaps-card now=${NOW} .source=${readOnly()}></knowledge-gaps-card>`,
};

/** Without articles every topic is open, and the card says so. */
export const WithoutArticles: Story = {
  render: () => html`<knowledge-gaps-card now=${NOW} .data=${unwritten}></knowledge-gaps-card>`,
};

/** Every question has its article. */
export const NothingOpen: Story = {
  render: () =>
    html`<knowledge-gaps-card now=${NOW} .data=${{ ...questions, articles: [...articles!, ...questions.conversations!.map(({ id, messages }) => ({ id, title: messages![0]!.text }))] }}></knowledge-gaps-card>`,
};

/** Bones of the later size, until the first gaps come. */
export const Loading: Story = { args: { source: loading() } };

/** No endpoint, no data: it says what to set. */
export const WithoutSource: Story = { render: () => html`<knowledge-gaps-card></knowledge-gaps-card>` };

/** Nobody asked anything in the range. */
export const Empty: Story = { args: { filters: 'channel:fax' } };

/** The failure in words, and a way on. */
export const Failed: Story = { args: { source: failing() } };

/** The user is not signed in, or no longer. */
export const SignedOut: Story = { args: { source: signedOut() } };

/** A failed refresh keeps the last gaps and says how old they are. */
export const FailedWithLastGaps: Story = {
  args: { source: failingLater() },
  play: async ({ canvasElement }) => {
    const card = canvasElement.querySelector('knowledge-gaps-card')!;
    await new Promise((resolve) => card.addEventListener('agent-load', resolve, { once: true }));
    const failed = new Promise((resolve) => card.addEventListener('agent-error', resolve, { once: true }));
    card.range = 'last-14-days';
    await failed;
  },
};

/** An agent that was never switched on. */
export const NotLive: Story = { args: { source: from({ ...questions, live: null }) } };

export const Dark: Story = { globals: { theme: 'dark' } };
export const Narrow: Story = { decorators: [narrow] };
export const NarrowGerman: Story = { decorators: [narrow], globals: { locale: 'de' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const German: Story = { globals: { locale: 'de' } };
export const Korean: Story = { globals: { locale: 'ko' } };
export const Finnish: Story = { globals: { locale: 'fi' } };
