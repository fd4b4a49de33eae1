/** One gap: what was asked, how it stands, and what a reader can do about it. */
import { html, nothing, type TemplateResult } from 'lit';
import { fillText, type Formats } from '../../core/format/formats.js';
import type { KnowledgeGap } from '../../core/query.js';
import { isolate, toGapFacts, type GapWords, type ListedGap } from './listed-gaps.js';

export interface GapView {
  words: GapWords;
  formats: Formats;
  hasArticles: boolean;
  /** How often the most frequent one was asked; a full bar. */
  most: number;
  /** The open form, where it belongs to this gap. */
  form: (gap: KnowledgeGap) => TemplateResult | undefined;
  /** The gap whose article is on its way. */
  sending: string | undefined;
  onSelect: (gap: KnowledgeGap) => void;
  onAdd: (gap: KnowledgeGap) => void;
  onDismiss: (gap: KnowledgeGap, isDismissed: boolean) => void;
}

export function gapView({ gap, isDismissed }: ListedGap, view: GapView): TemplateResult {
  return isDismissed ? dismissedView(gap, view) : openView(gap, view);
}

function openView(
  gap: KnowledgeGap,
  { words, formats, hasArticles, most, form, sending, onSelect, onAdd, onDismiss }: GapView,
) {
  const { id, topic, questions, conversationIds } = gap;
  const opened = form(gap);
  const showing = formats.counted(words.conversations, conversationIds.length);
  return html`
    <li class="gap" part="gap" data-gap=${id}>
      <div class="about">
        <h3 class="topic" part="topic" title=${topic}><bdi>${topic}</bdi></h3>
        <svg class="bar" part="bar" aria-hidden="true" focusable="false"><rect width="100%" height="100%"></rect><rect class="fill" width="${(100 * gap.count) / most}%" height="100%"></rect></svg>
        <p class="facts" part="facts">${toGapFacts(gap, words, formats, hasArticles).map((fact) => html`<span><bdi>${fact}</bdi></span> `)}</p>
        <div class="evidence">
          ${conversationIds.length === 0 ? nothing : html`<button class="link" part="select" type="button" aria-label="${showing}: ${topic}" @click=${() => onSelect(gap)}><bdi>${showing}</bdi></button>`}
          ${
            questions.length < 2
              ? nothing
              : html`
            <details part="examples">
              <summary>${words.examples}</summary>
              <ul>${questions.map((question) => html`<li><bdi>${question}</bdi></li>`)}</ul>
            </details>`
          }
        </div>
      </div>
      <div class="deeds">
        <button class="button" part="add" type="button" aria-expanded=${String(opened !== undefined)} aria-label="${words.add}: ${topic}" @click=${() => onAdd(gap)}>${words.add}</button>
        <button class="button quiet" part="dismiss" type="button" aria-disabled=${id === sending ? 'true' : nothing} aria-label="${words.dismiss}: ${topic}" @click=${() => onDismiss(gap, true)}>${words.dismiss}</button>
      </div>
      ${opened}
    </li>
  `;
}

function dismissedView(gap: KnowledgeGap, { words, onDismiss }: GapView) {
  return html`
    <li class="gap dismissed" part="dismissed" data-gap=${gap.id}>
      <p class="topic"><bdi>${fillText(words.dismissed, { topic: isolate(gap.topic) })}</bdi></p>
      <button class="button" part="undo" type="button" aria-label="${words.undo}: ${gap.topic}" @click=${() => onDismiss(gap, false)}>${words.undo}</button>
    </li>
  `;
}

export function skeletonView(): TemplateResult {
  return html`<ul class="gaps" aria-hidden="true">${Array.from({ length: 4 }, () => html`<li class="gap" part="skeleton"><div class="about"><span class="topic"><span class="bone">Where is my parcel, please?</span></span><span class="facts"><span class="bone">Asked 12 times</span></span></div></li>`)}</ul>`;
}
