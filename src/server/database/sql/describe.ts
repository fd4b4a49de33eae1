/** What is known of all facts of a tenant at once, kept until the next write. */
import { randomUUID } from 'node:crypto';
import type { EngineFacts } from '../../../core/answer/engine.js';
import { toLiveSpans } from '../../../core/answer/live-spans.js';
import { suppliedBeside } from '../../../core/answer/answerable.js';
import type { ResolvedSettings } from '../../../core/settings.js';
import type { CustomColumns } from '../../../core/custom-columns.js';
import type { StoredFields } from '../fact-database.js';
import { type RowTable, customColumnName } from '../row/layout.js';
import { suppliedNames } from '../row/encode-row.js';
import { type RecordFactName, isRecordFact } from '../../../core/facts/registry.js';
import { Parameters, type SqlQuestion } from './question.js';
import type { Dialect, ResultRow, Run, Sql, SqlReader } from './dialect.js';
import { describedTables } from '../../../core/tables/described-tables.js';
import { MAX_VALUES } from '../../../core/answer/groups.js';
import { TABLES } from '../../../core/tables/all-tables.js';
import { FactRows } from './fact-rows.js';

export type Given = 'conversations' | 'orders' | 'articles' | RecordFactName;

export interface Summary {
  counts: Partial<Record<Given, number>>;
  given: ReadonlySet<Given>;
  fields: StoredFields;
  /** Records that imports refused. */
  refused: number;
  /** Instants between which anything happened, orders too; `Infinity` and `-Infinity` without any. */
  first: number;
  last: number;
  /** From here on no conversation changes its state. */
  settledAt: number;
  /** From here on no answer changes by time alone. */
  restsAt: number;
  facts: EngineFacts;
  /** Tells this state of the facts from every other, of other tenants too. */
  state: string;
}

export interface SummaryContext {
  tenant: string;
  settings: ResolvedSettings;
  columns: CustomColumns;
}

export async function readSummary(
  database: SqlReader,
  { tenant, settings, columns }: SummaryContext,
  signal?: AbortSignal,
): Promise<Summary> {
  const ask: Ask = (select, table) => {
    const parameters = new Parameters(database.dialect);
    const mine = parameters.text(tenant);
    const sql = `SELECT ${select} FROM ${database.dialect.table(table)} WHERE tenant = ${mine}`;
    return database.query(parameters.statement(sql), signal);
  };
  const conversations = await summariseConversations(ask, database.dialect, Object.keys(columns.conversations ?? {}));
  const orders = await summariseOrders(ask);
  const [[articles = 0] = []] = await ask('count(*)', 'articles');
  const [[fieldsText, givenNames] = []] = await ask('fields, given', 'tenants');
  const [[refused] = []] = await ask('sum(refused)', 'imports');
  const records = await summariseRecords(database.dialect, { tenant, columns }, (statement) =>
    database.query(statement, signal),
  );
  const fields = fieldsText ? (JSON.parse(fieldsText as string) as StoredFields) : {};
  const given = new Set((givenNames ?? []) as Given[]);
  const about = suppliedBeside(conversations.supplied, { given, skills: fields.skills, settings });
  const last = Math.max(...conversations.times.slice(1), ...orders.times, records.last);
  return {
    counts: { conversations: conversations.count, orders: orders.count, articles: Number(articles), ...records.counts },
    given,
    fields,
    refused: Number(refused ?? 0),
    first: Math.min(...conversations.times.slice(0, 1), ...orders.times, records.first),
    last,
    settledAt: conversations.settledAt,
    restsAt: Math.max(last, conversations.settledAt, records.settledAt),
    facts: { supplied: new Set([...about, ...records.supplied]), settings, columns, live: toLiveSpans(fields.live) },
    state: randomUUID(),
  };
}

type Ask = (select: string, table: RowTable) => Promise<ResultRow[]>;

/** `times`: of the first and the last event; none without conversations. */
async function summariseConversations(ask: Ask, dialect: Dialect, customColumns: readonly string[]) {
  const own = customColumns.map((name) => `, count(${customColumnName(name)})`).join('');
  const [[count = 0, first, last, settledAt, bits, ...present] = []] = await ask(
    `count(*), min(first_event_at), max(last_event_at), max(settled_at), ${dialect.bitsOf('supplied')}${own}`,
    'conversations',
  );
  if (Number(count) === 0) return { count: 0, times: [], settledAt: -Infinity, supplied: new Set<string>() };
  const supplied = suppliedNames(Number(bits));
  customColumns.forEach((name, index) => {
    if (Number(present[index]) > 0) supplied.add(`conversations.${name}`);
  });
  return { count: Number(count), times: [Number(first), Number(last)], settledAt: Number(settledAt), supplied };
}

/** `times`: when the first and the last were placed and cancelled. */
async function summariseOrders(ask: Ask): Promise<{ count: number; times: number[] }> {
  const [[count = 0, ...times] = []] = await ask(
    'count(*), min(ordered_at), max(ordered_at), min(cancelled_at), max(cancelled_at)',
    'orders',
  );
  const known = times.flatMap((time) => (time === null || time === undefined ? [] : Number(time)));
  return { count: Number(count), times: Number(count) > 0 ? known : [] };
}

export interface RecordsSummary {
  counts: Record<string, number>;
  supplied: readonly string[];
  /** Instants of events; `Infinity` and `-Infinity` without any. */
  first: number;
  last: number;
  /** From here on nothing changes by time alone. */
  settledAt: number;
}

