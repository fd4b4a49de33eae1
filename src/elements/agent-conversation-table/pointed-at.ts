/** What a reader pointed at in another widget, with its number and how many conversations are behind it, asked again with every refresh. */
import type { LitElement } from 'lit';
import type { Selected } from '../../context/metrics-context.js';
import { lastGood } from '../../controllers/load.js';
import { QuestionController } from '../../controllers/question-controller.js';
import type { ScopeController } from '../../controllers/scope-controller.js';
import type { MetricsQuery } from '../../core/query.js';
import { readSelectedValue, type Selection } from '../../core/selection.js';
import { toListQuery, toValueQuery, type ListQuery } from './list-query.js';
import type { PointedNumbers } from './selection-words.js';

interface Question {
  selection: Selection;
  value: MetricsQuery;
  list: ListQuery;
}

export class PointedAt {
  readonly #scope: ScopeController;
  readonly #answers: QuestionController<Question, PointedNumbers>;

  constructor(host: LitElement, scope: ScopeController) {
    this.#scope = scope;
    this.#answers = new QuestionController<Question, PointedNumbers>(host, scope, {
      toQuery: (resolved) => {
        const { selection } = this;
        return selection && { selection, value: toValueQuery(resolved, selection), list: toListQuery(resolved, selection, '', '-updated-at') };
      },
      ask: async (source, { selection, value, list }, signal) => {
        const [answer, page] = await Promise.all([source.query(value, { signal }), source.conversations({ ...list, page: 1, pageSize: 1 }, { signal })]);
        return { value: readSelectedValue(selection, answer), total: page.total };
      },
    });
  }

  /** Only what is about the conversations that the table has. */
  get selected(): Selected | undefined {
    const { provided, source } = this.#scope;
    return provided?.source === source ? provided?.selected : undefined;
  }

  get selection(): Selection | undefined {
    return this.selected?.selection;
  }

  /** `undefined` until they are known. */
  get numbers(): PointedNumbers | undefined {
    const last = lastGood(this.#answers.load)?.value;
    return last && JSON.stringify(last.query.selection) === JSON.stringify(this.selection) ? last.answer : undefined;
  }

  reload(): void {
    this.#answers.reload();
  }

  /** Takes it back; returns the control it came from, if it is still there. */
  clear(): HTMLElement | undefined {
    const origin = this.selected?.origin;
    this.#scope.provided?.select?.(undefined);
    return origin?.isConnected ? origin : undefined;
  }
}
