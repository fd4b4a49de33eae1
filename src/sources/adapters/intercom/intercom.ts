/** Intercom: conversations and tickets with their parts, ratings, the AI agent's share; articles. */
import type { Handoff, Rating } from '../../../core/facts/conversations.js';
import { type Case, compact, isDoneBy, putCase } from '../case-facts.js';
import {
  distinctRows,
  findDimensions,
  findTag,
  isTrue,
  toId,
  toInstant,
  toNumber,
  toRow,
  toRows,
  toText,
  translate,
} from '../rows.js';
import { fromHtml } from '../from-html.js';
import { People, toProfile, type Person } from '../people.js';
import type { Mapper, Mapping, Part, Row, Vendor } from '../vendor.js';
import { INTERCOM_FIELDS, INTERCOM_TABLES, fromIntercomCsv, intercomTableOf } from './fields.js';
import { IntercomParts, stateOf } from './parts.js';
import {
  AI_SOURCES,
  ANSWER_TYPES,
  ARTICLE_STATES,
  CATEGORIES,
  CHANNELS,
  DELIVERIES,
  PRIORITIES,
  RESOLUTIONS,
  SLA_STATUSES,
  STATES,
  TEAMMATES,
  TICKET_STATES,
  personOf,
} from './values.js';

export const INTERCOM: Vendor = {
  tables: INTERCOM_TABLES,
  fields: INTERCOM_FIELDS,
  tableOf: intercomTableOf,
  fromCsv: fromIntercomCsv,
  mapper: (mapping) => new IntercomMapper(mapping),
};

const RATINGS = new Set([1, 2, 3, 4, 5]);

