/** The ranking as a table. Its roles are written out, since on a phone its rows become cards and lose the ones they have by nature. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Formats } from '../../core/format/formats.js';
import type { Messages } from '../../locales/messages.js';
import { barView } from '../shared/bar.js';
import { changeChip } from '../shared/change-words.js';
import { lowSampleMark } from '../shared/low-sample.js';
import { headView, ROLE } from '../shared/records-table/view.js';
import { NO_VALUE } from '../shared/words.js';
import { bare, type RankCell, type RankColumn, type Ranking, type RankRow } from './ranking.js';

export interface TableView {
  ranking: Ranking;
  /** Those to draw. */
  rows: readonly RankRow[];
  /** What is ranked. */
  subject: string;
  caption: string;
  messages: Messages;
  formats: Formats;
  onSort: (id: string) => void;
  onSelect: (group: string) => void;
}

export function tableView(view: TableView): TemplateResult {
  const {
    ranking: { columns, sort },
    messages,
    rows,
    caption,
    subject,
    onSort,
  } = view;
  return html`
    <table part="table" role=${ROLE.table}>
      <caption class="spoken">${caption}</caption>
      <thead role=${ROLE.group}>
        <tr role=${ROLE.row}>
          <th role=${ROLE.head} scope="col" class="rank">${messages.ranking.rank}</th>
          ${headView({ id: 'name', label: subject, isSortable: true, isNumber: false }, sort, onSort)}
          ${columns.map((column) => headView({ ...column, isSortable: true, isNumber: true }, sort, onSort, column.description))}
        </tr>
      </thead>
      <tbody role=${ROLE.group}>${repeat(
        rows,
        ({ group }) => group,
        (row) => rowView(row, view),
      )}</tbody>
    </table>
  `;
}

function rowView(row: RankRow, view: TableView): TemplateResult {
  const {
    ranking: { columns, by },
    messages,
    formats,
    onSelect,
  } = view;
  return html`
    <tr role=${ROLE.row} part="row" data-group=${row.group} ?data-few=${row.few !== undefined}>
      <td role=${ROLE.cell} class="rank" part="rank"><span class="spoken">${messages.ranking.rank} </span>${row.rank === undefined ? NO_VALUE : formats.number(row.rank)}</td>
      <th role=${ROLE.rowHead} scope="row">
        <button class="lead" part="name" type="button" @click=${() => onSelect(row.group)}><bdi>${row.label}</bdi></button>
        ${lowSampleMark(row.few, messages)}
      </th>
      ${row.cells.map((cell, index) => cellView(cell, columns[index]!, cell.metric === by ? row.lengthOfOne : undefined, bare(view.ranking.sort)))}
    </tr>
  `;
}

function cellView(
  { metric, value, text, exact, few, change, spoken }: RankCell,
  { label }: RankColumn,
  lengthOfOne: number | undefined,
  sorted: string,
): TemplateResult {
  return html`
    <td role=${ROLE.cell} part="cell" data-metric=${metric} data-number ?data-few=${few !== undefined} ?data-sorted=${metric === sorted} title=${few ?? nothing}>
      <span class="label">${label}</span>
      <span class="value" title=${few === undefined && exact !== text ? exact : nothing}><bdi>${text}</bdi>${few === undefined ? nothing : html`<span class="spoken">, ${few}</span>`}</span>
      ${change === undefined || value === null ? nothing : html`<span class="change">${changeChip(change)}<span class="spoken">${spoken}</span></span>`}
      ${lengthOfOne === undefined || value === null ? nothing : barView(lengthOfOne, 4)}
    </td>
  `;
}
