/** Freshdesk: tickets with their conversations, activities and ratings; articles of the solutions. */
import {
  type Case,
  type CaseChange,
  type CaseMessage,
  type Writer,
  compact,
  isDoneBy,
  putCase,
} from '../case-facts.js';
import {
  distinctRows,
  findDimensions,
  findTag,
  isTrue,
  textsOf,
  toId,
  toInstant,
  toNumber,
  toRow,
  toRows,
  toText,
  translate,
} from '../rows.js';
import { fromHtml } from '../from-html.js';
import { People, type Person, toProfile } from '../people.js';
import type { Mapper, Mapping, Part, Row, TableSpec, Vendor } from '../vendor.js';
import { FRESHDESK_FIELDS } from './fields.js';

const unread = (why: string, ...names: string[]): TableSpec => ({ role: 'unread', names, why });

const TABLES: Readonly<Record<string, TableSpec>> = {
  ticket: { role: 'root', names: ['tickets'] },
  conversation: { role: 'part', root: 'ticket', key: 'ticket_id', names: ['conversations'] },
  activity: {
    role: 'part',
    root: 'ticket',
    key: 'ticket_id',
    names: ['activities', 'activities_data', 'ticket_activities'],
  },
  agent: { role: 'lookup', names: ['agents'] },
  contact: { role: 'lookup', names: ['contacts'] },
  satisfaction_rating: { role: 'alone', names: ['satisfaction_ratings'] },
  article: { role: 'alone', names: ['articles'] },
  company: unread('a company is no customer of the facts', 'companies'),
  group: unread('a group is no agent', 'groups'),
  time_entry: unread('times that people wrote down are not measured', 'time_entries'),
};

export const FRESHDESK: Vendor = {
  tables: TABLES,
  fields: FRESHDESK_FIELDS,
  tableOf: freshdeskTableOf,
  mapper: (mapping) => new FreshdeskMapper(mapping),
};

/** The table of a row that nothing names, by the fields that only it has. */
function freshdeskTableOf(row: Row): string | undefined {
  const has = (...names: string[]) => names.every((name) => name in row);
  if (has('requester_id', 'status')) return 'ticket';
  if (has('incoming', 'private')) return 'conversation';
  if (has('performed_at', 'activity')) return 'activity';
  if (has('survey_id', 'ratings')) return 'satisfaction_rating';
  if (has('ticket_scope', 'contact')) return 'agent';
  if (has('folder_id', 'title')) return 'article';
  return has('name', 'email', 'active') ? 'contact' : undefined;
}

