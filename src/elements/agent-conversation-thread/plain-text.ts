/** A whole conversation as text, for a mail or a ticket. */
import type { ConversationRecord, TimedMessage } from '../../core/tables/conversation-record.js';
import { profileName } from '../../core/facts/conversations.js';
import type { Messages } from '../../locales/messages.js';
import { toEventWords } from './thread-view.js';
import { ruleSentence, shownStatus, toFacts, type HeaderView } from './header-view.js';
import { toItems } from './timeline.js';

export function toPlainText(view: HeaderView, timeZone: string): string {
  const { record, timeline, messages, formats } = view;
  const head = [
    `${profileName(record.profile) ?? messages.thread.anonymous} – ${record.id}`,
    `${shownStatus(view).word}: ${ruleSentence(view)}`,
    ...toFacts(view).map(([name, value]) => `${name}: ${value}`),
  ];
  const lines = toItems(timeline, timeZone, 0, timeline.messages?.length ?? 0).flatMap((item): string[] => {
    if (item.kind === 'day') return ['', formats.bucket(item.date, 'day').long];
    if (item.kind === 'run')
      return item.messages.map(
        (message) =>
          `${formats.localTime(message.at)} ${authorOf(message, record, messages)}: ${message.raw.masked ? messages.thread.masked : message.raw.text}`,
      );
    const { text, note } = toEventWords(item, view);
    return [`${formats.localTime(item.at)} – ${text}${note ? ` (${note})` : ''}`];
  });
  return [...head, ...lines].join('\n');
}

/** A name; for an answer also whether it is from the agent or a person. */
export function authorOf(
  { from, raw: { author } }: TimedMessage,
  { profile }: ConversationRecord,
  { thread }: Messages,
): string {
  if (from === 'visitor') return author ?? profileName(profile) ?? thread.visitor;
  return author ? `${author} · ${thread[from]}` : thread[from];
}
