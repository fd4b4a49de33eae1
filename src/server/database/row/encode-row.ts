/** A conversation as a row: all that depends on its record alone, worked out by the same core that answers in the page. */
import { touchesOf } from '../../../core/tables/attributed-orders.js';
import { answeredRuns, toStates } from '../../../core/tables/conversation-state.js';
import { foldText } from '../../../core/answer/fold-text.js';
import { missedReplies } from '../../../core/answer/asked-questions.js';
import { conversationVersion } from '../../../core/tables/versions.js';
import { type ConversationRecord, eventTimes } from '../../../core/tables/conversation-record.js';
import { profileName } from '../../../core/profile-name.js';
import type { BusinessClock } from '../../../core/tables/business-clock.js';
import type { ResolvedSettings } from '../../../core/settings.js';
import type { OwnColumns } from '../../../core/own-columns.js';
import { type Row, declaredCells } from './layout.js';
import { innerFields } from '../../../core/facts/field.js';
import { FACTS } from '../../../core/facts/registry.js';

export interface RowContext {
  tenant: string;
  settings: ResolvedSettings;
  columns: OwnColumns;
  fingerprint: string;
  /** Unset: no business hours are set. */
  clock: BusinessClock | undefined;
}

/** Without the items it earned, which depend on orders. Lists that are empty are left out. */
export function toRow(record: ConversationRecord, { tenant, settings, columns, fingerprint, clock }: RowContext): Row {
  const { raw, profile } = record;
  const row: Row = {
    tenant,
    fingerprint,
    id: record.id,
    started_at: record.startedAt,
    version: conversationVersion(record),
    supplied: suppliedBits(record),
    channel: raw.channel ?? '',
    tag: raw.tag ?? '',
    region: raw.region ?? '',
    language: raw.language ?? '',
    segment: raw.segment ?? '',
    assignee: raw.assignee ?? '',
    page: raw.page ?? '',
    user_id: profile?.id ?? raw.visitorId ?? '',
    profile_id: profile?.id ?? '',
    has_touches: touchesOf(record).length > 0,
    folded_id: foldText(record.id),
    folded_profile: foldText(profileName(profile) ?? ''),
    folded_channel: foldText(raw.channel ?? ''),
    folded_tag: foldText(raw.tag ?? ''),
    raw: JSON.stringify(raw),
  };
  if (raw.goals?.length) row['goals'] = raw.goals;
  if (profile)
    row['folded_people'] = [profile.name, profile.email, profile.phone].flatMap((text) =>
      typeof text === 'string' ? foldText(text) : [],
    );
  Object.assign(row, declaredCells(raw, columns.conversations));
  addEvents(row, record);
  addStates(row, record, settings);
  addFirstQuestion(row, record);
  if (record.messages?.length) addMessages(row, record.messages, clock);
  if (record.clicks.length) addClicks(row, record.clicks);
  if (record.cartAdds.length) addCartAdds(row, record.cartAdds);
  if (record.rating) Object.assign(row, { rating_at: [record.rating.at], rating_value: [record.rating.value] });
  return row;
}

function addEvents(row: Row, record: ConversationRecord): void {
  const events = [...new Set(eventTimes(record))].sort((a, b) => a - b);
  row['first_event_at'] = events[0];
  row['last_event_at'] = events.at(-1);
  row['event_at'] = events;
}

function addStates(row: Row, record: ConversationRecord, settings: ResolvedSettings): void {
  const states = toStates(record, settings);
  const last = states.pop()!;
  row['settled_at'] = last.from;
  row['status'] = last.verdict.status;
  row['visitor_messages'] = last.visitorMessages;
  row['agent_messages'] = last.agentMessages;
  row['human_messages'] = last.humanMessages;
  row['taken_over'] = last.takenOver;
  row['abandoned'] = last.abandoned;
  row['message_count'] = last.messageCount;
  row['updated_at'] = last.updatedAt;
  if (states.length === 0) return;
  row['state_from'] = states.map(({ from }) => from);
  row['state_status'] = states.map(({ verdict }) => verdict.status);
  row['state_visitor_messages'] = states.map(({ visitorMessages }) => visitorMessages);
  row['state_agent_messages'] = states.map(({ agentMessages }) => agentMessages);
  row['state_human_messages'] = states.map(({ humanMessages }) => humanMessages);
  row['state_taken_over'] = states.map(({ takenOver }) => takenOver);
  row['state_abandoned'] = states.map(({ abandoned }) => abandoned);
  row['state_message_count'] = states.map(({ messageCount }) => messageCount);
  row['state_updated_at'] = states.map(({ updatedAt }) => updatedAt);
}

