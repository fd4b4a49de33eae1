/** The groups as a table: name and bar, number, share, change. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { exactText, NO_VALUE, type Words } from '../shared/words.js';
import { barView } from '../shared/bar.js';
import { judgedView, type ChangeChip } from '../shared/change-words.js';
import { lowSampleMark } from '../shared/low-sample.js';
import type { Breakdown, BreakdownRow } from './breakdown-rows.js';

export interface RowsView {
  breakdown: Breakdown;
  /** Those of its rows to draw. */
  rows: readonly BreakdownRow[];
  dimension: string;
  caption: string;
  /** Names the compared range; unset: nothing is compared. */
  versus: string | undefined;
  words: Words;
  onSelect: (row: BreakdownRow) => void;
}

export function rowsView(view: RowsView): TemplateResult {
  const { breakdown, rows, dimension, caption, versus, words } = view;
  const { label, unit, total, totalChange, hasShares } = breakdown;
  const { chart, breakdown: heads } = words.messages;
  return html`
    <div class="scroll">
      <table part="table">
        <caption class="spoken">${caption}</caption>
        <thead>
          <tr>
            <th scope="col">${dimension}</th><th scope="col">${label}</th>
            ${hasShares ? html`<th scope="col">${heads.share}</th>` : nothing}${versus ? html`<th scope="col" class="change"><bdi>${versus}</bdi></th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            rows,
            ({ key }) => key ?? nothing,
            (row) => rowView(row, view),
          )}
        </tbody>
        <tfoot>
          <tr><th scope="row">${chart.total}</th><td class="number"><bdi>${exactText(total, unit, words.formats)}</bdi></td>${hasShares ? html`<td></td>` : nothing}${versus ? changeCell(totalChange) : nothing}</tr>
        </tfoot>
      </table>
    </div>
  `;
}

function rowView(
  row: BreakdownRow,
  { breakdown: { unit, hasShares }, versus, words: { messages, formats }, onSelect }: RowsView,
): TemplateResult {
  const { value, share, few } = row;
  return html`
    <tr part="row" ?data-few=${few !== undefined}>
      <th scope="row">${nameView(row, onSelect)} ${lowSampleMark(few, messages)}${barView(row.lengthOfOne, 8, { isRest: row.key === undefined, isNegative: (value ?? 0) < 0 })}</th>
      <td class="number"><bdi>${exactText(value, unit, formats)}</bdi>${few === undefined ? nothing : html`<span class="spoken">, ${few}</span>`}</td>
      ${hasShares ? html`<td class="share"><bdi>${share === null ? NO_VALUE : formats.share(share)}</bdi></td>` : nothing}
      ${versus ? changeCell(row.change) : nothing}
    </tr>
  `;
}

function changeCell(change: ChangeChip | null | undefined) {
  return html`<td class="change" data-verdict=${change?.verdict ?? nothing}>${change ? judgedView(change) : NO_VALUE}</td>`;
}

/** Nothing is behind a group without a number. */
function nameView(row: BreakdownRow, onSelect: (row: BreakdownRow) => void) {
  const name = html`<bdi>${row.label}</bdi>`;
  return row.value
    ? html`<button class="lead" part="group" type="button" @click=${() => onSelect(row)}>${name}</button>`
    : html`<span class="leadless">${name}</span>`;
}
