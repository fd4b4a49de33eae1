/** Where each field of Intercom goes. */
import type { FieldTable, Row, TableSpec } from '../vendor.js';
import { isTrue } from '../rows.js';

const none = (why: string) => [null, why] as const;
const technical = [''] as const;
const ELAPSED = ['', 'worked out from times instead'] as const;
const message = 'tickets.messages';
const PERSON = none('about the person, not the case');

const device = Object.fromEntries(
  [
    'android_app_name',
    'android_app_version',
    'android_device',
    'android_last_seen_at',
    'android_os_version',
    'android_sdk_version',
    'browser',
    'browser_version',
    'ios_app_name',
    'ios_app_version',
    'ios_device',
    'ios_last_seen_at',
    'ios_os_version',
    'ios_sdk_version',
    'os',
    'avatar',
    'workspace_id',
    'created_at',
    'updated_at',
    'has_hard_bounced',
    'marked_email_as_spam',
    'unsubscribed_from_emails',
    'last_contacted_at',
    'last_email_clicked_at',
    'last_email_opened_at',
    'last_replied_at',
    'last_seen_at',
    'email_domain',
    'type',
    'admin_id',
    'owner_id',
    'enabled_push_messaging',
    'referrer',
    'opted_in_subscription_types',
    'opted_out_subscription_types',
  ].map((name) => [name, technical]),
);