class FreshdeskMapper implements Mapper {
  readonly #mapping: Mapping;
  readonly #people: People;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
    this.#people = new People(mapping.options.aiAgents);
  }

  learn(table: string, row: Row): void {
    this.#people.learn(table, toText(row['id']) ?? '', {
      ...personOf(row),
      ...(table === 'agent' && compact(personOf(toRow(row['contact'])))),
    });
  }

  map(table: string, row: Row, parts: readonly Part[]): void {
    const id = toText(row['id']);
    if (id === undefined) return this.#mapping.report.skip(table, 'has no id', '');
    if (table === 'ticket') this.#mapTicket(id, row, parts);
    else if (table === 'satisfaction_rating') this.#mapRating(id, row);
    else this.#mapArticle(id, row);
  }

  #time(value: unknown, field: string, id: string): string | undefined {
    return toInstant(value, field, id, this.#mapping);
  }

  #mapTicket(id: string, row: Row, parts: readonly Part[]): void {
    const { report } = this.#mapping;
    if (isTrue(row['spam']) || isTrue(row['deleted'])) return report.skip('ticket', 'is spam or deleted', id);
    const createdAt = this.#time(row['created_at'], 'ticket.created_at', id);
    if (createdAt === undefined) return report.skip('ticket', 'has no time of creation', id);
    const tags = textsOf(row['tags']);
    const one: Case = {
      id,
      createdAt,
      updatedAt: this.#time(row['updated_at'], 'ticket.updated_at', id),
      subject: toText(row['subject']),
      opening: openingOf(row),
      messages: this.#messages(id, createdAt, row, parts),
      agent: this.#agentOf(row),
      ...this.#targets(id, row),
      ...this.#kindOf(id, row, tags),
      ...this.#customerOf(row),
    };
    this.#history(one, row, parts);
    if (one.messages?.some(({ from }) => from === 'ai')) one.tag = findTag(row, tags, this.#mapping, 'ticket.tags', id);
    putCase(one, this.#mapping);
  }

  /** `undefined`: the export has no conversations. */
  #messages(id: string, createdAt: string, row: Row, parts: readonly Part[]): CaseMessage[] | undefined {
    const written = distinctRows([
      ...toRows(row['conversations']),
      ...parts.flatMap(({ table, row: part }) => (table === 'conversation' ? [part] : [])),
    ]);
    if (row['conversations'] == null && written.length === 0) return undefined;
    return [...this.#opening(row, createdAt), ...written.flatMap((part) => this.#message(part, id))];
  }

  #targets(id: string, row: Row): Partial<Case> {
    const firstResponseDueAt = this.#time(row['fr_due_by'], 'ticket.fr_due_by', id);
    const resolutionDueAt = this.#time(row['due_by'], 'ticket.due_by', id);
    const escalations = this.#escalations(row, firstResponseDueAt, resolutionDueAt, id);
    return { firstResponseDueAt, resolutionDueAt, escalations };
  }

  #kindOf(id: string, row: Row, tags: readonly string[]): Partial<Case> {
    const { options } = this.#mapping;
    const found = findDimensions(options, row, tags);
    return {
      ...found,
      channel: translate(row['source'], { ...CHANNELS, ...options.channels }, 'ticket.source', id, this.#mapping),
      priority: translate(row['priority'], PRIORITIES, 'ticket.priority', id, this.#mapping),
      type: found.type ?? toText(row['type']),
    };
  }

  #customerOf(row: Row): Partial<Case> {
    const requester = compact({
      ...personOf(toRow(row['requester'])),
      id: toId(row['requester_id']) ?? toId(toRow(row['requester'])['id']),
    });
    const known = this.#people.get('contact', requester.id);
    return { customer: toProfile(requester, known), language: known?.language };
  }

  #agentOf(row: Row): string | undefined {
    const id = toId(row['responder_id']);
    const responder = { id, ...this.#people.get('agent', id) };
    if (this.#people.isAi(responder)) return undefined;
    return responder.name ?? toText(toRow(row['responder'])['name']) ?? responder.id;
  }

  #opening(row: Row, at: string): CaseMessage[] {
    const source = toText(row['source']) ?? '';
    const text = openingOf(row);
    if (text === undefined || CHATS.has(source)) return [];
    return [{ at, from: source === OUTBOUND ? 'human' : 'customer', text }];
  }

  #message(row: Row, id: string): CaseMessage[] {
    const at = this.#time(row['created_at'], 'conversation.created_at', id);
    if (isTrue(row['deleted']) || at === undefined) {
      this.#mapping.report.skip('conversation', at === undefined ? 'has no time' : 'is deleted', id);
      return [];
    }
    const user = toId(row['user_id']);
    const from: Writer = isTrue(row['private'])
      ? 'note'
      : isTrue(row['incoming'])
        ? 'customer'
        : this.#sender(user, toText(row['from_email']));
    return [
      {
        at,
        from,
        author: from === 'customer' ? undefined : this.#people.nameOf('agent', user),
        text: toText(row['body_text']) ?? fromHtml(row['body']),
      },
    ];
  }

  #sender(id: string | undefined, email: string | undefined): Writer {
    if (this.#people.isAi({ ...this.#people.get('agent', id), id, ...(id === undefined && { email }) })) return 'ai';
    return id === undefined ? 'bot' : 'human';
  }

  /** Freshdesk says that a ticket was escalated, not when; the time its target passed is taken. */
  #escalations(row: Row, first: string | undefined, last: string | undefined, id: string): Case['escalations'] {
    const at = [isTrue(row['fr_escalated']) ? first : undefined, isTrue(row['is_escalated']) ? last : undefined].filter(
      (one) => one !== undefined,
    );
    if (at.length > 0) this.#mapping.report.assume('ticket.is_escalated', 'escalated when the target passed', id);
    return row['fr_escalated'] === undefined && row['is_escalated'] === undefined
      ? undefined
      : at.map((one) => ({ at: one, reason: 'sla' as const }));
  }

  #history(one: Case, row: Row, parts: readonly Part[]): void {
    const stats = toRow(row['stats']);
    const stat = (name: string) => this.#time(stats[name], `ticket.stats.${name}`, one.id);
    const changes = parts.flatMap(({ table, row: part }) => (table === 'activity' ? this.#activity(part, one.id) : []));
    const state = this.#stateOf(row, one.id);
    if (!one.messages) one.firstResponseAt = stat('first_responded_at');
    if (changes.length === 0 && row['stats'] == null && state !== 'done') return;
    const reopenedAt = changes.length === 0 ? stat('reopened_at') : undefined;
    if (reopenedAt !== undefined) changes.push({ at: reopenedAt, kind: 'open', isSure: true });
    if (state === 'done' && !isDoneBy(changes)) changes.push(this.#end(one, stat('resolved_at') ?? stat('closed_at')));
    one.changes = changes;
    one.isAssignmentUnknown = !changes.some(({ kind }) => kind === 'assigned');
  }

  #stateOf(row: Row, id: string): 'open' | 'done' | undefined {
    const status = toText(row['status']);
    const state = status === undefined ? undefined : STATUSES.get(status);
    if (status !== undefined && state === undefined) this.#mapping.report.unknown('ticket.status', status, id);
    return state;
  }

  #end({ id, createdAt, updatedAt }: Case, measured: string | undefined): CaseChange {
    if (measured === undefined)
      this.#mapping.report.assume('ticket.status', 'resolved or closed, nothing says when: the last change', id);
    return { at: measured ?? updatedAt ?? createdAt, kind: 'done' };
  }

  #activity(row: Row, id: string): CaseChange[] {
    const at = this.#time(row['performed_at'], 'activity.performed_at', id);
    if (at === undefined) return [];
    const { status: name, agent_id: agent } = toRow(row['activity']);
    const status = toText(name);
    const kind = status === undefined ? undefined : STATUSES.get(status.toLowerCase());
    if (status !== undefined && kind === undefined) this.#mapping.report.unknown('activity.status', status, id);
    const person = { id: toId(agent), ...this.#people.get('agent', toId(agent)) };
    return [
      ...(kind ? [{ at, kind }] : []),
      ...(person.id !== undefined && !this.#people.isAi(person)
        ? [{ at, kind: 'assigned' as const, agent: person.name ?? person.id }]
        : []),
    ];
  }

  #mapRating(id: string, row: Row): void {
    const given = toNumber(toRow(row['ratings'])['default_question']);
    const [value, positive] = RATINGS.get(given ?? NaN) ?? [];
    const answeredAt = this.#time(row['created_at'], 'satisfaction_rating.created_at', id);
    if (value === undefined) this.#mapping.report.unknown('satisfaction_rating.ratings', row['ratings'], id);
    if (value === undefined || answeredAt === undefined)
      return this.#mapping.report.skip('satisfaction_rating', 'has no time or no known answer', id);
    this.#mapping.put(
      'surveys',
      compact({
        id,
        kind: 'csat',
        answeredAt,
        value,
        scale: 7,
        positive,
        comment: toText(row['feedback']),
        ticketId: toText(row['ticket_id']),
        agent: this.#people.nameOf('agent', toId(row['agent_id'])),
        customerId: toId(row['user_id']),
        updatedAt: this.#time(row['updated_at'], 'satisfaction_rating.updated_at', id),
      }),
    );
  }

  #mapArticle(id: string, row: Row): void {
    if (toNumber(row['status']) === 1) return this.#mapping.report.skip('article', 'is a draft', id);
    const body = toText(row['description_text']) ?? (fromHtml(row['description']) || undefined);
    this.#mapping.put(
      'articles',
      compact({
        id,
        title: toText(row['title']) ?? id,
        body,
        updatedAt: this.#time(row['updated_at'], 'article.updated_at', id),
      }),
    );
  }
}

