import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { lastGood } from '../../controllers/load.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { SourceQueryController, type Answered } from '../../controllers/source-query-controller.js';
import { ScopeController } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import { foldPhrase } from '../../core/answer/fold-text.js';
import { toConversationRecord, type ConversationRecord } from '../../core/tables/conversation-record.js';
import { fillText } from '../../core/format/formats.js';
import { numberSetting } from '../../core/settings.js';
import { copyText } from '../shared/copy-text.js';
import { headingView, loadView } from '../shared/load-view.js';
import { hostStyles } from '../shared/host-styles.js';
import { findMarks } from '../shared/marked-text.js';
import { notice } from '../shared/notices.js';
import { headerView, type HeaderView } from './header-view.js';
import { keepWindow, openWindow, showEarlier, showLater, type MessageWindow } from './message-window.js';
import { authorOf, toPlainText } from './plain-text.js';
import { styles } from './styles.js';
import { itemsView } from './thread-view.js';
import { toItems, toTimeline, type Timeline } from './timeline.js';

export interface AgentConversationThread extends ScopeProperties {}

interface ThreadQuery {
  id: string;
  /** As set; the thread shows what had happened by then. */
  now: string | undefined;
}

interface Shown {
  answered: Answered<ThreadQuery, ConversationRecord>;
  timeline: Timeline;
  phrase: string;
  window: MessageWindow;
}

const DEFAULT_INACTIVITY_HOURS = 48;

/**
 * One conversation, message by message, with what happened in between and the rule that gave its status.
 *
 * @slot heading - Replaces the title; an empty `heading` leaves it out.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - The conversation arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - It could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @csspart header - Who, where and how it stands.
 * @csspart status - The status.
 * @csspart rule - The sentence that gave the status.
 * @csspart copy-id - Copies the conversation's id.
 * @csspart copy-text - Copies the whole conversation as text.
 * @csspart messages - The thread.
 * @csspart day - Where a day begins.
 * @csspart run - Messages of one author.
 * @csspart message - One message.
 * @csspart mark - What the search found.
 * @csspart missed - That the agent did not understand.
 * @csspart event - A click, a cart add, a handoff, the closing or a rating.
 * @csspart earlier - Shows messages before the shown ones.
 * @csspart later - Shows messages after the shown ones.
 */
