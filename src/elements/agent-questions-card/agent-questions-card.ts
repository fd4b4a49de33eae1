import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { SourceQueryController, type Answered } from '../../controllers/source-query-controller.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import type { FrequentQuestions, QuestionsQuery } from '../../core/query.js';
import { chooseRange, selectConversations } from '../shared/announce-choice.js';
import { headingView, loadView, skeletonView } from '../shared/load-view.js';
import { hostStyles } from '../shared/host-styles.js';
import { notice } from '../shared/notices.js';
import { AgentQuestionSelectEvent } from '../shared/user-events.js';
import { toWords } from '../shared/words.js';
import { questionsView } from './questions-view.js';
import { styles } from './styles.js';

export interface AgentQuestionsCard extends ScopeProperties {}

type QuestionsAnswered = Answered<QuestionsQuery, FrequentQuestions>;

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 200;

/**
 * What customers ask most: how often, how the agent did, in which other words; what the agent failed is marked.
 *
 * @slot heading - Replaces the title; an empty `heading` leaves it out.
 * @fires agent-question-select - The user asked for the conversations behind a question; the event has `questionId`, `question` and `conversationIds`. Cancelable; else the conversation table under the same provider shows them.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - The questions arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - They could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @fires agent-range-change - The user asked for the last data; `event.range` holds their dates.
 * @csspart table - The questions.
 * @csspart topic - A topic with its sums.
 * @csspart row - One question.
 * @csspart question - Its words.
 * @csspart bar - How often it was asked, against the most frequent one.
 * @csspart failed - That the agent failed it.
 * @csspart select - Leads to the conversations behind it.
 * @csspart examples - Its other wordings.
 * @csspart method - How many questions were looked at, and how the list comes about.
 * @cssproperty [--agent-sticky-offset=0px] - How far from the top of the page the head of the table stays, below a fixed header of the page.
 */
export class AgentQuestionsCard extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, styles];

  /** How many questions, the most frequent first. At most 200. */
  @property({ type: Number }) limit = DEFAULT_LIMIT;
  /** Puts the questions of a topic together under its name. */
  @property({ attribute: 'by-topic', type: Boolean }) byTopic = false;

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #answers = new SourceQueryController<QuestionsQuery, FrequentQuestions>(this, this.#scope, {
    toQuery: (scope) => this.#toQuery(scope),
    ask: (source, query, signal) => source.questions!(query, { signal }),
  });

  override render(): TemplateResult {
    const { messages } = this.#locale;
    const { source, described, isNotLive } = this.#scope;
    const words = toWords(this.#locale, this.#scope);
    const { formats } = words;
    const heading = this.heading || messages.questions.heading;
    return html`<div class="container">
      ${headingView(this.heading, heading)}
      ${
        source && described && !isNotLive && !source.questions
          ? notice('not-offered', messages.questions.notOffered)
          : loadView({
              answers: this.#answers,
              locale: this.#locale,
              formats,
              skeleton: skeletonView(5),
              content: (answered) =>
                questionsView({
                  ...words,
                  answer: answered.answer,
                  isByTopic: this.byTopic,
                  caption: `${heading}, ${formats.range(answered.scope.range)}`,
                  onSelect: (id) => this.#select(id, answered),
                }),
              onLastData: (range) => chooseRange(this, this.#scope, range),
            })
      }
    </div>`;
  }

  #toQuery({ range, timeZone, filters, nowText }: ResolvedScope): QuestionsQuery | undefined {
    if (!this.#scope.source?.questions) return undefined;
    return {
      ...range,
      timeZone,
      limit: Math.min(MAX_LIMIT, Math.max(1, Math.trunc(this.limit) || DEFAULT_LIMIT)),
      ...(Object.keys(filters).length > 0 && { filters }),
      ...(nowText !== undefined && { now: nowText }),
    };
  }

  #select(questionId: string, { answer, scope }: QuestionsAnswered): void {
    const { question, conversationIds } = answer.questions.find(({ id }) => id === questionId)!;
    const event = new AgentQuestionSelectEvent({ questionId, question, conversationIds });
    selectConversations(this, this.#scope, event, { only: { ids: conversationIds, topic: question } }, scope);
  }
}

// Importing one element gives the types of its events.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-questions-card': AgentQuestionsCard;
  }
}
