/** The lists and files of Zendesk exports. */
import type { Row, TableSpec } from '../vendor.js';

const unread = (why: string, ...names: string[]): TableSpec => ({ role: 'unread', names, why });
const part = (...names: string[]): TableSpec => ({ role: 'part', root: 'ticket', key: 'ticket_id', names });

export const ZENDESK_TABLES: Readonly<Record<string, TableSpec>> = {
  ticket: { role: 'root', names: ['tickets'] },
  ticket_comment: part('comments', 'ticket_comments'),
  ticket_audit: part('audits', 'ticket_audits', 'ticket_events'),
  ticket_field_history: part(),
  ticket_metric: part('ticket_metrics', 'metric_sets'),
  ticket_tag: part('ticket_tags'),
  ticket_sla_policy: part(),
  ticket_chat_event: { ...part(), key: 'chat_id' },
  ticket_chat: { role: 'lookup', names: [] },
  sla_policy_metric_history: { role: 'lookup', names: [] },
  user: { role: 'lookup', names: ['users'] },
  satisfaction_rating: { role: 'alone', names: ['satisfaction_ratings'] },
  article: { role: 'alone', names: ['articles'] },
  vote: { role: 'alone', names: ['votes'] },
  organization: unread('an organization is no customer of the facts', 'organizations'),
  organization_tag: unread('an organization is no customer of the facts'),
  domain_name: unread('an organization is no customer of the facts'),
  user_tag: unread('about the person, not the case', 'user_tags'),
  group: unread('a group is no agent', 'groups'),
  brand: unread('the facts have no brand', 'brands'),
  schedule: unread('the option businessHours says when people answer', 'schedules'),
  schedule_holiday: unread('the option businessHours says when people answer'),
  ticket_schedule: unread('the option businessHours says when people answer'),
  time_zone: unread('zones are known'),
  daylight_time: unread('zones are known'),
  ticket_form_history: unread('forms are not measured', 'ticket_forms'),
  audit_log: unread('changes of the account are not measured', 'audit_logs'),
  ticket_metric_event: unread('ticket_metric and the history tell the same', 'ticket_metric_events'),
};

/** The table of a row that nothing names, by the fields that only it has. */
export function zendeskTableOf(row: Row): string | undefined {
  const has = (...names: string[]) => names.every((name) => name in row);
  if (has('requester_id', 'status')) return 'ticket';
  if (has('ticket_id', 'score')) return 'satisfaction_rating';
  if (has('ticket_id', 'events') || has('ticket_id', 'child_events')) return 'ticket_audit';
  if (has('ticket_id', 'solved_at')) return 'ticket_metric';
  if (has('item_id', 'item_type', 'value')) return 'vote';
  if (has('author_id', 'body', 'public')) return 'ticket_comment';
  if (has('title', 'body', 'section_id')) return 'article';
  return has('name', 'role', 'email') ? 'user' : undefined;
}
