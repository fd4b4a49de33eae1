/** Facts of a database as a source: the same core answers, over an engine that asks the database. */
import { FACT_NAMES } from '../../core/facts/registry.js';
import { acceptRecord } from '../../ingest/accept-record.js';
import { answerKnowledgeGaps, answerQuestions } from '../../core/gaps/answers.js';
import { answerRecords } from '../../core/answer/records.js';
import { answerList } from '../../core/answer/list.js';
import { answerQuery, type AnswerContext } from '../../core/answer/query.js';
import type { QueryLimits } from '../../core/answer/limits.js';
import type { AgentData } from '../../core/facts/agent-data.js';
import type { Article } from '../../core/facts/articles.js';
import type { Conversation } from '../../core/facts/conversations.js';
import { Catalogue } from '../../core/metrics/catalogue.js';
import { formatInstant } from '../../core/time/instant.js';
import { describeFacts } from '../../core/answer/describe-facts.js';
import { GapFinder } from '../../core/gaps/gap-finder.js';
import { checkField } from '../../core/facts/data-fields.js';
import type { CheckedOptions } from '../../core/source-options.js';
import type { AskOptions, MetricsSource } from '../../sources/metrics-source.js';
import { runInSlices } from '../../ingest/run-in-slices.js';
import { toArticle } from '../../ingest/new-article.js';
import { toOutwardConversation } from '../../core/facts/outward-conversation.js';
import { SourceError } from '../../core/source-error.js';
import type { FactWrite, StoredFields, TenantFacts } from './fact-database.js';

export interface DatabaseSourceOptions {
  /** What a search looks at beside ids. Default: all of it. */
  sight?: { texts: boolean; people: boolean };
  limits?: QueryLimits;
  /** Most questions of a range that gaps are found among. Default 20,000. */
  mostQuestions?: number;
  /** Where the gaps that were found are kept. */
  gaps?: GapFinder;
}

export function createDatabaseSource(
  facts: TenantFacts,
  options: CheckedOptions,
  { sight, limits, mostQuestions = 20_000, gaps = new GapFinder() }: DatabaseSourceOptions = {},
): MetricsSource {
  const catalogue = new Catalogue(options.metrics);
  const clock = () => options.now ?? Date.now();
  const context = ({ signal }: AskOptions = {}): AnswerContext => ({
    engine: facts.engine({ signal, ...(sight && { searches: sight }) }),
    catalogue,
    clock,
    mostQuestions,
    ...(limits && { limits }),
  });

  const steady = <A>(asked: AskOptions | undefined, ask: (context: AnswerContext) => Promise<A>): Promise<A> =>
    facts.steady(() => ask(context(asked)), asked?.signal);

  return {
    describe: (asked) =>
      steady(asked, async ({ engine }) =>
        describeFacts({
          options,
          catalogue,
          summary: await engine.describe(clock()),
          fields: await facts.fields(asked?.signal),
          refused: { count: await facts.refused(asked?.signal), first: [] },
        }),
      ),
    query: (query, asked) => steady(asked, (asking) => answerQuery(query, asking)),
    conversations: (query, asked) => steady(asked, (asking) => answerList(query, asking)),
    async conversation(id, asked): Promise<Conversation> {
      const conversation = await context(asked).engine.conversation(id, clock());
      if (!conversation) throw new SourceError(`There is no conversation "${id}".`, { status: 404 });
      return toOutwardConversation(conversation, Object.keys(options.columns.conversations ?? {}));
    },
    records: (query, asked) => steady(asked, (asking) => answerRecords(query, asking)),
    questions: (query, asked) =>
      steady(asked, (asking) =>
        answerQuestions(
          query,
          asking,
          gaps.forQuestions((steps) => runInSlices(steps, { signal: asked?.signal })),
        ),
      ),
    knowledgeGaps: (query, asked) =>
      steady(asked, async (asking) =>
        answerKnowledgeGaps(
          query,
          asking,
          await asking.engine.articles(),
          gaps.for((steps) => runInSlices(steps, { signal: asked?.signal })),
        ),
      ),
    async addKnowledge(given): Promise<Article> {
      const article = toArticle(given, formatInstant(clock()));
      await facts.write({ articles: [article] });
      return article;
    },
    append: async (data) => void (await facts.write(toWrite(data, options))),
  };
}

/** The records that fit; others are left out. Throws for fields that cannot be. */
function toWrite(data: AgentData, { columns }: CheckedOptions): FactWrite {
  const lists = Object.fromEntries(
    FACT_NAMES.map((fact) => [
      fact,
      (data[fact] as readonly unknown[] | undefined)?.flatMap(
        (record) => acceptRecord(fact, record, columns, () => undefined) ?? [],
      ),
    ]),
  );
  const fields = (['skills', 'currency', 'timeZone', 'live'] as const).reduce<StoredFields>(
    (known, name) => (name in data ? { ...known, ...checkField(name, data[name]) } : known),
    {},
  );
  return {
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined)),
    ...(Object.keys(fields).length > 0 && { fields }),
  };
}
