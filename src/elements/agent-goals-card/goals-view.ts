/** The goals as a table. Its roles are written out, since on a phone its rows become cards. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { GoalStatus } from '../../core/goals/goals.js';
import type { Messages } from '../../locales/messages.js';
import { icon, type IconName } from '../shared/icons.js';
import { ROLE } from '../shared/records-table/view.js';
import { NO_VALUE } from '../shared/words.js';
import type { GoalBar, GoalRow } from './goal-rows.js';

interface GoalsView {
  rows: readonly GoalRow[];
  caption: string;
  messages: Messages;
}

const COLUMNS = ['soFar', 'target', 'projection'] as const;
const SIGNS: Record<GoalStatus, IconName> = {
  met: 'star',
  'on-course': 'check',
  'at-risk': 'alert',
  'out-of-reach': 'cross',
  missed: 'cross',
  open: 'clock',
  unknown: 'same',
};

export function goalsView({ rows, caption, messages: { goals: words } }: GoalsView): TemplateResult {
  return html`
    <table part="table" role=${ROLE.table}>
      <caption class="spoken">${caption}</caption>
      <thead role=${ROLE.group}>
        <tr role=${ROLE.row}>
          <th role=${ROLE.head} scope="col" class="goal">${words.goal}</th>
          ${COLUMNS.map((name) => html`<th role=${ROLE.head} scope="col" data-number>${words[name]}</th>`)}
          <th role=${ROLE.head} scope="col">${words.state}</th>
        </tr>
      </thead>
      <tbody role=${ROLE.group}>${repeat(
        rows,
        ({ metric }, place) => `${place} ${metric}`,
        (row) => rowView(row, words),
      )}</tbody>
    </table>
    ${rows.some(({ projection }) => projection !== undefined) ? html`<p class="method" part="method"><bdi>${words.method}</bdi></p>` : nothing}
  `;
}

function rowView(
  { metric, label, description, value, target, projection, between, note, status, state, reached, bar }: GoalRow,
  words: Messages['goals'],
): TemplateResult {
  const name = (column: (typeof COLUMNS)[number]) => html`<span class="name">${words[column]}</span>`;
  return html`
    <tr role=${ROLE.row} part="row" data-metric=${metric} data-status=${status}>
      <th role=${ROLE.rowHead} scope="row">
        <span class="label" part="label" title=${description || nothing}><bdi>${label}</bdi></span>
        ${reached ? html`<span role="meter" aria-label=${label} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${reached.percent} aria-valuetext=${reached.text}>${barView(bar)}</span>` : barView(bar)}
      </th>
      <td role=${ROLE.cell} data-number>${name('soFar')}<bdi>${value}</bdi></td>
      <td role=${ROLE.cell} data-number>${name('target')}<bdi>${target}</bdi></td>
      <td role=${ROLE.cell} data-number part="projection">${name('projection')}${projection === undefined && note ? nothing : html`<bdi>${projection ?? NO_VALUE}</bdi>`} <bdi class="between">${between ?? note}</bdi></td>
      <td role=${ROLE.cell}><span class="state" part="state">${icon(SIGNS[status])}<bdi>${state}</bdi></span></td>
    </tr>
  `;
}

/** What there is, what is likely, and the target across both. */
function barView({ from, to, target, interval }: GoalBar) {
  const percent = (share: number) => `${share * 100}%`;
  return html`<svg class="bar" part="bar" width="100%" height="12" aria-hidden="true" focusable="false">
    <rect y="3" width="100%" height="6" rx="3"></rect>
    ${interval ? svg`<rect class="likely" x=${percent(interval.from)} y="3.5" width=${percent(Math.max(0.005, interval.to - interval.from))} height="5" rx="2.5"></rect>` : nothing}
    <rect class="fill" x=${percent(from)} y="3" width=${percent(to - from)} height="6" rx="3"></rect>
    <line x1=${percent(target)} x2=${percent(target)} y1="0" y2="12"></line>
  </svg>`;
}
