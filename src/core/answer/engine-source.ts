/** A source over any engine: the page's and the server's answer with the same code, and differ in how an engine is reached. */
import type { Article } from '../facts/articles.js';
import type { Conversation } from '../facts/conversations.js';
import type { DataFields } from '../facts/data-fields.js';
import { toOutwardConversation } from '../facts/outward.js';
import { answerKnowledgeGaps, answerQuestions } from '../gaps/answers.js';
import type { GapFinder, RunSteps } from '../gaps/gap-finder.js';
import { Catalogue } from '../metrics/catalogue.js';
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
} from '../query.js';
import { SourceError } from '../source-error.js';
import type { CheckedOptions } from '../source-options.js';
import { formatInstant } from '../time/instant.js';
import { describeFacts } from './describe-facts.js';
import type { MetricsEngine } from './engine.js';
import type { QueryLimits } from './limits.js';
import { answerList } from './list.js';
import { answerQuery, type AnswerContext } from './query.js';
import { answerRecords } from './records.js';

/** Where an engine runs, and what core cannot do by itself. `Signal` is what cancels a question; core only passes it on. */
export interface EngineHost<Signal> {
  options: CheckedOptions;
  /** Epoch milliseconds that stand for now. */
  clock: () => number;
  limits?: QueryLimits;
  /** Maximum number of questions of a range among which gaps are found. Unset: no maximum. */
  maxQuestions?: number;
  gaps: GapFinder;
  /** Lends an engine to one question. It may ask again when facts changed meanwhile. */
  withEngine<A>(ask: (engine: MetricsEngine) => Promise<A>, signal: Signal | undefined): Promise<A>;
  /** What the data say beside their records, and which records were refused. */
  about(signal: Signal | undefined): Promise<{ fields: DataFields; refused: SourceDescription['refused'] }>;
  /** Runs long work to its end, in slices where the thread is needed by others. */
  runSteps(signal: Signal | undefined): RunSteps;
  /** Checks a new article and gives it an id. Throws a `SourceError` that names the field. */
  toArticle(article: NewArticle, now: string): Article;
  addArticle(article: Article): Promise<void>;
}

export interface EngineAskOptions<Signal> {
  signal?: Signal | undefined;
}

export interface EngineSource<Signal> {
  describe(asked?: EngineAskOptions<Signal>): Promise<SourceDescription>;
  query(query: MetricsQuery, asked?: EngineAskOptions<Signal>): Promise<MetricsAnswer>;
  conversations(query: ConversationsQuery, asked?: EngineAskOptions<Signal>): Promise<ConversationsPage>;
  conversation(id: string, asked?: EngineAskOptions<Signal>): Promise<Conversation>;
  records(query: RecordsQuery, asked?: EngineAskOptions<Signal>): Promise<RecordsPage>;
  questions(query: QuestionsQuery, asked?: EngineAskOptions<Signal>): Promise<FrequentQuestions>;
  knowledgeGaps(query: GapsQuery, asked?: EngineAskOptions<Signal>): Promise<KnowledgeGaps>;
  addKnowledge(article: NewArticle): Promise<Article>;
}

export function createEngineSource<Signal>(host: EngineHost<Signal>): EngineSource<Signal> {
  const { options, clock, gaps } = host;
  const catalogue = new Catalogue(options.metrics);
  const ask = createAsk(host, catalogue);
  return {
    describe: (asked) =>
      ask(asked, async ({ engine }) => {
        const summary = await engine.describe(clock());
        return describeFacts({ options, catalogue, summary, ...(await host.about(asked?.signal)) });
      }),
    query: (query, asked) => ask(asked, (context) => answerQuery(query, context)),
    conversations: (query, asked) => ask(asked, (context) => answerList(query, context)),
    async conversation(id, asked) {
      const conversation = await ask(asked, ({ engine }) => engine.conversation(id, clock()));
      if (!conversation) throw new SourceError(`There is no conversation "${id}".`, { status: 404 });
      return toOutwardConversation(conversation, Object.keys(options.columns.conversations ?? {}));
    },
    records: (query, asked) => ask(asked, (context) => answerRecords(query, context)),
    questions: (query, asked) =>
      ask(asked, (context) => answerQuestions(query, context, gaps.forQuestions(host.runSteps(asked?.signal)))),
    knowledgeGaps: (query, asked) =>
      ask(asked, async (context) => {
        const articles = await context.engine.articles();
        return answerKnowledgeGaps(query, context, articles, gaps.for(host.runSteps(asked?.signal)));
      }),
    async addKnowledge(newArticle) {
      const article = host.toArticle(newArticle, formatInstant(clock()));
      await host.addArticle(article);
      return article;
    },
  };
}

type Ask<Signal> = <A>(
  asked: EngineAskOptions<Signal> | undefined,
  answer: (context: AnswerContext) => Promise<A>,
) => Promise<A>;

function createAsk<Signal>(
  { clock, limits, maxQuestions, withEngine }: EngineHost<Signal>,
  catalogue: Catalogue,
): Ask<Signal> {
  const rest = {
    catalogue,
    clock,
    ...(maxQuestions !== undefined && { maxQuestions: maxQuestions }),
    ...(limits && { limits }),
  };
  return (asked, answer) => withEngine((engine) => answer({ engine, ...rest }), asked?.signal);
}
