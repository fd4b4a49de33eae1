/** Numbers fetched from a metrics endpoint. Everything that goes over the network goes through `EndpointClient`. */
import {
  conversationAnswerSchema,
  conversationsPageSchema,
  frequentQuestionsSchema,
  knowledgeGapsSchema,
  metricsAnswerSchema,
  recordsPageSchema,
  sourceDescriptionSchema,
} from '../contract/wire-schemas.js';
import { articleSchema } from '../contract/fact-schemas.js';
import type { WireSchema } from '../contract/check-answer.js';
import { toSearchParams } from '../contract/query-parameters.js';
import type { Article } from '../core/facts/articles.js';
import type { Conversation } from '../core/facts/conversations.js';
import type {
  ConversationsPage,
  ConversationsQuery,
  FrequentQuestions,
  KnowledgeGaps,
  MetricsAnswer,
  MetricsQuery,
  RecordsPage,
  SourceDescription,
} from '../core/query.js';
import { checkMetricsAnswer } from './check-metrics-answer.js';
import { EndpointClient, type EndpointOptions } from './endpoint-client.js';
import type { AskOptions, MetricsSource } from './metrics-source.js';

export type { EndpointOptions } from './endpoint-client.js';

/** Longest query string before a question is posted instead. */
const LONGEST_QUERY = 2000;

const people = new WeakMap<MetricsSource, string>();

/** The same for sources of one endpoint and identity; `undefined`: nobody said who asks. */
export function personBehind(source: MetricsSource): string | undefined {
  return people.get(source);
}

/**
 * A source over an endpoint that speaks the contract of `api.md`. Answers reject with a `SourceError` that says what came instead.
 * A wrong address or time-out throws at once. `url` is the endpoint's base, as `https://shop.example/api`; a relative one is resolved against the page.
 */
export function createEndpointSource(
  url: string,
  options: EndpointOptions = {},
): MetricsSource & Required<Pick<MetricsSource, 'addKnowledge' | 'records' | 'questions'>> {
  const client = new EndpointClient(url, options);
  const question = <R>(
    path: string,
    query: MetricsQuery | ConversationsQuery,
    schema: WireSchema,
    ask: AskOptions | undefined,
  ): Promise<R> => {
    const parameters = toSearchParams(query);
    return parameters.length > LONGEST_QUERY
      ? client.post<R>(path, query, schema, ask)
      : client.get<R>(`${path}?${parameters}`, schema, ask);
  };
  const source: ReturnType<typeof createEndpointSource> = {
    describe: (ask) => client.get<SourceDescription>('/describe', sourceDescriptionSchema, ask),
    query: async (query, ask) =>
      checkMetricsAnswer(query, await question<MetricsAnswer>('/metrics', query, metricsAnswerSchema, ask)),
    conversations: async (query, ask) =>
      question<ConversationsPage>('/conversations', query, conversationsPageSchema, ask),
    conversation: async (id, ask) =>
      client.get<Conversation>(`/conversations/${encodeURIComponent(id)}`, conversationAnswerSchema, ask),
    records: async (query, ask) => client.get<RecordsPage>(`/records?${toSearchParams(query)}`, recordsPageSchema, ask),
    questions: async (query, ask) =>
      client.get<FrequentQuestions>(`/questions?${toSearchParams(query)}`, frequentQuestionsSchema, ask),
    knowledgeGaps: async (query, ask) =>
      client.get<KnowledgeGaps>(`/knowledge-gaps?${toSearchParams(query)}`, knowledgeGapsSchema, ask),
    addKnowledge: async (article, ask) => client.post<Article>('/knowledge', article, articleSchema, ask),
  };
  if (options.identity !== undefined) people.set(source, JSON.stringify([url, options.identity]));
  return source;
}
