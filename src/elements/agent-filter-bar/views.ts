/** The parts of the filter bar that are plain markup: a dimension with its values, the filters that hold. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { fillText, type Formats } from '../../core/format/formats.js';
import type { Messages } from '../../locales/messages.js';
import { icon } from '../shared/icons.js';
import { searchValues, type Chip, type FilterValue } from './filter-values.js';

/** A longer list can be searched. */
const MAX_VALUES_WITHOUT_SEARCH = 10;

interface Words {
  messages: Messages;
  formats: Formats;
}

interface DimensionView {
  name: string;
  label: string;
  chosen: number;
  isOpen: boolean;
  onOpen: () => void;
  panel: () => TemplateResult;
}

export function dimensionView(
  { name, label, chosen, isOpen, onOpen, panel }: DimensionView,
  { messages, formats }: Words,
): TemplateResult {
  return html`
    <div class="dimension" data-dimension=${name}>
      <button class="button" part="dimension" type="button" aria-expanded=${String(isOpen)} aria-controls=${isOpen ? 'panel' : nothing} ?data-active=${chosen > 0} @click=${onOpen}>
        <bdi>${label}</bdi>
        ${chosen > 0 ? html`<span class="badge" aria-hidden="true">${formats.number(chosen)}</span><span class="spoken">${formats.counted(messages.filters.chosen, chosen)}</span>` : nothing}
        ${icon('open')}
      </button>
      ${isOpen ? panel() : nothing}
    </div>
  `;
}

interface PanelView {
  label: string;
  values: readonly FilterValue[];
  isTruncated: boolean;
  /** Nothing can be counted by the dimension. */
  isUncounted: boolean;
  phrase: string;
  onSearch: (phrase: string) => void;
  onToggle: (value: string, isChosen: boolean) => void;
}

export function panelView(
  { label, values, isTruncated, isUncounted, phrase, onSearch, onToggle }: PanelView,
  { messages, formats }: Words,
): TemplateResult {
  const words = messages.filters;
  const shown = searchValues(values, phrase);
  return html`
    <div class="panel" id="panel" part="panel" role="group" aria-label=${label}>
      ${
        values.length > MAX_VALUES_WITHOUT_SEARCH
          ? html`
        <input type="search" part="search" autocomplete="off" aria-label=${fillText(words.search, { dimension: label })} placeholder=${fillText(words.search, { dimension: label })}
          .value=${live(phrase)} @input=${(event: Event) => onSearch((event.target as HTMLInputElement).value)} />`
          : nothing
      }
      <div class="values">
        ${repeat(
          shown,
          ({ value }) => value,
          ({ value, label: name, count, isChosen }) => html`
          <label class="value" part="value" ?data-empty=${count === 0}>
            <input type="checkbox" .checked=${live(isChosen)} @change=${(event: Event) => onToggle(value, (event.target as HTMLInputElement).checked)} />
            <span class="name"><bdi>${name}</bdi></span>
            <span class="count">${count === undefined ? nothing : formats.number(count)}</span>
          </label>`,
        )}
      </div>
      ${shown.length === 0 ? html`<p class="note" role="status"><bdi>${words.noMatch}</bdi></p>` : nothing}
      ${isTruncated ? html`<p class="note"><bdi>${formats.counted(words.truncated, values.length)}</bdi></p>` : nothing}
      ${isUncounted ? html`<p class="note"><bdi>${messages.states.noDimension}</bdi></p>` : nothing}
    </div>
  `;
}

export function chipsView(
  chips: readonly Chip[],
  isUnreadable: boolean,
  onRemove: (chip: Chip) => void,
  onClear: () => void,
  { messages }: Words,
): TemplateResult | typeof nothing {
  const words = messages.filters;
  if (chips.length === 0 && !isUnreadable) return nothing;
  return html`
    <div class="chips" part="chips" role="group" aria-label=${words.active}>
      ${chips.map(
        (chip) => html`
        <button class="chip" part="chip" type="button" aria-label=${fillText(words.remove, { filter: chip.text })} @click=${() => onRemove(chip)}>
          <bdi>${chip.text}</bdi>${icon('cross')}
        </button>`,
      )}
      <button class="clear" part="clear" type="button" @click=${onClear}>${words.clearAll}</button>
    </div>
  `;
}
