/** How many supplied records were refused, and the first reasons. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { Formats } from '../../core/format/formats.js';
import type { SourceDescription } from '../../core/query.js';

export function refusedView(
  refused: SourceDescription['refused'] | undefined,
  { messages, language }: LocaleController,
  formats: Formats,
): TemplateResult | typeof nothing {
  if (!refused || refused.count === 0) return nothing;
  const more = refused.count - refused.first.length;
  return html`
    <details class="refused" part="refused">
      <summary>${formats.counted(messages.states.refused, refused.count)}</summary>
      <ul lang="en">
        ${refused.first.map(({ fact, index, field, reason }) => html`<li><bdi>${fact}[${index}]${field ? `.${field}` : ''} ${reason}</bdi></li>`)}
        ${more > 0 ? html`<li lang=${language}>${formats.counted(messages.states.moreRefused, more)}</li>` : nothing}
      </ul>
    </details>
  `;
}
