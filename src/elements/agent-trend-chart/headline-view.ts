/** The first metric over the whole range: its amount and how it changed. */
import { html, nothing, type TemplateResult } from 'lit';
import { changeChip, changeSentence, toChange, versusText } from '../shared/change-words.js';
import type { Words } from '../shared/words.js';
import type { TrendData } from './trend-data.js';
import { toText } from './trend-words.js';

export function headlineView(
  { series: [first], compare }: TrendData,
  to: string,
  { messages, formats }: Words,
): TemplateResult | typeof nothing {
  if (!first) return nothing;
  const number = { value: first.total, previous: first.previousTotal, unit: first.unit, better: first.better };
  return html`
    <p class="headline" part="headline">
      <bdi class="amount" part="number">${toText(first.total, first, formats)}</bdi>
      ${
        compare
          ? html`
        ${changeChip(toChange(number, messages, formats))}<bdi class="versus" aria-hidden="true">${versusText(compare, to, messages, formats)}</bdi>
        <span class="spoken">${changeSentence(number, compare, messages, formats)}</span>`
          : nothing
      }
    </p>
  `;
}
