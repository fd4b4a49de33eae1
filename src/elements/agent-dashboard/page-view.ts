/** What a page says above its widgets, once for all of them, and what stands in their place while there is nothing to show. */
import { type TemplateResult, html, nothing } from 'lit';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { ResolvedScope, ScopeController } from '../../controllers/scope-controller.js';
import { readLiveState } from '../../core/live-state.js';
import { type Formats, fillText } from '../../core/format/formats.js';
import {
  elsewhereNotice,
  failureNotice,
  failureWords,
  notice,
  readingView,
  refusedView,
  switchedOffNotice,
} from '../shared/notices.js';
import { type Preset, chooseSections, findPreset } from './presets.js';
import type { Messages } from '../../locales/messages.js';
import { icon } from '../shared/icons.js';

export type Page =
  /** `problem` is what the page's author asked for beside that and there is not; empty for nothing. */
  | { kind: 'open'; preset: Preset; sections: Preset['sections']; problem: string }
  | { kind: 'no-source' }
  | { kind: 'not-live' }
  | { kind: 'failed'; error: unknown }
  /** The page's author asked for what there is not. */
  | { kind: 'wrong'; error: unknown };

export function readPage(scope: ScopeController, wanted: string | Preset, chosen: readonly string[] | undefined): Page {
  const { load } = scope.description;
  if (!scope.source) return { kind: 'no-source' };
  if (load.kind === 'failed' && !load.last) return { kind: 'failed', error: load.error };
  try {
    const preset = findPreset(wanted);
    if (isNotLive(scope, preset)) return { kind: 'not-live' };
    return { kind: 'open', preset, ...chooseSections(preset, chosen) };
  } catch (error) {
    return { kind: 'wrong', error };
  }
}

/** Of what the page is about, whatever the pages around it are. */
function isNotLive(
  { described, nowOrClock, provided }: ScopeController,
  { product = provided?.product }: Preset,
): boolean {
  return described !== undefined && readLiveState(described.live, nowOrClock, product).kind === 'not-yet';
}

export interface PageView {
  scope: ScopeController;
  locale: LocaleController;
  viewProblem: string;
  /** For the first of the page's own failures. */
  alertRole: 'alert' | undefined;
  onLastData: (range: string) => void;
  onRetry: () => void;
}

/** Whether the page itself has a failure to tell. */
export function hasFailure(page: Page, viewProblem: string): boolean {
  return (
    page.kind === 'failed' || page.kind === 'wrong' || (page.kind === 'open' && (page.problem || viewProblem) !== '')
  );
}

export function barrierView(
  page: Exclude<Page, { kind: 'open' }>,
  { locale, alertRole: role, onRetry }: PageView,
): TemplateResult {
  const { states, dashboard } = locale.messages;
  if (page.kind === 'no-source') return notice('empty', states.noSource);
  if (page.kind === 'not-live') return notice('not-live', states.notLive);
  if (page.kind === 'wrong') return failureNotice({ words: dashboard.wrongPage, error: page.error, role });
  return failureNotice({
    words: failureWords(page.error, locale.messages),
    error: page.error,
    role,
    action: html`<button class="button" part="retry" type="button" @click=${onRetry}>${states.tryAgain}</button>`,
  });
}

export function noticesView(
  { problem, preset }: Extract<Page, { kind: 'open' }>,
  { scope, locale, viewProblem, alertRole: role, onLastData }: PageView,
): TemplateResult {
  const words = locale.messages.dashboard;
  const resolved = resolveQuietly(scope);
  const page = resolved && {
    scope,
    resolved,
    locale,
    formats: formatsOf(scope, locale),
    onLastData,
    product: preset.product,
  };
  return html`
    <div class="frame" tabindex="-1">
      ${readingView(scope, locale, formatsOf(scope, locale))}
      ${problem ? failureNotice({ words: words.wrongPage, error: new Error(problem), role }) : nothing}
      ${viewProblem ? failureNotice({ words: words.wrongView, error: new Error(viewProblem), role: problem ? undefined : role }) : nothing}
      ${page ? [switchedOffNotice(page), elsewhereNotice(page) ?? nothing] : nothing}
    </div>
  `;
}

export function refusedOfPage({ scope, locale }: PageView): TemplateResult | typeof nothing {
  return refusedView(scope.described?.refused, locale, formatsOf(scope, locale));
}

function formatsOf(scope: ScopeController, locale: LocaleController): Formats {
  return locale.formats(scope.displayZone, scope.described?.currency);
}

/** A range that cannot be is said by the widgets. */
function resolveQuietly(scope: ScopeController): ResolvedScope | undefined {
  try {
    return scope.described && scope.resolve();
  } catch {
    return undefined;
  }
}

/** The age of the data, a button that brings newer ones, and the link to what is shown. */
export interface ToolsView {
  messages: Messages;
  formats: Formats;
  /** When numbers last came, epoch milliseconds, and up to when they reach. */
  loaded: { at: number; asOf: string } | undefined;
  now: number;
  /** What the reader's last deed led to; empty for nothing. */
  said: string;
  onRefresh: () => void;
  /** Unset: there is no link to copy. */
  onCopy: (() => void) | undefined;
  /** Unset: the reader cannot arrange the page. */
  onCustomise: (() => void) | undefined;
  isCustomising: boolean;
}

export function toolsView({
  messages,
  formats,
  loaded,
  now,
  said,
  onRefresh,
  onCopy,
  onCustomise,
  isCustomising,
}: ToolsView): TemplateResult {
  const words = messages.dashboard;
  const reach = loaded?.asOf ? fillText(words.asOf, { time: formats.moment(Date.parse(loaded.asOf)) }) : undefined;
  return html`
    <div class="tools">
      ${loaded ? html`<span class="age" part="age" title=${reach ?? nothing}>${fillText(words.updated, { ago: formats.ago(loaded.at, now) })}${reach ? html`<span class="spoken"> ${reach}</span>` : nothing}</span>` : nothing}
      <button class="button" part="refresh" type="button" @click=${onRefresh}>${icon('refresh')} ${words.refresh}</button>
      ${onCopy ? html`<button class="button" part="copy-link" type="button" @click=${onCopy}>${words.copyLink}</button>` : nothing}
      ${onCustomise ? html`<button class="button" part="customise-toggle" type="button" aria-expanded=${String(isCustomising)} @click=${onCustomise}>${words.customise.open}</button>` : nothing}
      <span class="age" part="said" role="status">${said || nothing}</span>
    </div>
  `;
}
