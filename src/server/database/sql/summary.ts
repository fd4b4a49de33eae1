/** What is known of all facts of a tenant at once, kept until the next write. */
import { randomUUID } from 'node:crypto';
import type { EngineFacts } from '../../../core/answer/engine.js';
import { toLiveSpans } from '../../../core/answer/live-spans.js';
import { suppliedBeside } from '../../../core/answer/answerable.js';
import type { ResolvedSettings } from '../../../core/settings.js';
import type { OwnColumns } from '../../../core/own-columns.js';
import type { StoredFields } from '../fact-database.js';
import { ownColumnName } from '../row/declared-columns.js';
import type { RowTable } from '../row/row-columns.js';
import { suppliedNames } from '../row/supplied-bits.js';
import type { RecordFactName } from '../../../core/facts/registry.js';
import { summariseRecords } from './describe-records.js';
import { Parameters } from './parameters.js';
import type { ResultRow, SqlReader } from './sql-database.js';

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
