/** The groups as a table: name and bar, number, share, change. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Words, NO_VALUE } from '../shared/words.js';
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

export function rowsView({
  breakdown,
  rows,
  dimension,
  caption,
  versus,
  words: { messages, formats },
  onSelect,
}: RowsView): TemplateResult {
  const { label, unit, total, totalChange, hasShares } = breakdown;
  const number = (value: number | null) => (value === null ? NO_VALUE : formats.exact(value, unit));
  return html`
    <div class="scroll">
      <table part="table">
        <caption class="spoken">${caption}</caption>
        <thead>
          <tr>
            <th scope="col">${dimension}</th><th scope="col">${label}</th>
            ${hasShares ? html`<th scope="col">${messages.breakdown.share}</th>` : nothing}${versus ? html`<th scope="col" class="change"><bdi>${versus}</bdi></th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            rows,
            ({ key }) => key ?? nothing,
            (row) => html`
            <tr part="row" ?data-few=${row.few !== undefined}>
              <th scope="row">${nameView(row, onSelect)} ${lowSampleMark(row.few, messages)}${barView(row)}</th>
              <td class="number"><bdi>${number(row.value)}</bdi>${row.few === undefined ? nothing : html`<span class="spoken">, ${row.few}</span>`}</td>
              ${hasShares ? html`<td class="share"><bdi>${row.share === null ? NO_VALUE : formats.share(row.share)}</bdi></td>` : nothing}
              ${versus ? changeCell(row.change) : nothing}
            </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr><th scope="row">${messages.chart.total}</th><td class="number"><bdi>${number(total)}</bdi></td>${hasShares ? html`<td></td>` : nothing}${versus ? changeCell(totalChange) : nothing}</tr>
        </tfoot>
      </table>
    </div>
  `;
}

function changeCell(change: ChangeChip | null | undefined) {
  return html`<td class="change" data-verdict=${change?.verdict ?? nothing}>${change ? judgedView(change) : NO_VALUE}</td>`;
}

/** Nothing is behind a group without a number. */
function nameView(row: BreakdownRow, onSelect: (row: BreakdownRow) => void) {
  const name = html`<bdi>${row.label}</bdi>`;
  return row.value
    ? html`<button class="group" part="group" type="button" @click=${() => onSelect(row)}>${name}</button>`
    : html`<span class="unmeasured">${name}</span>`;
}

function barView({ lengthOfOne, key, value }: BreakdownRow) {
  return html`<svg class="bar" part="bar" width="100%" height="8" aria-hidden="true" focusable="false" ?data-rest=${key === undefined} ?data-negative=${(value ?? 0) < 0}>
    <rect width="100%" height="8" rx="3"></rect><rect class="length" width="${lengthOfOne * 100}%" height="8" rx="3"></rect>
  </svg>`;
}
