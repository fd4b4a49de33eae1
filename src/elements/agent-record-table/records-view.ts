/** The page of records with what stands around it, or that there is none. */
import { html, type TemplateResult } from 'lit';
import type { Answered } from '../../controllers/source-query-controller.js';
import type { RecordRow, RecordsPage } from '../../core/query.js';
import type { ExportTrouble } from '../../controllers/export-controller.js';
import { exportTroubleView, orderView, pagerView, type PagerView } from '../shared/records-table/view.js';
import type { PageQuery } from '../../controllers/page-controller.js';
import { toColumns, type RecordWords } from './record-columns.js';
import type { RecordList } from './record-list.js';
import { nextSort, rowsView, SORTABLE, type RowsView } from './rows-view.js';

export interface RecordsView extends Pick<RowsView, 'now' | 'onOpen'>, Pick<PagerView, 'onPage' | 'onPageSize'> {
  answered: Answered<PageQuery<RecordList>, RecordsPage>;
  words: RecordWords;
  /** Those to draw by now. */
  rows: readonly RecordRow[];
  /** The columns as set. */
  chosen: readonly string[] | undefined;
  heading: string;
  isExporting: boolean;
  exportTrouble: ExportTrouble;
  onSort: (sort: string) => void;
  onExport: () => void;
}

export function recordsView({ answered, words, chosen, heading, onSort, ...view }: RecordsView): TemplateResult {
  const {
    answer,
    query: { list, page, pageSize },
  } = answered;
  const { messages, formats } = words;
  const { total } = answer;
  if (total === 0) return html`<p class="total" part="none"><bdi>${messages.records.none}</bdi></p>`;
  const columns = toColumns(chosen, answer, words);
  const { sort = '' } = list;
  return html`
    <div class="tools">
      <p class="total" part="total"><bdi>${formats.counted(messages.records.count, total)}</bdi></p>
      ${orderView(
        columns.filter(({ id }) => SORTABLE.includes(id)),
        sort,
        messages,
        onSort,
      )}
      <button class="button" part="export" type="button" aria-disabled=${String(view.isExporting)} @click=${view.onExport}>${messages.table.exportCsv}</button>
      ${exportTroubleView(view.exportTrouble, messages)}
    </div>
    ${rowsView({ rows: view.rows, columns, words, sort, now: view.now, caption: `${heading}, ${formats.range(list)}`, onSort: (id) => onSort(nextSort(sort, id)), onOpen: view.onOpen })}
    ${pagerView({ messages, formats, page, pageSize, total, onPage: view.onPage, onPageSize: view.onPageSize })}
  `;
}
