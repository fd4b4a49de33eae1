/** A ticket inside the dialog: what it is about, how it stands, and its thread. */
import { type TemplateResult, html, nothing } from 'lit';
import { fillText } from '../../core/format/formats.js';
import type { RecordRow } from '../../core/query.js';
import { type IconName, icon } from '../shared/icons.js';
import { markedText } from '../shared/marked-text.js';
import { notice } from '../shared/notices.js';
import type { DialogView } from '../shared/records-table/dialog.js';
import { statusPill } from '../shared/status-pill.js';
import { type RecordWords, cellText, toColumns } from './record-columns.js';
import type { Ticket, TicketMessage } from '../../core/facts/tickets.js';
import { ticketTimeline } from '../../core/tables/tickets.js';
import { parseInstant } from '../../core/time/instant.js';
import { type MessageRun, type ThreadItem, type ThreadMessage, toThreadItems } from '../shared/thread-items.js';

interface TicketView {
  row: RecordRow;
  words: RecordWords;
  timeZone: string;
  /** Epoch milliseconds. */
  now: number;
}

const FACTS = ['createdAt', 'channel', 'network', 'type', 'priority', 'agent', 'segment', 'region'];
const ICONS: Readonly<Record<TicketEvent['kind'], IconName>> = {
  created: 'open',
  assigned: 'person',
  firstAssigned: 'person',
  responded: 'handoff',
  resolved: 'check',
  reopened: 'refresh',
  escalated: 'up',
  escalatedForTarget: 'up',
  firstResponseDue: 'clock',
  resolutionDue: 'clock',
};
/** As the sides of a conversation. */
const SIDES: Readonly<Record<TimedTicketText['from'], string>> = { customer: 'visitor', agent: 'human', note: 'note' };

/** The dialog of a ticket. */
export function ticketDialog(view: TicketView): Pick<DialogView, 'title' | 'words' | 'body'> {
  const { records, table } = view.words.messages;
  const { previous, next, notLoaded, ticket } = records;
  return {
    title: fillText(ticket, { id: view.row.id }),
    words: { place: table.place, previous, next, notLoaded, close: table.close },
    body: ticketView(view),
  };
}

function ticketView({ row, words, timeZone, now }: TicketView): TemplateResult {
  const { messages } = words;
  const thread = toTicketThread(row.record, now, timeZone);
  if (!thread) return notice('unreadable', messages.records.notLoaded);
  // A conversation is resolved by the AI; a ticket by people.
  const [status, word]: [string, string] = thread.isResolved
    ? ['resolved', messages.records.events.resolved]
    : ['open', messages.values['status']?.['open'] ?? ''];
  const subject = row.record['subject'];
  const facts = toColumns(FACTS, { rows: [row], fact: words.fact }, words).flatMap((column) =>
    cellText(row, column, words) === null ? [] : [[column.label, cellText(row, column, words)!] as const],
  );
  return html`
    <div class="head" part="header">
      <p class="subject"><bdi>${typeof subject === 'string' ? subject : ''}</bdi> ${statusPill(status, word)}</p>
      <dl class="facts">${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>
    </div>
    ${thread.messages === undefined ? html`<p class="hint" part="hint"><bdi>${messages.records.unknownMessages}</bdi></p>` : nothing}
    <ol class="items" part="messages">${thread.items.map((item) => itemView(item, words))}</ol>
  `;
}

function itemView(item: TicketItem, words: RecordWords): TemplateResult {
  if (item.kind === 'day')
    return html`<li class="day" part="day"><bdi>${words.formats.bucket(item.date, 'day').long}</bdi></li>`;
  return item.kind === 'run' ? runView(item, words) : eventView(item, words);
}

function runView({ from, at, messages }: TicketRun, words: RecordWords): TemplateResult {
  return html`
    <li class="run" part="run" data-from=${SIDES[from] ?? 'note'}>
      <p class="by"><bdi class="author">${authorOf(messages[0]!, words)}</bdi> ${timeView(at, words)}</p>
      ${messages.map((message) => messageView(message, words))}
    </li>
  `;
}

function messageView({ raw, from, at }: TimedTicketText, { messages, formats }: RecordWords): TemplateResult {
  return html`
    <div class="message" part="message" data-from=${SIDES[from] ?? 'note'} title=${formats.localMoment(at)}>
      ${raw.masked ? html`<p class="text masked"><bdi>${messages.thread.masked}</bdi></p>` : html`<p class="text" dir="auto">${raw.text ? markedText(raw.text) : '–'}</p>`}
    </div>
  `;
}

/** A name; of the team with its role, or that the text is a note. */
function authorOf({ from, raw: { author } }: TimedTicketText, { messages: { records, thread } }: RecordWords): string {
  if (from === 'customer') return author || records.customer;
  const role = from === 'note' ? records.note : thread.human;
  return author ? `${author} · ${role}` : role;
}

