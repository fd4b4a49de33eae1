/** What the table asks: the conversations of the range and filters around it or of a selection, and the number that was selected. */
import type { LitElement } from 'lit';
import { toBaseQuery } from '../../controllers/answer-controller.js';
import type { ResolvedScope, ScopeController } from '../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../controllers/scope-properties.js';
import type { SelectionController } from '../../controllers/selection-controller.js';
import { SourceQueryController } from '../../controllers/source-query-controller.js';
import type { ConversationsQuery, MetricsQuery } from '../../core/query.js';
import {
  letsNothingPass,
  readSelectedValue,
  toSelectedList,
  toSelectedMetric,
  type Selection,
} from '../../core/selection.js';
import type { SelectedNumbers } from '../shared/records-table/selection-words.js';

export type ListQuery = Omit<ConversationsQuery, 'page' | 'pageSize'>;

/** `scope` is the selection's own where there is one. */
export function toListQuery(
  { range, timeZone, filters, nowText }: ResolvedScope,
  selection: Selection | undefined,
  search: string,
  sort: string,
): ListQuery {
  return {
    ...range,
    timeZone,
    sort,
    ...(Object.keys(filters).length > 0 && { filters }),
    ...(search.trim() && { search: search.trim() }),
    ...(selection && toSelectedList(selection, filters)),
    ...(nowText !== undefined && { now: nowText }),
  };
}

interface NumbersQuery {
  selection: Selection;
  /** Unset: the filters let nothing pass, so there is no number. */
  value?: MetricsQuery;
  list: ListQuery;
}

/** The number that was selected, for the moment it is from, and how many conversations are behind it; both are asked again with every refresh. */
export class SelectedNumbersController {
  readonly #selected: SelectionController;
  readonly #answers: SourceQueryController<NumbersQuery, SelectedNumbers>;

  constructor(host: LitElement & ScopeProperties, scope: ScopeController, selected: SelectionController) {
    this.#selected = selected;
    this.#answers = new SourceQueryController<NumbersQuery, SelectedNumbers>(host, scope, {
      settings: () => selected.settings,
      toQuery: (resolved) => selected.selection && toNumbersQuery(resolved, selected.selection),
      ask: async (source, { selection, value, list }, signal) => {
        const [answer, page] = await Promise.all([
          value && source.query(value, { signal }),
          source.conversations({ ...list, page: 1, pageSize: 1 }, { signal }),
        ]);
        return { value: answer ? readSelectedValue(selection, answer) : null, total: page.total };
      },
    });
  }

  /** `undefined` until they are known. */
  get current(): SelectedNumbers | undefined {
    const { last } = this.#answers;
    const isOfSelection = JSON.stringify(last?.query.selection) === JSON.stringify(this.#selected.selection);
    return isOfSelection ? last?.answer : undefined;
  }
}

function toNumbersQuery(scope: ResolvedScope, selection: Selection): NumbersQuery {
  return {
    selection,
    ...(!letsNothingPass(scope.filters) && {
      value: { ...toBaseQuery({ ...scope, compare: undefined }), ...toSelectedMetric(selection) },
    }),
    list: toListQuery(scope, selection, '', '-updated-at'),
  };
}
