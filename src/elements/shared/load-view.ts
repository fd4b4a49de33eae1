/** Draws every state of a load around a widget's own content: skeleton, progress, failure with the last good numbers, not live, no data in range. */
import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerController, Answered } from '../../controllers/answer-controller.js';
import { lastGood, type Loaded } from '../../controllers/load.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { fillText, type Formats } from '../../core/format/formats.js';
import { parseInstant } from '../../core/time/instant.js';
import { toInstants } from '../../core/time/range.js';
import { lastDataRange } from './last-data.js';
import { refusedView } from './refused-view.js';

export interface LoadView {
  answers: AnswerController;
  locale: LocaleController;
  formats: Formats;
  skeleton: TemplateResult;
  content: (answered: Answered) => TemplateResult;
  onLastData: (range: string) => void;
  /** Whether an answer counted nothing at all. */
  isEmpty?: (answered: Answered) => boolean;
}

export function loadView(view: LoadView): TemplateResult {
  const { answers, locale } = view;
  const { load, scope } = answers;
  const words = locale.messages.states;
  if (!scope.source) return notice('empty', words.noSource);
  if (scope.described && scope.described.live === null) return notice('not-live', words.notLive);
  const last = lastGood(load);
  const isBusy = load.kind === 'loading' || load.kind === 'idle';
  return html`
    <div class="frame" part="frame" tabindex="-1" dir=${locale.direction} aria-busy=${String(isBusy)}>
      ${isBusy && last ? html`<div class="progress" part="progress"></div>` : nothing}
      <span class="spoken" role="status">${isBusy ? (last ? words.updating : words.loading) : nothing}</span>
      ${load.kind === 'failed' ? failure(view, load.error, last) : nothing}
      ${last ? notices(view, last.value) : nothing}
      ${last && !scope.provided ? html`<p class="days" part="days"><bdi>${view.formats.range(last.value.scope.range)}</bdi></p>` : nothing}
      ${last ? view.content(last.value) : load.kind === 'failed' ? nothing : view.skeleton}
      ${last ? refusedView(scope.described?.refused, locale, view.formats) : nothing}
    </div>
  `;
}

function notice(kind: string, text: string, more: unknown = nothing): TemplateResult {
  return html`<div class="notice" part="notice" data-kind=${kind}><p>${text}</p>${more}</div>`;
}

function failure({ answers, locale, formats }: LoadView, error: unknown, last: Loaded<Answered> | undefined): TemplateResult {
  const words = locale.messages.states;
  const isSignedOut = (error as { status?: unknown } | null)?.status === 401;
  return html`
    <div class="notice" part="error" data-kind="failed" role="alert">
      <p>
        ${isSignedOut ? words.signIn : words.failed} <span class="detail" lang="en"><bdi>${(error as Error | null)?.message}</bdi></span>
        ${last ? fillText(words.lastNumbers, { range: formats.range(last.value.scope.range), time: formats.moment(last.at) }) : nothing}
      </p>
      <button class="button" part="retry" type="button" @click=${(event: Event) => act(event, () => answers.reload())}>${words.tryAgain}</button>
    </div>
  `;
}

/** The button goes with what it mends, so the focus moves to the numbers that come. */
function act(event: Event, deed: () => void): void {
  (event.currentTarget as HTMLElement).closest<HTMLElement>('.frame')?.focus();
  deed();
}

/** What a reader has to know beside the numbers: switched off, and data that lie elsewhere. */
function notices(view: LoadView, answered: Answered): unknown[] {
  const { scope } = answered;
  const words = view.locale.messages.states;
  const description = view.answers.scope.described;
  const off = switchedOffSince(description?.live, scope.now);
  const range = description && lastDataRange(description, scope.range, scope.timeZone);
  const since = off === undefined ? nothing : notice('switched-off', fillText(words.switchedOff, { date: view.formats.instantDate(new Date(off).toISOString()) }));
  const elsewhere = range && html`
    <div class="notice" part="notice" data-kind="elsewhere">
      <p>${words.empty} ${fillText(words.dataEnded, { date: view.formats.instantDate(description.last!) })}</p>
      <button class="button" part="last-data" type="button" @click=${(event: Event) => act(event, () => view.onLastData(range))}>${words.showLastData}</button>
    </div>`;
  return [since, elsewhere ?? withoutData(view, answered)];
}

function withoutData(view: LoadView, answered: Answered): unknown {
  const words = view.locale.messages.states;
  if (isBeforeFirst(view, answered.scope)) {
    const date = view.formats.instantDate(view.answers.scope.described!.first!);
    return notice('elsewhere', `${words.empty} ${fillText(words.dataStart, { date })}`);
  }
  return view.isEmpty?.(answered) ? notice('empty', `${words.empty} ${words.emptyHint}`) : nothing;
}

function isBeforeFirst(view: LoadView, { range, timeZone }: Answered['scope']): boolean {
  const first = view.answers.scope.described?.first;
  return first != null && parseInstant(first) >= toInstants(range, timeZone).end;
}

/** When the product was switched off, if it is off now and was on before. */
function switchedOffSince(live: { agent?: readonly { since: unknown; until?: unknown }[] } | null | undefined, now: number): number | undefined {
  const ends = (live?.agent ?? []).map(({ until }) => (until === undefined || until === null ? Infinity : parseInstant(until as string)));
  const last = Math.max(...ends);
  return ends.length > 0 && last <= now ? last : undefined;
}
