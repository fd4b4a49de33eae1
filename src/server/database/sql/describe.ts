/** What is known of all facts of a tenant at once, kept until the next write. */
import { randomUUID } from 'node:crypto';
import type { EngineFacts } from '../../../core/answer/engine.js';
import { toLiveSpans } from '../../../core/answer/live-spans.js';
import { suppliedBeside } from '../../../core/answer/answerable.js';
import type { ResolvedSettings } from '../../../core/settings.js';
import type { OwnColumns } from '../../../core/own-columns.js';
import type { StoredFields } from '../fact-database.js';
import { type RowTable, ownColumnName } from '../row/layout.js';
import { suppliedNames } from '../row/encode-row.js';
import { type RecordFactName, isRecordFact } from '../../../core/facts/registry.js';
import { Parameters, type SqlQuestion } from './question.js';
import type { Dialect, ResultRow, Run, SqlReader } from './dialect.js';
import { describedTables } from '../../../core/tables/described-tables.js';
import { MOST_VALUES } from '../../../core/answer/groups.js';
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
  columns: OwnColumns;
}

export async function readSummary(
  database: SqlReader,
  { tenant, settings, columns }: SummaryContext,
  signal?: AbortSignal,
): Promise<Summary> {
  const { dialect } = database;
  const names = Object.keys(columns.conversations ?? {});
  const ask = (select: string, table: RowTable): Promise<ResultRow[]> => {
    const parameters = new Parameters(dialect);
    const mine = parameters.text(tenant);
    return database.query(
      parameters.statement(`SELECT ${select} FROM ${dialect.table(table)} WHERE tenant = ${mine}`),
      signal,
    );
  };
  const own = names.map((name) => `, count(${ownColumnName(name)})`).join('');
  const [[conversations = 0, first, last, settledAt, bits, ...present] = []] = await ask(
    `count(*), min(first_event_at), max(last_event_at), max(settled_at), ${dialect.bitsOf('supplied')}${own}`,
    'conversations',
  );
  const [[orders = 0, firstOrder, lastOrder, firstCancelled, lastCancelled] = []] = await ask(
    'count(*), min(ordered_at), max(ordered_at), min(cancelled_at), max(cancelled_at)',
    'orders',
  );
  const [[articles = 0] = []] = await ask('count(*)', 'articles');
  const [[fieldsText, givenNames] = []] = await ask('fields, given', 'tenants');
  const [[refused] = []] = await ask('sum(refused)', 'imports');
  const records = await summariseRecords(dialect, { tenant, columns }, (statement) =>
    database.query(statement, signal),
  );
  const fields = fieldsText ? (JSON.parse(fieldsText as string) as StoredFields) : {};
  const given = new Set((givenNames ?? []) as Given[]);
  const supplied = new Set(Number(conversations) > 0 ? suppliedNames(Number(bits)) : []);
  names.forEach((name, index) => {
    if (Number(present[index]) > 0) supplied.add(`conversations.${name}`);
  });
  const times = (values: readonly unknown[], count: unknown) =>
    Number(count) > 0 ? values.flatMap((value) => (value === null || value === undefined ? [] : Number(value))) : [];
  const latest = Math.max(records.last, ...times([last], conversations), ...times([lastOrder, lastCancelled], orders));
  const stateSettledAt = Number(conversations) > 0 ? Number(settledAt) : -Infinity;
  const about = suppliedBeside(supplied, { given, skills: fields.skills, settings });
  return {
    counts: {
      conversations: Number(conversations),
      orders: Number(orders),
      articles: Number(articles),
      ...records.counts,
    },
    given,
    fields,
    refused: Number(refused ?? 0),
    first: Math.min(records.first, ...times([first], conversations), ...times([firstOrder, firstCancelled], orders)),
    last: latest,
    settledAt: stateSettledAt,
    restsAt: Math.max(latest, stateSettledAt, records.settledAt),
    facts: { supplied: new Set([...about, ...records.supplied]), settings, columns, live: toLiveSpans(fields.live) },
    state: randomUUID(),
  };
}

/** What is known of records beside conversations: how many, what they supply, which values they have, and when something happened. */

export interface RecordsSummary {
  counts: Record<string, number>;
  supplied: readonly string[];
  /** Instants of events; `Infinity` and `-Infinity` without any. */
  first: number;
  last: number;
  /** From here on nothing changes by time alone. */
  settledAt: number;
}

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
          `SELECT g, count(*) FROM (${inner}) AS valued GROUP BY g ORDER BY count(*) DESC, g LIMIT ${MOST_VALUES + 1}`,
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
