import type { Instant } from '../time/instant.js';
import { defineFact, UPDATED, type FactDocs } from './fact.js';
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
