/** Who the conversation was with, where and how it stands, and what can be taken along. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ConversationRecord } from '../../core/tables/conversation-record.js';
import { fillText, type Formats } from '../../core/format/formats.js';
import { profileName } from '../../core/facts/conversations.js';
import type { SourceDescription } from '../../core/query.js';
import { toOutcome } from '../../core/status/conversation-status.js';
import type { Messages } from '../../locales/messages.js';
import { avatar } from '../shared/profile-view.js';
import { statusPill } from '../shared/status-pill.js';
import { dimensionWord, valueWord } from '../shared/words.js';
import type { Timeline } from './timeline.js';

export interface HeaderView {
  record: ConversationRecord;
  timeline: Timeline;
  messages: Messages;
  formats: Formats;
  description: SourceDescription | undefined;
  inactivityHours: number;
  statusBy: 'status' | 'outcome';
  /** What copying led to. */
  announcement: string;
  onCopyId: () => void;
  onCopyText: () => void;
}

/** Name and value of what is known about the conversation, in the order shown. */
export function toFacts({
  record,
  timeline,
  messages,
  formats,
  description,
}: HeaderView): [name: string, value: string][] {
  const { columns } = messages.table;
  const word = (dimension: 'channel' | 'tag'): [string, string] => [
    dimensionWord(dimension, messages),
    record.raw[dimension] ? valueWord(dimension, record.raw[dimension], messages, formats, description) : '–',
  ];
  const count = timeline.messages?.length ?? record.raw.messageCount;
  return [
    word('channel'),
    word('tag'),
    [columns['started-at'], formats.localMoment(record.startedAt)],
    [columns['updated-at'], formats.localMoment(timeline.updatedAt)],
    [columns.messages, count === undefined ? '–' : formats.number(count)],
  ];
}

/** The status in the user's terms: its value and its word. */
export function shownStatus({ timeline, statusBy, messages, formats, description }: HeaderView): {
  value: string;
  word: string;
} {
  const { status } = timeline.verdict;
  const value = statusBy === 'outcome' ? toOutcome(status) : status;
  return { value, word: valueWord(statusBy, value, messages, formats, description) };
}

export const ruleSentence = ({ timeline, messages, formats, inactivityHours }: HeaderView): string =>
  fillText(messages.thread.rules[timeline.verdict.rule] ?? '', { hours: formats.number(inactivityHours) });

export function headerView(view: HeaderView): TemplateResult {
  const {
    record: { profile },
    messages,
    announcement,
  } = view;
  const words = messages.thread;
  const name = profileName(profile);
  const reach = [profile?.email, profile?.phone].filter((one) => one && one !== name);
  const status = shownStatus(view);
  return html`
    <div class="head" part="header">
      <div class="who">
        ${avatar(profile)}
        <div class="name">
          <p><bdi>${name ?? words.anonymous}</bdi></p>
          ${reach.length > 0 ? html`<p class="reach">${reach.map((one) => html`<bdi>${one}</bdi> `)}</p>` : nothing}
        </div>
        ${statusPill(status.value, status.word)}
      </div>
      <p class="rule" part="rule"><bdi>${ruleSentence(view)}</bdi></p>
      <dl class="facts">${toFacts(view).map(([term, value]) => html`<div><dt>${term}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>
      <div class="tools">
        <button class="button" part="copy-id" type="button" title=${view.record.id} @click=${view.onCopyId}>${words.copyId}</button>
        <button class="button" part="copy-text" type="button" @click=${view.onCopyText}>${words.copyText}</button>
        <span class="said" role="status"><bdi>${announcement || nothing}</bdi></span>
      </div>
    </div>
  `;
}
