/** Takes out what somebody may not see. Whoever draws it is told by `masked`, never trusted to hide it. */
import type { Conversation, Message } from '../../core/facts.js';
import type { TicketMessage } from '../../core/record-facts.js';
import type { ConversationRow, RecordRow, SourceDescription } from '../../core/query.js';
import type { Permissions } from './access.js';

type Sight = Pick<Permissions, 'texts' | 'people'>;

export function maskRow({ matches, ...row }: ConversationRow, { texts, people }: Sight): ConversationRow {
  if (texts && people) return { ...row, ...(matches && { matches }) };
  return {
    ...row,
    firstQuestion: texts ? row.firstQuestion : null,
    profile: people ? row.profile : null,
    ...(texts && matches && { matches }),
    masked: true,
  };
}

export function maskConversation(conversation: Conversation, { texts, people }: Sight): Conversation {
  const masked: Conversation = { ...conversation };
  if (!people) {
    masked.profile = null;
    delete masked.visitorId;
  }
  if (!texts) {
    delete masked.firstQuestion;
    if (masked.rating) masked.rating = without(masked.rating, 'comment');
    if (masked.clicks) masked.clicks = masked.clicks.map((click) => without(click, 'url'));
    if (masked.handoffs) masked.handoffs = masked.handoffs.map((handoff) => without(handoff, 'reason'));
  }
  if (masked.messages) masked.messages = masked.messages.map((message) => maskMessage(message, { texts, people }));
  return masked;
}

/** What leads to a person in records beside conversations. */
const PEOPLE = ['customerId', 'accountId', 'profileId', 'visitorId', 'session'] as const;
const TEXTS = ['subject', 'comment'] as const;

/** A record behind a number. */
export function maskRecord(fact: string, row: RecordRow, { texts, people }: Sight): RecordRow {
  if (texts && people) return row;
  if (fact === 'conversations') return { ...row, record: { ...maskRow(row.record as unknown as ConversationRow, { texts, people }) }, masked: true };
  const hidden: ReadonlySet<string> = new Set([...(texts ? [] : TEXTS), ...(people ? [] : PEOPLE)]);
  const record = Object.fromEntries(Object.entries(row.record).filter(([name]) => !hidden.has(name)));
  if (Array.isArray(record['messages'])) record['messages'] = (record['messages'] as TicketMessage[]).map((message) => maskTicketMessage(message, { texts, people }));
  const isAccount = !people && (fact === 'accounts' || fact === 'customers');
  return { ...row, ...(isAccount && { id: '' }), record: isAccount ? without(record, 'id') : record, masked: true };
}

function maskTicketMessage(message: TicketMessage, { texts, people }: Sight): TicketMessage {
  const named = people ? message : without(message, 'author');
  return texts || named.text === undefined ? named : { ...named, text: '', masked: true };
}

function maskMessage(message: Message, { texts, people }: Sight): Message {
  const named = people ? message : without(message, 'author');
  return texts ? named : { ...without(named, 'links'), text: '', masked: true };
}

/** Reasons of refusals quote the records. */
export function maskDescription(description: SourceDescription, { texts, people }: Sight): SourceDescription {
  if (texts && people) return description;
  const { count, first } = description.refused;
  return { ...description, refused: { count, first: first.map((refusal) => ({ ...refusal, reason: 'does not fit' })) } };
}

function without<R extends object>(record: R, field: keyof R): R {
  const rest = { ...record };
  delete rest[field];
  return rest;
}
