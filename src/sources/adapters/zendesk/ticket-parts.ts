/** Messages and changes of a ticket of Zendesk, whichever table they come from. */
import type { CaseChange, CaseMessage, Writer } from '../case-facts.js';
import { distinctParts, isTrue, toId, toInstant, toRow, toRows, toText } from '../rows.js';
import { fromHtml } from '../from-html.js';
import type { People } from '../people.js';
import type { Mapping, Part, Row } from '../vendor.js';
import { STATUSES } from './values.js';

const COMMENTS = new Set(['Comment', 'VoiceComment', 'FacebookComment', 'Tweet']);
/** Events that neither say nor change anything of the case. */
const SILENT = new Set([
  'AgentMacroReference',
  'AssociateAttValsEvent',
  'AttachmentRedactionEvent',
  'Cc',
  'ChannelBackEvent',
  'ChannelBackFailed',
  'ChatEndedEvent',
  'ChatStartedEvent',
  'CommentPrivacyChange',
  'CommentRedactionEvent',
  'Error',
  'External',
  'FacebookEvent',
  'FollowerNotification',
  'KnowledgeCaptured',
  'KnowledgeLinkAccepted',
  'KnowledgeLinkRejected',
  'KnowledgeLinked',
  'LogMeInTranscript',
  'Notification',
  'NotificationWithCcs',
  'OrganizationActivity',
  'Push',
  'SatisfactionRating',
  'ScheduleAssignment',
  'SlaTargetChange',
  'TicketSharingEvent',
  'TranslatableError',
  'WebhookEvent',
]);

export class TicketParts {
  /** `undefined`: no table has them. */
  changes: CaseChange[] | undefined;
  readonly tags: string[] = [];
  metric: Row | undefined;
  #said: CaseMessage[] | undefined;
  #audited: CaseMessage[] | undefined;
  readonly #people: People;
  readonly #mapping: Mapping;
  readonly #id: string;
  readonly #requester: string | undefined;

  constructor(ticket: Row, parts: readonly Part[], people: People, mapping: Mapping) {
    this.#people = people;
    this.#mapping = mapping;
    this.#id = toText(ticket['id']) ?? '';
    this.#requester = toId(ticket['requester_id']) ?? toId(toRow(ticket['requester'])['id']);
    const inside = (table: string, name: string) => toRows(ticket[name]).map((row) => ({ table, row }));
    for (const { table, row } of distinctParts([
      ...inside('ticket_comment', 'comments'),
      ...inside('ticket_audit', 'audits'),
      ...parts,
    ]))
      this.#take(table, row);
  }

  /** Audits repeat comments. `undefined`: no table has messages. */
  get messages(): CaseMessage[] | undefined {
    return this.#said ?? this.#audited;
  }

