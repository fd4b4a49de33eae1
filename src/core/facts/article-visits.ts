import type { Instant } from '../time/instant.js';
import { defineFact, OPTIONAL_ID, UPDATED, type FactDocs } from './fact.js';
import { event, flag, hidden, id, instant, numberFromZero, required } from './field.js';

export interface ArticleVisit {
  id?: string;
  at: Instant;
  articleId: string;
  /** Visits of one session count once per article. */
  session: string;
  seconds?: number;
  interacted?: boolean;
  updatedAt?: Instant;
}

export const articleVisits = defineFact<ArticleVisit>({
  fields: {
    id: id(),
    at: required(event()),
    articleId: required(id()),
    session: required(hidden('people', id())),
    seconds: numberFromZero(),
    interacted: flag(),
    updatedAt: instant(),
  },
});

export const articleVisitDocs: FactDocs<ArticleVisit> = {
  about: 'One visit of a help article.',
  fields: {
    id: OPTIONAL_ID,
    at: 'Instant.',
    articleId: 'Text.',
    session: 'Text. Visits of one session count once per article.',
    seconds: 'Number of seconds spent.',
    interacted: 'true or false: whether the visitor did anything there.',
    updatedAt: UPDATED,
  },
  example: {
    id: 'v-610',
    at: '2026-06-06T07:40:00Z',
    articleId: 'shipping',
    session: 'n-88',
    seconds: 45,
    interacted: true,
  },
};
