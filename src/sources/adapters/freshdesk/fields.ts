/** Where each field of Freshdesk goes. */
import type { FieldTable } from '../vendor.js';

const none = (why: string) => [null, why] as const;
const technical = [''] as const;
const message = 'tickets.messages';
const PERSON = none('about the person, not the case');

export const FRESHDESK_FIELDS: FieldTable = {
  ticket: {
    id: ['tickets.id'], created_at: ['tickets.createdAt'], updated_at: ['tickets.updatedAt', 'of two records of an id the later one counts'], subject: ['tickets.subject'],
    description_text: [`${message}.text`, 'the opening message: the customer’s, of an outbound e-mail the agent’s; not of a chat, whose messages repeat it'], description: [`${message}.text`, 'where description_text is missing'],
    status: ['tickets.resolvedAt', '4 and 5 are resolved where neither stats nor activities say when; own numbers are open'], priority: ['tickets.priority'], source: ['tickets.channel', 'by the table of channels; social ones are the network, too'],
    type: ['tickets.type', 'unless the option type says where'], requester_id: ['surveys.customerId'], requester: ['conversations.profile'], responder_id: ['tickets.agent', 'the name of the agent, else the id'],
    responder: ['tickets.agent', 'its name'], fr_due_by: ['tickets.firstResponseDueAt'], due_by: ['tickets.resolutionDueAt'], fr_escalated: ['tickets.escalations', 'when fr_due_by passed'], is_escalated: ['tickets.escalations', 'when due_by passed'],
    stats: ['tickets.resolutions', 'resolved_at, else closed_at; reopened_at is a reopening; first_responded_at where messages are not given'], tags: ['conversations.tag', 'and whatever the options type, segment, region and tag find in them'],
    custom_fields: ['tickets.type', 'and segment, region, tag, as the options say'], conversations: [message, 'as the table conversation'], spam: ['', 'skipped'], deleted: ['', 'skipped'],
    group_id: none('a group is no agent'), company_id: none('is no segment by itself; the option segment finds one'), company: none('is no segment by itself'), product_id: none('the facts have no product of a ticket'),
    association_type: none('links to other tickets'), associated_tickets_list: none('links to other tickets'), sentiment_score: none('the facts have no sentiment'), attachments: none('files are not shown'),
    source_info: technical, cc_emails: technical, fwd_emails: technical, reply_cc_emails: technical, ticket_cc_emails: technical, to_emails: technical, email_config_id: technical, support_email: technical, form_id: technical,
    nr_due_by: none('the facts have no target for the next reply'), nr_escalated: none('the facts have no target for the next reply'), internal_agent_id: none('an agent beside the one in charge'), internal_group_id: none('a group is no agent'),
    structured_description: technical, facebook_id: technical, twitter_id: technical, phone: technical, email: technical, name: technical, unique_external_id: technical,
  },
  conversation: {
    id: technical, ticket_id: [message, 'of this ticket'], body_text: [`${message}.text`], body: [`${message}.text`, 'where body_text is missing'], created_at: [`${message}.at`],
    incoming: [`${message}.from`, 'true is the customer'], private: [`${message}.from`, 'true is a note'], user_id: [`${message}.author`, 'of an outgoing message a person, aiAgents the AI agent, nobody: automatic, answers nobody'],
    deleted: ['', 'skipped'], attachments: none('files are not shown'), source: technical, category: technical, structured_body: technical, from_email: technical, to_emails: technical, cc_emails: technical, bcc_emails: technical,
    updated_at: technical, support_email: technical, last_edited_at: technical, last_edited_user_id: technical, email_failure_count: technical, outgoing_failures: technical, thread_id: technical, thread_message_id: technical,
    association_type: technical, auto_response: technical, automation_id: technical, automation_type_id: technical, source_additional_info: technical,
  },
  activity: {
    ticket_id: ['tickets', 'of this ticket'], performed_at: ['tickets', 'when'], activity: ['tickets.resolutions', 'status by its name: a resolution or reopening; agent_id an assignment'], performer_type: technical, performer_id: technical,
  },
  agent: { id: ['tickets.agent'], contact: ['tickets.agent', 'its name'], name: ['tickets.agent'], email: ['', 'for the option aiAgents'], type: technical, available: technical, occasional: technical, ticket_scope: technical, created_at: technical, updated_at: technical, last_active_at: technical, available_since: technical, group_ids: technical, role_ids: technical, skill_ids: technical, signature: technical, focus_mode: technical, deactivated: technical, agent_level_id: technical, org_agent_id: technical },
  contact: {
    id: ['surveys.customerId'], name: ['conversations.profile.name'], email: ['conversations.profile.email'], phone: ['conversations.profile.phone'], mobile: ['conversations.profile.phone', 'where phone is missing'], language: ['conversations.language'],
    company_id: PERSON, custom_fields: PERSON, tags: PERSON, description: PERSON, job_title: PERSON, address: PERSON, twitter_id: PERSON, unique_external_id: PERSON, other_emails: PERSON, other_companies: PERSON,
    active: technical, view_all_tickets: technical, time_zone: technical, created_at: technical, updated_at: technical, avatar: technical, facebook_id: technical, csat_rating: technical, preferred_source: technical, first_name: technical, last_name: technical, visitor_id: technical, org_contact_id: technical,
  },
  satisfaction_rating: {
    id: ['surveys.id'], ticket_id: ['surveys.ticketId'], agent_id: ['surveys.agent'], user_id: ['surveys.customerId'], feedback: ['surveys.comment'], created_at: ['surveys.answeredAt'], updated_at: ['surveys.updatedAt'],
    ratings: ['surveys.value', 'the answer to default_question, of 7: -103 is 1, 100 is 4, 103 is 7; positive from 101 on'], survey_id: technical, group_id: none('a group is no agent'),
  },
  article: {
    id: ['articles.id'], title: ['articles.title'], description_text: ['articles.body'], description: ['articles.body', 'where description_text is missing'], updated_at: ['articles.updatedAt'], status: ['', '1 is a draft, skipped'],
    thumbs_up: none('sums without a time'), thumbs_down: none('sums without a time'), hits: none('sums without a time'), tags: none('articles have no tags'), category_id: technical, folder_id: technical, agent_id: technical, type: technical,
    created_at: technical, seo_data: technical, hierarchy: technical, attachments: technical, language_id: technical,
  },
};