  #take(table: string, row: Row): void {
    switch (table) {
      case 'ticket_comment':
        return this.#comment(row, (this.#said ??= []));
      case 'ticket_audit':
        return this.#audit(row);
      case 'ticket_field_history':
        return this.#change(
          toText(row['field_name']),
          row['value'],
          this.#time(row['updated'], 'ticket_field_history.updated'),
        );
      case 'ticket_chat_event':
        return this.#chat(row);
      case 'ticket_metric':
        this.metric = row;
        return;
      case 'ticket_tag':
        if (toText(row['tag']) !== undefined) this.tags.push(toText(row['tag'])!);
    }
  }

  #time(value: unknown, field: string): string | undefined {
    return toInstant(value, field, this.#id, this.#mapping);
  }

  #comment(
    row: Row,
    messages: CaseMessage[],
    at = this.#time(row['created_at'] ?? row['created'], 'ticket_comment.created_at'),
    by: unknown = row['author_id'] ?? row['user_id'],
  ): void {
    if (at === undefined) return this.#mapping.report.skip('ticket_comment', 'has no time', this.#id);
    const author = toId(by) ?? toId(toRow(row['author'])['id']);
    const isNote = row['public'] !== undefined && row['public'] !== null && !isTrue(row['public']);
    const from = this.#writer(author, isNote);
    messages.push({
      at,
      from,
      author: from === 'customer' ? undefined : this.#people.nameOf('user', author),
      text: toText(row['plain_body']) ?? toText(row['body']) ?? fromHtml(row['html_body']),
    });
  }

  #writer(author: string | undefined, isNote: boolean): Writer {
    const person = this.#people.get('user', author) ?? { id: author };
    if (isNote) return 'note';
    if (this.#people.isAi(person)) return 'ai';
    if (author === undefined || author === '-1') return 'bot';
    if (person.isTeam !== undefined) return person.isTeam ? 'human' : 'customer';
    if (author === this.#requester) return 'customer';
    this.#mapping.report.assume(
      'ticket_comment.author_id',
      'is no user of the export and not the requester: a person of the team',
      this.#id,
    );
    return 'human';
  }

  #audit(row: Row): void {
    const at = this.#time(row['created_at'] ?? row['timestamp'], 'ticket_audit.created_at');
    for (const event of [...toRows(row['events']), ...toRows(row['child_events'])]) {
      const type = toText(event['type'] ?? event['event_type']) ?? '';
      if (COMMENTS.has(type))
        this.#comment(event, (this.#audited ??= []), at, event['author_id'] ?? row['author_id'] ?? row['updater_id']);
      else if (type === 'Create' || type === 'Change') this.#changes(event, at);
      else if (!SILENT.has(type)) this.#mapping.report.unknown('ticket_audit.events.type', type, this.#id);
    }
  }

  /** An audit names the field; an event of the incremental export has it as a key. */
  #changes(event: Row, at: string | undefined): void {
    const named = toText(event['field_name']);
    if (named !== undefined) return this.#change(named, event['value'], at);
    for (const name of ['status', 'assignee_id']) if (name in event) this.#change(name, event[name], at);
  }

  #change(field: string | undefined, value: unknown, at: string | undefined): void {
    if (field !== 'status' && field !== 'assignee_id') return;
    this.changes ??= [];
    if (at === undefined) return this.#mapping.report.skip('ticket_field_history', 'has no time', this.#id);
    if (field === 'assignee_id') return this.#assign(toId(value), at);
    const status = toText(value);
    const kind = status === undefined ? undefined : STATUSES.get(status);
    if (status !== undefined && kind === undefined) this.#mapping.report.unknown('ticket.status', status, this.#id);
    if (kind === 'open' || kind === 'done') this.changes.push({ at, kind });
  }

  /** Being assigned to the AI agent does not count: the facts name people. */
  #assign(id: string | undefined, at: string): void {
    if (id !== undefined && !this.#people.isAi(this.#people.get('user', id) ?? { id }))
      this.changes!.push({ at, kind: 'assigned', agent: this.#people.nameOf('user', id)! });
  }

  #chatWriter(actor: string, agent: string | undefined): Writer {
    if (this.#people.isAi(this.#people.get('user', agent ?? actor) ?? { id: agent ?? actor })) return 'ai';
    if (agent !== undefined) return 'human';
    return isSystem(actor) ? 'bot' : 'customer';
  }

  #chat(row: Row): void {
    if (row['type'] !== 'ChatMessage') return;
    const at = this.#time(row['created_at'], 'ticket_chat_event.created_at');
    if (at === undefined) return this.#mapping.report.skip('ticket_chat_event', 'has no time', this.#id);
    const actor = toText(row['actor_id']) ?? '';
    const [, agent] = /^agent:(.*)$/.exec(actor) ?? [];
    const isBot = toText(toRow(toRow(parsed(row['original_message']))['source'])['type']) === 'zd:answerBot';
    const from = isBot ? 'ai' : this.#chatWriter(actor, agent);
    (this.#said ??= []).push({
      at,
      from,
      author: from === 'human' ? this.#people.nameOf('user', agent) : undefined,
      text: toText(row['message']) ?? '',
    });
  }
}

/** A chat names bots and systems with two underscores. */
const isSystem = (actor: string): boolean => actor === '' || actor.startsWith('__');

function parsed(value: unknown): unknown {
  try {
    return typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
  } catch {
    return undefined;
  }
}
