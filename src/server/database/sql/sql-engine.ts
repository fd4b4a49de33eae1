/** The engine over a database: the core says what to count, this says it in SQL. One object answers one question. */
import { conversationAt, stateAt } from '../../../core/tables/conversation-state.js';
import { countedDimensions, describeCounts, MAX_VALUES } from '../../../core/answer/groups.js';
import type {
  CellsRequest,
  EngineFacts,
  FactsSummary,
  FoundRecord,
  LeafCells,
  ListRequest,
  MetricsEngine,
  Question,
  RecordsRequest,
  RowsSource,
  Span,
} from '../../../core/answer/engine.js';
import { toRow } from '../../../core/answer/list.js';
import { CONVERSATIONS, toQuestions } from '../../../core/answer/asked-questions.js';
import { toConversationRecord, type ConversationRecord } from '../../../core/tables/conversation-record.js';
import type { Article } from '../../../core/facts/articles.js';
import type { Conversation } from '../../../core/facts/conversations.js';
import { MULTI_VALUED_DIMENSIONS } from '../../../core/tables/all-tables.js';
import { customDimensionsOf } from '../../../core/custom-columns.js';
import type { ConversationRow, ConversationsPage } from '../../../core/query.js';
import type { ConversationStatus } from '../../../core/status/conversation-status.js';
import type { ResultRow, SqlReader, Statement } from './dialect.js';
import { type Summary, type SummaryContext, addRecordValues, latestEvent } from './describe.js';
import { conversationColumn, stateSql } from './conversation-columns.js';
import { contributingSql, findRecords } from './record-statements.js';
import { FactRows } from './fact-rows.js';
import { fillCells } from './fill-cells.js';
import { atRest, type AnswerStore } from './answer-cache.js';
import { countStatement, foundSql, pageStatement, type Searched } from './list-statements.js';
import { Parameters, type SqlQuestion } from './question.js';

export interface SqlEngineOptions extends SummaryContext {
  database: SqlReader;
  summary: () => Promise<Summary>;
  answers: AnswerStore;
  searches: Searched;
  signal: AbortSignal | undefined;
}

type Selection = Pick<CellsRequest, 'span' | 'filters' | 'now'>;

export class SqlEngine implements MetricsEngine {
  readonly #options: SqlEngineOptions;

  constructor(options: SqlEngineOptions) {
    this.#options = options;
  }

