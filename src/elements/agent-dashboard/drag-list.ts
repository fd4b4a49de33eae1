/** Moves a row of a list by pointer. A draft shows the new order; it counts only once the pointer lets go. */
import { movePlace, type Place } from '../../core/layout.js';

interface Drag {
  key: string;
  id: string;
  pointerId: number;
  places: Place[];
  draft: Place[];
}

export class DragList {
  readonly #onDraft: () => void;
  readonly #onDrop: (key: string, id: string, places: Place[]) => void;
  #drag: Drag | undefined;

  constructor(onDraft: () => void, onDrop: (key: string, id: string, places: Place[]) => void) {
    this.#onDraft = onDraft;
    this.#onDrop = onDrop;
  }

  /** The list as it is dragged; `undefined` if none of its rows is dragged. */
  draftOf(key: string): Place[] | undefined {
    return this.#drag?.key === key ? this.#drag.draft : undefined;
  }

  isDragged(key: string, id: string): boolean {
    return this.#drag?.key === key && this.#drag.id === id;
  }

  start(event: PointerEvent, key: string, places: Place[]): void {
    const row = (event.target as Element).closest('[data-handle]')?.closest<HTMLElement>('[data-id]');
    if (!row || event.button !== 0 || this.#drag) return;
    // The rows move in the document, which would end a capture of their own.
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    event.preventDefault();
    this.#drag = { key, id: row.dataset['id']!, pointerId: event.pointerId, places, draft: places };
    this.#onDraft();
  }

  move(event: PointerEvent): void {
    const drag = this.#drag;
    if (drag?.pointerId !== event.pointerId) return;
    const others = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('[data-id]')].filter(
      ({ dataset }) => dataset['id'] !== drag.id,
    );
    const draft = movePlace(
      drag.draft,
      drag.id,
      placeAt(
        event.clientY,
        others.map((row) => row.getBoundingClientRect()),
      ),
    );
    if (draft.every(({ id }, index) => id === drag.draft[index]?.id)) return;
    drag.draft = draft;
    this.#onDraft();
  }

  drop(event: PointerEvent): void {
    const drag = this.#end(event);
    if (drag && drag.draft.some(({ id }, index) => id !== drag.places[index]?.id))
      this.#onDrop(drag.key, drag.id, drag.draft);
  }

  cancel(event: PointerEvent): void {
    this.#end(event);
  }

  /** The page removed the list, so that the pointer's end is never heard. */
  stop(): void {
    this.#drag = undefined;
  }

  #end(event: PointerEvent): Drag | undefined {
    const drag = this.#drag;
    if (drag?.pointerId !== event.pointerId) return undefined;
    this.#drag = undefined;
    this.#onDraft();
    return drag;
  }
}

/** After every row whose middle is above. */
function placeAt(y: number, rows: readonly { top: number; height: number }[]): number {
  return rows.filter(({ top, height }) => top + height / 2 < y).length;
}
