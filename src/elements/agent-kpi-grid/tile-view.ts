/** One number: name, value, change, goal and course; and its bones. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Goal } from '../../core/goals/goals.js';
import { changeChip } from '../shared/change-words.js';
import { icon } from '../shared/icons.js';
import { NO_VALUE } from '../shared/words.js';
import type { Sparkline } from './sparkline.js';
import type { Tile, TileGoal } from './tiles.js';

export function tileView(
  { metric, label, description, value, exact, note, setting, change, versus, spoken, goal, sparkline }: Tile,
  onSelect: (metric: string) => void,
): TemplateResult {
  return html`
    <button class="tile" part="tile" type="button" data-metric=${metric} title=${description || nothing} @click=${() => onSelect(metric)}>
      <span class="label" part="label"><bdi>${label}</bdi></span>
      <span class="value" part="number" ?data-short=${value !== exact} ?data-empty=${note !== undefined && value === NO_VALUE}>
        <bdi class="compact" aria-hidden="true">${value}</bdi><bdi class="exact" aria-hidden="true">${exact}</bdi><span class="spoken">${exact}</span>
      </span>
      <span class="meta">
        ${change || (change === null && !note) ? changeChip(change) : nothing}
        ${versus && !(note && value === NO_VALUE) ? html`<bdi class="versus" aria-hidden="true">${versus}</bdi><span class="spoken">${spoken}</span>` : nothing}
        ${[note, setting].map((text) => (text ? html`<span class="note"><bdi>${text}</bdi></span>` : nothing))}
        ${goal ? goalView(goal) : nothing}
      </span>
      ${sparkline ? sparklineView(sparkline) : nothing}
    </button>
  `;
}

function goalView({ text, state, stateWord }: TileGoal) {
  return html`<span class="goal" part="goal" data-state=${state ?? nothing}><bdi>${text}</bdi>${state ? html` <span class="state">${icon(state === 'met' ? 'check' : 'cross')}<bdi>${stateWord}</bdi></span>` : nothing}</span>`;
}

function sparklineView({ line, previous, last, isPartial }: Sparkline) {
  return html`
    <svg class="spark" part="sparkline" viewBox="0 0 100 32" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      ${previous ? svg`<path class="previous" d=${previous}></path>` : nothing}
      <path d=${line}></path>
      <path class="last" d=${last} ?data-partial=${isPartial}></path>
    </svg>
  `;
}

/** As high as the tiles will be. */
export function skeletonView(metrics: readonly string[], goals: readonly Goal[]): TemplateResult {
  const goal = html`<span class="goal"><span class="bone">Goal 85%</span></span>`;
  return html`
    <ul class="grid" aria-hidden="true">
      ${metrics.map(
        (metric) => html`
        <li class="cell"><div class="tile" part="skeleton"><span class="label"><span class="bone">Total volume</span></span><span class="value"><span class="bone">1,234</span></span><span class="meta">${goals.some((one) => one.metric === metric) ? goal : nothing}</span><span></span></div></li>`,
      )}
    </ul>
  `;
}
