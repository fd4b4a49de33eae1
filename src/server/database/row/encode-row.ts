/** A conversation as a row: all that depends on its record alone, worked out by the same core that answers in the page. */
import { missedReplies } from '../../../core/answer/asked-questions.js';
import { foldText } from '../../../core/answer/fold-text.js';
import { innerFields } from '../../../core/facts/field.js';
import { FACTS } from '../../../core/facts/registry.js';
import type { CustomColumns } from '../../../core/custom-columns.js';
import { profileName } from '../../../core/facts/conversations.js';
import type { ResolvedSettings } from '../../../core/settings.js';
import { touchesOf } from '../../../core/tables/attributed-orders.js';
import type { BusinessClock } from '../../../core/tables/business-clock.js';
import {
  type AnyEventRow,
  CONVERSATION_EVENTS,
  EVENT_TABLES,
  type EventContext,
} from '../../../core/tables/conversation-events.js';
import { type ConversationRecord, eventTimes } from '../../../core/tables/conversation-record.js';
import { type LastingState, toStates } from '../../../core/tables/conversation-state.js';
import { CONVERSATION_TABLES, SUPPLIED_TEXTS } from '../../../core/tables/conversation-tables.js';
import type { FactSchema } from '../../../core/tables/schema.js';
import { conversationVersion } from '../../../core/tables/versions.js';
import { type Row, EVENT_LISTS, STATE_COLUMNS, declaredCells } from './layout.js';

export interface RowContext {
  tenant: string;
  settings: ResolvedSettings;
  columns: CustomColumns;
  fingerprint: string;
  /** Unset: no business hours are set. */
  clock: BusinessClock | undefined;
}

/** Without the items it earned, which depend on orders. Lists that are empty are left out. */
export function toRow(record: ConversationRecord, { tenant, settings, columns, fingerprint, clock }: RowContext): Row {
  const { raw, profile } = record;
  return {
    tenant,
    fingerprint,
    id: record.id,
    started_at: record.startedAt,
    version: conversationVersion(record),
    supplied: suppliedBits(record),
    ...Object.fromEntries(SUPPLIED_TEXTS.map((name) => [name, raw[name] ?? ''])),
    user_id: profile?.id ?? raw.visitorId ?? '',
    profile_id: profile?.id ?? '',
    has_touches: touchesOf(record).length > 0,
    ...(raw.goals?.length && { goals: raw.goals }),
    ...declaredCells(raw, columns.conversations),
    ...instantColumns(record),
    ...stateColumns(record, settings),
    ...firstQuestionColumns(record),
    ...skillColumns(record),
    ...missedColumns(record),
    ...eventColumns(record, { clock }),
    ...foldedColumns(record),
    raw: JSON.stringify(raw),
  };
}

function instantColumns(record: ConversationRecord) {
  const events = [...new Set(eventTimes(record))].sort((a, b) => a - b);
  return { first_event_at: events[0], last_event_at: events.at(-1), event_at: events };
}

const STATE_ENTRIES = Object.entries(STATE_COLUMNS) as [keyof typeof STATE_COLUMNS, string][];

function stateColumns(record: ConversationRecord, settings: ResolvedSettings) {
  const states = toStates(record, settings);
  const last = states.pop()!;
  const read = (state: LastingState, name: keyof typeof STATE_COLUMNS) =>
    name === 'status' ? state.verdict.status : state[name];
  return {
    settled_at: last.from,
    ...Object.fromEntries(STATE_ENTRIES.map(([name, column]) => [column, read(last, name)])),
    ...(states.length > 0 && {
      state_from: states.map(({ from }) => from),
      ...Object.fromEntries(
        STATE_ENTRIES.map(([name, column]) => [`state_${column}`, states.map((state) => read(state, name))]),
      ),
    }),
  };
}

function firstQuestionColumns({ startedAt, messages, raw }: ConversationRecord) {
  const first = messages?.find(({ from }) => from === 'visitor');
  const question = messages ? first?.raw.text : raw.firstQuestion;
  if (question === undefined || question === null) return {};
  return { first_question: question, first_question_at: first?.at ?? startedAt };
}

/** Skills in the order of their first use. */
function skillColumns({ messages = [] }: ConversationRecord) {
  const usedFrom = new Map<string, number>();
  for (const { at, from, skills } of messages)
    if (from === 'agent') for (const skill of skills) if (!usedFrom.has(skill)) usedFrom.set(skill, at);
  return usedFrom.size > 0 ? { skills: [...usedFrom.keys()], skill_from: [...usedFrom.values()] } : {};
}

function missedColumns({ messages = [] }: ConversationRecord) {
  const missed = missedReplies(messages);
  if (missed.length === 0) return {};
  return { missed_questions: missed.map(({ text }) => text), missed_from: missed.map(({ at }) => at) };
}

/** Rows of `skillUses` are read from the lists of messages. */
const LISTED_EVENTS = EVENT_TABLES.filter((table) => table !== 'skillUses');

function eventColumns(record: ConversationRecord, context: EventContext): Record<string, unknown[]> {
  return Object.fromEntries(
    LISTED_EVENTS.flatMap((table) => {
      const rows: readonly AnyEventRow[] = CONVERSATION_EVENTS[table](record, context);
      if (rows.length === 0) return [];
      const { columns }: FactSchema = CONVERSATION_TABLES[table];
      return Object.entries(EVENT_LISTS[table]).map(([name, list]): [string, unknown[]] => {
        // An unknown text of a list is empty.
        const missing = columns[name]!.kind === 'text' ? '' : null;
        return [list, rows.map((row) => row[name] ?? missing)];
      });
    }),
  );
}

/** Texts as a search reads them. */
function foldedColumns({ id, raw, profile, messages }: ConversationRecord) {
  const question = messages ? messages.find(({ from }) => from === 'visitor')?.raw.text : raw.firstQuestion;
  return {
    folded_id: foldText(id),
    folded_question: foldText(question ?? ''),
    folded_profile: foldText(profileName(profile) ?? ''),
    folded_channel: foldText(raw.channel ?? ''),
    folded_tag: foldText(raw.tag ?? ''),
    ...(profile && {
      folded_people: [profile.name, profile.email, profile.phone].flatMap((text) =>
        typeof text === 'string' ? foldText(text) : [],
      ),
    }),
    ...(messages?.length && { folded_messages: messages.map(({ raw: { text } }) => foldText(text)) }),
  };
}

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

/** Which keys a record has, as one number that a database can put together over all rows. */
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
