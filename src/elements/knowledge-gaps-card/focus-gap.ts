import type { LitElement } from 'lit';

/** Once it is drawn: a part or a field of a gap, else the card. */
export async function focusGap(card: LitElement, gapId: string, name: string): Promise<void> {
  await card.updateComplete;
  const gap = [...card.renderRoot.querySelectorAll<HTMLElement>('[data-gap]')].find(
    (one) => one.dataset['gap'] === gapId,
  );
  (
    gap?.querySelector<HTMLElement>(`[part="${name}"], [name="${name}"]`) ??
    card.renderRoot.querySelector<HTMLElement>('.frame')
  )?.focus();
}
