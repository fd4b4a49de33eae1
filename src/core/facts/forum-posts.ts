import type { Instant } from '../time/instant.js';
import { defineFact, OPTIONAL_ID, UPDATED, type FactDocs } from './fact.js';
import { event, id, instant, required } from './field.js';

export interface ForumPost {
  id?: string;
  at: Instant;
  topicId: string;
  updatedAt?: Instant;
}

export const forumPosts = defineFact<ForumPost>({
  fields: { id: id(), at: required(event()), topicId: required(id()), updatedAt: instant() },
});

export const forumPostDocs: FactDocs<ForumPost> = {
  about: 'One post in the forum.',
  fields: { id: OPTIONAL_ID, at: 'Instant.', topicId: 'Text.', updatedAt: UPDATED },
  example: { id: 'b-14', at: '2026-06-06T11:25:00Z', topicId: 'f-5' },
};
