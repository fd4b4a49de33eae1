/** The frame of every widget: its title, and every state of a load around its content – skeleton, progress, failure with the last good numbers, not live, no data in range. */
import { type TemplateResult, html, nothing } from 'lit';
import {
  type Answered,
  type SourceQueryController,
  isInvalidQuery,
} from '../../controllers/source-query-controller.js';
import { type Loaded, lastGood } from '../../controllers/load.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { ScopeController } from '../../controllers/scope-controller.js';
import type { SourceDescription } from '../../core/query.js';
import { type Formats, fillText } from '../../core/format/formats.js';
import {
  actInFrame,
  elsewhereNotice,
  failureNotice,
  failureWords,
  notAllowedNotice,
  notice,
  readingView,
  refusedView,
  switchedOffNotice,
  outdatedNotice,
} from './notices.js';

interface LoadView<Q, A> {
  answers: SourceQueryController<Q, A>;
  locale: LocaleController;
  formats: Formats;
  skeleton: TemplateResult;
  content: (answered: Answered<Q, A>) => TemplateResult;
  onLastData: (range: string) => void;
  /** Whether an answer counted nothing at all. */
  isEmpty?: (answered: Answered<Q, A>) => boolean;
  /** The answer is about no days, as a single conversation. */
  isTimeless?: boolean;
}

export function loadView<Q, A>(view: LoadView<Q, A>): TemplateResult {
  const { answers, locale } = view;
  const { load, scope } = answers;
  const words = locale.messages.states;
  if (!scope.source) return notice('empty', words.noSource);
  if (scope.isNotLive) return notice('not-live', words.notLive);
  const isBusy = load.kind === 'loading' || load.kind === 'idle';
  return html`
    <div class="frame" part="frame" tabindex="-1" dir=${locale.direction} aria-busy=${String(isBusy)}>
      ${stateView(view, isBusy)}
      ${answeredView(view)}
    </div>
  `;
}

/** How the load stands: under way, reading, or failed. */
function stateView<Q, A>(view: LoadView<Q, A>, isBusy: boolean): TemplateResult {
  const { answers, locale, formats } = view;
  const { load, scope } = answers;
  const words = locale.messages.states;
  const last = lastGood(load);
  const isSaidAround = hasPageNotices(scope);
  const spoken = last ? words.updating : words.loading;
  return html`
    ${isBusy && last ? html`<div class="progress" part="progress"></div>` : nothing}
    ${isSaidAround ? nothing : readingView(scope, locale, formats)}
    <span class="spoken" role="status">${isBusy && !isSaidAround ? spoken : nothing}</span>
    ${load.kind === 'failed' ? failureView(view, load.error, last) : nothing}
  `;
}

/** The newest good answer with what has to be said about it, or a skeleton while there is none. */
function answeredView<Q, A>(view: LoadView<Q, A>): TemplateResult | typeof nothing {
  const { answers, locale, formats, skeleton, content, isTimeless } = view;
  const { load, scope } = answers;
  const last = lastGood(load)?.value;
  if (!last) return load.kind === 'failed' ? nothing : skeleton;
  const isSaidAround = hasPageNotices(scope);
  return html`
    ${isTimeless ? nothing : answerNotices(view, last)}
    ${scope.isZoneAssumed && !isSaidAround ? html`<p class="days" part="zone"><bdi>${fillText(locale.messages.range.timeZone, { zone: last.scope.timeZone })}</bdi></p>` : nothing}
    ${scope.provided || isTimeless ? nothing : html`<p class="days" part="days"><bdi>${formats.range(last.scope.range)}</bdi></p>`}
    ${content(last)}
    ${isSaidAround || isTimeless ? nothing : refusedView(scope.described?.refused, locale, formats)}
  `;
}

/** Whether the page around says what holds for all of its widgets. */
const hasPageNotices = ({ provided }: ScopeController): boolean => provided?.hasPageNotices === true;

function failureView<Q, A>(
  { answers, locale, formats }: LoadView<Q, A>,
  error: unknown,
  last: Loaded<Answered<Q, A>> | undefined,
): TemplateResult {
  const words = locale.messages.states;
  if (answers.isRefused) return notAllowedNotice(words.notAllowed, error);
  const age = last
    ? fillText(words.lastNumbers, { range: formats.range(last.value.scope.range), time: formats.moment(last.at) })
    : nothing;
  const announcer = answers.scope.queries.announcerOf(error);
  if (announcer === 'provider') return outdatedNotice(words.notLoaded, age);
  return failureNotice({
    words: failureWords(error, locale.messages),
    error,
    role: announcer === 'nobody' ? undefined : announcer,
    more: age,
    action: isInvalidQuery(error)
      ? nothing
      : html`<button class="button" part="retry" type="button" @click=${(event: Event) => actInFrame(event, () => answers.reload())}>${words.tryAgain}</button>`,
  });
}

function answerNotices<Q, A>(
  { answers: { scope }, locale, formats, onLastData, isEmpty }: LoadView<Q, A>,
  answered: Answered<Q, A>,
): unknown[] {
  const page = { scope, resolved: answered.scope, locale, formats, onLastData };
  const elsewhere = elsewhereNotice(page);
  const words = locale.messages.states;
  const hint = isAllRefused(scope.described) ? words.allRefused : `${words.empty} ${words.emptyHint}`;
  const empty = !elsewhere && isEmpty?.(answered) ? notice('empty', hint) : nothing;
  return hasPageNotices(scope) ? [empty] : [switchedOffNotice(page), elsewhere ?? empty];
}

/** There are no facts at all, though some were supplied. */
function isAllRefused(described: SourceDescription | undefined): boolean {
  return described !== undefined && described.refused.count > 0 && described.first === null;
}

/** The host's title, else the widget's own; none if the host sets an empty one. */
export function headingView(heading: string | undefined, own: string | undefined): TemplateResult {
  const text = heading ?? own;
  return html`<slot name="heading">${text ? html`<h2 class="heading" part="heading">${text}</h2>` : nothing}</slot>`;
}

/** Bars in place of rows or marks while the first numbers load. */
export function skeletonView(count: number): TemplateResult {
  return html`<div class="bones" part="skeleton" aria-hidden="true">${Array.from({ length: count }, () => html`<div class="bone"></div>`)}</div>`;
}
