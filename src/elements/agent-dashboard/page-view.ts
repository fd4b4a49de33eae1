/** What a page says above its widgets, once for all of them, and what stands in their place while there is nothing to show. */
import { type TemplateResult, html, nothing } from 'lit';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { ResolvedScope, ScopeController } from '../../controllers/scope-controller.js';
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
import type { PageLoad } from './dashboard-controller.js';
import type { Page } from './presets.js';
import type { Messages } from '../../locales/messages.js';
import { icon } from '../shared/icons.js';

interface PageView {
  scope: ScopeController;
  locale: LocaleController;
  viewProblem: string;
  /** For the first of the page's own failures. */
  alertRole: 'alert' | undefined;
  onLastData: (range: string) => void;
  onRetry: () => void;
}

/** Whether the page itself has a failure to announce. */
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

/** The widgets say that a range is invalid. */
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
  /** The oldest of the numbers. */
  loaded: PageLoad | undefined;
  now: number;
  /** What the user's last action led to; empty for nothing. */
  announcement: string;
  onRefresh: () => void;
  /** Unset: there is no link to copy. */
  onCopy: (() => void) | undefined;
  /** Unset: the user cannot arrange the page. */
  onCustomise: (() => void) | undefined;
  isCustomising: boolean;
}

export function toolsView({
  messages,
  formats,
  loaded,
  now,
  announcement,
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
      <span class="age" part="said" role="status">${announcement || nothing}</span>
    </div>
  `;
}
