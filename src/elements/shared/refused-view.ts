/** How many supplied records were refused, and the first reasons. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { Formats } from '../../core/format/formats.js';
import type { SourceDescription } from '../../core/query.js';

const MOST_SHOWN = 5;

export function refusedView(refused: SourceDescription['refused'] | undefined, { messages }: LocaleController, formats: Formats): TemplateResult | typeof nothing {
  if (!refused || refused.count === 0) return nothing;
  return html`
    <details class="refused" part="refused">
      <summary>${formats.counted(messages.states.refused, refused.count)}</summary>
      <ul lang="en">
        ${refused.first.slice(0, MOST_SHOWN).map(({ fact, index, field, reason }) => html`<li><bdi>${fact}[${index}]${field ? `.${field}` : ''} ${reason}</bdi></li>`)}
      </ul>
    </details>
  `;
}
