/** What the trend draws around its lines: the headline above them and the table of the same numbers. */
import { type TemplateResult, html, nothing } from 'lit';
import {
  type ChangeChip,
  type ComparedNumber,
  changeChip,
  changeSentence,
  judgedText,
  toChange,
  versusText,
} from '../shared/change-words.js';
import { exactText, NO_VALUE, type Words } from '../shared/words.js';
import type { TrendData, TrendSeries } from './trend-data.js';
import { changeAt } from './trend-words.js';
import { bucketNotes } from '../shared/chart/buckets.js';
import type { ShownChart } from '../shared/chart/chart-host.js';
import { periodCell, periodHead } from '../shared/chart/plot-view.js';

/** The first metric over the whole range: its amount and how it changed. */
export function headlineView(
  { data, answered }: ShownChart<TrendData>,
  { messages, formats }: Words,
): TemplateResult | typeof nothing {
  const { compare } = data;
  const [first] = data.series;
  if (!first) return nothing;
  const number = totalOf(first);
  return html`
    <p class="headline" part="headline">
      <bdi class="amount" part="number">${exactText(first.total, first.unit, formats)}</bdi>
      ${
        compare
          ? html`
        ${changeChip(toChange(number, messages, formats))}<bdi class="versus" aria-hidden="true">${versusText(compare, answered.scope.range.to, messages, formats)}</bdi>
        <span class="spoken">${changeSentence(number, compare, messages, formats)}</span>`
          : nothing
      }
    </p>
  `;
}

/** The same numbers as a table: for each metric its number, and where a range is compared that of before and the change. */
export function tableView({ data, answered }: ShownChart<TrendData>, caption: string, words: Words): TemplateResult {
  const { messages, formats } = words;
  const { compare, series } = data;
  // Each head names its metric, for a screen reader that reads one cell alone.
  const heads = ({ label }: TrendSeries) => html`
    <th scope="col">${label}</th>
    ${compare ? html`<th scope="col"><span class="spoken">${label} </span>${versusText(compare, answered.scope.range.to, messages, formats)}</th><th scope="col"><span class="spoken">${label}: </span>${messages.trend.change}</th>` : nothing}`;
  const cells = (
    one: TrendSeries,
    value: number | null | undefined,
    before: number | null | undefined,
    change: ChangeChip | null,
  ) => html`
    <td>${exactText(value, one.unit, formats)}</td>
    ${compare ? html`<td>${exactText(before, one.unit, formats)}</td><td><bdi>${change ? judgedText(change) : NO_VALUE}</bdi></td>` : nothing}`;
  return html`
    <table part="table">
      <caption class="spoken">${caption}</caption>
      <thead><tr>${periodHead(data.grain, messages)}${series.map(heads)}</tr></thead>
      <tbody>
        ${data.buckets.map(
          (_, bucket) => html`
          <tr>${periodCell(data.nameOf(bucket), bucketNotes(data, bucket, messages))}${series.map((one) => cells(one, one.values[bucket], one.before?.[bucket], changeAt(one, bucket, words)))}</tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${messages.trend.whole}</th>
          ${series.map((one) => cells(one, one.total, one.previousTotal, toChange(totalOf(one), messages, formats)))}
        </tr>
      </tfoot>
    </table>
  `;
}

const totalOf = ({ total, previousTotal, unit, better }: TrendSeries): ComparedNumber => ({
  value: total,
  previous: previousTotal,
  unit,
  better,
});
