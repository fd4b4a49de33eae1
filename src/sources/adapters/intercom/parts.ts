/** Messages and changes of a conversation or ticket of Intercom. */
import type { CaseChange, CaseMessage, Writer } from '../case-facts.js';
import { fromHtml } from '../from-html.js';
import type { People } from '../people.js';
import { isTrue, toId, toInstant, toRow, toRows, toText } from '../rows.js';
import type { Mapping, Row } from '../vendor.js';
import { AUTHORS, PARTS, TEAMMATES, TICKET_STATES } from './values.js';

export class IntercomParts {
  readonly messages: CaseMessage[] = [];
  /** Agents by their ids; a later part may say who they are. */
  readonly #changes: CaseChange[] = [];
  readonly #people: People;
  readonly #mapping: Mapping;
  readonly #id: string;
  /** The names and kinds that parts give. */
  readonly #names = new Map<string, string>();

  constructor(id: string, people: People, mapping: Mapping, teammates: unknown) {
    this.#id = id;
    this.#people = people;
    this.#mapping = mapping;
    for (const row of toRows(teammates, 'teammates')) this.#learn(row);
  }

  get changes(): CaseChange[] {
    return this.#changes.map((change) =>
      change.kind === 'assigned' ? { ...change, agent: this.nameOf(change.agent)! } : change,
    );
  }

  nameOf(id: string | undefined): string | undefined {
    if (id === undefined || this.#people.get('admin', id)) return this.#people.nameOf('admin', id);
    this.#mapping.report.assume('admin', 'is not among the admins: the name that its records give, else the id', id);
    return this.#names.get(id) ?? id;
  }

  add(row: Row): void {
    const { report } = this.#mapping;
    const type = toText(row['part_type']) ?? '';
    const effect = PARTS.get(type);
    if (effect === undefined) return report.unknown('conversation_part.part_type', type, this.#id);
    const at = toInstant(row['created_at'], 'conversation_part.created_at', this.#id, this.#mapping);
    if (at === undefined) return report.skip('conversation_part', 'has no time', this.#id);
    if (effect === 'done') this.#changes.push({ at, kind: 'done' });
    if (effect === 'state') this.#state(row, at);
    if (effect === 'open' || effect.endsWith('-open')) this.#changes.push({ at, kind: 'open' });
    this.#assign(toRow(row['assigned_to']), at);
    if (effect !== 'nothing' && effect !== 'state')
      this.say({
        at,
        author: toRow(row['author']),
        text: fromHtml(row['body']),
        isNote: effect.startsWith('note'),
        isNeeded: effect === 'message',
      });
  }

  /** A part without words says something only where it is there for it, as a message with a file is. */
  say({
    at,
    author,
    text,
    isNote,
    isNeeded,
    isWelcome = false,
  }: {
    at: string;
    author: Row;
    text: string;
    isNote: boolean;
    isNeeded: boolean;
    isWelcome?: boolean;
  }): void {
    this.#learn(author);
    if (text === '' && !isNeeded) return;
    const from = isNote ? 'note' : this.writer(author);
    if (from === undefined) return;
    const id = toId(author['id']);
    this.messages.push({
      at,
      from,
      author:
        from === 'customer'
          ? undefined
          : (this.#people.get('admin', id)?.name ?? toText(author['name']) ?? this.nameOf(id)),
      text,
      ...(isWelcome && { isWelcome }),
    });
  }

  writer(author: Row): Writer | undefined {
    const type = toText(author['type']) ?? '';
    const kind = AUTHORS.get(type);
    if (isTrue(author['from_ai_agent']) || isTrue(author['is_ai_answer']) || this.#isAi(author)) return 'ai';
    if (kind === undefined) this.#mapping.report.unknown('conversation_part.author.type', type, this.#id);
    return kind;
  }

  #isAi(author: Row): boolean {
    const id = toId(author['id']);
    return this.#people.isAi({
      ...this.#people.get('admin', id),
      id,
      name: toText(author['name']),
      email: toText(author['email']),
    });
  }

  #assign(to: Row, at: string): void {
    const [id, type] = [toId(to['id']), toText(to['type'])];
    if (id === undefined || type === undefined) return;
    const kind = TEAMMATES.get(type);
    if (kind === undefined) this.#mapping.report.unknown('conversation_part.assigned_to.type', type, this.#id);
    if (kind === 'group') this.#mapping.report.ignore('conversation_part.assigned_to', 'a team is no agent');
    if (kind === 'person' && !this.#isAi(to)) this.#changes.push({ at, kind: 'assigned', agent: id });
  }

  #state(row: Row, at: string): void {
    const state = stateOf(row['ticket_state']);
    const kind = state === undefined ? undefined : TICKET_STATES.get(state);
    if (kind) this.#changes.push({ at, kind });
    else if (state !== undefined) this.#mapping.report.unknown('ticket_part.ticket_state', state, this.#id);
  }

  #learn(row: Row): void {
    const [id, name] = [toId(row['id']), toText(row['name'])];
    if (id !== undefined && name !== undefined && row['type'] === 'admin') this.#names.set(id, name);
  }
}

/** A text, or an object with its category. */
export function stateOf(value: unknown): string | undefined {
  return toText(value) ?? toText(toRow(value)['category']);
}
