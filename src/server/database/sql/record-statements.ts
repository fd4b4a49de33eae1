/** The records behind a number: all of them counted, one page of them in order, and what stands in their latest rows. */
import type { CellsRequest, FoundRecord, LeftOut, RecordsRequest, RowsSource } from '../../../core/answer/engine.js';
import { laterOf } from '../../../core/answer/records.js';
import { TABLES, isRecordTable } from '../../../core/tables/all-tables.js';
import type { Leaf } from '../../../core/metrics/plan.js';
import { all, knownSql } from './conditions.js';
import type { Run, Sql, Statement } from './dialect.js';
import { FactRows } from './fact-rows.js';
import { leafColumns, standingSql, takesPartSql } from './leaf-columns.js';
import { Parameters, type SqlQuestion } from './question.js';
import { stockInstant } from '../../../core/answer/stock.js';

/** `rowsOf` reads conversations. */
export async function findRecords(
  request: RecordsRequest,
  question: SqlQuestion,
  run: Run,
  rowsOf: (ids: readonly string[]) => Promise<Map<string, object>>,
): Promise<{ rows: FoundRecord[]; total: number }> {
  const [[total] = [0]] = await run(countStatement(request, question));
  const page = (await run(pageStatement(request, question))).map(([id, at, sum, count]) => ({
    id: String(id),
    at: Number(at),
    sum: Number(sum ?? 0),
    count: Number(count),
  }));
  const ids = page.map(({ id }) => id);
  const raws = isRecordTable(request.source.fact)
    ? await readRaws(request.source.fact, ids, question, run)
    : await rowsOf(ids);
  const dimensions = await readDimensions(request, ids, question, run);
  return {
    total: Number(total),
    rows: page.map((record) => ({ ...record, raw: raws.get(record.id)!, dimensions: dimensions.get(record.id) ?? {} })),
  };
}

function countStatement(request: RecordsRequest, question: SqlQuestion): Statement {
  const parameters = new Parameters(question.dialect);
  return parameters.statement(
    `SELECT count(DISTINCT record) FROM (${rowsSql(request, question, parameters)}) AS found`,
  );
}

function pageStatement(request: RecordsRequest, question: SqlQuestion): Statement {
  const { sort, page, pageSize, gives } = request;
  const { dialect } = question;
  const parameters = new Parameters(dialect);
  const inner = rowsSql(request, question, parameters);
  const grouped = `SELECT record, max(happened) AS latest, ${dialect.sumIf('measured', 'is_known')} AS total, ${dialect.countIf('is_known')} AS counted FROM (${inner}) AS found GROUP BY record`;
  const direction = sort.descending ? 'DESC' : 'ASC';
  const order =
    sort.key === 'at'
      ? `latest ${direction}`
      : `CASE WHEN counted = 0 THEN 1 ELSE 0 END, CASE WHEN counted = 0 THEN 0 ELSE total${gives === 'sum' ? '' : ' / counted'} END ${direction}`;
  return parameters.statement(
    `SELECT record, latest, total, counted FROM (${grouped}) AS records ORDER BY ${order}, record LIMIT ${parameters.int(pageSize)} OFFSET ${parameters.int((page - 1) * pageSize)}`,
  );
}

/** A row of the source each: its record, clock, value and dimensions. */
function rowsSql(
  request: RecordsRequest,
  question: SqlQuestion,
  parameters: Parameters,
  dimensions: readonly string[] = [],
  only?: Sql,
): Sql {
  const { source, measure, sharing, without } = request;
  const { dialect } = question;
  const rows = new FactRows(source.fact, question, parameters);
  const record = recordSql(rows, source.fact);
  const leaf: Leaf = measure === undefined ? { ...source, op: 'count' } : { ...source, op: 'sum', of: measure };
  const { isKnown, value } = leafColumns(leaf, request, rows);
  const columns = [
    `${record} AS record`,
    `${rows.read(source.at).sql} AS happened`,
    `(${measure === undefined ? '1 = 0' : isKnown}) AS is_known`,
    `${value} AS measured`,
    ...dimensions.map((name, place) => `${rows.read(name).sql} AS d${place}`),
  ];
  const conditions = [contributingSql(source, request, rows)];
  if (without) conditions.push(leftInSql(without, record, rows, request));
  if (only) conditions.push(`${record} IN (${only})`);
  if (sharing)
    conditions.push(
      dialect.isIn(
        dialect.tuple(sharing.columns.map((name) => rows.read(name).sql)),
        sharedSql(request, sharing, question, parameters),
      ),
    );
  return `SELECT ${columns.join(', ')} FROM ${rows.toSql()} WHERE ${all(conditions)}`;
}

