import type { Person } from '../people.js';
import { toRow, toText } from '../rows.js';
import type { Row } from '../vendor.js';

/** Ours by `source.type`. */
export const CHANNELS = {
  conversation: 'web-chat',
  email: 'email',
  facebook: 'facebook',
  instagram: 'instagram',
  phone_call: 'phone',
  phone_switch: 'phone',
  push: 'push',
  sms: 'sms',
  twitter: 'x',
  whatsapp: 'whatsapp',
  // Not in the list of the API, but in exports.
  inapp: 'web-chat',
  messenger: 'web-chat',
  chat: 'web-chat',
} as const;

/** Whether the first message was the customer's; else it came by itself or from a person. */
export const DELIVERIES: ReadonlyMap<string, 'customer' | 'human' | 'bot'> = new Map([
  ['customer_initiated', 'customer'],
  ['admin_initiated', 'human'],
  ['campaigns_initiated', 'bot'],
  ['operator_initiated', 'bot'],
  ['automated', 'bot'],
] as const);

/** The words of Intercom's fields, and what each is for us. Each enum of the API is here whole. */
export const STATES: ReadonlyMap<string, 'open' | 'done'> = new Map([
  ['open', 'open'],
  ['closed', 'done'],
  ['snoozed', 'open'],
] as const);

/** Of tickets. */
export const TICKET_STATES: ReadonlyMap<string, 'open' | 'done'> = new Map([
  ['submitted', 'open'],
  ['in_progress', 'open'],
  ['waiting_on_customer', 'open'],
  ['resolved', 'done'],
] as const);

/** '' is no priority. */
export const PRIORITIES = { priority: 'priority', not_priority: '' } as const;

/** Only what customers ask is a ticket of the facts. */
export const CATEGORIES: ReadonlyMap<string, boolean> = new Map([
  ['Customer', true],
  ['Back-office', false],
  ['Tracker', false],
]);

/** Who wrote. */
export const AUTHORS: ReadonlyMap<string, 'customer' | 'human' | 'bot'> = new Map([
  ['user', 'customer'],
  ['lead', 'customer'],
  ['contact', 'customer'],
  ['visitor', 'customer'],
  ['admin', 'human'],
  ['team', 'human'],
  ['bot', 'bot'],
] as const);

/** Whom a conversation is given to, or who was rated; only people are agents. */
export const TEAMMATES: ReadonlyMap<string, 'person' | 'group' | 'bot'> = new Map([
  ['admin', 'person'],
  ['team', 'group'],
  ['bot', 'bot'],
] as const);

/** What Intercom says of the AI agent's work, where no person wrote. `undefined`: our own rules decide. */
export const RESOLUTIONS: ReadonlyMap<string, 'resolved' | 'routed' | 'closed' | undefined> = new Map([
  ['confirmed_resolution', 'resolved'],
  ['assumed_resolution', undefined],
  ['escalated', 'routed'],
  ['procedure_handoff', 'routed'],
  ['negative_feedback', 'closed'],
] as const);

/** Where the AI agent came from; `false`: somebody of the team tried it out. */
export const AI_SOURCES: ReadonlyMap<string, boolean> = new Map([
  ['essentials_plan_setup', true],
  ['profile', true],
  ['workflow', true],
  ['workflow_preview', false],
  ['fin_preview', false],
]);

/** How the AI agent answered last; has no place in the facts. */
export const ANSWER_TYPES: ReadonlySet<string> = new Set(['ai_answer', 'custom_answer']);

/** Whether a target was met; the facts need by when it was due, which Intercom does not say. */
export const SLA_STATUSES: ReadonlySet<string> = new Set(['hit', 'missed', 'cancelled', 'active']);

export const ARTICLE_STATES: ReadonlyMap<string, boolean> = new Map([
  ['published', true],
  ['draft', false],
]);

/** What a part does to a conversation beside what its body says. */
export type PartEffect =
  'message' | 'note' | 'done' | 'open' | 'assigned' | 'assigned-open' | 'note-open' | 'state' | 'nothing';

export const PARTS: ReadonlyMap<string, PartEffect> = new Map<string, PartEffect>([
  ['comment', 'message'],
  ['quick_reply', 'message'],
  ['note', 'note'],
  ['note_and_reopen', 'note-open'],
  ['close', 'done'],
  ['open', 'open'],
  ['assignment', 'assigned'],
  ['assign_and_reopen', 'assigned-open'],
  ['assign_and_unsnooze', 'assigned'],
  ['default_assignment', 'assigned'],
  ['away_mode_assignment', 'assigned'],
  ['message_assignment', 'assigned'],
  ['snoozed', 'nothing'],
  ['unsnoozed', 'nothing'],
  ['timer_unsnooze', 'nothing'],
  ['participant_added', 'nothing'],
  ['participant_removed', 'nothing'],
  ['conversation_rating_changed', 'nothing'],
  ['conversation_rating_remark_added', 'nothing'],
  ['custom_action_started', 'nothing'],
  ['custom_action_finished', 'nothing'],
  ['conversation_attribute_updated_by_admin', 'nothing'],
  ['conversation_attribute_updated_by_workflow', 'nothing'],
  ['conversation_attribute_updated_by_user', 'nothing'],
  ['ticket_attribute_updated_by_admin', 'nothing'],
  ['ticket_state_updated_by_admin', 'state'],
  ['ticket_state_updated_by_workflow', 'state'],
  ['operator_workflow_event', 'nothing'],
  ['fin_guidance_applied', 'nothing'],
  ['language_detection_details', 'nothing'],
  ['channel_and_reply_time_expectation', 'nothing'],
  ['attribute_collected', 'nothing'],
  ['title_updated', 'nothing'],
  ['merged_primary_conversation', 'nothing'],
  ['merged_secondary_conversation', 'nothing'],
]);

/** Who a contact or an admin is. */
export function personOf(row: Row): Person {
  const location = toRow(row['location']);
  return {
    name: toText(row['name']),
    email: toText(row['email']),
    phone: toText(row['phone']),
    region: toText(location['country_code']) ?? toText(location['country']),
    language: (toText(row['language_override']) ?? toText(row['browser_language']))?.split('-')[0],
  };
}
