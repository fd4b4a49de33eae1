/** A widget's title: the host's, else its own; none where the host says so with an empty one. */
import { html, nothing, type TemplateResult } from 'lit';

export function headingView(heading: string | undefined, own: string | undefined): TemplateResult {
  const text = heading ?? own;
  return html`<slot name="heading">${text ? html`<h2 class="heading" part="heading">${text}</h2>` : nothing}</slot>`;
}