function eventView({ kind, at, agent, isMet }: TicketEvent, words: RecordWords): TemplateResult {
  const { events, met, missed } = words.messages.records;
  const text = fillText(events[kind], { name: agent ?? '' });
  return html`
    <li class="event" part="event" data-kind=${kind} data-met=${isMet === undefined ? nothing : String(isMet)}>
      ${icon(ICONS[kind])}<bdi>${text}</bdi>${isMet === undefined ? nothing : html`: <span class="verdict">${icon(isMet ? 'check' : 'cross')}${isMet ? met : missed}</span>`} ${timeView(at, words)}
    </li>
  `;
}

function timeView(at: number, { formats }: RecordWords): TemplateResult {
  return html`<time datetime=${new Date(at).toISOString()} title=${formats.localMoment(at)}><bdi>${formats.localTime(at)}</bdi></time>`;
}

/** A ticket as a user follows it: messages and notes, and what happened between them. */
export interface TicketEvent {
  kind:
    | 'created'
    | 'assigned'
    | 'firstAssigned'
    | 'responded'
    | 'resolved'
    | 'reopened'
    | 'escalated'
    | 'escalatedForTarget'
    | 'firstResponseDue'
    | 'resolutionDue';
  at: number;
  agent?: string;
  /** Whether the target was met; unset: it is no target, or not decided yet. */
  isMet?: boolean;
}

export interface TimedTicketText extends ThreadMessage {
  from: TicketMessage['from'];
  raw: TicketMessage;
}

export type TicketRun = MessageRun<TimedTicketText>;
export type TicketItem = ThreadItem<TimedTicketText, TicketEvent>;

interface TicketThread {
  items: readonly TicketItem[];
  /** `undefined`: not known. */
  messages: number | undefined;
  isResolved: boolean;
}

/** What is later than `now`, epoch milliseconds, does not exist yet; targets do. `undefined`: the record is no ticket. */
export function toTicketThread(
  record: Record<string, unknown>,
  now: number,
  timeZone: string,
): TicketThread | undefined {
  try {
    return readThread(record as unknown as Ticket, now, timeZone);
  } catch {
    // A custom source may send a record that cannot be read.
    return undefined;
  }
}

function readThread(ticket: Ticket, now: number, timeZone: string): TicketThread {
  const messages = ticket.messages
    ?.map((raw): TimedTicketText => ({ at: parseInstant(raw.at), from: raw.from, raw }))
    .filter(({ at }) => at <= now)
    .sort(byTime);
  const events = eventsOf(ticket, messages, now).sort(byTime);
  const items = toThreadItems(
    { messages: messages ?? [], events, authorOf: ({ raw }) => raw.author || undefined },
    timeZone,
    0,
    messages?.length ?? 0,
  );
  const { spans } = ticketTimeline(ticket);
  return {
    items,
    messages: messages?.length,
    isResolved: spans.some(({ from, until, resolvedAt }) => from <= now && now < until && resolvedAt !== undefined),
  };
}

function eventsOf(ticket: Ticket, messages: readonly TimedTicketText[] | undefined, now: number): TicketEvent[] {
  const line = ticketTimeline(ticket);
  const isToldByMessage = messages?.some(({ at }) => at === line.createdAt);
  const happened: TicketEvent[] = [
    ...(isToldByMessage ? [] : [{ kind: 'created', at: line.createdAt } as const]),
    ...line.assignments.map(({ at, agent }) => ({ kind: 'assigned', at, agent }) as const),
    ...(line.assignments.length === 0 && line.firstAssignedAt !== undefined
      ? [{ kind: 'firstAssigned', at: line.firstAssignedAt } as const]
      : []),
    ...(!ticket.messages && line.firstResponseAt !== undefined
      ? [{ kind: 'responded', at: line.firstResponseAt } as const]
      : []),
    ...line.resolutions.map((at) => ({ kind: 'resolved', at }) as const),
    ...line.reopenings.map((at) => ({ kind: 'reopened', at }) as const),
    ...(ticket.escalations ?? []).map(
      ({ at, reason }) =>
        ({ kind: reason === 'sla' ? 'escalatedForTarget' : 'escalated', at: parseInstant(at) }) as const,
    ),
  ];
  const resolvedAt = line.spans.find(({ from, until }) => from <= now && now < until)?.resolvedAt;
  const respondedAt =
    line.firstResponseAt !== undefined && line.firstResponseAt <= now ? line.firstResponseAt : undefined;
  return [
    ...happened.filter(({ at }) => at <= now),
    ...targetOf('firstResponseDue', line.firstResponseDueAt, respondedAt, now),
    ...targetOf('resolutionDue', line.resolutionDueAt, resolvedAt, now),
  ];
}

/** A target is missed once it has passed without being met. */
function targetOf(
  kind: TicketEvent['kind'],
  dueAt: number | undefined,
  doneAt: number | undefined,
  now: number,
): TicketEvent[] {
  if (dueAt === undefined) return [];
  if (doneAt === undefined && now <= dueAt) return [{ kind, at: dueAt }];
  return [{ kind, at: dueAt, isMet: doneAt !== undefined && doneAt <= dueAt }];
}

const byTime = (a: { at: number }, b: { at: number }): number => a.at - b.at;