function addFirstQuestion(row: Row, { startedAt, messages, raw }: ConversationRecord): void {
  const first = messages?.find(({ from }) => from === 'visitor');
  const question = messages ? first?.raw.text : raw.firstQuestion;
  row['folded_question'] = foldText(question ?? '');
  if (question === undefined || question === null) return;
  row['first_question'] = question;
  row['first_question_at'] = first?.at ?? startedAt;
}

function addMessages(
  row: Row,
  messages: NonNullable<ConversationRecord['messages']>,
  clock: BusinessClock | undefined,
): void {
  row['message_at'] = messages.map(({ at }) => at);
  row['message_from'] = messages.map(({ from }) => from);
  row['message_skills'] = messages.map(({ skills }) => skills);
  row['message_missed'] = messages.map(({ raw }) => raw.missed ?? false);
  row['message_welcome'] = messages.map(({ raw }) => raw.welcome ?? false);
  row['message_engaging'] = messages.map(({ isEngaging }) => isEngaging);
  row['folded_messages'] = messages.map(({ raw }) => foldText(raw.text));
  const runs = answeredRuns(messages);
  row['run_at'] = runs.map(({ at }) => at);
  row['run_asked_at'] = runs.map(({ askedAt }) => askedAt);
  row['run_from'] = runs.map(({ from }) => from);
  row['run_business'] = runs.map(({ at, askedAt }) => clock?.between(askedAt, at) ?? null);
  const skillsFrom = new Map<string, number>();
  for (const { at, from, skills } of messages)
    if (from === 'agent') for (const skill of skills) if (!skillsFrom.has(skill)) skillsFrom.set(skill, at);
  row['skills'] = [...skillsFrom.keys()];
  row['skill_from'] = [...skillsFrom.values()];
  const missed = missedReplies(messages);
  row['missed_questions'] = missed.map(({ text }) => text);
  row['missed_from'] = missed.map(({ at }) => at);
}

function addClicks(row: Row, clicks: ConversationRecord['clicks']): void {
  row['click_at'] = clicks.map(({ at }) => at);
  row['click_product'] = clicks.map(({ productId }) => productId ?? '');
  row['click_url'] = clicks.map(({ url }) => url ?? '');
}

function addCartAdds(row: Row, cartAdds: ConversationRecord['cartAdds']): void {
  row['cart_at'] = cartAdds.map(({ at }) => at);
  row['cart_product'] = cartAdds.map(({ productId }) => productId);
  row['cart_quantity'] = cartAdds.map(({ quantity }) => quantity);
}

/** Which keys a record has, as one number that a database can put together over all rows. */

// Databases store a bit for each key by its place, so a new field goes to the end of its description.
const CONVERSATION_KEYS = Object.keys(FACTS.conversations.fields);
const MESSAGE_KEYS = Object.keys(innerFields(FACTS.conversations.fields['messages']!));
const NAMES = [
  ...CONVERSATION_KEYS.map((key) => `conversations.${key}`),
  ...MESSAGE_KEYS.map((key) => `messages.${key}`),
];

const CONVERSATION_BITS = toBits(CONVERSATION_KEYS);
const MESSAGE_BITS = toBits(MESSAGE_KEYS);
/** The bits of messages stand above those of conversations. */
const MESSAGES = 2 ** CONVERSATION_KEYS.length;

/** Below 2^53. */
export function suppliedBits({ raw }: ConversationRecord): number {
  let ofMessages = 0;
  for (const message of raw.messages ?? []) ofMessages |= bitsOf(message, MESSAGE_BITS);
  return bitsOf(raw, CONVERSATION_BITS) + ofMessages * MESSAGES;
}

export function suppliedNames(bits: number): Set<string> {
  return new Set(NAMES.filter((_, place) => Math.floor(bits / 2 ** place) % 2 === 1));
}

function toBits(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map(keys.map((key, place) => [key, 2 ** place]));
}

function bitsOf(record: object, bits: ReadonlyMap<string, number>): number {
  let present = 0;
  for (const key of Object.keys(record)) {
    const value = (record as Record<string, unknown>)[key];
    if (value !== null && value !== undefined) present |= bits.get(key) ?? 0;
  }
  return present;
}
