import type { Instant } from '../time/instant.js';
import { defineFact, OPTIONAL_ID, UPDATED, type FactDocs } from './fact.js';
import { event, id, instant, oneOf, required } from './field.js';

export interface ArticleVote {
  id?: string;
  at: Instant;
  articleId: string;
  value: 'up' | 'down';
  updatedAt?: Instant;
}

export const articleVotes = defineFact<ArticleVote>({
  fields: {
    id: id(),
    at: required(event()),
    articleId: required(id()),
    value: required(oneOf(['up', 'down'])),
    updatedAt: instant(),
  },
});

export const articleVoteDocs: FactDocs<ArticleVote> = {
  about: 'One vote on a help article.',
  fields: { id: OPTIONAL_ID, at: 'Instant.', articleId: 'Text.', value: 'up or down.', updatedAt: UPDATED },
  example: { id: 'w-21', at: '2026-06-06T07:41:00Z', articleId: 'shipping', value: 'up' },
};
