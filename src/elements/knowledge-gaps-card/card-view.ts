/** The card below its title: the switch, the notices, the gaps, and how they come about. */
import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Formats, fillText } from '../../core/format/formats.js';
import type { GapsQuery, KnowledgeGap, KnowledgeGaps } from '../../core/query.js';
import { notice } from '../shared/notices.js';
import { type Added, type GapWords, type ListedGap, isolate, toGapFacts, wordsOfAdded } from './listed-gaps.js';

export interface CardView extends GapView {
  answer: KnowledgeGaps;
  query: GapsQuery;
  listed: readonly ListedGap[];
  /** How many of them to show. */
  shown: number;
  isNarrowed: boolean;
  articles: number;
  added: Added | undefined;
  onNarrow: (isNarrowed: boolean) => void;
  onMore: () => void;
}

export function cardView(view: CardView): TemplateResult {
  const { words, formats, answer, query, listed, articles } = view;
  const { considered } = answer;
  const counts = {
    questions: formats.counted(words.questions, considered),
    articles: formats.counted(words.articles, articles),
  };
  const isSaidEmpty = considered === 0 && query.only === 'all';
  return html`
    <label class="switch" part="only"><input type="checkbox" name="only" .checked=${live(view.isNarrowed)} @change=${(event: Event) => view.onNarrow((event.target as HTMLInputElement).checked)} />${words.only}</label>
    ${articles === 0 && considered > 0 ? notice('no-articles', words.noArticles) : nothing}
    <p class="said" part="status" role="status" tabindex="-1"><bdi>${wordsOfAdded(view.added, view, words)}</bdi></p>
    ${listed.length === 0 && !isSaidEmpty ? html`<p class="none" part="none"><bdi>${words.none}</bdi></p>` : nothing}
    ${listView(view)}
    ${considered > 0 ? html`<p class="method" part="method"><bdi>${fillText(articles > 0 ? words.method : words.methodAlone, counts)}</bdi></p>` : nothing}
  `;
}

function listView(view: CardView) {
  const shown = view.listed.slice(0, view.shown);
  return html`
    ${
      shown.length === 0
        ? nothing
        : html`<ul class="gaps" part="gaps">${repeat(
            shown,
            ({ gap }) => gap.id,
            (one) => gapView(one, view),
          )}</ul>`
    }
    ${shown.length < view.listed.length ? html`<button class="button" part="more" type="button" @click=${view.onMore}>${view.words.more}</button>` : nothing}
  `;
}

/** One gap: what was asked, how it stands, and what a user can do about it. */
interface GapView {
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

function gapView({ gap, isDismissed }: ListedGap, view: GapView): TemplateResult {
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
      <div class="actions">
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
