/** Puts a text on the clipboard. */

/** `place` is where a page without the clipboard's interface gets a field to copy from: while a dialog is open, nothing outside it can be selected. */
export async function copyText(text: string, place: ParentNode): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromField(text, place);
  }
}

function copyFromField(text: string, place: ParentNode): boolean {
  const field = Object.assign(document.createElement('textarea'), { value: text, className: 'spoken', readOnly: true });
  const focused = (place as ShadowRoot).activeElement as HTMLElement | null;
  place.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    focused?.focus();
  }
}