export const INTERCOM_FIELDS: FieldTable = {
  conversation: {
    type: technical,
    id: ['tickets.id', 'a conversation where the AI agent took part: conversations.id'],
    created_at: ['tickets.createdAt'],
    updated_at: ['tickets.updatedAt', 'of two records of an id the later one counts'],
    title: ['tickets.subject'],
    source: [
      message,
      'the first message; its type is the channel, its subject the subject where title is missing, its url conversations.page',
    ],
    state: ['tickets.resolvedAt', 'where neither parts nor statistics say when it was closed'],
    open: ['', 'as state'],
    read: technical,
    priority: ['tickets.priority', 'not_priority is none'],
    waiting_since: ELAPSED,
    snoozed_until: none('a snoozed conversation is open'),
    admin_assignee_id: ['tickets.agent', 'the name of the admin, else the id; 0 is nobody'],
    team_assignee_id: none('a team is no agent'),
    contacts: ['conversations.profile', 'the first of them'],
    tags: ['conversations.tag', 'and whatever the options type, segment, region and tag find in them'],
    conversation_rating: [
      'surveys',
      'kind csat, of 5; in a conversation that no admin is rated for: conversations.rating',
    ],
    custom_attributes: ['tickets.type', 'and segment, region, tag, as the options say'],
    first_contact_reply: ELAPSED,
    sla_applied: none('says whether a target was met, not when it was due'),
    statistics: [
      'tickets.firstResponseAt',
      'first_admin_reply_at, first_assignment_at and last_close_at where parts are not given',
    ],
    conversation_parts: [message, 'as the table conversation_part'],
    ai_agent_participated: ['conversations', 'true is a conversation, false a ticket'],
    ai_agent: [
      'conversations',
      'rating, rating_remark and created_at are its rating; resolution_state: confirmed_resolution is resolved, escalated and procedure_handoff a handoff, negative_feedback closed, once closed; previews are skipped',
    ],
    teammates: ['tickets.messages.author', 'their names'],
    company: none('is no segment by itself; the option segment finds one'),
    topics: none('the facts have no topics'),
    linked_objects: none('links to tickets'),
    ticket: none('the ticket is a record of its own'),
  },
  conversation_part: {
    type: technical,
    id: technical,
    conversation_id: [message, 'of this conversation'],
    part_type: [
      'tickets',
      'close is a resolution, open and those that reopen a reopening, assignments one to an admin; note is a note',
    ],
    body: [`${message}.text`],
    created_at: [`${message}.at`],
    author: [
      `${message}.from`,
      'from_ai_agent is the AI agent; admin a person; user, lead and contact the customer; other bots answer nobody',
    ],
    assigned_to: ['tickets.assignments', 'admins only'],
    state: ['', 'part_type tells'],
    event_details: none('what a workflow did'),
    metadata: technical,
    tags: none('tags of a message'),
    attachments: none('files are not shown'),
    updated_at: technical,
    notified_at: technical,
    external_id: technical,
    redacted: technical,
    email_message_metadata: technical,
    app_package_code: technical,
    conversation_updated_at: technical,
  },
  ticket: {
    type: technical,
    id: ['tickets.id'],
    ticket_id: ['', 'the number that people see'],
    category: ['tickets', 'Customer; Back-office and Tracker are skipped'],
    ticket_attributes: [
      'tickets.subject',
      '_default_title_; _default_description_ is the first message; type, segment and region as the options say',
    ],
    ticket_state: ['tickets.resolvedAt', 'where parts do not say when it was resolved'],
    ticket_type: ['tickets.type', 'its name, unless the option type says where'],
    contacts: ['surveys.customerId'],
    admin_assignee_id: ['tickets.agent', 'the name of the admin, else the id; 0 is nobody'],
    team_assignee_id: none('a team is no agent'),
    created_at: ['tickets.createdAt'],
    updated_at: ['tickets.updatedAt'],
    open: ['', 'as ticket_state'],
    snoozed_until: none('a snoozed ticket is open'),
    linked_objects: none('links to conversations'),
    ticket_parts: [message, 'as the table conversation_part; ticket_state_updated_by_admin by previous and new state'],
    is_shared: technical,
    company_id: none('is no segment by itself'),
    tags: ['tickets.type', 'as the options say'],
  },
  contact: {
    id: ['conversations.profile.id'],
    name: ['conversations.profile.name'],
    email: ['conversations.profile.email'],
    phone: ['conversations.profile.phone'],
    location: ['tickets.region', 'country_code, else country, unless the option region says where'],
    language_override: ['conversations.language'],
    browser_language: ['conversations.language', 'where language_override is missing'],
    role: PERSON,
    signed_up_at: PERSON,
    external_id: PERSON,
    custom_attributes: PERSON,
    tags: PERSON,
    notes: PERSON,
    companies: PERSON,
    social_profiles: PERSON,
    ...device,
  },
  admin: {
    id: ['tickets.agent'],
    name: ['tickets.agent'],
    email: ['', 'for the option aiAgents'],
    type: technical,
    job_title: PERSON,
    away_mode_enabled: technical,
    away_mode_reassign: technical,
    away_status_reason_id: technical,
    has_inbox_seat: technical,
    team_ids: technical,
    avatar: technical,
    team_priority_level: technical,
  },
  tag: {
    id: ['conversations.tag'],
    name: ['conversations.tag'],
    type: technical,
    applied_at: technical,
    applied_by: technical,
  },
  conversation_tag: {
    conversation_id: ['conversations.tag', 'of this conversation'],
    tag_id: ['conversations.tag', 'the name of the tag'],
    conversation_updated_at: technical,
  },
  conversation_contact: {
    conversation_id: ['conversations.profile', 'of this conversation'],
    contact_id: ['conversations.profile'],
    conversation_updated_at: technical,
  },
  article: {
    id: ['articles.id'],
    title: ['articles.title'],
    body: ['articles.body', 'its words'],
    url: ['articles.url'],
    updated_at: ['articles.updatedAt'],
    state: ['', 'drafts are skipped'],
    description: none('the body tells'),
    statistics: none('sums without a time'),
    translated_content: none('the default language counts'),
    tags: none('articles have no tags'),
    type: technical,
    workspace_id: technical,
    author_id: technical,
    created_at: technical,
    parent_id: technical,
    parent_ids: technical,
    parent_type: technical,
    default_locale: technical,
    collection_id: technical,
    section_id: technical,
    statistics_type: technical,
    statistics_views: none('sums without a time'),
    statistics_conversations: none('sums without a time'),
    statistics_reactions: none('sums without a time'),
    statistics_happy_reaction_percentage: none('sums without a time'),
    statistics_neutral_reaction_percentage: none('sums without a time'),
    statistics_sad_reaction_percentage: none('sums without a time'),
  },
};

const unread = (why: string, ...names: string[]): TableSpec => ({ role: 'unread', names, why });
const part = (...names: string[]): TableSpec => ({ role: 'part', root: 'conversation', key: 'conversation_id', names });

