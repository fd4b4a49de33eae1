/** The same numbers as a table: for each metric its number, and where a range is compared that of before and the change. */
import { html, nothing, type TemplateResult } from 'lit';
import { judgedText, toChange, versusText, type ChangeChip } from '../shared/change-words.js';
import { type Words, NO_VALUE } from '../shared/words.js';
import { periodCell, periodHead } from '../shared/chart/plot-view.js';
import type { TrendData, TrendSeries } from './trend-data.js';
import { changeAt, notesOf, toText } from './trend-words.js';

export function tableView(data: TrendData, caption: string, to: string, words: Words): TemplateResult {
  const { messages, formats } = words;
  const { compare, series } = data;
  // Each head names its metric, also to whoever reads a cell alone.
  const heads = ({ label }: TrendSeries) => html`
    <th scope="col">${label}</th>
    ${compare ? html`<th scope="col"><span class="spoken">${label} </span>${versusText(compare, to, messages, formats)}</th><th scope="col"><span class="spoken">${label}: </span>${messages.trend.change}</th>` : nothing}`;
  const cells = (
    one: TrendSeries,
    value: number | null | undefined,
    before: number | null | undefined,
    change: ChangeChip | null,
  ) => html`
    <td>${toText(value, one, formats)}</td>
    ${compare ? html`<td>${toText(before, one, formats)}</td><td><bdi>${change ? judgedText(change) : NO_VALUE}</bdi></td>` : nothing}`;
  return html`
    <table part="table">
      <caption class="spoken">${caption}</caption>
      <thead><tr>${periodHead(data.grain, messages)}${series.map(heads)}</tr></thead>
      <tbody>
        ${data.buckets.map(
          (_, bucket) => html`
          <tr>${periodCell(data.nameOf(bucket), notesOf(data, bucket, messages))}${series.map((one) => cells(one, one.values[bucket], one.before?.[bucket], changeAt(one, bucket, words)))}</tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${messages.trend.whole}</th>
          ${series.map((one) => cells(one, one.total, one.previousTotal, toChange({ value: one.total, previous: one.previousTotal, unit: one.unit, better: one.better }, messages, formats)))}
        </tr>
      </tfoot>
    </table>
  `;
}
