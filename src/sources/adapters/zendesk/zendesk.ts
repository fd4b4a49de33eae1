/** Zendesk: tickets with their comments, history, targets and ratings; help-centre articles and votes. */
import { type Case, compact, isDoneBy, putCase } from '../case-facts.js';
import {
  findDimensions,
  findTag,
  isTrue,
  textsOf,
  toId,
  toInstant,
  toNumber,
  toRow,
  toText,
  translate,
} from '../rows.js';
import { fromHtml } from '../from-html.js';
import { People, toProfile, type Person } from '../people.js';
import type { Mapper, Mapping, Part, Row, Vendor } from '../vendor.js';
import { formatInstant, parseInstant } from '../../../core/time/instant.js';
import { ZENDESK_FIELDS, ZENDESK_TABLES, zendeskTableOf } from './fields.js';
import { Policies } from './targets.js';
import { TicketParts } from './ticket-parts.js';
import { CHANNELS, PRIORITIES, ROLES, SCORES, STATUSES, TYPES } from './values.js';

export const ZENDESK: Vendor = {
  tables: ZENDESK_TABLES,
  fields: ZENDESK_FIELDS,
  tableOf: zendeskTableOf,
  fromCsv: (table, row) => (table === 'ticket' ? nestVia(row) : row),
  mapper: (mapping) => new ZendeskMapper(mapping),
};

/** `via_channel` and its like are one object in the API. */
function nestVia(row: Row): Row {
  const rest = Object.entries(row).filter(([name]) => !name.startsWith('via_') || name === 'via_followup_source_id');
  return { ...Object.fromEntries(rest), via: { channel: row['via_channel'] } };
}

