/** Which conversations a list shows: all of them counted, and one page of their ids in order. */
import type { ListRequest, SortKey } from '../../../core/answer/engine.js';
import type { ColumnKind } from '../../../core/tables/all-tables.js';
import { all, knownSql } from './conditions.js';
import { conversationColumn, stateSql } from './conversation-columns.js';
import type { Sql, Statement } from './dialect.js';
import { FactRows } from './fact-rows.js';
import { takesPartSql } from './leaf-columns.js';
import { Parameters, type SqlQuestion } from './question.js';

export interface Searched {
  texts: boolean;
  people: boolean;
}

export type Found = Pick<ListRequest, 'leaf' | 'sharing' | 'span' | 'filters' | 'ids' | 'search'>;

export function countStatement(request: Found, searched: Searched, question: SqlQuestion): Statement {
  const parameters = new Parameters(question.dialect);
  const found = foundSql(request, searched, {}, question, parameters);
  return parameters.statement(`SELECT count(DISTINCT id) FROM (${found}) AS found`);
}

/** Rows of one id each. */
export function pageStatement(request: ListRequest, searched: Searched, question: SqlQuestion): Statement {
  const { sort, page, pageSize } = request;
  const parameters = new Parameters(question.dialect);
  const key = sortKey(sort.key, question, parameters);
  const found = foundSql(request, searched, { sorted: key }, question, parameters);
  const isMissing = key.kind === 'text' ? "sorted = ''" : 'sorted IS NULL';
  const direction = sort.descending ? 'DESC' : 'ASC';
  const order = `CASE WHEN ${isMissing} THEN 1 ELSE 0 END, sorted ${direction}, id`;
  const limit = `LIMIT ${parameters.int(pageSize)} OFFSET ${parameters.int((page - 1) * pageSize)}`;
  return parameters.statement(
    `SELECT id FROM (SELECT DISTINCT id, sorted FROM (${found}) AS found) AS found ORDER BY ${order} ${limit}`,
  );
}

interface Extra {
  sql: Sql;
  kind: ColumnKind;
}

/** A row of the leaf in the span each: `id`, and what else is asked of its conversation. */
export function foundSql(
  request: Found,
  searched: Searched,
  extras: Record<string, Extra>,
  question: SqlQuestion,
  parameters: Parameters,
): Sql {
  const { dialect } = question;
  const { leaf, sharing, span, filters, ids, search } = request;
  const rows = new FactRows(leaf.fact, question, parameters);
  const columns = [
    `${rows.readRow('_id', 'id', 'text').sql} AS id`,
    ...Object.entries(extras).map(([name, { sql, kind }]) => `${rows.readRow(`_${name}`, sql, kind).sql} AS ${name}`),
  ];
  const conditions = [rows.within(leaf.at, span), takesPartSql(leaf, { filters, span }, rows)];
  if (ids) conditions.push(dialect.isOneOf(rows.readRow('_id', 'id', 'text').sql, parameters.texts([...ids])));
  if (search) conditions.push(rows.readRow('_holds', searchSql(search, searched, question, parameters), 'flag').sql);
  if (sharing) conditions.push(sharesSql(sharing, rows, question, parameters, request));
  return `SELECT ${columns.join(', ')} FROM ${rows.toSql()} WHERE ${all(conditions)}`;
}

/** Rows whose values enough other rows share. */
function sharesSql(
  sharing: NonNullable<ListRequest['sharing']>,
  rows: FactRows,
  question: SqlQuestion,
  parameters: Parameters,
  { leaf, span, filters }: Found,
): Sql {
  const { dialect } = question;
  const others = new FactRows(leaf.fact, question, parameters);
  const where = all([
    others.within(leaf.at, span),
    takesPartSql(leaf, { filters, span }, others),
    ...sharing.columns.map((name) => knownSql(others.read(name), dialect)),
  ]);
  const keys = sharing.columns.map((name) => others.read(name).sql);
  const shared = `SELECT ${keys.join(', ')} FROM ${others.toSql()} WHERE ${where} GROUP BY ${keys.join(', ')} HAVING count(*) >= ${parameters.int(sharing.atLeast)}`;
  return dialect.isIn(
    dialect.tuple(sharing.columns.map((name) => rows.read(name).sql)),
    sharing.columns.length === 1 ? shared : `SELECT ${dialect.tuple(keys)} FROM (${shared}) AS shared`,
  );
}

/** Whether the folded phrase stands in any text that may be searched. */
function searchSql(phrase: string, { texts, people }: Searched, question: SqlQuestion, parameters: Parameters): Sql {
  const { dialect, isSettled, now } = question;
  const held = parameters.text(phrase);
  const tests = [dialect.holds('folded_id', held)];
  if (people) tests.push(dialect.anyHolds('folded_people', held));
  if (texts) {
    // With messages the first question is one of them.
    tests.push(`visitor_messages IS NULL AND ${dialect.holds('folded_question', held)}`);
    tests.push(
      isSettled
        ? dialect.anyHolds('folded_messages', held)
        : dialect.anyHoldsUpTo('folded_messages', 'message_at', held, parameters.int(now)),
    );
  }
  return tests.map((test) => `(${test})`).join(' OR ');
}

function sortKey(key: SortKey, question: SqlQuestion, parameters: Parameters): Extra {
  switch (key) {
    case 'first-question':
      return { sql: questionText('folded_question', question, parameters), kind: 'text' };
    case 'profile':
      return { sql: 'folded_profile', kind: 'text' };
    case 'channel':
      return { sql: 'folded_channel', kind: 'text' };
    case 'tag':
      return { sql: 'folded_tag', kind: 'text' };
    case 'status':
      return { sql: stateSql('status', question, parameters), kind: 'text' };
    case 'outcome':
      return { sql: conversationColumn('outcome', question, parameters).sql, kind: 'text' };
    case 'messages':
      return { sql: stateSql('message_count', question, parameters), kind: 'number' };
    case 'started-at':
      return { sql: 'started_at', kind: 'time' };
    case 'updated-at':
      return { sql: stateSql('updated_at', question, parameters), kind: 'time' };
  }
}

/** A column of the first question as far as it was asked by now; `''` without. */
function questionText(column: string, { now }: SqlQuestion, parameters: Parameters): Sql {
  return `CASE WHEN first_question_at <= ${parameters.int(now)} THEN ${column} ELSE '' END`;
}
