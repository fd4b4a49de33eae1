/** The one small interface between numbers and where they come from. Write your own against it and every widget works. */
import type { AgentData } from '../core/facts/agent-data.js';
import type { Article } from '../core/facts/articles.js';
import type { Conversation } from '../core/facts/conversations.js';
import type {
  ConversationsPage,
  ConversationsQuery,
  FrequentQuestions,
  GapsQuery,
  KnowledgeGaps,
  MetricsAnswer,
  MetricsQuery,
  NewArticle,
  QuestionsQuery,
  RecordsPage,
  RecordsQuery,
  SourceDescription,
} from '../core/query.js';
import type { ProgressListener } from './progress.js';

export interface AskOptions {
  signal?: AbortSignal;
}

export interface MetricsSource {
  describe(options?: AskOptions): Promise<SourceDescription>;
  query(query: MetricsQuery, options?: AskOptions): Promise<MetricsAnswer>;
  conversations(query: ConversationsQuery, options?: AskOptions): Promise<ConversationsPage>;
  conversation(id: string, options?: AskOptions): Promise<Conversation>;
  knowledgeGaps(query: GapsQuery, options?: AskOptions): Promise<KnowledgeGaps>;
  /** The records behind a number. Where a source has none, widgets say so. */
  records?(query: RecordsQuery, options?: AskOptions): Promise<RecordsPage>;
  /** What visitors ask most. As `records`. */
  questions?(query: QuestionsQuery, options?: AskOptions): Promise<FrequentQuestions>;
  addKnowledge?(article: NewArticle, options?: AskOptions): Promise<Article>;
  append?(facts: AgentData): Promise<void>;
  /** Calls the listener whenever the facts have changed; returns what ends it. Widgets ask again then. */
  subscribe?(listener: () => void): () => void;
  /** Tells the listener how far the source has come with reading its data, `undefined` when it is done; returns what ends it. Widgets draw it. */
  onProgress?(listener: ProgressListener): () => void;
  /** Ends the reading of the data: every question rejects then. */
  cancel?(): void;
}
