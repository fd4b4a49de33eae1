/** A sentence in a frame, and what can be done about it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../locales/messages.js';

export function notice(kind: string, text: string, more: unknown = nothing): TemplateResult {
  return html`<div class="notice" part="notice" data-kind=${kind}><p><bdi>${text}</bdi></p> ${more}</div>`;
}

export interface FailureNotice {
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

/** That a widget has no newer numbers, where it is said once for all widgets why. */
export function toldNotice(words: string, more: unknown): TemplateResult {
  return html`<div class="notice" part="error" data-kind="told"><p>${words} ${more}</p></div>`;
}

/** That this is not for whoever asks: nothing has failed, and nothing can be done about it here. */
export function notAllowedNotice(words: string, error: unknown): TemplateResult {
  return html`<div class="notice" part="notice" data-kind="not-allowed"><p><bdi>${words}</bdi> <span class="detail" lang="en"><bdi>${(error as Error | null)?.message}</bdi></span></p></div>`;
}

/** The reader ended it: nothing to explain. */
const isStopped = (error: unknown): boolean => (error as { type?: unknown } | null)?.type === 'cancelled';

/** A reader who is not signed in can do something about it. */
export function failureWords(error: unknown, { states }: Messages): string {
  if (isStopped(error)) return states.readingStopped;
  return (error as { status?: unknown } | null)?.status === 401 ? states.signIn : states.failed;
}

/** The button goes with what it mends, so the focus moves to the numbers that come. */
export function actInFrame(event: Event, deed: () => void): void {
  (event.currentTarget as HTMLElement).closest<HTMLElement>('.frame')?.focus();
  deed();
}