class IntercomMapper implements Mapper {
  readonly #mapping: Mapping;
  readonly #people: People;
  readonly #tags = new Map<string, string>();

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
    this.#people = new People(mapping.options.aiAgents);
  }

  learn(table: string, row: Row): void {
    const id = toText(row['id']) ?? '';
    if (table === 'tag') this.#tags.set(id, toText(row['name']) ?? id);
    else this.#people.learn(table, id, personOf(row));
  }

  map(table: string, row: Row, parts: readonly Part[]): void {
    const id = toText(row['id']);
    if (id === undefined) return this.#mapping.report.skip(table, 'has no id', '');
    if (table === 'article') return this.#mapArticle(id, row);
    const createdAt = this.#time(row['created_at'], `${table}.created_at`, id);
    if (createdAt === undefined) return this.#mapping.report.skip(table, 'has no time of creation', id);
    if (table === 'ticket') this.#mapTicket(id, createdAt, row);
    else this.#mapConversation(id, createdAt, row, parts);
  }

  #time(value: unknown, field: string, id: string): string | undefined {
    return toInstant(value, field, id, this.#mapping);
  }

  /** What a word of a closed list means. A word that is not in it is reported. */
  #word<T>(words: ReadonlyMap<string, T>, value: unknown, field: string, id: string): T | undefined {
    const text = toText(value);
    if (text !== undefined && !words.has(text)) this.#mapping.report.unknown(field, text, id);
    return text === undefined ? undefined : words.get(text);
  }

  #mapConversation(id: string, createdAt: string, row: Row, parts: readonly Part[]): void {
    const ai = toRow(row['ai_agent']);
    if (this.#word(AI_SOURCES, ai['source_type'], 'ai_agent.source_type', id) === false)
      return this.#mapping.report.skip('conversation', 'is the team’s own trial of the AI agent', id);
    const source = toRow(row['source']);
    const of = this.#partsOf(id, createdAt, row, parts);
    const tags = this.#tagsOf(row, parts);
    const isKnown = row['conversation_parts'] != null || parts.some(({ table }) => table === 'conversation_part');
    const one: Case = {
      id,
      createdAt,
      updatedAt: this.#time(row['updated_at'], 'conversation.updated_at', id),
      subject: fromHtml(row['title']) || fromHtml(source['subject']) || undefined,
      opening: fromHtml(source['body']) || undefined,
      ...(isKnown && { messages: of.messages, changes: of.changes }),
      hasAi: isTrue(row['ai_agent_participated']) || of.messages.some(({ from }) => from === 'ai'),
      ...this.#kindOf(id, row, source, tags),
      ...this.#customerOf(this.#contactOf(row, source, parts), row, tags),
      page: toText(source['url']),
      agent: of.nameOf(toId(row['admin_assignee_id'])),
    };
    const isDone = this.#word(STATES, row['state'], 'conversation.state', id) === 'done';
    this.#useMeasured(one, toRow(row['statistics']), isDone, 'conversation.state');
    this.#sla(toRow(row['sla_applied']), id);
    if (one.hasAi)
      Object.assign(one, this.#aiShare(one, ai, isDone), {
        tag: findTag(row, tags, this.#mapping, 'conversation.tags', id),
        rating: this.#aiRating(ai, id),
      });
    this.#rate(one, toRow(row['conversation_rating']), of);
    putCase(one, this.#mapping);
  }

  #partsOf(id: string, createdAt: string, row: Row, parts: readonly Part[]): IntercomParts {
    const of = new IntercomParts(id, this.#people, this.#mapping, row['teammates']);
    this.#open(of, toRow(row['source']), createdAt, id);
    const joined = parts.filter(({ table }) => table === 'conversation_part').map((part) => part.row);
    for (const part of distinctRows([...toRows(row['conversation_parts'], 'conversation_parts'), ...joined]))
      of.add(part);
    return of;
  }

  #kindOf(id: string, row: Row, source: Row, tags: readonly string[]): Partial<Case> {
    const channels = { ...CHANNELS, ...this.#mapping.options.channels };
    const { type, segment } = findDimensions(this.#mapping.options, row, tags);
    return {
      type,
      segment,
      channel: translate(source['type'], channels, 'conversation.source.type', id, this.#mapping),
      priority: translate(row['priority'], PRIORITIES, 'conversation.priority', id, this.#mapping),
    };
  }

  #customerOf(contact: Person, row: Row, tags: readonly string[]): Partial<Case> {
    const known = this.#people.get('contact', contact.id);
    const { region } = findDimensions(this.#mapping.options, row, tags);
    return { customer: toProfile(contact, known), language: known?.language, region: region ?? known?.region };
  }

  /** The first message stands apart from the others. */
  #open(of: IntercomParts, source: Row, at: string, id: string): void {
    const delivery = this.#word(DELIVERIES, source['delivered_as'], 'conversation.source.delivered_as', id);
    of.say({
      at,
      author: toRow(source['author']),
      text: fromHtml(source['body']),
      isNote: false,
      isNeeded: false,
      isWelcome: delivery === 'bot',
    });
  }

  #tagsOf(row: Row, parts: readonly Part[]): string[] {
    const joined = parts
      .flatMap(({ table, row: part }) => (table === 'conversation_tag' ? [toText(part['tag_id']) ?? ''] : []))
      .map((tag) => this.#tags.get(tag) ?? tag);
    return [...toRows(row['tags'], 'tags').flatMap((tag) => toText(tag['name']) ?? []), ...joined];
  }

  #contactOf(row: Row, source: Row, parts: readonly Part[]): Person {
    const author = toRow(source['author']);
    const id =
      toId(toRows(row['contacts'], 'contacts')[0]?.['id']) ??
      toId(parts.find(({ table }) => table === 'conversation_contact')?.row['contact_id']);
    const isAuthor =
      ['user', 'lead', 'contact'].includes(toText(author['type']) ?? '') &&
      (id === undefined || id === toId(author['id']));
    return isAuthor ? { id: toId(author['id']), name: toText(author['name']), email: toText(author['email']) } : { id };
  }

  /** Without parts, the times that Intercom measured are used. */
  #useMeasured(one: Case, statistics: Row, isDone: boolean, field: string): void {
    if (!one.changes) {
      one.firstAssignedAt = this.#time(statistics['first_assignment_at'], 'statistics.first_assignment_at', one.id);
      one.firstResponseAt = this.#time(statistics['first_admin_reply_at'], 'statistics.first_admin_reply_at', one.id);
    }
    if (!isDone || isDoneBy(one.changes)) return;
    const measured = this.#time(statistics['last_close_at'], 'statistics.last_close_at', one.id);
    if (measured === undefined)
      this.#mapping.report.assume(field, 'closed, nothing says when: the last change', one.id);
    const at = measured ?? one.updatedAt;
    if (at === undefined) return;
    if (one.changes) one.changes.push({ at, kind: 'done' });
    else one.resolvedAt = at;
  }

  #sla(sla: Row, id: string): void {
    const status = toText(sla['sla_status']);
    if (status !== undefined && !SLA_STATUSES.has(status))
      this.#mapping.report.unknown('sla_applied.sla_status', status, id);
  }

  /** What Intercom says of it counts where no person wrote: a person's message is a handoff anyway. */
  #aiShare(one: Case, ai: Row, isDone: boolean): { status?: 'resolved' | 'closed'; handoff?: Handoff } {
    const { id, messages } = one;
    const answer = toText(ai['last_answer_type']);
    if (answer !== undefined && !ANSWER_TYPES.has(answer))
      this.#mapping.report.unknown('ai_agent.last_answer_type', answer, id);
    const outcome = this.#word(RESOLUTIONS, ai['resolution_state'], 'ai_agent.resolution_state', id);
    if (messages?.some(({ from }) => from === 'human') || outcome === undefined) return {};
    if (outcome === 'routed') return { handoff: this.#handoff(one) };
    return outcome === 'closed' && !isDone ? {} : { status: outcome };
  }

  #handoff({ id, messages, createdAt, updatedAt }: Case): Handoff {
    const at = messages?.findLast(({ from }) => from === 'ai')?.at;
    if (at === undefined)
      this.#mapping.report.assume(
        'ai_agent.resolution_state',
        'given to people, nothing says when: the last change',
        id,
      );
    return { at: at ?? updatedAt ?? createdAt, by: 'ticket' };
  }

  #aiRating(ai: Row, id: string): Rating | undefined {
    return this.#toRating(
      ai['rating'],
      ai['rating_remark'],
      this.#time(ai['created_at'], 'ai_agent.created_at', id),
      'ai_agent.rating',
      id,
    );
  }

  #toRating(value: unknown, remark: unknown, at: string | undefined, field: string, id: string): Rating | undefined {
    const number = toNumber(value);
    if (number === undefined || at === undefined) return undefined;
    if (!RATINGS.has(number)) return void this.#mapping.report.unknown(field, value, id);
    return compact({ value: number as Rating['value'], at, comment: toText(remark)! });
  }

  #rate(one: Case, given: Row, of: IntercomParts): void {
    const [sentAt, changedAt] = [
      this.#time(given['created_at'], 'conversation_rating.created_at', one.id),
      this.#time(given['updated_at'], 'conversation_rating.updated_at', one.id),
    ];
    const value = toNumber(given['rating']);
    if (sentAt === undefined) return;
    const teammate = toRow(given['teammate']);
    const kind = this.#word(TEAMMATES, teammate['type'], 'conversation_rating.teammate.type', one.id);
    if (one.hasAi && kind !== 'person') {
      one.rating ??= this.#toRating(value, given['remark'], changedAt ?? sentAt, 'conversation_rating.rating', one.id);
      return;
    }
    this.#mapping.put(
      'surveys',
      compact({
        id: `${one.id}:rating`,
        kind: 'csat',
        sentAt,
        ...(value !== undefined && { answeredAt: changedAt ?? sentAt, value, scale: 5 }),
        comment: toText(given['remark']),
        ticketId: one.hasAi ? undefined : one.id,
        agent: kind === 'person' ? of.nameOf(toId(teammate['id'])) : undefined,
        customerId: one.customer?.id,
      }),
    );
  }

  #mapTicket(id: string, createdAt: string, row: Row): void {
    const category = row['category'] ?? toRow(row['ticket_type'])['category'];
    if (this.#word(CATEGORIES, category, 'ticket.category', id) === false)
      return this.#mapping.report.skip('ticket', 'is not a customer’s: Back-office or Tracker', id);
    const attributes = toRow(row['ticket_attributes']);
    const of = this.#ticketParts(id, createdAt, row);
    const tags = toRows(row['tags'], 'tags').flatMap((tag) => toText(tag['name']) ?? []);
    const { type, segment } = findDimensions(this.#mapping.options, row, tags);
    const one: Case = {
      id,
      createdAt,
      updatedAt: this.#time(row['updated_at'], 'ticket.updated_at', id),
      subject: toText(attributes['_default_title_']),
      ...(row['ticket_parts'] != null && { messages: of.messages, changes: of.changes }),
      agent: of.nameOf(toId(row['admin_assignee_id'])),
      ...this.#customerOf({ id: toId(toRows(row['contacts'], 'contacts')[0]?.['id']) }, row, tags),
      type: type ?? toText(toRow(row['ticket_type'])['name']),
      segment,
    };
    const state = this.#word(TICKET_STATES, stateOf(row['ticket_state']), 'ticket.ticket_state', id);
    this.#useMeasured(one, {}, state === 'done', 'ticket.ticket_state');
    putCase(one, this.#mapping);
  }

  #ticketParts(id: string, createdAt: string, row: Row): IntercomParts {
    const of = new IntercomParts(id, this.#people, this.#mapping, undefined);
    of.say({
      at: createdAt,
      author: { type: 'user' },
      text: fromHtml(toRow(row['ticket_attributes'])['_default_description_']),
      isNote: false,
      isNeeded: false,
    });
    for (const part of distinctRows(toRows(row['ticket_parts'], 'ticket_parts'))) of.add(part);
    return of;
  }

  #mapArticle(id: string, row: Row): void {
    if (this.#word(ARTICLE_STATES, row['state'], 'article.state', id) === false)
      return this.#mapping.report.skip('article', 'is a draft', id);
    this.#mapping.put(
      'articles',
      compact({
        id,
        title: toText(row['title']) ?? id,
        body: fromHtml(row['body']) || undefined,
        url: toText(row['url']),
        updatedAt: this.#time(row['updated_at'], 'article.updated_at', id),
      }),
    );
  }
}
