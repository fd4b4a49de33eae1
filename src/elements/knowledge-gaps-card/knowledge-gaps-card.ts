import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { toErrorEvent } from '../../controllers/load-events.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { SourceQueryController, type Answered } from '../../controllers/source-query-controller.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import type { Formats } from '../../core/format/formats.js';
import type { GapsQuery, KnowledgeGap, KnowledgeGaps } from '../../core/query.js';
import { chooseRange, selectConversations } from '../shared/announce-choice.js';
import { controlStyles } from '../shared/control-styles.js';
import { headingView, loadView } from '../shared/load-view.js';
import { hostStyles } from '../shared/host-styles.js';
import { listConverter } from '../shared/attribute-converters.js';
import { AgentGapDismissEvent, AgentGapSelectEvent, AgentKnowledgeAddEvent } from '../shared/user-events.js';
import { ArticleDraft } from './article-draft.js';
import { type CardView, cardView, skeletonView } from './card-view.js';
import { formView, readArticle, readTyped } from './form-view.js';
import { KnownGaps } from './known-gaps.js';
import { listGaps, type ListedGap } from './listed-gaps.js';
import { styles } from './styles.js';

export interface KnowledgeGapsCard extends ScopeProperties {}

/** As many as a source gives, so that dismissing and showing more ask nothing. */
const MAX_GAPS = 100;
const NARROWED = 'unresolved-or-missed';

type GapsAnswered = Answered<GapsQuery, KnowledgeGaps>;

/**
 * What customers ask most and no article answers: each topic with its questions, conversations, nearest article, and a form for the one it lacks.
 *
 * @slot heading - Replaces the title; an empty `heading` leaves it out.
 * @fires agent-knowledge-add - The user wrote an article; the event has `gapId`, `topic`, `title` and `body`. Cancelable; else the source takes it, where it can.
 * @fires agent-gap-dismiss - The user dismissed a gap or took that back; the event has `gapId` and `dismissed`.
 * @fires agent-gap-select - The user asked for the conversations behind a gap; the event has `gapId`, `topic` and `conversationIds`. Cancelable; else the conversation table under the same provider shows them.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - The gaps arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - The gaps could not be loaded, or an article not be added; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @fires agent-range-change - The user asked for the last data; `event.range` holds their dates.
 * @csspart only - The switch to unresolved or missed questions.
 * @csspart method - How the list comes about, and its limit.
 * @csspart status - What became of an added article.
 * @csspart gap - One gap.
 * @csspart topic - The question that stands for it.
 * @csspart bar - How often it was asked, against the most frequent one.
 * @csspart facts - How often it was asked, and how near an article comes.
 * @csspart select - Leads to the conversations behind it.
 * @csspart examples - Its questions.
 * @csspart form - The form for a new article.
 * @csspart dismissed - What is left of a dismissed gap, until it can no longer be taken back.
 */
