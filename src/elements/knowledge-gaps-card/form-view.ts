/** The form for the article that a gap lacks. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Draft, Typed } from './article-draft.js';
import type { GapWords } from './listed-gaps.js';

interface FormView {
  words: GapWords;
  onSubmit: (form: HTMLFormElement) => void;
  onCancel: () => void;
}

export function formView(
  { gap, begun, isSending, error }: Draft,
  { words, onSubmit, onCancel }: FormView,
): TemplateResult {
  return html`
    <form class="form" part="form" aria-label="${words.add}: ${gap.topic}" aria-busy=${String(isSending)} @submit=${submitted(onSubmit)} @keydown=${onEscape(onCancel)}>
      <label class="control"><span class="label">${words.title}</span><input name="title" required ?readonly=${isSending} .defaultValue=${begun.title} autocomplete="off" dir="auto" /></label>
      <label class="control"><span class="label">${words.body}</span><textarea name="body" rows="4" required ?readonly=${isSending} .defaultValue=${begun.body} dir="auto"></textarea></label>
      <p class="problem" part="form-error" role="alert">${error === undefined ? nothing : html`<bdi>${words.failed}</bdi> <span lang="en"><bdi>${(error as Error | null)?.message}</bdi></span>`}</p>
      <div class="actions">
        <button class="button primary" part="save" type="submit" aria-disabled=${String(isSending)}>${isSending ? words.saving : words.save}</button>
        <button class="button" part="cancel" type="button" aria-disabled=${String(isSending)} @click=${onCancel}>${words.cancel}</button>
      </div>
    </form>
  `;
}

/** What stands in the fields. */
export function readTyped(form: HTMLFormElement): Typed {
  const { title, body } = fieldsOf(form);
  return { title: title.value, body: body.value };
}

/** Cuts blanks off the ends; `undefined`, with the browser's own hint at the field, where nothing is left. */
export function readArticle(form: HTMLFormElement): Typed | undefined {
  for (const field of Object.values(fieldsOf(form))) field.value = field.value.trim();
  return form.reportValidity() ? readTyped(form) : undefined;
}

function fieldsOf({ elements }: HTMLFormElement) {
  return {
    title: elements.namedItem('title') as HTMLInputElement,
    body: elements.namedItem('body') as HTMLTextAreaElement,
  };
}

function submitted(onSubmit: FormView['onSubmit']) {
  return (event: SubmitEvent): void => {
    event.preventDefault();
    onSubmit(event.currentTarget as HTMLFormElement);
  };
}

/** A dialog around the card stays open. */
function onEscape(onCancel: () => void) {
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
}
