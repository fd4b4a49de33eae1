/** A source of gaps whose answers the test decides. */
import type { GapsQuery, KnowledgeGap, KnowledgeGaps, NewArticle, SourceDescription } from '../../../src/core/query.js';
import type { Article } from '../../../src/core/facts/articles.js';
import type { MetricsSource } from '../../../src/sources/metrics-source.js';
import { description } from '../support/answers.js';

export function gap(id: string, rest: Partial<KnowledgeGap> = {}): KnowledgeGap {
  return {
    id,
    topic: `${id}?`,
    questions: [`${id}?`],
    count: 3,
    unresolvedRate: 0.5,
    coverage: 0.34,
    nearest: { id: 'a', title: 'Shipping', score: 0.34 },
    conversationIds: [`${id}-1`, `${id}-2`],
    ...rest,
  };
}

export const gapsOf = (...ids: string[]): KnowledgeGaps => ({ gaps: ids.map((id) => gap(id)), considered: 1234 });

const unasked = () => Promise.reject(new Error('Nobody asks this here.'));

interface Asked {
  query: GapsQuery;
  answer: (gaps: KnowledgeGaps) => void;
  fail: (error: unknown) => void;
}

/** Answers with `gaps` at once; without them each question waits for the test. */
export class GapsSource implements MetricsSource {
  readonly asked: Asked[] = [];
  readonly query = unasked;
  readonly conversations = unasked;
  readonly conversation = unasked;
  gaps: KnowledgeGaps | undefined;
  readonly #description: SourceDescription;

  constructor(gaps: KnowledgeGaps | undefined, facts: Record<string, number> = { conversations: 70, articles: 12 }) {
    this.gaps = gaps;
    this.#description = description({ facts });
  }

  describe = () => Promise.resolve(this.#description);

  knowledgeGaps(query: GapsQuery): Promise<KnowledgeGaps> {
    return new Promise((answer, fail) => {
      this.asked.push({ query, answer, fail });
      if (this.gaps) answer(this.gaps);
    });
  }

  get latest(): Asked {
    return this.asked.at(-1)!;
  }
}

/** Takes articles; each waits for the test. */
export class WritableGapsSource extends GapsSource {
  readonly added: { article: NewArticle; done: () => void; fail: (error: unknown) => void }[] = [];

  addKnowledge(article: NewArticle): Promise<Article> {
    return new Promise((resolve, fail) => {
      this.added.push({ article, fail, done: () => resolve({ id: 'new', title: article.title, body: article.body }) });
    });
  }
}
