/** Where each field of Zendesk goes. */
import type { FieldTable } from '../vendor.js';

const none = (why: string) => [null, why] as const;
const technical = [''] as const;
const ELAPSED = 'worked out from times instead';
const message = 'tickets.messages';

export const ZENDESK_FIELDS: FieldTable = {
  ticket: {
    id: ['tickets.id'], created_at: ['tickets.createdAt'], updated_at: ['tickets.updatedAt', 'of two records of an id the later one counts'],
    subject: ['tickets.subject'], raw_subject: ['tickets.subject', 'where subject is missing'],
    description: ['conversations.firstQuestion', 'where comments are not given; else it is the first of them'],
    status: ['tickets.resolvedAt', 'where no history is given; solved and closed are resolved, deleted is skipped'],
    priority: ['tickets.priority'], type: ['tickets.type', 'unless the option type says where'], via: ['tickets.channel', 'channel, by the table of channels; social ones are the network, too'],
    assignee_id: ['tickets.agent', 'the name of the user, else the id'], assignee: ['tickets.agent', 'its name'],
    requester_id: ['conversations.profile', 'who writes as the customer'], requester: ['conversations.profile'], submitter_id: ['', 'wrote the first comment, whose author says it'],
    tags: ['conversations.tag', 'and whatever the options type, segment, region and tag find in them'], custom_fields: ['tickets.type', 'and segment, region, tag, as the options say'],
    fields: [''], satisfaction_rating: ['surveys', 'kind csat; good is positive, bad is not, offered was sent only'],
    comments: [message, 'as the table ticket_comment'], audits: [message, 'as the table ticket_audit'], metric_set: ['tickets.firstResponseAt', 'as the table ticket_metric'],
    metrics: ['tickets.firstResponseAt', 'as the table ticket_metric'], slas: ['tickets.firstResponseDueAt', 'breach_at of first_reply_time and of total_resolution_time'],
    due_at: none('a task’s day, no target of an agreement'), organization_id: none('is no segment by itself; the option segment finds one'), organization: none('is no segment by itself'),
    group_id: none('a group is no agent'), group: none('a group is no agent'), brand_id: none('the facts have no brand'), problem_id: none('links to another ticket'),
    has_incidents: none('links to other tickets'), followup_ids: none('links to other tickets'), merged_ticket_ids: none('links to other tickets'), via_followup_source_id: none('links to another ticket'),
    custom_status_id: none('status tells what it counts as'), forum_topic_id: none('links to a topic'), external_id: technical, recipient: technical, url: technical, ticket_form_id: technical, submitter: technical,
    is_public: technical, allow_channelback: technical, allow_attachments: technical, from_messaging_channel: technical, generated_timestamp: technical, system_client: technical,
    sharing_agreement_ids: technical, email_cc_ids: technical, follower_ids: technical, collaborator_ids: technical, encoded_id: technical, result_type: technical, support_type: technical,
  },
  ticket_comment: {
    id: technical, ticket_id: [message, 'of this ticket'], created_at: [`${message}.at`], created: [`${message}.at`], plain_body: [`${message}.text`], body: [`${message}.text`, 'where plain_body is missing'],
    html_body: [`${message}.text`, 'its words, where plain_body and body are missing'], public: [`${message}.from`, 'false is a note'], author_id: [`${message}.from`, 'the requester and end users are the customer, agents and admins people, aiAgents the AI agent'],
    user_id: [`${message}.from`, 'as author_id'], type: technical, audit_id: technical, via: technical, metadata: technical, attachments: none('files are not shown'),
    tweet: technical, facebook_comment: technical, voice_comment: technical,
  },
  ticket_audit: {
    id: technical, ticket_id: ['tickets', 'of this ticket'], created_at: ['tickets', 'when'], author_id: ['tickets', 'who'], updater_id: ['tickets', 'who'], timestamp: ['tickets', 'when, where created_at is missing'],
    events: ['tickets', 'Create and Change of status and assignee_id as the table ticket_field_history; Comment as the table ticket_comment'],
    child_events: ['tickets', 'as events'], via: technical, metadata: technical, system: technical, event_type: technical, merged_ticket_ids: none('links to other tickets'),
  },
  ticket_field_history: {
    ticket_id: ['tickets', 'of this ticket'], field_name: ['tickets.resolutions', 'status: to solved or closed from any other is a resolution, back is a reopening; assignee_id: an assignment'],
    value: ['tickets.assignments', 'new value of the field'], updated: ['tickets.resolutions', 'when'], user_id: technical,
  },
  ticket_metric: {
    id: technical, ticket_id: ['tickets', 'of this ticket'], initially_assigned_at: ['tickets.firstAssignedAt', 'where no history is given'], assigned_at: technical,
    solved_at: ['tickets.resolvedAt', 'where no history is given and the status is solved or closed'],
    reply_time_in_minutes: ['tickets.firstResponseAt', 'where comments are not given: created_at plus the calendar minutes'], reply_time_in_seconds: ['tickets.firstResponseAt', 'as the minutes, more exact'],
    reopens: none('how often, not when; the history tells'), replies: none('how many, not when; the comments tell'), first_resolution_time_in_minutes: ['', ELAPSED], full_resolution_time_in_minutes: ['', ELAPSED],
    agent_wait_time_in_minutes: ['', ELAPSED], requester_wait_time_in_minutes: ['', ELAPSED], on_hold_time_in_minutes: ['', ELAPSED], group_stations: technical, assignee_stations: technical,
    created_at: technical, updated_at: technical, url: technical, status_updated_at: technical, latest_comment_added_at: technical, requester_updated_at: technical, assignee_updated_at: technical,
    custom_status_updated_at: technical,
  },
  ticket_tag: { ticket_id: ['conversations.tag', 'of this ticket'], tag: ['conversations.tag', 'as tags of the ticket'] },
  ticket_sla_policy: {
    ticket_id: ['tickets.firstResponseDueAt', 'of this ticket'], sla_policy_id: ['tickets.firstResponseDueAt', 'the policy whose targets count'],
    policy_applied_at: ['tickets.firstResponseDueAt', 'the version of the policy then; targets run from the creation'],
  },
  sla_policy_metric_history: {
    sla_policy_id: ['tickets.firstResponseDueAt'], sla_policy_updated_at: ['tickets.firstResponseDueAt', 'since when'], priority: ['tickets.firstResponseDueAt', 'of the ticket'],
    metric: ['tickets.firstResponseDueAt', 'first_reply_time, and total_resolution_time for resolutionDueAt; others pause, so that no instant tells them'],
    target: ['tickets.firstResponseDueAt', 'minutes'], business_hours: ['tickets.firstResponseDueAt', 'needs the option businessHours'], index: technical,
  },
  ticket_chat: { chat_id: ['conversations.messages'], ticket_id: ['conversations.messages', 'of this ticket'], channel: ['', 'the ticket tells'], visitor_id: technical, user_id: technical, conversation_id: technical, backend: technical, initiator: technical, authenticated: technical, integration_id: technical, tags: technical, webpath: none('the page is not told apart') },
  ticket_chat_event: {
    chat_id: ['conversations.messages', 'of the ticket of this chat'], created_at: ['conversations.messages.at'], message: ['conversations.messages.text'],
    type: ['conversations.messages', 'ChatMessage; others are no messages'], actor_id: ['conversations.messages.from', 'agent:… is a person unless aiAgents names it'],
    original_message: ['conversations.messages.from', 'source.type zd:answerBot is the AI agent'], chat_index: technical, message_id: technical, external_message_id: technical, message_source: technical, filename: technical,
    is_history_context: technical, mime_type: technical, original_message_type: technical, parent_message_id: technical, reason: technical, size: technical, status: technical, status_updated_at: technical, url: technical,
  },
  user: {
    id: ['conversations.profile.id'], name: ['tickets.agent', 'of the team; else conversations.profile.name'], email: ['conversations.profile.email'], phone: ['conversations.profile.phone'],
    role: ['tickets.messages.from', 'end-user is a customer, agent and admin are the team'], locale: ['conversations.language', 'its first part'],
    organization_id: none('is no segment by itself'), notes: none('about the person, not the case'), details: none('about the person, not the case'), tags: none('about the person, not the case'), user_fields: none('about the person, not the case'),
    active: technical, alias: technical, authenticity_token: technical, chat_only: technical, created_at: technical, external_id: technical, last_login_at: technical, locale_id: technical, moderator: technical,
    only_private_comments: technical, remote_photo_url: technical, restricted_agent: technical, shared: technical, shared_agent: technical, signature: technical, suspended: technical, ticket_restriction: technical,
    time_zone: technical, iana_time_zone: technical, two_factor_auth_enabled: technical, updated_at: technical, url: technical, verified: technical, photo: technical, role_type: technical, custom_role_id: technical,
    default_group_id: technical, report_csv: technical, permanently_deleted: technical, shared_phone_number: technical,
  },
  satisfaction_rating: {
    id: ['surveys.id'], ticket_id: ['surveys.ticketId'], score: ['surveys.positive'], comment: ['surveys.comment'], created_at: ['surveys.sentAt', 'and answeredAt where updated_at is missing'], updated_at: ['surveys.answeredAt'],
    assignee_id: ['surveys.agent'], requester_id: ['surveys.customerId'], group_id: none('a group is no agent'), reason: none('the facts have no reason'), reason_id: technical, reason_code: technical, url: technical,
  },
  article: {
    id: ['articles.id'], title: ['articles.title'], body: ['articles.body', 'its words'], html_url: ['articles.url'], updated_at: ['articles.updatedAt'], draft: ['', 'drafts are skipped'], name: ['articles.title', 'where title is missing'],
    vote_sum: none('the votes tell when'), vote_count: none('the votes tell when'), label_names: none('articles have no labels'), section_id: none('articles have no section'),
    locale: none('articles have no language'), author_id: technical, created_at: technical, edited_at: technical, url: technical, source_locale: technical, outdated: technical, outdated_locales: technical,
    permission_group_id: technical, position: technical, promoted: technical, comments_disabled: technical, user_segment_id: technical, content_tag_ids: technical, user_segment_ids: technical,
  },
  vote: {
    id: ['articleVotes.id'], item_id: ['articleVotes.articleId'], item_type: ['articleVotes', 'of articles only'], value: ['articleVotes.value', '1 is up, -1 is down'], created_at: ['articleVotes.at'],
    updated_at: ['articleVotes.updatedAt'], user_id: technical, url: technical,
  },
};
