/** The page of conversations, or why there is none and what to do about it. */
import { html, type TemplateResult } from 'lit';
import type { Answered } from '../../controllers/source-query-controller.js';
import { foldPhrase } from '../../core/answer/fold-text.js';
import type { ConversationsPage } from '../../core/query.js';
import { fillText } from '../../core/format/formats.js';
import { pagerView, type PagerView } from '../shared/records-table/view.js';
import { actInFrame, notice } from '../shared/notices.js';
import type { Words } from './columns.js';
import type { ListPage } from './list-query.js';
import { tableView, type TableView } from './table-view.js';

export interface ResultsView
  extends Words, Pick<TableView, 'rows' | 'columns' | 'onSort' | 'onOpen'>, Pick<PagerView, 'onPage' | 'onPageSize'> {
  answered: Answered<ListPage, ConversationsPage>;
  heading: string;
  /** Epoch milliseconds. */
  now: number;
  isSelected: boolean;
  onClearSearch: () => void;
  onClearSelection: () => void;
}

export function resultsView({
  answered,
  heading,
  isSelected,
  onClearSearch,
  onClearSelection,
  ...view
}: ResultsView): TemplateResult {
  const {
    answer: { total },
    query: { list, page, pageSize },
  } = answered;
  const { search = '', sort = '' } = list;
  const words = view.messages.table;
  if (total === 0 && search)
    return notice('no-match', fillText(words.noMatch, { phrase: search }), wayOut(words.clearSearch, onClearSearch));
  if (total === 0)
    return isSelected
      ? notice('none-selected', words.noneSelected, wayOut(words.clearSelection, onClearSelection))
      : html``;
  const caption = `${heading}, ${view.formats.range(list)}`;
  return html`${tableView({ ...view, caption, sort, phrase: foldPhrase(search) })}${pagerView({ ...view, page, pageSize, total })}`;
}

function wayOut(label: string, deed: () => void): TemplateResult {
  return html`<button class="button" part="way-out" type="button" @click=${(event: Event) => actInFrame(event, deed)}>${label}</button>`;
}