/** The lists and files of Intercom exports, and CSV rows in the form of the API. */
export const INTERCOM_TABLES: Readonly<Record<string, TableSpec>> = {
  conversation: { role: 'root', names: ['conversations', 'conversation_history'] },
  conversation_part: part('conversation_parts', 'conversation_part_history'),
  conversation_tag: part('conversation_tags', 'conversation_tag_history'),
  conversation_contact: part('conversation_contacts', 'conversation_contact_history'),
  ticket: { role: 'root', names: ['tickets'] },
  contact: { role: 'lookup', names: ['contacts', 'contact_history'] },
  admin: { role: 'lookup', names: ['admins'] },
  tag: { role: 'lookup', names: ['tags'] },
  article: { role: 'alone', names: ['articles', 'article_history'] },
  team: unread('a team is no agent', 'teams'),
  team_admin: unread('a team is no agent'),
  company: unread(
    'a company is no customer of the facts',
    'companies',
    'company_history',
    'company_tag_history',
    'contact_company_history',
  ),
  contact_tag: unread('about the person, not the case', 'contact_tag_history'),
  collection: unread('articles have no collection', 'collections', 'collection_history'),
  help_center: unread('articles have no help center', 'help_centers', 'help_center_history'),
  ticket_type: unread('the ticket has its own', 'ticket_types'),
  ticket_state: unread('the ticket has its own', 'ticket_states'),
};

const TYPES: Readonly<Record<string, string>> = {
  conversation: 'conversation',
  ticket: 'ticket',
  contact: 'contact',
  user: 'contact',
  lead: 'contact',
  admin: 'admin',
  tag: 'tag',
  article: 'article',
  team: 'team',
  company: 'company',
  ticket_type: 'ticket_type',
  ticket_state: 'ticket_state',
  collection: 'collection',
  help_center: 'help_center',
  conversation_part: 'conversation_part',
};

/** Every object says its type. */
export function intercomTableOf({ type }: Row): string | undefined {
  return typeof type === 'string' && Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
}

/** A table of history has a row for each version; the one that counts is active. */
export function fromIntercomCsv(table: string, row: Row): Row | string {
  if ('_fivetran_active' in row && !isTrue(row['_fivetran_active'])) return 'is an older version';
  if ('_fivetran_deleted' in row && isTrue(row['_fivetran_deleted'])) return 'is deleted';
  if (table === 'conversation') return nestConversation(row);
  if (table === 'conversation_part') return nestPart(row);
  return table === 'contact' ? nestContact(row) : row;
}

function nestConversation(row: Row): Row {
  const isAdmin = row['assignee_type'] === 'admin';
  return {
    ...without(row, /^(source_|conversation_rating_|assignee_|first_contact_reply_|sla_)/),
    source: {
      type: row['source_type'],
      id: row['source_id'],
      delivered_as: row['source_delivered_as'],
      subject: row['source_subject'],
      body: row['source_body'],
      url: row['source_url'],
      author: { type: row['source_author_type'], id: row['source_author_id'] },
    },
    ...(row['conversation_rating_value'] !== undefined && {
      conversation_rating: {
        rating: row['conversation_rating_value'],
        remark: row['conversation_rating_remark'],
        created_at: row['conversation_rating_created_at'],
      },
    }),
    ...(row['sla_status'] !== undefined && {
      sla_applied: { sla_name: row['sla_name'], sla_status: row['sla_status'] },
    }),
    ...(row['assignee_id'] !== undefined && {
      [isAdmin ? 'admin_assignee_id' : 'team_assignee_id']: row['assignee_id'],
    }),
  };
}

function nestPart(row: Row): Row {
  return {
    ...without(row, /^(assigned_to_|author_)/),
    author: { type: row['author_type'], id: row['author_id'] },
    ...(row['assigned_to_id'] !== undefined && {
      assigned_to: { type: row['assigned_to_type'], id: row['assigned_to_id'] },
    }),
  };
}

function nestContact(row: Row): Row {
  return {
    ...without(row, /^(location_|custom_)/),
    location: { country: row['location_country'], region: row['location_region'], city: row['location_city'] },
  };
}

function without(row: Row, names: RegExp): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.test(name)));
}