  async facts(): Promise<EngineFacts> {
    return (await this.#options.summary()).facts;
  }

  async asOf(now: number): Promise<number | null> {
    const { first, last } = await this.#options.summary();
    if (last <= now) return last === -Infinity ? null : last;
    return first > now ? null : latestEvent(now, await this.#question(now), this.#run);
  }

  async groupCounts(source: RowsSource, dimension: string, selection: Selection): Promise<Map<string, number>> {
    // A stock looks at now itself.
    if (source.stock) return new Map(await this.#countGroups(source, dimension, selection));
    return new Map(
      await this.#kept(['groups', source, dimension], selection, () => this.#countGroups(source, dimension, selection)),
    );
  }

  async #countGroups(source: RowsSource, dimension: string, selection: Selection): Promise<[string, number][]> {
    const question = await this.#question(selection.now);
    const parameters = new Parameters(question.dialect);
    const rows = new FactRows(source.fact, question, parameters);
    const { sql, kind } = rows.read(dimension);
    const key = kind === 'texts' ? question.dialect.each(question.dialect.orNoValue(sql)) : sql;
    const where = contributingSql(source, selection, rows);
    const counted = await this.#run(
      parameters.statement(
        `SELECT g, count(*) FROM (SELECT ${key} AS g FROM ${rows.toSql()} WHERE ${where}) AS keyed GROUP BY g`,
      ),
    );
    // An old ClickHouse answers nothing at all with one row of nothing.
    return counted.flatMap(([group, count]): [string, number][] =>
      Number(count) > 0 ? [[String(group), Number(count)]] : [],
    );
  }

  async cells(request: CellsRequest): Promise<LeafCells[]> {
    // A stock looks at now itself.
    if (request.leaves.some(({ op }) => op === 'stock')) return this.#fill(request);
    return this.#kept(['cells'], request, () => this.#fill(request));
  }

  async #fill(request: CellsRequest): Promise<LeafCells[]> {
    return fillCells(request, await this.#question(request.now), this.#run);
  }

  async list(request: ListRequest): Promise<ConversationsPage> {
    const { ids, search } = request;
    return this.#kept(['list', ids && [...ids], search && this.#options.searches], request, () => this.#find(request));
  }

  async #find(request: ListRequest): Promise<ConversationsPage> {
    const question = await this.#question(request.now);
    const { searches } = this.#options;
    const [[total] = [0]] = await this.#run(countStatement(request, searches, question));
    const ids = (await this.#run(pageStatement(request, searches, question))).map(([id]) => String(id));
    return {
      rows: await this.#rows(ids, request),
      total: Number(total),
      page: request.page,
      pageSize: request.pageSize,
    };
  }

  async #rows(
    ids: readonly string[],
    { now, search = '' }: { now: number; search?: string },
  ): Promise<ConversationRow[]> {
    const records = new Map((await this.#records(ids)).map((record) => [record.id, record]));
    return ids
      .flatMap((id) => records.get(id) ?? [])
      .map((record) => toRow(stateAt(record, now, this.#options.settings), search));
  }

  async records(request: RecordsRequest): Promise<{ rows: FoundRecord[]; total: number }> {
    return findRecords(
      request,
      await this.#question(request.now),
      this.#run,
      async (ids) => new Map((await this.#rows(ids, request)).map((row) => [row.id, row])),
    );
  }

  async questions(request: Selection): Promise<Question[]> {
    const question = await this.#question(request.now);
    const { dialect } = question;
    const parameters = new Parameters(dialect);
    const now = parameters.int(request.now);
    const found = foundSql(
      { ...request, leaf: CONVERSATIONS, search: '' },
      { texts: false, people: false },
      {
        status: { sql: stateSql('status', question, parameters), kind: 'text' },
        question: { sql: `CASE WHEN first_question_at <= ${now} THEN first_question END`, kind: 'text' },
        missed: { sql: dialect.upTo('missed_questions', 'missed_from', now), kind: 'texts' },
        taken: { sql: stateSql('taken_over', question, parameters), kind: 'flag' },
        tagged: { sql: 'tag', kind: 'text' },
      },
      question,
      parameters,
    );
    const rows = await this.#run(
      parameters.statement(`SELECT id, status, question, missed, taken, tagged FROM (${found}) AS asked ORDER BY id`),
    );
    return rows.flatMap(([id, status, first, missed, taken, tag]) =>
      toQuestions(
        {
          conversationId: String(id),
          status: status as ConversationStatus,
          takenOver: Boolean(taken),
          tag: tag as string,
        },
        first as string | null,
        missed as string[],
      ),
    );
  }

  async describe(now: number): Promise<FactsSummary> {
    return this.#kept(['describe'], { now, span: { start: 0, end: 0 } }, () => this.#describe(now));
  }

  async #describe(now: number): Promise<FactsSummary> {
    const { counts, given, fields, first, facts } = await this.#options.summary();
    const question = await this.#question(now);
    const values = new Map<string, Map<string, number>>();
    for (const name of countedDimensions(customDimensionsOf(facts.columns, 'conversations'))) {
      const counted = await this.#valueCounts(name, question);
      if (counted.size) values.set(name, counted);
    }
    await addRecordValues(given, question, this.#run, values);
    const hasRecords = Boolean(counts.conversations) && (await this.#hasBegun(now));
    return {
      counts: Object.fromEntries([...given].map((fact) => [fact, counts[fact] ?? 0])),
      dimensions: describeCounts(values, hasRecords, {
        skill: fields.skills ?? [],
        goal: Object.keys(facts.settings.goals ?? {}),
      }),
      first: first <= now ? first : null,
      last: await this.asOf(now),
    };
  }

  async conversation(id: string, now: number): Promise<Conversation | undefined> {
    const [record] = await this.#records([id]);
    return record && record.startedAt <= now ? conversationAt(record, now) : undefined;
  }

  async articles(): Promise<readonly Article[]> {
    const rows = await this.#ask((parameters, tenant, dialect) =>
      parameters.statement(`SELECT raw FROM ${dialect.table('articles')} WHERE tenant = ${tenant} ORDER BY id`),
    );
    return rows.map(([raw]) => JSON.parse(String(raw)) as Article);
  }

  /** From the answers kept, where nothing happens after now. */
  async #kept<A>(kind: readonly unknown[], request: { now: number; span: Span }, ask: () => Promise<A>): Promise<A> {
    const { state, restsAt } = await this.#options.summary();
    return request.now < restsAt ? ask() : this.#options.answers.answer([state, kind, atRest(request, restsAt)], ask);
  }

  async #question(now: number): Promise<SqlQuestion> {
    const { database, tenant, settings, columns, summary } = this.#options;
    const { settledAt, facts } = await summary();
    return { dialect: database.dialect, tenant, settings, columns, now, live: facts.live, isSettled: settledAt <= now };
  }

  readonly #run = (statement: Statement): Promise<ResultRow[]> =>
    this.#options.database.query(statement, this.#options.signal);

  #ask(
    write: (parameters: Parameters, tenant: string, dialect: SqlReader['dialect']) => Statement,
  ): Promise<ResultRow[]> {
    const { dialect } = this.#options.database;
    const parameters = new Parameters(dialect);
    return this.#run(write(parameters, parameters.text(this.#options.tenant), dialect));
  }

  async #records(ids: readonly string[]): Promise<ConversationRecord[]> {
    if (ids.length === 0) return [];
    const rows = await this.#ask((parameters, tenant, dialect) =>
      parameters.statement(
        `SELECT raw FROM ${dialect.table('conversations')} WHERE tenant = ${tenant} AND ${dialect.isOneOf('id', parameters.texts(ids))}`,
      ),
    );
    return rows.map(([raw]) => toConversationRecord(JSON.parse(String(raw)) as Conversation));
  }

  /** All values that records have begun by now, empty ones aside. */
  async #valueCounts(name: string, question: SqlQuestion): Promise<Map<string, number>> {
    const { dialect } = question;
    const rows = await this.#ask((parameters, tenant) => {
      const { sql, kind } =
        name === 'skill'
          ? { sql: 'skills', kind: 'texts' }
          : name === 'goal'
            ? { sql: 'goals', kind: 'texts' }
            : conversationColumn(name, question, parameters);
      const value = kind === 'texts' ? dialect.each(sql) : sql;
      const inner = `SELECT ${value} AS g FROM ${dialect.table('conversations')} WHERE tenant = ${tenant} AND started_at <= ${parameters.int(question.now)}`;
      return parameters.statement(
        `SELECT g, count(*) FROM (${inner}) AS valued${MULTI_VALUED_DIMENSIONS.has(name) ? '' : " WHERE g <> ''"} GROUP BY g ORDER BY count(*) DESC, g LIMIT ${MAX_VALUES + 1}`,
      );
    });
    return new Map(rows.map(([value, count]) => [String(value), Number(count)]));
  }

  async #hasBegun(now: number): Promise<boolean> {
    const rows = await this.#ask((parameters, tenant, dialect) =>
      parameters.statement(
        `SELECT 1 FROM ${dialect.table('conversations')} WHERE tenant = ${tenant} AND started_at <= ${parameters.int(now)} LIMIT 1`,
      ),
    );
    return rows.length > 0;
  }
}