/** What is known of records beside conversations: how many, what they supply, which values they have, and when something happened. */
export async function summariseRecords(
  dialect: Dialect,
  { tenant, columns }: Pick<SqlQuestion, 'tenant' | 'columns'>,
  run: Run,
): Promise<RecordsSummary> {
  const ask = (select: string, table: 'records' | 'derived', rest = '') => {
    const parameters = new Parameters(dialect);
    return run(
      parameters.statement(
        `SELECT ${select} FROM ${dialect.table(table)} WHERE tenant = ${parameters.text(tenant)}${rest}`,
      ),
    );
  };
  const found = await ask('fact, count(*), min(first_event_at), max(last_event_at)', 'records', ' GROUP BY fact');
  if (found.length === 0) return { counts: {}, supplied: [], first: Infinity, last: -Infinity, settledAt: -Infinity };
  const facts = found.filter(([fact]) => isRecordFact(String(fact)));
  const ofOrders = new Set(Object.keys(columns.orders ?? {}).map((name) => `orders.${name}`));
  const names = (await ask(`DISTINCT ${dialect.each('supplied')}`, 'records')).map(([name]) => String(name));
  const [[settledAt] = []] = await ask('max(settled_at)', 'derived');
  return {
    counts: Object.fromEntries(facts.map(([fact, count]) => [String(fact), Number(count)])),
    supplied: names.filter((name) => !name.startsWith('orders.') || ofOrders.has(name)),
    first: Math.min(
      ...facts.flatMap(([, , first, last]) => (Number(first) <= Number(last) ? Number(first) : Infinity)),
    ),
    last: Math.max(...facts.flatMap(([, , first, last]) => (Number(first) <= Number(last) ? Number(last) : -Infinity))),
    settledAt: Number(settledAt ?? -Infinity),
  };
}

/** How often each value stands in records that have begun by now, by dimension. */
export async function addRecordValues(
  given: ReadonlySet<string>,
  question: SqlQuestion,
  run: Run,
  values: Map<string, Map<string, number>>,
): Promise<void> {
  for (const { name, dimensions } of describedTables(given, question.columns)) {
    for (const dimension of dimensions) {
      const parameters = new Parameters(question.dialect);
      const rows = new FactRows(name, question, parameters);
      const value = rows.read(dimension).sql;
      const where = `${rows.read(TABLES[name]!.clocks[0]!).sql} <= ${parameters.int(question.now)} AND ${value} <> ''`;
      const inner = `SELECT ${value} AS g FROM ${rows.toSql()} WHERE ${where}`;
      const found = await run(
        parameters.statement(
          `SELECT g, count(*) FROM (${inner}) AS valued GROUP BY g ORDER BY count(*) DESC, g LIMIT ${MAX_VALUES + 1}`,
        ),
      );
      if (found.length === 0) continue;
      const counts = values.get(dimension) ?? new Map<string, number>();
      for (const [text, count] of found) counts.set(String(text), (counts.get(String(text)) ?? 0) + Number(count));
      values.set(dimension, counts);
    }
  }
}

/** Among the events of all records; `null` without any. */
export async function latestRecordEvent(
  now: number,
  { dialect, tenant }: SqlQuestion,
  run: Run,
): Promise<number | null> {
  const parameters = new Parameters(dialect);
  const at = parameters.int(now);
  const latest = `CASE WHEN last_event_at <= ${at} THEN last_event_at ELSE ${dialect.latestUpTo('event_at', at)} END`;
  const [[count, found] = [0, null]] = await run(
    parameters.statement(
      `SELECT count(*), max(${latest}) FROM ${dialect.table('records')} WHERE tenant = ${parameters.text(tenant)} AND fact <> 'orders' AND first_event_at <= ${at}`,
    ),
  );
  return Number(count) > 0 ? Number(found) : null;
}

/** Among all events, those of conversations that begin later too; `null` without any. */
export async function latestEvent(now: number, question: SqlQuestion, run: Run): Promise<number | null> {
  const { dialect, tenant } = question;
  const ask = async (table: 'conversations' | 'orders', write: (at: Sql) => { latest: Sql; where: Sql }) => {
    const parameters = new Parameters(dialect);
    const { latest, where } = write(parameters.int(now));
    const [[count, found] = [0, null]] = await run(
      parameters.statement(
        `SELECT count(*), max(${latest}) FROM ${dialect.table(table)} WHERE tenant = ${parameters.text(tenant)} AND ${where}`,
      ),
    );
    return Number(count) > 0 ? Number(found) : null;
  };
  const times = [
    await ask('conversations', (at) => ({
      latest: `CASE WHEN last_event_at <= ${at} THEN last_event_at ELSE ${dialect.latestUpTo('event_at', at)} END`,
      where: `first_event_at <= ${at}`,
    })),
    await ask('orders', (at) => ({
      latest: `CASE WHEN cancelled_at <= ${at} AND cancelled_at > ordered_at THEN cancelled_at WHEN ordered_at <= ${at} THEN ordered_at ELSE cancelled_at END`,
      where: `(ordered_at <= ${at} OR cancelled_at <= ${at})`,
    })),
    await latestRecordEvent(now, question, run),
  ].filter((at) => at !== null);
  return times.length ? Math.max(...times) : null;
}
