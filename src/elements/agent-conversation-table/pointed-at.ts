/** What a reader pointed at in another widget, with its number and how many conversations are behind it, asked again with every refresh. */
import type { LitElement, ReactiveController } from 'lit';
import type { Selected } from '../../context/metrics-context.js';
import { lastGood } from '../../controllers/load.js';
import { SourceQueryController } from '../../controllers/source-query-controller.js';
import type { ScopeController } from '../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../controllers/scope-properties.js';
import { parseFilters } from '../../core/filters.js';
import { isRecordTable } from '../../core/tables/all-tables.js';
import type { Filters, MetricsQuery } from '../../core/query.js';
import {
  readSelectedValue,
  survivesFilters,
  toSelectedSettings,
  type ScopeSettings,
  type Selection,
} from '../../core/selection.js';
import type { PointedNumbers } from '../shared/records-table/selection-words.js';
import { findDefinition } from '../../core/metrics/find-definition.js';
import { toListQuery, toValueQuery, type ListQuery } from './list-query.js';

interface Question {
  selection: Selection;
  /** Unset: nothing can be behind it. */
  value?: MetricsQuery;
  list: ListQuery;
}

export class PointedAt implements ReactiveController {
  readonly #host: LitElement & ScopeProperties;
  readonly #scope: ScopeController;
  readonly #answers: SourceQueryController<Question, PointedNumbers>;
  /** The list's own filters when it was last drawn. */
  #filters: Filters = {};
  #dropped: Selected | undefined;

  constructor(host: LitElement & ScopeProperties, scope: ScopeController) {
    this.#host = host;
    this.#scope = scope;
    host.addController(this);
    this.#answers = new SourceQueryController<Question, PointedNumbers>(host, scope, {
      settings: () => this.settings,
      toQuery: (resolved) => {
        const { selection } = this;
        const value = selection && toValueQuery(resolved, selection);
        return (
          selection && { selection, ...(value && { value }), list: toListQuery(resolved, selection, '', '-updated-at') }
        );
      },
      ask: async (source, { selection, value, list }, signal) => {
        const [answer, page] = await Promise.all([
          value && source.query(value, { signal }),
          source.conversations({ ...list, page: 1, pageSize: 1 }, { signal }),
        ]);
        return { value: answer ? readSelectedValue(selection, answer) : null, total: page.total };
      },
    });
  }

  /** A reader who filters the list by the group's own dimension has moved on. */
  hostUpdate(): void {
    const { selected } = this;
    const filters = this.#ownFilters() ?? {};
    if (selected && !survivesFilters(selected.selection, this.#filters, filters)) {
      this.#dropped = selected;
      this.#scope.provided?.select?.(undefined);
    }
    this.#filters = filters;
  }

  /** What the list is about while something is pointed at. */
  get settings(): ScopeSettings | undefined {
    const { selection } = this;
    const around = this.#scope.provided?.around;
    return selection && around && toSelectedSettings(selection, around, this.#ownFilters());
  }

  #ownFilters(): Filters | undefined {
    try {
      return this.#host.filters && parseFilters(this.#host.filters);
    } catch {
      // The list says what is wrong with them.
      return undefined;
    }
  }

  /** Only what is about the conversations that the table has. */
  get selected(): Selected | undefined {
    const { provided, source } = this.#scope;
    const selected =
      provided?.source === source && provided?.selected !== this.#dropped ? provided?.selected : undefined;
    return selected && this.#isOfConversations(selected.selection) ? selected : undefined;
  }

  /** Behind tickets, surveys and the like there are none. */
  #isOfConversations({ metric }: Selection): boolean {
    const definition = metric === undefined ? undefined : findDefinition(metric, this.#scope.described);
    return !definition || !isRecordTable(definition.fact);
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
