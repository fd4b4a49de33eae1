import type { Instant } from '../time/instant.js';
import { defineFact, UPDATED, type FactDocs } from './fact.js';
import { id, instant, required, text } from './field.js';

/** One article of the knowledge base. */
export interface Article {
  id: string;
  title: string;
  body?: string;
  url?: string;
  updatedAt?: Instant;
}

export const articles = defineFact<Article>({
  fields: { id: required(id()), title: required(text()), body: text(), url: text(), updatedAt: instant() },
});

export const articleDocs: FactDocs<Article> = {
  about: 'One article of the knowledge base, against which knowledge gaps are found.',
  fields: { id: 'Text.', title: 'Text.', body: 'Text.', url: 'Text: http or https.', updatedAt: UPDATED },
  example: {
    id: 'shipping',
    title: 'Shipping times',
    body: 'Parcels take two to three days.',
    url: 'https://shop.example.com/help/shipping',
    updatedAt: '2026-05-02T08:00:00Z',
  },
};
