/** Where the focus goes when a record is opened above its list, and when it is closed again. */
import type { ThreadPlace } from './open-thread.js';

/** Opens the dialog that was just drawn, its title first. */
export function showDialog(dialog: HTMLDialogElement | undefined): void {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  dialog.querySelector('h2')!.focus();
}

/** To the row that was read last, else to the one in its place, else to where rows would be. */
export function returnFocus(root: ParentNode, { id, index }: ThreadPlace): void {
  const rows = [...root.querySelectorAll<HTMLElement>('tbody tr')];
  const row = rows.find(({ dataset }) => dataset['id'] === id) ?? rows[Math.min(index, rows.length - 1)];
  (row?.querySelector<HTMLElement>('.open') ?? root.querySelector<HTMLElement>('.frame'))?.focus();
}
