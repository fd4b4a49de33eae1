/** What a reader has to know beside the numbers, whichever widget shows them: switched off, and data that lie elsewhere. */
import { html, nothing } from 'lit';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { ResolvedScope, ScopeController } from '../../controllers/scope-controller.js';
import { fillText, type Formats } from '../../core/format/formats.js';
import { readLiveState, type Product } from '../../core/live-state.js';
import { parseInstant } from '../../core/time/instant.js';
import { toInstants } from '../../core/time/range.js';
import { lastDataRange } from './last-data.js';
import { actInFrame, notice } from './notice.js';

export interface PageNotices {
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
  const isBefore =
    described.first != null && parseInstant(described.first) >= toInstants(resolved.range, resolved.timeZone).end;
  return isBefore
    ? notice(
        'elsewhere',
        `${words.empty} ${fillText(words.dataStart, { date: formats.instantDate(described.first!) })}`,
      )
    : undefined;
}
