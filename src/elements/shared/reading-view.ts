/** How far a source has come with reading its data, and the way to stop it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { ScopeController } from '../../controllers/scope-controller.js';
import { fillText, type Formats } from '../../core/format/formats.js';
import { actInFrame } from './notice.js';

export function readingView(
  { reading, source }: Pick<ScopeController, 'reading' | 'source'>,
  locale: LocaleController,
  formats: Formats,
): TemplateResult | typeof nothing {
  if (!reading.progress) return nothing;
  const words = locale.messages.states;
  const { done, total } = reading.progress;
  const share = total ? Math.floor(Math.min(done / total, 1) * 100) / 100 : undefined;
  const text = share === undefined ? words.readingSome : fillText(words.reading, { share: formats.share(share) });
  return html`
    <div class="reading" part="reading">
      <span>${text}</span>
      ${share === undefined ? html`<progress aria-label=${words.readingSome}></progress>` : html`<progress aria-label=${words.readingSome} max="1" .value=${share}></progress>`}
      ${source?.cancel ? html`<button class="button" part="cancel" type="button" @click=${(event: Event) => actInFrame(event, () => source.cancel!())}>${words.stopReading}</button>` : nothing}
    </div>
  `;
}