export class AgentConversationThread extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, styles];

  /** Which conversation. Unset: none is asked for. */
  @property({ attribute: 'conversation-id' }) conversationId?: string;
  /** A phrase to mark; the first message that holds it comes into view. */
  @property() search = '';
  /** How the status is named: by its four values, or by its `outcome`. */
  @property({ attribute: 'status-by' }) statusBy: 'status' | 'outcome' = 'status';

  /** What the conversation is of, set together with `source`: another source of the same keeps the thread until it answers. */
  @property({ attribute: false }) subject?: unknown;

  @state() private announcement = '';
  @state() private shown: Shown | undefined;

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #answers = new SourceQueryController<ThreadQuery, ConversationRecord>(this, this.#scope, {
    toQuery: ({ nowText }) => (this.conversationId ? { id: this.conversationId, now: nowText } : undefined),
    ask: async (source, { id }, signal) => toConversationRecord(await source.conversation(id, { signal })),
    isAboutOne: true,
  });
  #scrolledTo = '';

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('conversationId')) this.announcement = '';
    const answered = lastGood(this.#answers.load)?.value;
    const phrase = foldPhrase(this.search);
    if (answered === this.shown?.answered && phrase === this.shown?.phrase) return;
    this.shown = answered && this.#toShown(answered, phrase);
  }

  override render(): TemplateResult {
    const { messages } = this.#locale;
    const heading = headingView(this.heading, messages.thread.heading);
    const { load } = this.#answers;
    if (!this.conversationId)
      return html`<div class="container">${heading}${notice('empty', messages.thread.choose)}</div>`;
    if (load.kind === 'failed' && (load.error as { status?: unknown } | null)?.status === 404)
      return html`<div class="container">${heading}${notice('not-found', fillText(messages.thread.notFound, { id: this.conversationId }))}</div>`;
    return html`<div class="container">${heading}
      ${loadView({
        answers: this.#answers,
        locale: this.#locale,
        formats: this.#formats(),
        isTimeless: true,
        skeleton: skeletonView(),
        content: ({ query }) =>
          this.shown && query.id === this.conversationId
            ? this.#thread(this.shown)
            : load.kind === 'failed'
              ? html``
              : skeletonView(),
        onLastData: () => undefined,
      })}
    </div>`;
  }

  override updated(): void {
    const key = `${this.shown?.answered.query.id} ${this.shown?.phrase}`;
    const mark = this.shown?.phrase ? this.renderRoot.querySelector('mark') : null;
    if (!mark || key === this.#scrolledTo) return;
    this.#scrolledTo = key;
    mark.scrollIntoView({ block: 'center' });
  }

  #thread(shown: Shown) {
    const { timeline, window, answered, phrase } = shown;
    const { messages } = this.#locale;
    const view = this.#headerOf(shown);
    const items = toItems(timeline, answered.scope.timeZone, window.start, window.end);
    const count = timeline.messages?.length ?? 0;
    const hint = !timeline.messages
      ? messages.thread.unknownMessages
      : count === 0
        ? messages.thread.noMessages
        : undefined;
    return html`
      ${headerView(view)}
      ${hint ? html`<p class="hint" part="hint"><bdi>${hint}</bdi></p>` : nothing}
      ${!timeline.messages && answered.answer.raw.firstQuestion ? html`<div class="message first" part="message" data-from="visitor"><p class="text" dir="auto">${answered.answer.raw.firstQuestion}</p></div>` : nothing}
      ${window.start > 0 ? this.#more('earlier', messages.thread.earlier, showEarlier(window)) : nothing}
      ${items.length > 0 ? itemsView(items, { ...view, phrase, authorOf: (message) => authorOf(message, answered.answer, messages) }) : nothing}
      ${window.end < count ? this.#more('later', messages.thread.later, showLater(window, count)) : nothing}
    `;
  }

  #more(name: 'earlier' | 'later', text: string, next: MessageWindow) {
    return html`<p class="step"><button class="button" part=${name} type="button" @click=${() => this.#widen(next)}>${text}</button></p>`;
  }

  #formats() {
    return this.#locale.formats(
      this.shown?.answered.scope.timeZone ?? this.#scope.displayZone,
      this.#scope.described?.currency,
    );
  }

  #inactivityHours(): number {
    return numberSetting(this.#scope.described?.settings ?? {}, 'inactivityHours') ?? DEFAULT_INACTIVITY_HOURS;
  }

  #toShown(answered: Shown['answered'], phrase: string): Shown {
    const timeline = toTimeline(answered.answer, { now: answered.scope.now, inactivityHours: this.#inactivityHours() });
    const list = timeline.messages ?? [];
    const before = this.shown;
    const isSame = before?.answered.query.id === answered.query.id && before.phrase === phrase;
    const found = phrase ? list.findIndex(({ raw }) => findMarks(raw.text, phrase).length > 0) : -1;
    const window = isSame
      ? keepWindow(before.window, before.timeline.messages?.length ?? 0, list.length)
      : openWindow(list.length, found < 0 ? undefined : found);
    return { answered, timeline, phrase, window };
  }

  #headerOf(shown: Shown): HeaderView {
    const { answered, timeline } = shown;
    return {
      record: answered.answer,
      timeline,
      messages: this.#locale.messages,
      formats: this.#formats(),
      description: this.#scope.described,
      inactivityHours: this.#inactivityHours(),
      statusBy: this.statusBy,
      announcement: this.announcement,
      onCopyId: () => void this.#copy(answered.answer.id),
      onCopyText: () => void this.#copy(toPlainText(this.#headerOf(shown), answered.scope.timeZone)),
    };
  }

  async #copy(text: string): Promise<void> {
    const { copied, notCopied } = this.#locale.messages.thread;
    this.announcement = '';
    this.announcement = (await copyText(text, this.renderRoot)) ? copied : notCopied;
  }

  /** A button that has done all it can goes; the thread then has the focus. */
  #widen(window: MessageWindow): void {
    this.shown = { ...this.shown!, window };
    void this.updateComplete.then(() => {
      if (!this.shadowRoot?.activeElement) this.renderRoot.querySelector<HTMLElement>('.items')?.focus();
    });
  }
}

function skeletonView(): TemplateResult {
  return html`<div class="bones" part="skeleton" aria-hidden="true">${Array.from({ length: 5 }, () => html`<span class="bone"></span>`)}</div>`;
}

// Importing one element gives the types of its events.
export type * from '../../controllers/load-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-conversation-thread': AgentConversationThread;
  }
}
