/** A ticket inside the dialog: what it is about, how it stands, and its thread. */
import { html, nothing, type TemplateResult } from 'lit';
import { fillText } from '../../core/format/formats.js';
import type { RecordRow } from '../../core/query.js';
import { icon, type IconName } from '../shared/icons.js';
import { markedText } from '../shared/marked-text.js';
import { notice } from '../shared/notices.js';
import type { DialogView } from '../shared/records-table/dialog.js';
import { statusPill } from '../shared/status-pill.js';
import { cellText, toColumns, type RecordWords } from './record-columns.js';
import {
  toTicketThread,
  type TicketEvent,
  type TicketItem,
  type TicketRun,
  type TimedTicketText,
} from './ticket-thread.js';

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
