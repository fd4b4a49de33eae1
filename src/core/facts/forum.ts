import type { Instant } from '../time/instant.js';
import { type FactDocs, OPTIONAL_ID, UPDATED, defineFact } from './fact.js';
import { event, id, instant, required } from './field.js';

export interface ForumTopic {
  id: string;
  at: Instant;
  solvedAt?: Instant;
  updatedAt?: Instant;
}

export const forumTopics = defineFact<ForumTopic>({
  fields: { id: required(id()), at: required(event()), solvedAt: event(), updatedAt: instant() },
});

export const forumTopicDocs: FactDocs<ForumTopic> = {
  about: 'One topic of the customer forum.',
  fields: { id: 'Text.', at: 'Instant of its start.', solvedAt: 'Instant. Unset: not solved.', updatedAt: UPDATED },
  example: { id: 'f-5', at: '2026-06-06T11:00:00Z', solvedAt: '2026-06-07T09:30:00Z' },
};

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
