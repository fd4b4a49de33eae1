/** What a widget or a page says beside its numbers: failures, data that lie elsewhere, reading in progress, refused records. */
import { type TemplateResult, html, nothing } from 'lit';
import type { Messages } from '../../locales/messages.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { ResolvedScope, ScopeController } from '../../controllers/scope-controller.js';
import { type Formats, fillText } from '../../core/format/formats.js';
import { type Product, readLiveState } from '../../core/live-state.js';
import { isBeforeData, lastDataRange } from '../../core/time/data-span.js';
import type { SourceDescription } from '../../core/query.js';

export function notice(kind: string, text: string, more: unknown = nothing): TemplateResult {
  return html`<div class="notice" part="notice" data-kind=${kind}><p><bdi>${text}</bdi></p> ${more}</div>`;
}

interface FailureNotice {
  words: string;
  error: unknown;
  /** `alert` is for one of them a page. Unset: it is read where it stands. */
  role: 'alert' | 'status' | undefined;
  /** Follows the reason. */
  more?: unknown;
  action?: unknown;
}

/** Why something failed, before the technical reason, which is English. */
export function failureNotice({ words, error, role, more = nothing, action = nothing }: FailureNotice): TemplateResult {
  return html`
    <div class="notice" part="error" data-kind=${isStopped(error) ? 'stopped' : 'failed'} role=${role ?? nothing}>
      <p>${words} ${isStopped(error) ? nothing : html`<span class="detail" lang="en"><bdi>${(error as Error | null)?.message}</bdi></span>`} ${more}</p>
      ${action}
    </div>
  `;
}

/** That a widget has no newer numbers; the provider around says why, once for all widgets. */
export function outdatedNotice(words: string, more: unknown): TemplateResult {
  return html`<div class="notice" part="error" data-kind="told"><p>${words} ${more}</p></div>`;
}

/** That the user may not see this: nothing has failed, and nothing can be done about it here. */
export function notAllowedNotice(words: string, error: unknown): TemplateResult {
  return html`<div class="notice" part="notice" data-kind="not-allowed"><p><bdi>${words}</bdi> <span class="detail" lang="en"><bdi>${(error as Error | null)?.message}</bdi></span></p></div>`;
}

/** The user ended it, so there is nothing to explain. */
const isStopped = (error: unknown): boolean => (error as { type?: unknown } | null)?.type === 'cancelled';

/** Says to sign in where that helps. */
export function failureWords(error: unknown, { states }: Messages): string {
  if (isStopped(error)) return states.readingStopped;
  return (error as { status?: unknown } | null)?.status === 401 ? states.signIn : states.failed;
}

/** Moves the focus to the frame first, since the button is removed by what it does. */
export function actInFrame(event: Event, callback: () => void): void {
  (event.currentTarget as HTMLElement).closest<HTMLElement>('.frame')?.focus();
  callback();
}

interface PageNotices {
  scope: ScopeController;
  resolved: ResolvedScope;
  locale: LocaleController;
  formats: Formats;
  onLastData: (range: string) => void;
  /** Unset: the scope's. */
  product?: Product | undefined;
}

/** Since when nothing new is collected; `nothing` while the product is on. */
export function switchedOffNotice({
  scope,
  resolved,
  locale,
  formats,
  product = scope.provided?.product,
}: PageNotices): unknown {
  const state = readLiveState(scope.described?.live, resolved.now, product);
  return state.kind === 'off'
    ? notice(
        'switched-off',
        fillText(locale.messages.states.switchedOff, {
          date: formats.instantDate(new Date(state.since).toISOString()),
        }),
      )
    : nothing;
}

/** That the range lies wholly before or after the data; `undefined` where it does not. */
export function elsewhereNotice({ scope, resolved, locale, formats, onLastData }: PageNotices): unknown {
  const { described } = scope;
  if (!described) return undefined;
  const words = locale.messages.states;
  const range = lastDataRange(described, resolved.range, resolved.timeZone);
  if (range) {
    const show = html`<button class="button" part="last-data" type="button" @click=${(event: Event) => actInFrame(event, () => onLastData(range))}>${words.showLastData}</button>`;
    return notice(
      'elsewhere',
      `${words.empty} ${fillText(words.dataEnded, { date: formats.instantDate(described.last!) })}`,
      show,
    );
  }
  return isBeforeData(resolved.range, resolved.timeZone, described.first)
    ? notice(
        'elsewhere',
        `${words.empty} ${fillText(words.dataStart, { date: formats.instantDate(described.first!) })}`,
      )
    : undefined;
}

/** How far a source has come with reading its data, and the way to stop it. */
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

/** How many supplied records were refused, and the first reasons. */
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
