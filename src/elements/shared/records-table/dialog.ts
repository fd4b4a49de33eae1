/** An open record above the page, with the way to its neighbours. */
import { type TemplateResult, html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { type Formats, fillText } from '../../../core/format/formats.js';
import type { Messages } from '../../../locales/messages.js';
import { icon } from '../icons.js';
import { stepButton } from './view.js';
import type { RecordPlace } from '../../../controllers/open-record-controller.js';
import type { ScopeController } from '../../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../../controllers/scope-properties.js';

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

/** A press outside the sheet closes it, but not one that began inside, as when text is selected. */
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

/** Opens the dialog that was just drawn, with the focus on its title; another record begins at its top. */
export function showDialog(dialog: HTMLDialogElement, isOther: boolean): void {
  if (isOther) dialog.scrollTop = 0;
  if (dialog.open) return;
  dialog.showModal();
  dialog.querySelector('h2')!.focus();
}

/** Moves the focus to the row that was read last, else to the one in its place, else to where rows would be. */
export function returnFocus(root: ParentNode, { id, index }: RecordPlace): void {
  const rows = [...root.querySelectorAll<HTMLElement>('tbody tr')];
  const row = rows.find(({ dataset }) => dataset['id'] === id) ?? rows[Math.min(index, rows.length - 1)];
  (row?.querySelector<HTMLElement>('.open') ?? root.querySelector<HTMLElement>('.frame'))?.focus();
}

/** A conversation inside the dialog. The thread is used by its tag alone. */
interface ConversationBody extends Pick<ScopeProperties, 'timeZone' | 'now' | 'refresh'> {
  id: string;
  scope: ScopeController;
  search?: string;
  /** A table of outcomes opens conversations with an outcome. */
  statusBy?: 'status' | 'outcome';
}

export function conversationBody({
  id,
  scope,
  search = '',
  statusBy = 'status',
  timeZone,
  now,
  refresh,
}: ConversationBody): TemplateResult {
  // The thread asks the provider by itself.
  const own = scope.source === scope.provided?.source ? undefined : scope;
  return html`<agent-conversation-thread exportparts="header, status, rule, messages, message, run, day, event, mark" heading="" conversation-id=${id} status-by=${statusBy} .source=${own?.source} .subject=${own?.subject} .timeZone=${timeZone} .now=${now} .refresh=${refresh} .search=${search}></agent-conversation-thread>`;
}
