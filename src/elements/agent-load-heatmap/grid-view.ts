/** The cells as a table, the scale of their colours, and the words of the one that is pointed at. */
import { type TemplateResult, html, nothing } from 'lit';
import { exactText, NO_VALUE, type Words } from '../shared/words.js';
import { icon } from '../shared/icons.js';
import { type HeatCell, type HeatData, LEVELS } from './heat-data.js';

/** A cell. */
export interface Place {
  row: number;
  column: number;
}

interface GridView {
  data: HeatData;
  caption: string;
  /** Names the rows. */
  corner: string;
  words: Words;
  /** The one tab stop. */
  place: Place;
  /** Whose words are shown. */
  pointed: HeatCell | undefined;
  onKey: (event: KeyboardEvent) => void;
  onPoint: (place: Place | undefined, isFocus: boolean) => void;
}

export function gridView({ data, caption, corner, words, place, pointed, onKey, onPoint }: GridView): TemplateResult {
  const { messages, formats } = words;
  const { rows, columns, unit, lowest, highest, isCounted } = data;
  const levels = Array.from({ length: LEVELS + 1 }, (_, level) => level).slice(isCounted ? 0 : 1);
  const number = (value: number | null) => exactText(value, unit, formats);
  return html`
    <div class="cells" data-columns=${columns.length > 0 ? 'several' : 'one'} data-unit=${unit}>
      <table part="table" role="grid" aria-label="${caption}. ${messages.heatmap.keyboard}" @keydown=${onKey} @pointerleave=${() => onPoint(undefined, false)}>
        ${
          columns.length === 0
            ? nothing
            : html`
          <thead><tr><td><span class="spoken">${corner}</span></td>${columns.map(({ short, long }) => html`<th scope="col"><abbr title=${long}>${short}</abbr></th>`)}</tr></thead>`
        }
        <tbody>
          ${rows.map(
            ({ head, cells }, row) => html`
            <tr>
              <th scope="row">${head}</th>
              ${cells.map(
                ({ value, level, isPeak }, column) => html`
                <td part=${isPeak ? 'cell peak' : 'cell'} role="gridcell" data-level=${level ?? 'none'} tabindex=${row === place.row && column === place.column ? '0' : '-1'}
                  @focus=${() => onPoint({ row, column }, true)} @blur=${() => onPoint(undefined, false)} @pointerenter=${() => onPoint({ row, column }, false)}>
                  <bdi aria-hidden="true">${value === null ? NO_VALUE : formats.compact(value, unit)}</bdi><span class="spoken">${number(value)}${isPeak ? `, ${messages.heatmap.peak}` : nothing}</span>${isPeak ? icon('up') : nothing}
                </td>`,
              )}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <div class="foot">
      <p class="words" part="words" aria-hidden="true">${pointed ? html`<bdi>${pointed.name}</bdi>: <bdi>${number(pointed.value)}</bdi>` : nothing}</p>
      <p class="scale" part="scale" role="img" aria-label="${messages.heatmap.scale}: ${number(lowest)} – ${number(highest)}">
        <bdi>${formats.compact(lowest, unit)}</bdi>${levels.map((level) => html`<span class="step" data-level=${level}></span>`)}<bdi>${formats.compact(highest, unit)}</bdi>
      </p>
    </div>
  `;
}

/** Where a key leads; `undefined` for a key that the table does not use. */
export function movePlace(
  { row, column }: Place,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  rows: number,
  columns: number,
  direction: 'ltr' | 'rtl',
): Place | undefined {
  // These combinations are the browser's.
  if (event.altKey || event.metaKey) return undefined;
  const forward = direction === 'rtl' ? -1 : 1;
  const places: Readonly<Record<string, Place>> = {
    ArrowRight: { row, column: column + forward },
    ArrowLeft: { row, column: column - forward },
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    Home: { row: event.ctrlKey ? 0 : row, column: 0 },
    End: { row: event.ctrlKey ? rows : row, column: columns },
  };
  const place = Object.hasOwn(places, event.key) ? places[event.key] : undefined;
  return (
    place && {
      row: Math.min(Math.max(place.row, 0), rows - 1),
      column: Math.min(Math.max(place.column, 0), columns - 1),
    }
  );
}
