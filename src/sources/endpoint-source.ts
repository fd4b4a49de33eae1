/** Numbers fetched from a metrics endpoint. Everything that goes over the network goes through `createEndpointClient`. */
import {
  conversationAnswerSchema, conversationsPageSchema, knowledgeGapsSchema, metricsAnswerSchema, sourceDescriptionSchema,
} from '../contract/wire-schemas.js';
import { articleSchema } from '../contract/fact-schemas.js';
import { toSearchParams } from '../contract/query-parameters.js';
import type { Article, Conversation } from '../core/facts.js';
import type { ConversationsPage, KnowledgeGaps, MetricsAnswer, SourceDescription } from '../core/query.js';
import { createEndpointClient, type EndpointOptions } from './endpoint-client.js';
import type { MetricsSource } from './metrics-source.js';

export type { EndpointOptions } from './endpoint-client.js';

/** Longest query string before a question is posted instead. */
const LONGEST_QUERY = 2000;

/**
 * A source over an endpoint that speaks the contract of `api.md`. Answers reject with a `SourceError` that says what came instead.
 * A wrong address or time-out throws at once. `url` is the endpoint's base, as `https://shop.example/api`; a relative one is resolved against the page.
 */
export function createEndpointSource(url: string, options: EndpointOptions = {}): MetricsSource & Required<Pick<MetricsSource, 'addKnowledge'>> {
  const client = createEndpointClient(url, options);
  return {
    describe: (ask) => client.get<SourceDescription>('/describe', sourceDescriptionSchema, ask),
    async query(query, ask) {
      const parameters = toSearchParams(query);
      return parameters.length > LONGEST_QUERY
        ? client.post<MetricsAnswer>('/metrics', query, metricsAnswerSchema, ask)
        : client.get<MetricsAnswer>(`/metrics?${parameters}`, metricsAnswerSchema, ask);
    },
    conversations: async (query, ask) => client.get<ConversationsPage>(`/conversations?${toSearchParams(query)}`, conversationsPageSchema, ask),
    conversation: async (id, ask) => client.get<Conversation>(`/conversations/${encodeURIComponent(id)}`, conversationAnswerSchema, ask),
    knowledgeGaps: async (query, ask) => client.get<KnowledgeGaps>(`/knowledge-gaps?${toSearchParams(query)}`, knowledgeGapsSchema, ask),
    addKnowledge: async (article, ask) => client.post<Article>('/knowledge', article, articleSchema, ask),
  };
}
