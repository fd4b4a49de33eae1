/** The lists and files of Intercom exports, and CSV rows in the form of the API. */
import { isTrue } from '../read-value.js';
import type { Row, TableSpec } from '../vendor.js';

const unread = (why: string, ...names: string[]): TableSpec => ({ role: 'unread', names, why });
const part = (...names: string[]): TableSpec => ({ role: 'part', root: 'conversation', key: 'conversation_id', names });

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
