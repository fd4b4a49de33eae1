/** The page of conversations, or why there is none and what to do about it. */
import { html, nothing, type TemplateResult } from 'lit';
import { foldPhrase } from '../../core/answer/fold-text.js';
import { fillText } from '../../core/format/formats.js';
import type { ConversationRow, ConversationsQuery } from '../../core/query.js';
import { toOutcome } from '../../core/status/conversation-status.js';
import { findMarks, markedText } from '../shared/marked-text.js';
import { actInFrame, notice } from '../shared/notices.js';
import { avatar } from '../shared/profile-view.js';
import { openButton, tableView, timeView, type TableColumn } from '../shared/records-table/view.js';
import { statusPill } from '../shared/status-pill.js';
import { NO_VALUE, type Words } from '../shared/words.js';
import { cellTime, cellValue } from './columns.js';

export interface RowsView extends Words {
  list: ConversationsQuery;
  total: number;
  rows: readonly ConversationRow[];
  columns: readonly TableColumn[];
  heading: string;
  /** Epoch milliseconds. */
  now: number;
  isSelected: boolean;
  pager: TemplateResult;
  onSort: (id: string) => void;
  onOpen: (id: string) => void;
  onClearSearch: () => void;
  onClearSelection: () => void;
}

interface RowWords extends Pick<RowsView, keyof Words | 'now' | 'onOpen'> {
  /** Folded; empty: nothing is looked for. */
  phrase: string;
}

/** Columns whose values need no name beside them on a card. */
const SELF_EVIDENT = ['profile', 'channel', 'status', 'outcome', 'updated-at'];

export function rowsView(view: RowsView): TemplateResult {
  const { list, columns, formats, heading, pager } = view;
  const { search = '', sort = '' } = list;
  if (view.total === 0) return emptyView(view, search);
  const words = { ...view, phrase: foldPhrase(search) };
  return html`${tableView({
    ...view,
    sort,
    caption: `${heading}, ${formats.range(list)}`,
    title: columns.find(({ id }) => id === 'first-question') ?? columns[0],
    selfEvident: SELF_EVIDENT,
    hasUniqueIds: true,
    titleView: (row, column) => titleView(row, column, words),
    cellView: (row, { id }) => cellView(row, id, words),
  })}${pager}`;
}

function emptyView(
  { messages, isSelected, onClearSearch, onClearSelection }: RowsView,
  search: string,
): TemplateResult {
  const words = messages.table;
  if (search)
    return notice('no-match', fillText(words.noMatch, { phrase: search }), wayOut(words.clearSearch, onClearSearch));
  return isSelected
    ? notice('none-selected', words.noneSelected, wayOut(words.clearSelection, onClearSelection))
    : html``;
}

function wayOut(label: string, callback: () => void): TemplateResult {
  return html`<button class="button" part="way-out" type="button" @click=${(event: Event) => actInFrame(event, callback)}>${label}</button>`;
}

function titleView(row: ConversationRow, { id, label }: TableColumn, words: RowWords): TemplateResult {
  const { messages, formats, phrase } = words;
  const isInQuestion = row.firstQuestion !== null && phrase !== '' && findMarks(row.firstQuestion, phrase).length > 0;
  const deeper = new Set(row.matches?.map(({ messageIndex }) => messageIndex)).size;
  const content =
    id === 'first-question'
      ? questionView(row, words)
      : html`<span class="spoken">${label}: </span>${cellView(row, id, words)}`;
  return html`
    ${openButton(content, () => words.onOpen(row.id))}
    ${row.masked && row.firstQuestion ? html`<span class="aside" part="masked"><bdi>${messages.table.masked}</bdi></span>` : nothing}
    ${deeper > (isInQuestion ? 1 : 0) ? html`<span class="aside" part="found"><bdi>${formats.counted(messages.table.found, deeper)}</bdi></span>` : nothing}
  `;
}

function questionView({ firstQuestion, masked }: ConversationRow, { messages, phrase }: RowWords): TemplateResult {
  const { masked: maskedWord, noQuestion } = messages.table;
  const text = firstQuestion?.trim() ? markedText(firstQuestion, phrase, false) : masked ? maskedWord : noQuestion;
  return html`<span class="question" part="question"><bdi>${text}</bdi></span>`;
}

function cellView(row: ConversationRow, id: string, words: RowWords): TemplateResult {
  const value = cellValue(row, id, words);
  switch (id) {
    case 'status':
      return statusPill(row.status, String(value));
    case 'outcome':
      return statusPill(toOutcome(row.status), String(value));
    case 'profile':
      return html`<span class="profile">${avatar(row.profile)}<bdi>${markedText(String(value), words.phrase, false)}</bdi></span>`;
    case 'started-at':
    case 'updated-at':
      return timeView(cellTime(row, id), words.now, words.formats);
    case 'id':
      return html`<bdi class="id">${markedText(row.id, words.phrase, false)}</bdi>`;
    default:
      return html`<bdi>${typeof value === 'number' ? words.formats.number(value) : (value ?? NO_VALUE)}</bdi>`;
  }
}
