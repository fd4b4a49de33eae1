/** An open record above the page, with the way to its neighbours. */
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { fillText, type Formats } from '../../core/format/formats.js';
import type { Messages } from '../../locales/messages.js';
import { icon } from './icons.js';
import { stepButton } from './list-views.js';

export interface DialogView {
  title: string;
  body: TemplateResult;
  words: Pick<Messages['table'], 'place' | 'previous' | 'next' | 'close' | 'notLoaded'>;
  /** From 1; `undefined`: not among those listed. */
  place: number | undefined;
  total: number;
  canStep: (by: 1 | -1) => boolean;
  onStep: (by: 1 | -1) => void;
  onClosed: () => void;
  formats: Formats;
  direction: 'ltr' | 'rtl';
  /** A neighbour could not be loaded. */
  hasFailed: boolean;
}

export function dialogView(view: DialogView): TemplateResult {
  const { words, formats, place, total } = view;
  return html`
    <dialog part="dialog" dir=${view.direction} aria-labelledby="title" @close=${view.onClosed} ${ref(closeByBackdrop)}>
      <div class="bar">
        <h2 id="title" tabindex="-1" aria-live="polite">${view.title}${place === undefined ? nothing : html` <bdi class="place">${fillText(words.place, { n: formats.number(place), total: formats.number(total) })}</bdi>`}</h2>
        ${stepButton('previous', words.previous, view.canStep(-1), () => view.onStep(-1))}
        ${stepButton('next', words.next, view.canStep(1), () => view.onStep(1))}
        <button class="button step" part="close" type="button" aria-label=${words.close} title=${words.close} @click=${(event: Event) => closeAround(event)}>${icon('cross')}</button>
      </div>
      ${view.hasFailed ? html`<p class="trouble" part="step-error" role="alert"><bdi>${words.notLoaded}</bdi></p>` : nothing}
      <div class="body">
        ${view.body}
      </div>
    </dialog>
  `;
}

/** A press beside the sheet closes it, but not one that began inside, as when text is marked. */
function closeByBackdrop(element?: Element): void {
  let pressed: EventTarget | null = null;
  element?.addEventListener('pointerdown', ({ target }) => (pressed = target));
  element?.addEventListener('click', ({ target }) => {
    if (target === element && pressed === element) (element as HTMLDialogElement).close();
  });
}

function closeAround({ currentTarget }: Event): void {
  (currentTarget as HTMLElement).closest('dialog')!.close();
}