export class KnowledgeGapsCard extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, controlStyles, styles];

  /** How many gaps to show at first, and how many more each time. At most 100 are found. */
  @property({ type: Number }) limit = 10;
  /** `unresolved-or-missed` looks only at questions that stayed unresolved or were not understood. */
  @property() only: NonNullable<GapsQuery['only']> = 'all';
  /** Ids of gaps not to show, as an attribute separated by commas. The card adds what its user dismisses; keep it across visits with `agent-gap-dismiss`. */
  @property({ converter: listConverter }) dismissed?: string[];

  @state() private pages = 1;

  readonly #known = new KnownGaps();
  readonly #draft = new ArticleDraft(this);
  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #answers = new SourceQueryController<GapsQuery, KnowledgeGaps>(this, this.#scope, {
    toQuery: (scope) => this.#toQuery(scope),
    ask: (source, query, signal) => source.knowledgeGaps(query, { signal }),
  });
  #subject: unknown;

  override willUpdate(): void {
    const { subject } = this.#scope;
    if (subject === undefined || subject === this.#subject) return;
    this.#subject = subject;
    this.#draft.forget();
    this.#known.forget();
  }

  override render(): TemplateResult {
    const formats = this.#locale.formats(this.#scope.displayZone, this.#scope.described?.currency);
    return html`<div class="container">
      ${headingView(this.heading, this.#locale.messages.gaps.heading)}
      ${loadView({
        answers: this.#answers,
        locale: this.#locale,
        formats,
        skeleton: skeletonView(),
        content: (answered) => cardView(this.#cardView(answered, formats)),
        isEmpty: ({ answer, query }) => answer.considered === 0 && query.only === 'all',
        onLastData: (range) => chooseRange(this, this.#scope, range),
      })}
    </div>`;
  }

  #cardView(answered: GapsAnswered, formats: Formats): CardView {
    const words = this.#locale.messages.gaps;
    const dismissed = this.dismissed ?? [];
    const gaps = this.#known.recognize(answered.answer.gaps, dismissed);
    const listed = listGaps(gaps, { dismissed, undoable: this.#known.dismissedHere, held: this.#draft.current });
    const articles = this.#scope.described?.facts['articles'] ?? 0;
    const form = {
      words,
      onCancel: () => this.#cancel(),
      onSubmit: (form: HTMLFormElement) => void this.#send(form, answered),
    };
    return {
      ...answered,
      answer: { ...answered.answer, gaps },
      words,
      formats,
      listed,
      articles,
      hasArticles: articles > 0,
      most: Math.max(...listed.map(({ gap }) => gap.count)),
      shown: this.#shown,
      isNarrowed: this.only === NARROWED,
      added: this.#draft.added,
      sending: this.#draft.current?.isSending ? this.#draft.current.gap.id : undefined,
      form: ({ id }) => (this.#draft.current?.gap.id === id ? formView(this.#draft.current, form) : undefined),
      onNarrow: (isNarrowed) => Object.assign(this, { only: isNarrowed ? NARROWED : 'all', pages: 1 }),
      onMore: () => this.#showMore(listed),
      onSelect: (gap) => this.#select(gap, answered),
      onAdd: (gap) => this.#open(gap, listed),
      onDismiss: (gap, isDismissed) => this.#dismiss(gap, isDismissed, listed),
    };
  }

  get #shown(): number {
    return Math.max(1, Math.floor(this.limit) || 1) * this.pages;
  }

  #showMore(listed: readonly ListedGap[]): void {
    const next = listed[this.#shown]!;
    this.pages++;
    void this.#focus(next.gap.id, next.isDismissed ? 'undo' : 'add');
  }

  #select({ id, topic, conversationIds }: KnowledgeGap, { scope }: GapsAnswered): void {
    const event = new AgentGapSelectEvent({ gapId: id, topic, conversationIds });
    selectConversations(this, this.#scope, event, { only: { ids: conversationIds, topic } }, scope);
  }

  #dismiss(gap: KnowledgeGap, isDismissed: boolean, listed: readonly ListedGap[]): void {
    const { id: gapId } = gap;
    const { current } = this.#draft;
    if (current?.gap.id === gapId) {
      if (current.isSending) return;
      this.#putAway();
    }
    const others = (this.dismissed ?? []).filter((id) => id !== gapId);
    this.dismissed = isDismissed ? [...others, gapId] : others;
    this.#known.dismiss(gap, listed);
    this.dispatchEvent(new AgentGapDismissEvent(gapId, isDismissed));
    void this.#focus(gapId, isDismissed ? 'undo' : 'dismiss');
  }

  /** A second press on the button puts the form away. */
  #open(gap: KnowledgeGap, listed: readonly ListedGap[]): void {
    const { current } = this.#draft;
    if (current?.isSending) return;
    this.#putAway();
    if (current?.gap.id === gap.id) return;
    this.#known.remember(gap, listed);
    this.#draft.begin(
      gap,
      listed.findIndex((one) => one.gap.id === gap.id),
    );
    void this.#focus(gap.id, 'title');
  }

  #cancel(): void {
    const { current } = this.#draft;
    if (!current || current.isSending) return;
    this.#putAway();
    void this.#focus(current.gap.id, 'add');
  }

  #putAway(): void {
    const form = this.renderRoot.querySelector('form');
    this.#draft.putAway(form ? readTyped(form) : undefined);
  }

  async #send(form: HTMLFormElement, { query }: GapsAnswered): Promise<void> {
    const { current } = this.#draft;
    const article = !current || current.isSending ? undefined : readArticle(form);
    if (!current || !article) return;
    const { id: gapId, topic } = current.gap;
    const isAllowed = this.dispatchEvent(new AgentKnowledgeAddEvent({ gapId, topic, ...article }));
    const source = isAllowed ? this.#scope.source : undefined;
    try {
      if (!(await this.#draft.send(article, source?.addKnowledge?.bind(source), JSON.stringify(query)))) return;
    } catch (error) {
      this.dispatchEvent(toErrorEvent(error));
      return;
    }
    this.#askAgain(source);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.said')?.focus();
  }

  /** Unless the source says itself when its facts change. */
  #askAgain(source: ScopeController['source']): void {
    if (!source?.addKnowledge || source.subscribe) return;
    this.#scope.reloadDescription();
    this.#answers.reload();
  }

  #toQuery({ range, timeZone, filters, nowText }: ResolvedScope): GapsQuery {
    return {
      ...range,
      timeZone,
      limit: MAX_GAPS,
      only: this.only === NARROWED ? NARROWED : 'all',
      ...(Object.keys(filters).length > 0 && { filters }),
      ...(nowText !== undefined && { now: nowText }),
    };
  }

  /** Focuses a part or a field of a gap once it is drawn, else the card. */
  async #focus(gapId: string, name: string): Promise<void> {
    await this.updateComplete;
    const gaps = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-gap]')];
    const gap = gaps.find((one) => one.dataset['gap'] === gapId);
    const part = gap?.querySelector<HTMLElement>(`[part="${name}"], [name="${name}"]`);
    (part ?? this.renderRoot.querySelector<HTMLElement>('.frame'))?.focus();
  }
}

// Importing one element gives the types of its events.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'knowledge-gaps-card': KnowledgeGapsCard;
  }
}