class ZendeskMapper implements Mapper {
  readonly #mapping: Mapping;
  readonly #people: People;
  readonly #policies: Policies;
  readonly #chats = new Map<string, string>();

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
    this.#people = new People(mapping.options.aiAgents);
    this.#policies = new Policies(mapping);
  }

  learn(table: string, row: Row): void {
    if (table === 'user') this.#learnUser(row);
    else if (table === 'sla_policy_metric_history') this.#policies.learn(row);
    else this.#learnChat(toText(row['chat_id']) ?? '', toText(row['ticket_id']) ?? '');
  }

  rootOf(table: string, row: Row): string | undefined {
    return table === 'ticket_chat_event' ? this.#chats.get(toText(row['chat_id']) ?? '') : undefined;
  }

  map(table: string, row: Row, parts: readonly Part[]): void {
    const id = toText(row['id']);
    if (id === undefined) return this.#mapping.report.skip(table, 'has no id', '');
    if (table === 'ticket') this.#mapTicket(id, row, parts);
    else if (table === 'satisfaction_rating')
      this.#mapRating(id, row, {
        ticketId: toText(row['ticket_id']),
        agent: toId(row['assignee_id']),
        customerId: toId(row['requester_id']),
      });
    else if (table === 'article') this.#mapArticle(id, row);
    else this.#mapVote(id, row);
  }

  /** The messages of a chat that led to several tickets go to the first of them. */
  #learnChat(chat: string, ticket: string): void {
    if (this.#chats.has(chat))
      this.#mapping.report.assume('ticket_chat.ticket_id', 'of several tickets the first has the chat', ticket);
    else this.#chats.set(chat, ticket);
  }

  #learnUser(row: Row): void {
    const role = toText(row['role']);
    const isTeam = role === undefined ? undefined : ROLES.get(role);
    if (role !== undefined && isTeam === undefined)
      this.#mapping.report.unknown('user.role', role, toText(row['id']) ?? '');
    this.#people.learn('user', toText(row['id']) ?? '', { ...personOf(row), isTeam });
  }

  #time(value: unknown, field: string, id: string): string | undefined {
    return toInstant(value, field, id, this.#mapping);
  }

  #mapTicket(id: string, row: Row, parts: readonly Part[]): void {
    const { report } = this.#mapping;
    const state = this.#stateOf(id, row);
    if (state === 'gone') return report.skip('ticket', 'is deleted', id);
    const createdAt = this.#time(row['created_at'], 'ticket.created_at', id);
    if (createdAt === undefined) return report.skip('ticket', 'has no time of creation', id);
    this.#learnAssignee(row);
    const of = new TicketParts(row, parts, this.#people, this.#mapping);
    const tags = [...textsOf(row['tags']), ...of.tags];
    const one: Case = {
      id,
      createdAt,
      updatedAt: this.#time(row['updated_at'], 'ticket.updated_at', id),
      subject: toText(row['subject']) ?? toText(row['raw_subject']),
      opening: toText(row['description']),
      messages: of.messages,
      changes: of.changes,
      ...this.#policies.of(row, createdAt, parts, id),
      agent: this.#agentOf(row),
      ...this.#customerOf(row),
      ...this.#kindOf(id, row, tags),
    };
    this.#useMeasured(one, of.metric ?? toRow(row['metric_set'] ?? row['metrics']), state === 'done');
    if (one.messages?.some(({ from }) => from === 'ai')) one.tag = findTag(row, tags, this.#mapping, 'ticket.tags', id);
    const isConversation = putCase(one, this.#mapping);
    this.#mapTicketRating(one, row, isConversation);
  }

  #stateOf(id: string, row: Row) {
    const status = toText(row['status']);
    const state = status === undefined ? undefined : STATUSES.get(status);
    if (status !== undefined && state === undefined) this.#mapping.report.unknown('ticket.status', status, id);
    return state;
  }

  #learnAssignee(row: Row): void {
    const assignee = personOf(toRow(row['assignee']));
    if (assignee.id !== undefined && !this.#people.get('user', assignee.id))
      this.#people.learn('user', assignee.id, { ...assignee, isTeam: true });
  }

  #customerOf(row: Row): Partial<Case> {
    const requester = { ...personOf(toRow(row['requester'])), id: requesterId(row) };
    const known = this.#people.get('user', requester.id);
    return {
      customer: toProfile(requester, known),
      language: (requester.language ?? known?.language)?.split('-')[0],
    };
  }

  #kindOf(id: string, row: Row, tags: readonly string[]): Partial<Case> {
    const { options } = this.#mapping;
    const channels = { ...CHANNELS, ...options.channels };
    const found = findDimensions(options, row, tags);
    return {
      ...found,
      channel: translate(toRow(row['via'])['channel'], channels, 'ticket.via.channel', id, this.#mapping),
      priority: translate(row['priority'], PRIORITIES, 'ticket.priority', id, this.#mapping),
      type: found.type ?? translate(row['type'], TYPES, 'ticket.type', id, this.#mapping),
    };
  }

  #mapTicketRating({ id, createdAt, updatedAt }: Case, row: Row, isConversation: boolean): void {
    const rating = toRow(row['satisfaction_rating']);
    if (SCORES.get(toText(rating['score']) ?? 'unoffered') === null) return;
    if (isConversation)
      return this.#mapping.report.ignore('ticket.satisfaction_rating', 'of a conversation, whose ratings are 1 to 5');
    this.#mapRating(toText(rating['id']) ?? `${id}:satisfaction`, rating, {
      ticketId: id,
      agent: undefined,
      customerId: requesterId(row),
      updatedAt,
      createdAt,
    });
  }

  /** Without history or messages, the times that Zendesk measured are used. */
  #useMeasured(one: Case, metric: Row, isDone: boolean): void {
    const { report } = this.#mapping;
    if (!one.changes)
      one.firstAssignedAt = this.#time(metric['initially_assigned_at'], 'ticket_metric.initially_assigned_at', one.id);
    const seconds =
      toNumber(toRow(metric['reply_time_in_seconds'])['calendar']) ??
      (toNumber(toRow(metric['reply_time_in_minutes'])['calendar']) ?? NaN) * 60;
    if (!one.messages && Number.isFinite(seconds))
      one.firstResponseAt = formatInstant(parseInstant(one.createdAt) + seconds * 1000);
    if (!isDone || isDoneBy(one.changes)) return;
    const measured = this.#time(metric['solved_at'], 'ticket_metric.solved_at', one.id);
    if (measured === undefined)
      report.assume('ticket.status', 'solved or closed, nothing says when: the last change', one.id);
    const at = measured ?? one.updatedAt;
    if (at === undefined) return;
    if (one.changes) one.changes.push({ at, kind: 'done' });
    else one.resolvedAt = at;
  }

  #agentOf(row: Row): string | undefined {
    const id = toId(row['assignee_id']) ?? toId(toRow(row['assignee'])['id']);
    const person = { id, name: toText(toRow(row['assignee'])['name']), ...this.#people.get('user', id) };
    return this.#people.isAi(person) ? undefined : (person.name ?? id);
  }

  #mapRating(
    id: string,
    row: Row,
    of: {
      ticketId: string | undefined;
      agent: string | undefined;
      customerId: string | undefined;
      updatedAt?: string | undefined;
      createdAt?: string | undefined;
    },
  ): void {
    const { report } = this.#mapping;
    const score = toText(row['score']) ?? '';
    if (!SCORES.has(score)) report.unknown('satisfaction_rating.score', score, id);
    const positive = SCORES.get(score);
    if (!SCORES.has(score) || positive === null)
      return report.skip('satisfaction_rating', 'was not asked, or says what is not known', id);
    const sentAt = this.#time(row['created_at'], 'satisfaction_rating.created_at', id);
    const answeredAt = this.#time(row['updated_at'], 'satisfaction_rating.updated_at', id) ?? sentAt ?? of.updatedAt;
    if (sentAt === undefined) report.assume('ticket.satisfaction_rating', 'has no time: the ticket’s last change', id);
    const agent = of.agent && this.#people.nameOf('user', of.agent);
    this.#mapping.put(
      'surveys',
      compact({
        id,
        kind: 'csat',
        sentAt: sentAt ?? of.updatedAt,
        ...(positive !== undefined && { answeredAt, positive }),
        comment: toText(row['comment']),
        ticketId: of.ticketId,
        agent,
        customerId: of.customerId,
        // A rating without a time of its own counts as older than the row of the ratings table.
        ...(sentAt === undefined && { updatedAt: of.createdAt }),
      }),
    );
  }

  #mapArticle(id: string, row: Row): void {
    if (isTrue(row['draft'])) return this.#mapping.report.skip('article', 'is a draft', id);
    this.#mapping.put(
      'articles',
      compact({
        id,
        title: toText(row['title']) ?? toText(row['name']) ?? id,
        body: fromHtml(row['body']) || undefined,
        url: toText(row['html_url']),
        updatedAt: this.#time(row['updated_at'], 'article.updated_at', id),
      }),
    );
  }

  #mapVote(id: string, row: Row): void {
    const [at, value] = [this.#time(row['created_at'], 'vote.created_at', id), toNumber(row['value'])];
    if (row['item_type'] !== 'Article' || at === undefined || !value)
      return this.#mapping.report.skip('vote', 'is of no article, or says nothing', id);
    this.#mapping.put(
      'articleVotes',
      compact({
        id,
        at,
        articleId: toText(row['item_id']) ?? '',
        value: value > 0 ? 'up' : 'down',
        updatedAt: this.#time(row['updated_at'], 'vote.updated_at', id),
      }),
    );
  }
}

const requesterId = (row: Row): string | undefined => toId(row['requester_id']) ?? toId(toRow(row['requester'])['id']);

function personOf(row: Row): Person {
  return {
    id: toId(row['id']),
    name: toText(row['name']),
    email: toText(row['email']),
    phone: toText(row['phone']),
    language: toText(row['locale'])?.split('-')[0],
  };
}
