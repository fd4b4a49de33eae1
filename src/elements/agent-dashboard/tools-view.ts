/** The age of the data, a button that brings newer ones, and the link to what is shown. */
import { html, nothing, type TemplateResult } from 'lit';
import { fillText, type Formats } from '../../core/format/formats.js';
import type { Messages } from '../../locales/messages.js';
import { icon } from '../shared/icons.js';

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