function openingOf(row: Row): string | undefined {
  return toText(row['description_text']) ?? (fromHtml(row['description']) || undefined);
}

function personOf(row: Row): Person {
  return {
    id: toId(row['id']),
    name: toText(row['name']),
    email: toText(row['email']),
    phone: toText(row['phone']) ?? toText(row['mobile']),
    language: toText(row['language']),
  };
}

/** Ours by `source`; the report names any other, which stays as it is. */
const CHANNELS = {
  1: 'email',
  2: 'portal',
  3: 'phone',
  4: 'forum',
  5: 'x',
  6: 'facebook',
  7: 'web-chat',
  8: 'mobile',
  9: 'feedback-widget',
  10: 'email',
  11: 'e-commerce',
  15: 'web-chat',
} as const;

/** The team wrote first. */
const OUTBOUND = '10';
/** The description repeats what the messages say. */
const CHATS: ReadonlySet<string> = new Set(['7', '15']);

const PRIORITIES = { 1: 'low', 2: 'medium', 3: 'high', 4: 'urgent' } as const;

/** By number and by the name that activities give. */
const STATUSES: ReadonlyMap<string, 'open' | 'done'> = new Map([
  ['2', 'open'],
  ['3', 'open'],
  ['4', 'done'],
  ['5', 'done'],
  ['6', 'open'],
  ['7', 'open'],
  ['open', 'open'],
  ['pending', 'open'],
  ['resolved', 'done'],
  ['closed', 'done'],
  ['waiting on customer', 'open'],
  ['waiting on third party', 'open'],
] as const);

/** Answers on the scale of seven, and whether they are positive. */
const RATINGS: ReadonlyMap<number, readonly [value: number, isPositive: boolean]> = new Map([
  [-103, [1, false]],
  [-102, [2, false]],
  [-101, [3, false]],
  [100, [4, false]],
  [101, [5, true]],
  [102, [6, true]],
  [103, [7, true]],
] as const);
