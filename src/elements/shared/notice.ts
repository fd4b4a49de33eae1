/** A sentence in a frame, and what can be done about it. */
import { html, nothing, type TemplateResult } from 'lit';

export function notice(kind: string, text: string, more: unknown = nothing): TemplateResult {
  return html`<div class="notice" part="notice" data-kind=${kind}><p><bdi>${text}</bdi></p> ${more}</div>`;
}

/** The button goes with what it mends, so the focus moves to the numbers that come. */
export function actInFrame(event: Event, deed: () => void): void {
  (event.currentTarget as HTMLElement).closest<HTMLElement>('.frame')?.focus();
  deed();
}
