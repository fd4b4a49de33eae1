/** The card between its title and its foot: the switch, what has to be said, the gaps, and how they come about. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { fillText } from '../../core/format/formats.js';
import type { GapsQuery, KnowledgeGaps } from '../../core/query.js';
import { notice } from '../shared/notices.js';
import { gapView, type GapView } from './gap-view.js';
import { wordsOfAdded, type Added, type ListedGap } from './listed-gaps.js';

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
