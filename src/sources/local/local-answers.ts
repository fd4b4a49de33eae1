/** Answers for supplied data on the thread it lives on. */
import { answerKnowledgeGaps, answerQuestions } from '../../core/gaps/answers.js';
import { runToEnd, type Steps } from '../../core/steps.js';
import { answerList } from '../../core/answer/list.js';
import { answerRecords } from '../../core/answer/records.js';
import { answerQuery, type AnswerContext } from '../../core/answer/query.js';
import type { Conversation } from '../../core/facts/conversations.js';
import { Catalogue } from '../../core/metrics/catalogue.js';
import type {
  ConversationsQuery,
  GapsQuery,
  MetricsQuery,
  NewArticle,
  QuestionsQuery,
  RecordsQuery,
  SourceDescription,
} from '../../core/query.js';
import { formatInstant } from '../../core/time/instant.js';
import { describeFacts } from '../../core/answer/describe-facts.js';
import { GapFinder } from '../../core/gaps/gap-finder.js';
import { toArticle } from '../../ingest/new-article.js';
import { toOutwardConversation } from '../../core/facts/outward-conversation.js';
import { yieldToMain, runInSlices } from '../../ingest/run-in-slices.js';
import { SourceError } from '../../core/source-error.js';
import type { Answers, Method, Reading } from './answers.js';
import { FactStore } from './fact-store.js';
import type { CheckedOptions } from '../../core/source-options.js';

export interface LocalAnswersOptions {
  /** Nobody else needs this thread: work is not cut into slices. */
  isOwnThread?: boolean;
  /** Where the gaps that were found are kept, for a source over the same data made anew. */
  kept?: { gaps?: GapFinder };
}

export class LocalAnswers implements Answers {
  readonly #options: CheckedOptions;
  readonly #isOwnThread: boolean;
  readonly #gaps: GapFinder;
  readonly #store: FactStore;
  readonly #catalogue: Catalogue;
  #lastTurn = Promise.resolve();

  constructor(options: CheckedOptions, { isOwnThread = false, kept = {} }: LocalAnswersOptions = {}) {
    this.#options = options;
    this.#isOwnThread = isOwnThread;
    this.#gaps = kept.gaps ??= new GapFinder();
    this.#store = new FactStore(options);
    this.#catalogue = new Catalogue(options.metrics);
  }

  read(): Reading {
    const reading = this.#store.read();
    return {
      take: (part) => this.#run(reading.take(part)),
      end: async () => {
        await reading.waitsFor;
        await this.#run(reading.end());
      },
      cancel: () => undefined,
    };
  }

  async ask(method: Method, argument: unknown, signal: AbortSignal | undefined): Promise<unknown> {
    await this.#turn();
    signal?.throwIfAborted();
    const context: AnswerContext = { engine: this.#store.engine, catalogue: this.#catalogue, clock: () => this.#now() };
    switch (method) {
      case 'describe':
        return this.#describe(this.#now());
      case 'query':
        return answerQuery(argument as MetricsQuery, context);
      case 'conversations':
        return answerList(argument as ConversationsQuery, context);
      case 'conversation':
        return this.#conversation(argument as string);
      case 'records':
        return answerRecords(argument as RecordsQuery, context);
      case 'questions':
        return answerQuestions(
          argument as QuestionsQuery,
          context,
          this.#gaps.forQuestions((steps) => runInSlices(steps, { signal })),
        );
      case 'knowledgeGaps':
        return answerKnowledgeGaps(
          argument as GapsQuery,
          context,
          await context.engine.articles(),
          this.#gaps.for((steps) => runInSlices(steps, { signal })),
        );
      case 'addKnowledge':
        return this.#addKnowledge(argument as NewArticle);
    }
  }

  close(): void {
    // Nothing runs on by itself.
  }

  async #run(steps: Steps<void>): Promise<void> {
    await (this.#isOwnThread ? runToEnd(steps) : runInSlices(steps));
  }

  /** What a page asks all at once is answered in a task each, so that the reader's deeds and frames come in between. */
  #turn(): Promise<void> {
    if (!this.#isOwnThread) this.#lastTurn = this.#lastTurn.then(yieldToMain);
    return this.#lastTurn;
  }

  #now(): number {
    return this.#options.now ?? Date.now();
  }

  async #conversation(id: string): Promise<Conversation> {
    const conversation = await this.#store.engine.conversation(id, this.#now());
    if (!conversation) throw new SourceError(`There is no conversation "${id}".`, { status: 404 });
    return toOutwardConversation(conversation, Object.keys(this.#options.columns.conversations ?? {}));
  }

  #addKnowledge(given: NewArticle) {
    const article = toArticle(given, formatInstant(this.#now()));
    this.#store.addArticle(article);
    return article;
  }

  async #describe(now: number): Promise<SourceDescription> {
    const { fields, refused, engine } = this.#store;
    return describeFacts({
      options: this.#options,
      catalogue: this.#catalogue,
      fields,
      summary: await engine.describe(now),
      refused: { count: refused.count, first: [...refused.first] },
    });
  }
}