/** The id of a row's record, or of its conversation. */
const recordSql = (rows: FactRows, fact: string): Sql =>
  rows.readRow('!record', isRecordTable(fact) ? 'key' : 'id', 'text').sql;

/** Whether a row is not left out. */
function leftInSql({ source, by }: LeftOut, record: Sql, rows: FactRows, request: RecordsRequest): Sql {
  if (by === 'row') return `CASE WHEN ${contributingSql(source, request, rows)} THEN 0 ELSE 1 END = 1`;
  const others = rows.another(source.fact);
  const named = by === 'record' ? recordSql(others, source.fact) : others.read(by.column).sql;
  const where = contributingSql(source, request, others);
  return `NOT (${rows.dialect.isIn(record, `SELECT ${named} FROM ${others.toSql()} WHERE ${where}`)})`;
}

function sharedSql(
  request: RecordsRequest,
  sharing: NonNullable<RecordsRequest['sharing']>,
  question: SqlQuestion,
  parameters: Parameters,
): Sql {
  const rows = new FactRows(request.source.fact, question, parameters);
  const columns = sharing.columns.map((name) => rows.read(name));
  const where = all([
    contributingSql(request.source, request, rows),
    ...columns.map((column) => knownSql(column, question.dialect)),
  ]);
  const names = columns.map(({ sql }) => sql).join(', ');
  return `SELECT ${question.dialect.tuple(columns.map(({ sql }) => sql))} FROM ${rows.toSql()} WHERE ${where} GROUP BY ${names} HAVING count(*) >= ${parameters.int(sharing.atLeast)}`;
}

async function readRaws(
  table: string,
  ids: readonly string[],
  { dialect, tenant }: SqlQuestion,
  run: Run,
): Promise<Map<string, object>> {
  if (ids.length === 0) return new Map();
  const parameters = new Parameters(dialect);
  const where = all([
    `tenant = ${parameters.text(tenant)}`,
    dialect.isOneOf('id', parameters.texts(ids.map((id) => `${TABLES[table]!.of!}/${id}`))),
  ]);
  const rows = await run(parameters.statement(`SELECT key, raw FROM ${dialect.table('records')} WHERE ${where}`));
  return new Map(rows.map(([key, raw]) => [String(key), JSON.parse(String(raw)) as object]));
}

async function readDimensions(
  request: RecordsRequest,
  ids: readonly string[],
  question: SqlQuestion,
  run: Run,
): Promise<Map<string, FoundRecord['dimensions']>> {
  const { of, dimensions } = TABLES[request.source.fact]!;
  const latest = new Map<string, { at: number; dimensions: FoundRecord['dimensions'] }>();
  if (of === undefined || dimensions.length === 0 || ids.length === 0) return new Map();
  const parameters = new Parameters(question.dialect);
  const only = `SELECT ${question.dialect.each(parameters.texts(ids))}`;
  for (const [id, at, , , ...cells] of await run(
    parameters.statement(rowsSql(request, question, parameters, dimensions, only)),
  )) {
    const row = {
      at: Number(at),
      dimensions: Object.fromEntries(dimensions.map((name, place) => [name, (cells[place] as string) || null])),
    };
    latest.set(String(id), laterOf(latest.get(String(id)), row));
  }
  return new Map([...latest].map(([id, row]) => [id, row.dimensions]));
}

/** Which rows count in a range as a whole, or of a stock at its instant. */
export function contributingSql(
  source: RowsSource,
  request: Pick<CellsRequest, 'filters' | 'span' | 'now'>,
  rows: FactRows,
): Sql {
  const { stock, begunBefore, at } = source;
  const takesPart = takesPartSql(source, request, rows);
  if (stock)
    return all([
      standingSql({ from: at, until: stock.until }, stockInstant(stock.when, request.span, request.now), rows),
      takesPart,
    ]);
  const begun =
    begunBefore === undefined
      ? []
      : [
          `${rows.read(begunBefore).sql} IS NOT NULL AND ${rows.read(begunBefore).sql} < ${rows.parameters.int(request.span.start)}`,
        ];
  return all([rows.within(at, request.span), takesPart, ...begun]);
}
