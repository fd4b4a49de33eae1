/** The thread's items as markup: days, runs of messages, events. */
import { type TemplateResult, html, nothing } from 'lit';
import type { TimedMessage } from '../../core/tables/conversation-record.js';
import { type Formats, fillText } from '../../core/format/formats.js';
import type { SourceDescription } from '../../core/query.js';
import { dimensionWord, valueWord } from '../shared/words.js';
import { type IconName, icon } from '../shared/icons.js';
import { markedText } from '../shared/marked-text.js';
import type { Run, TimelineEvent, TimelineItem } from './timeline.js';
import type { Messages } from '../../locales/messages.js';

interface ThreadWording extends Wording {
  description: SourceDescription | undefined;
  /** Folded; empty: nothing is looked for. */
  phrase: string;
  authorOf: (message: TimedMessage) => string;
}

export function itemsView(items: readonly TimelineItem[], wording: ThreadWording): TemplateResult {
  return html`<ol class="items" part="messages" tabindex="-1">${items.map((item) => itemView(item, wording))}</ol>`;
}

function itemView(item: TimelineItem, wording: ThreadWording): TemplateResult {
  if (item.kind === 'day')
    return html`<li class="day" part="day"><bdi>${wording.formats.bucket(item.date, 'day').long}</bdi></li>`;
  return item.kind === 'run' ? runView(item, wording) : eventView(item, wording);
}

function runView(run: Run, wording: ThreadWording): TemplateResult {
  return html`
    <li class="run" part="run" data-from=${run.from}>
      <p class="by"><bdi class="author">${wording.authorOf(run.messages[0]!)}</bdi> ${timeView(run.at, wording)}</p>
      ${run.messages.map((message, index) => messageView(message, run.first + index, wording))}
    </li>
  `;
}

function messageView(
  { raw, skills, at }: TimedMessage,
  place: number,
  { messages, formats, description, phrase }: ThreadWording,
): TemplateResult {
  const words = messages.thread;
  const notes = [
    ...(raw.welcome ? [words.welcome] : []),
    ...(skills.length > 0
      ? [
          `${dimensionWord('skill', messages)}: ${skills.map((skill) => valueWord('skill', skill, messages, formats, description)).join(', ')}`,
        ]
      : []),
  ];
  return html`
    <div class="message" part="message" data-place=${place} data-from=${raw.from} title=${formats.localMoment(at)}>
      ${raw.masked ? html`<p class="text masked"><bdi>${words.masked}</bdi></p>` : html`<p class="text" dir="auto">${markedText(raw.text, phrase)}</p>`}
      ${raw.products?.length ? html`<p class="more"><bdi>${markedText(fillText(words.products, { names: raw.products.join(', ') }))}</bdi></p>` : nothing}
      ${raw.links?.length ? html`<ul class="more">${raw.links.map((link) => html`<li><bdi>${markedText(link)}</bdi></li>`)}</ul>` : nothing}
      ${raw.missed || notes.length > 0 ? html`<p class="notes">${raw.missed ? html`<span class="missed" part="missed">${icon('cross')}${words.missed}</span>` : nothing}${notes.map((note) => html`<bdi>${note}</bdi>`)}</p>` : nothing}
    </div>
  `;
}

function eventView(event: TimelineEvent, wording: ThreadWording): TemplateResult {
  const { icon: picture, text, note } = toEventWords(event, wording);
  return html`
    <li class="event" part="event" data-kind=${event.kind}>
      ${icon(picture)}<bdi>${markedText(text)}</bdi> ${timeView(event.at, wording)}
      ${note ? html`<bdi class="note">${markedText(note)}</bdi>` : nothing}
    </li>
  `;
}

function timeView(at: number, { formats }: ThreadWording): TemplateResult {
  return html`<time datetime=${new Date(at).toISOString()} title=${formats.localMoment(at)}><bdi>${formats.localTime(at)}</bdi></time>`;
}

/** What happened between the messages, in words. Addresses stay apart, so that they can become links. */
interface EventWords {
  icon: IconName;
  text: string;
  /** What a person said about it. */
  note: string | undefined;
}

interface Wording {
  messages: Messages;
  formats: Formats;
  inactivityHours: number;
}

export function toEventWords(event: TimelineEvent, { messages, formats, inactivityHours }: Wording): EventWords {
  const words = messages.thread.events;
  switch (event.kind) {
    case 'click': {
      const text =
        event.productId === undefined
          ? fillText(words.linkClick, { link: event.url ?? '–' })
          : fillText(words.productClick, { product: event.productId });
      return { icon: 'pointer', text, note: event.productId === undefined ? undefined : event.url };
    }
    case 'cart-add':
      return {
        icon: 'cart',
        text: fillText(words.cartAdd, { quantity: formats.number(event.quantity), product: event.productId }),
        note: undefined,
      };
    case 'handoff': {
      const name = `${event.by}${event.isDeclined ? 'Declined' : ''}` as const;
      return { icon: 'handoff', text: words[name], note: event.reason };
    }
    case 'closing': {
      const text =
        event.by === 'visitor'
          ? words.closedByVisitor
          : event.by === 'inactivity'
            ? fillText(words.closedByInactivity, { hours: formats.number(inactivityHours) })
            : words.closed;
      return { icon: 'closed', text, note: undefined };
    }
    case 'rating':
      return { icon: 'star', text: fillText(words.rated, { value: formats.number(event.value) }), note: event.comment };
  }
}
