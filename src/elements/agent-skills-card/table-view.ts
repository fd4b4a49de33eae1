/** The skills as a table: name and bar, uses, change. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Formats } from '../../core/format/formats.js';
import type { Messages } from '../../locales/messages.js';
import { barView } from '../shared/bar.js';
import { icon } from '../shared/icons.js';
import { ariaSort } from '../shared/records-table/view.js';
import { dimensionWord, exactText, NO_VALUE } from '../shared/words.js';
import type { SkillRow } from './skill-rows.js';

interface SkillsTable {
  rows: readonly SkillRow[];
  total: number | null;
  caption: string;
  sort: string;
  /** Names the compared range; unset: nothing is compared. */
  versus: string | undefined;
  messages: Messages;
  formats: Formats;
  onSort: (key: 'name' | 'count') => void;
  onSelect: (skill: string) => void;
}

export function skillsTable(view: SkillsTable): TemplateResult {
  const { rows, total, caption, versus, messages, formats } = view;
  return html`
    <div class="scroll">
      <table part="table">
        <caption class="spoken">${caption}</caption>
        <thead>
          <tr>${headView('name', dimensionWord('skill', messages), view)}${headView('count', messages.skills.uses, view)}${versus ? html`<th scope="col" class="change"><bdi>${versus}</bdi></th>` : nothing}</tr>
        </thead>
        <tbody>
          ${repeat(
            rows,
            ({ skill }) => skill,
            (row) => rowView(row, view),
          )}
        </tbody>
        <tfoot>
          <tr><th scope="row">${messages.chart.total}</th><td>${exactText(total, 'count', formats)}</td>${versus ? html`<td></td>` : nothing}</tr>
        </tfoot>
      </table>
    </div>
  `;
}

function headView(key: 'name' | 'count', label: string, { sort, onSort }: SkillsTable): TemplateResult {
  const order = ariaSort(sort, key);
  return html`
    <th scope="col" aria-sort=${order ?? nothing}>
      <button class="sort" part="sort" type="button" @click=${() => onSort(key)}>${label}${order ? icon(order === 'ascending' ? 'up' : 'down') : nothing}</button>
    </th>`;
}

function rowView(row: SkillRow, { versus, formats, onSelect }: SkillsTable): TemplateResult {
  const { uses, change } = row;
  return html`
    <tr part="row">
      <th scope="row">${nameView(row, onSelect)}${barView(row.lengthOfOne, 6)}</th>
      <td>${exactText(uses, 'count', formats)}</td>
      ${versus ? html`<td class="change">${change ? html`${icon(change.direction)} <bdi>${change.text}</bdi>` : NO_VALUE}</td>` : nothing}
    </tr>`;
}

/** Nothing is behind a skill that was not used. */
function nameView({ skill, label, uses }: SkillRow, onSelect: (skill: string) => void) {
  return uses
    ? html`<button class="lead" part="skill" type="button" @click=${() => onSelect(skill)}><bdi>${label}</bdi></button>`
    : html`<bdi class="leadless">${label}</bdi>`;
}
