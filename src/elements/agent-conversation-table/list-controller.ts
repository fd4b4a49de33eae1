/** One page of the list: back to the first when the question changes, to the last when there are fewer pages than before. What it says of time grows older by itself. */
import type { LitElement } from 'lit';
import { lastGood } from '../../controllers/load.js';
import { RefreshController } from '../../controllers/refresh-controller.js';
import { QuestionController, type Answered } from '../../controllers/question-controller.js';
import type { ResolvedScope, ScopeController } from '../../controllers/scope-controller.js';
import type { ConversationRow, ConversationsPage } from '../../core/query.js';
import type { ScopeSettings } from '../../core/selection.js';
import { FirstRows } from './first-rows.js';
import type { ListQuery } from './list-query.js';
import type { Listed } from './row-place.js';

const AGE_SECONDS = 30;

export interface PageQuestion {
  list: ListQuery;
  page: number;
  pageSize: number;
}

export class ListController {
  readonly answers: QuestionController<PageQuestion, ConversationsPage>;
  readonly #host: LitElement;
  readonly #rows: FirstRows<ConversationRow>;
  #page = 1;
  #key: string | undefined;
  #tickedAt = 0;

  constructor(host: LitElement, scope: ScopeController, settings: () => ScopeSettings | undefined, toList: (scope: ResolvedScope) => { list: ListQuery; pageSize: number }) {
    this.#host = host;
    this.#rows = new FirstRows(host);
    this.answers = new QuestionController(host, scope, {
      settings,
      toQuery: (resolved) => this.#toQuestion(toList(resolved)),
      ask: (source, { list, page, pageSize }, signal) => source.conversations({ ...list, page, pageSize }, { signal }),
    });
    new RefreshController(host, () => (this.listed?.ids.length ? AGE_SECONDS : 0), () => {
      this.#tickedAt = Date.now();
      host.requestUpdate();
    });
  }

  /** The page that is shown, also while the next one loads. */
  get last(): Answered<PageQuestion, ConversationsPage> | undefined {
    return lastGood(this.answers.load)?.value;
  }

  /** The rows to draw by now. */
  get rows(): readonly ConversationRow[] {
    return this.#rows.of(this.last?.answer.rows ?? []);
  }

  get listed(): Listed | undefined {
    const { last } = this;
    return last && { ids: last.answer.rows.map(({ id }) => id), total: last.answer.total, page: last.query.page, pageSize: last.query.pageSize };
  }

  /** Epoch milliseconds that times are told from: those of the answer, or of the clock since. */
  get now(): number {
    const scope = this.last?.scope;
    return Math.max(scope?.now ?? 0, scope?.nowText === undefined ? this.#tickedAt : 0);
  }

  /** Also once more to the page that could not be loaded. */
  turnTo(page: number): void {
    if (page === this.#page && this.answers.load.kind === 'failed') this.answers.reload();
    this.#page = page;
    this.#host.requestUpdate();
  }

  #toQuestion({ list, pageSize }: Omit<PageQuestion, 'page'>): PageQuestion {
    const key = JSON.stringify([list, pageSize]);
    const { listed } = this;
    if (key !== this.#key) this.#page = 1;
    else if (listed?.page === this.#page && listed.ids.length === 0) this.#page = Math.max(1, Math.ceil(listed.total / pageSize));
    this.#key = key;
    return { list, page: this.#page, pageSize };
  }
}
