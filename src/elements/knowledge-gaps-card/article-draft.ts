/** The article that is being written: begun, put away, sent. One form is open at a time. */
import type { ReactiveControllerHost } from 'lit';
import type { KnowledgeGap, NewArticle } from '../../core/query.js';
import type { Added } from './listed-gaps.js';

/** What stands in the fields of the form. */
export interface Typed {
  title: string;
  body: string;
}

/** An open form. */
export interface Draft {
  gap: KnowledgeGap;
  /** Where the gap stood in the list. */
  place: number;
  /** What the fields begin with. */
  begun: Typed;
  isSending: boolean;
  /** Why it could not be sent. */
  error?: unknown;
}

export class ArticleDraft {
  current: Draft | undefined;
  /** The last article that went out. */
  added: Added | undefined;
  readonly #host: ReactiveControllerHost;
  /** What was typed into forms that were put away. */
  readonly #typed = new Map<string, Typed>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  begin(gap: KnowledgeGap, place: number): void {
    this.added = undefined;
    this.#set({ gap, place, begun: this.#typed.get(gap.id) ?? { title: gap.topic, body: '' }, isSending: false });
  }

  /** What was typed is there again when the same gap's form is opened. */
  putAway(typed: Typed | undefined): void {
    if (this.current && typed) this.#typed.set(this.current.gap.id, typed);
    this.#set(undefined);
  }

  /** Without `keep` the page keeps the article. Rejects with what went wrong; the form stays as it is then. `false`: it was forgotten meanwhile. */
  async send(
    article: Typed,
    keep: ((article: NewArticle) => Promise<unknown>) | undefined,
    asked: string,
  ): Promise<boolean> {
    const draft = this.current!;
    const sending = { ...draft, isSending: true };
    const gapId = draft.gap.id;
    this.#set(sending);
    try {
      await keep?.({ ...article, gapId });
    } catch (error) {
      if (this.current === sending) this.#set({ ...draft, error });
      throw error;
    }
    if (this.current !== sending) return false;
    this.#typed.delete(gapId);
    this.added = { gapId, title: article.title, isKeptByPage: !keep, asked };
    this.#set(undefined);
    return true;
  }

  /** All that was about the gaps of another source. */
  forget(): void {
    this.#typed.clear();
    this.added = undefined;
    this.current = undefined;
  }

  #set(draft: Draft | undefined): void {
    this.current = draft;
    this.#host.requestUpdate();
  }
}
