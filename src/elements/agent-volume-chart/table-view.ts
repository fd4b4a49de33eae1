/** The same numbers as a table. */
import { html, nothing, type TemplateResult } from 'lit';
import { periodHead, periodCell } from '../shared/chart/plot-view.js';
import { bucketNotes } from '../shared/chart/buckets.js';
import type { ShownChart } from '../shared/chart/chart-host.js';
import { exactText, type Words } from '../shared/words.js';
import type { ChartData } from './chart-data.js';

export function tableView(
  { data }: ShownChart<ChartData>,
  caption: string,
  { messages, formats }: Words,
): TemplateResult {
  const cell = (value: number | null | undefined) => exactText(value, data.unit, formats);
  const isSplit = !data.isUngrouped;
  return html`
    <table part="table">
      <caption class="spoken">${caption}</caption>
      <thead>
        <tr>
          ${periodHead(data.grain, messages)}
          ${isSplit ? data.series.map(({ label }) => html`<th scope="col">${label}</th>`) : nothing}
          <th scope="col">${messages.chart.total}</th>
        </tr>
      </thead>
      <tbody>
        ${data.buckets.map(
          (_, bucket) => html`
          <tr>
            ${periodCell(data.nameOf(bucket), bucketNotes(data, bucket, messages))}
            ${isSplit ? data.series.map(({ values }) => html`<td>${cell(values[bucket])}</td>`) : nothing}
            <td>${cell(data.totals[bucket])}</td>
          </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${messages.chart.total}</th>
          ${isSplit ? data.series.map(({ total }) => html`<td>${cell(total)}</td>`) : nothing}
          <td>${cell(data.total)}</td>
        </tr>
      </tfoot>
    </table>
  `;
}
