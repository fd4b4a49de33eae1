/** A conversation as a row: all that depends on its record alone, worked out by the same core that answers in the page. */
import { touchesOf } from '../../../core/attribution/touches.js';
import { answeredRuns, stateAt } from '../../../core/engine/conversation-state.js';
import { foldText } from '../../../core/engine/fold-text.js';
import { missedReplies } from '../../../core/engine/list-questions.js';
import { conversationVersion } from '../../../core/engine/record-versions.js';
import { eventTimes, type ConversationRecord } from '../../../core/engine/records.js';
import type { ResolvedSettings } from '../../../core/settings.js';
import { profileName } from '../../../core/profile-name.js';
import type { OwnColumns } from '../../../sources/accept-records.js';
import { ownColumnName, type Row } from './row-columns.js';
import { toStates } from './states.js';
import { suppliedBits } from './supplied-bits.js';

export interface RowContext {
  tenant: string;
  settings: ResolvedSettings;
  columns: OwnColumns;
  fingerprint: string;
}

export interface ConversationRow extends Row {
  profile_id: string;
  has_touches: boolean;
}

/** Without the items it earned, which depend on orders. */
export function toRow(record: ConversationRecord, { tenant, settings, columns, fingerprint }: RowContext): ConversationRow {
  const { raw, profile } = record;
  const events = [...eventTimes(record)].sort((a, b) => a - b);
  return {
    tenant, fingerprint,
    id: record.id,
    started_at: record.startedAt,
    version: conversationVersion(record),
    supplied: suppliedBits(record),
    ...texts(raw, ['channel', 'tag', 'region', 'language', 'segment', 'assignee', 'page']),
    user_id: profile?.id ?? raw.visitorId ?? '',
    profile_id: profile?.id ?? '',
    goals: [...new Set(raw.goals ?? [])],
    first_event_at: events[0]!, last_event_at: events.at(-1)!, event_at: [...new Set(events)],
    ...stateColumns(record, settings),
    ...questionColumns(record, settings),
    ...messageColumns(record),
    ...columnsOf('click', record.clicks, { at: ({ at }) => at, product: ({ productId }) => productId ?? '', url: ({ url }) => url ?? '' }),
    ...columnsOf('cart', record.cartAdds, { at: ({ at }) => at, product: ({ productId }) => productId, quantity: ({ quantity }) => quantity }),
    ...columnsOf('rating', record.rating ? [record.rating] : [], { at: ({ at }) => at, value: ({ value }) => value }),
    has_touches: touchesOf(record).length > 0,
    folded_id: foldText(record.id),
    folded_profile: foldText(profileName(profile) ?? ''),
    folded_people: [profile?.name, profile?.email, profile?.phone].flatMap((text) => (typeof text === 'string' ? foldText(text) : [])),
    folded_channel: foldText(raw.channel ?? ''), folded_tag: foldText(raw.tag ?? ''),
    ...Object.fromEntries(Object.keys(columns).map((name) => [ownColumnName(name), (raw as unknown as Record<string, unknown>)[name] ?? null])),
    raw: JSON.stringify(raw),
  };
}

function texts<K extends string>(record: Partial<Record<K, string | null | undefined>>, names: readonly K[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, record[name] ?? '']));
}

function stateColumns(record: ConversationRecord, { inactivityHours }: ResolvedSettings): Record<string, unknown> {
  const states = toStates(record, inactivityHours);
  const { from: settled_at, ...last } = states.pop()!;
  const before = Object.fromEntries(Object.keys(last).map((name) => [`state_${name}`, states.map((state) => state[name as keyof typeof last])]));
  return { settled_at, ...last, state_from: states.map(({ from }) => from), ...before };
}

function questionColumns(record: ConversationRecord, settings: ResolvedSettings): Record<string, unknown> {
  const { firstQuestion } = stateAt(record, Infinity, settings);
  const firstSkills = new Map<string, number>();
  for (const { at, from, skills } of record.messages ?? []) if (from === 'agent') for (const skill of skills) if (!firstSkills.has(skill)) firstSkills.set(skill, at);
  const missed = missedReplies(record.messages ?? []);
  return {
    skills: [...firstSkills.keys()], skill_from: [...firstSkills.values()],
    first_question: firstQuestion,
    first_question_at: firstQuestion === null ? null : (record.messages?.find(({ from }) => from === 'visitor')?.at ?? record.startedAt),
    folded_question: foldText(firstQuestion ?? ''),
    missed_questions: missed.map(({ text }) => text), missed_from: missed.map(({ at }) => at),
  };
}

function messageColumns({ messages = [] }: ConversationRecord): Record<string, unknown> {
  return {
    ...columnsOf('message', messages, {
      at: ({ at }) => at, from: ({ from }) => from, skills: ({ skills }) => skills, missed: ({ raw }) => raw.missed ?? false, welcome: ({ raw }) => raw.welcome ?? false,
    }),
    folded_messages: messages.map(({ raw }) => foldText(raw.text)),
    ...columnsOf('run', answeredRuns(messages), { at: ({ at }) => at, asked_at: ({ askedAt }) => askedAt, from: ({ from }) => from }),
  };
}

function columnsOf<E>(prefix: string, events: readonly E[], columns: Record<string, (event: E) => unknown>): Record<string, unknown[]> {
  return Object.fromEntries(Object.entries(columns).map(([name, valueOf]) => [`${prefix}_${name}`, events.map(valueOf)]));
}
