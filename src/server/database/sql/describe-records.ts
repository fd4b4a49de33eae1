/** What is known of records beside conversations: how many, what they supply, which values they have, and when something happened. */
import { describedTables } from '../../../core/tables/described-tables.js';
import { MOST_VALUES } from '../../../core/answer/groups.js';
import { TABLES } from '../../../core/tables/all-tables.js';
import { isRecordFact } from '../../../core/facts/registry.js';
import { FactRows } from './fact-rows.js';
import type { Run } from './sql-database.js';
import type { Dialect } from './dialect.js';
import { Parameters } from './parameters.js';
import type { SqlQuestion } from './question.js';

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
