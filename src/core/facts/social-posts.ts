import type { Instant } from '../time/instant.js';
import { defineFact, UPDATED, type FactDocs } from './fact.js';
import { event, id, instant, required, text, wholeFromZero } from './field.js';

export interface SocialPost {
  id: string;
  at: Instant;
  network: string;
  likes?: number;
  reposts?: number;
  positiveReplies?: number;
  positiveMentions?: number;
  updatedAt?: Instant;
}

export const socialPosts = defineFact<SocialPost>({
  fields: {
    id: required(id()),
    at: required(event()),
    network: required(text()),
    likes: wholeFromZero(),
    reposts: wholeFromZero(),
    positiveReplies: wholeFromZero(),
    positiveMentions: wholeFromZero(),
    updatedAt: instant(),
  },
});

export const socialPostDocs: FactDocs<SocialPost> = {
  about: 'One post of the company on a social network, with what it has got so far.',
  fields: {
    id: 'Text.',
    at: 'Instant of the post.',
    network: 'Text, as instagram.',
    likes: 'Whole number.',
    reposts: 'Whole number.',
    positiveReplies: 'Whole number.',
    positiveMentions: 'Whole number.',
    updatedAt: UPDATED,
  },
  example: {
    id: 'y-2',
    at: '2026-06-06T16:00:00Z',
    network: 'instagram',
    likes: 20,
    reposts: 3,
    positiveReplies: 2,
    positiveMentions: 1,
  },
};
