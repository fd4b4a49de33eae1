import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/agent-conversation-thread.js';
import { createLocalSource, type MetricsSource } from '../src/sources/index.js';
import { failing, loading, signedOut } from './fixtures/scripted-source.js';
import { NOW } from './fixtures/shop.js';
import { narrow } from './fixtures/surround.js';
import { endless, everything, silent, unanswered, withoutMessages } from './fixtures/talks.js';

interface Args {
  source: MetricsSource | undefined;
  conversationId?: string;
  search?: string;
  heading?: string;
}

const conversations = [
  everything,
  unanswered,
  silent,
  withoutMessages,
  endless,
  { id: 'c-opened', startedAt: '2026-06-07T11:00:00Z', messages: [] },
];
const source = createLocalSource({ timeZone: 'UTC', conversations }, { now: NOW });
/** As a user gets it who may not see texts. */
const hidden: MetricsSource = {
  ...source,
  conversation: async (id) => ({
    ...(await source.conversation(id)),
    messages: everything.messages!.map((message) => ({ ...message, text: '', masked: true as const })),
  }),
};

const meta: Meta<Args> = {
  title: 'agent-conversation-thread',
  component: 'agent-conversation-thread',
  args: { source, conversationId: everything.id, search: '' },
  argTypes: { source: { control: false } },
  render: ({ source: from, conversationId, search, heading }) => html`
    <agent-conversation-thread now=${NOW} time-zone="Europe/Berlin" .source=${from} .conversationId=${conversationId} .search=${search} .heading=${heading}></agent-conversation-thread>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** Messages in runs, skills, a miss, clicks, a cart add, the handoff, the closing and the rating. */
export const Default: Story = {};

/** The status says which sentence of the rule gave it. */
export const Unanswered: Story = { args: { conversationId: unanswered.id } };

/** Two days of silence closed it. */
export const ClosedBySilence: Story = { args: { conversationId: silent.id } };

/** What was looked for is marked, and comes into view. */
export const Search: Story = { args: { search: 'returns' } };

/** A thousand messages, a hundred at a time. */
export const ThousandMessages: Story = { args: { conversationId: endless.id } };

/** A hit far down: the messages around it. */
export const SearchInThousandMessages: Story = { args: { conversationId: endless.id, search: 'voucher' } };

/** Messages that were not supplied are not the same as none. */
export const WithoutMessages: Story = { args: { conversationId: withoutMessages.id } };

/** The chat was opened, and that was all. */
export const NobodyWrote: Story = { args: { conversationId: 'c-opened' } };

/** For a user who may not see texts. */
export const HiddenTexts: Story = { args: { source: hidden } };

/** No id is set yet. */
export const NothingChosen: Story = { args: { conversationId: undefined as never } };

/** No such conversation, or not for this user. */
export const NotFound: Story = { args: { conversationId: 'c-0' } };

/** Bones until it comes. */
export const Loading: Story = { args: { source: loading() } };

/** The failure in words, and a way on. */
export const Failed: Story = { args: { source: failing() } };

/** The user is not signed in, or no longer. */
export const SignedOut: Story = { args: { source: signedOut() } };

/** No endpoint, no data: it says what to set. */
export const WithoutSource: Story = { args: { source: undefined } };

export const Dark: Story = { globals: { theme: 'dark' } };
export const Narrow: Story = { decorators: [narrow] };
export const NarrowGerman: Story = { decorators: [narrow], globals: { locale: 'de' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const German: Story = { globals: { locale: 'de' } };
export const Korean: Story = { globals: { locale: 'ko' } };
export const Finnish: Story = { globals: { locale: 'fi' } };
