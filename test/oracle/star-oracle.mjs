/**
 * A second opinion on every number, in SQL: DuckDB reads the facts, cuts the days with its own
 * time zones, and applies the written rules. It shares no code with the kit.
 */
import { DuckDBInstance } from '@duckdb/node-api';
import { toFreezeStatements } from './freeze-now.mjs';
import { toLoadStatements, quote } from './load-facts.mjs';
import { toContributing, toInstantsSql, toSearchSql } from './list-sql.mjs';
import { toRawLoadStatements } from './load-star-raw.mjs';
import { metricSql } from './metric-sql.mjs';
import {
  fixedGroups,
  suppliedSql,
  toBucketsSql,
  toFilterSql,
  toFoldedLabels,
  toGroupsSql,
  toLabelSql,
} from './slice-sql.mjs';

/** Facts of one kind in the query's range and filters, with local time and bucket. */
function toRowsSql(fact, query) {
  const { from, to, timeZone, grain, weekStart, filters } = query;
  const label = grain ? toLabelSql(grain, weekStart) : "''";
  const local = `SELECT f.*, f.at_ms AS ms, timezone(${quote(timeZone)}, make_timestamptz(f.at_ms * 1000)) AS l FROM f_${fact} f`;
  return `SELECT f, c, ${label} AS bucket FROM (${local}) f JOIN n_conversation c ON c.id = f.conversation_id
    WHERE l::DATE BETWEEN DATE '${from}' AND DATE '${to}'${toFilterSql(filters)}`;
}

class Oracle {
  #connection;
  #frozenAt;

  constructor(connection) {
    this.#connection = connection;
  }

  async rows(sql) {
    return (await this.#connection.runAndReadAll(sql)).getRowObjects();
  }

  async #freeze(now) {
    if (this.#frozenAt !== now) await this.#connection.run(toFreezeStatements(now));
    this.#frozenAt = now;
  }

  async #isSupplied(dimension) {
    const [row] = await this.rows(`SELECT coalesce((SELECT ${suppliedSql(dimension)}), false) AS yes`);
    return row.yes;
  }

  async #lacks(needs = []) {
    const [row] = await this.rows('SELECT * FROM supplied');
    return needs.some((need) => !row[need]);
  }

  /** Labels in order, and which of them end before the agent was switched on. */
  async #buckets(query) {
    const folded = toFoldedLabels(query.grain);
    if (folded) return { labels: folded, unmeasured: new Set() };
    const rows = await this.rows(toBucketsSql(query));
    const [{ since }] = await this.rows(`SELECT to_ms(live->>'$.agent[0].since')::DOUBLE AS since FROM raw_live`);
    const early = rows.filter((row) => since !== null && row.end_ms <= since);
    return { labels: rows.map(({ label }) => label), unmeasured: new Set(early.map(({ label }) => label)) };
  }

  async #totals(definition, query) {
    const rows = toRowsSql(definition.fact, query);
    const extra = definition.leftOut ? `, ${definition.leftOut} AS left_out` : '';
    return this.rows(
      `SELECT grouping(bucket) AS is_total, bucket, ${definition.sql} AS value${extra} FROM (${rows}) GROUP BY GROUPING SETS ((), (bucket))`,
    );
  }

  async #groups(definition, query) {
    const rows = `SELECT *, unnest(${toGroupsSql(query.groupBy)}) AS "group" FROM (${toRowsSql(definition.fact, query)})`;
    const base = definition.base ?? definition.rows;
    return this
      .rows(`SELECT grouping(bucket) AS is_total, bucket, "group", ${definition.sql} AS value, (count(*) FILTER (${definition.rows}))::DOUBLE AS n,
      (count(*) FILTER (${base}))::DOUBLE AS base FROM (${rows}) GROUP BY GROUPING SETS (("group"), ("group", bucket))`);
  }

  /** One metric: its total, and by bucket, by group and by both as `Map`s of label to number; `noRows` is the series of a group without rows. */
  async #answer(id, query, buckets) {
    const definition = metricSql.get(id);
    if (await this.#lacks(definition.needs)) return { value: null, reason: 'no-data' };
    for (const name of Object.keys(query.filters ?? {}))
      if (!(await this.#isSupplied(name.replace(/^!/, '')))) return { value: null, reason: 'no-dimension' };
    const totals = await this.#totals(definition, query);
    const total = totals.find(({ is_total }) => Number(is_total) === 1);
    const answer = {
      value: total.value,
      empty: definition.empty,
      ...(definition.leftOut && { leftOut: total.left_out }),
    };
    if (query.grain)
      Object.assign(answer, {
        byBucket: toSeries(totals, buckets, definition.empty),
        noRows: toSeries([], buckets, definition.empty),
      });
    if (query.groupBy) Object.assign(answer, await this.#grouped(definition, query, buckets));
    return answer;
  }

  async #grouped(definition, query, buckets) {
    if (!(await this.#isSupplied(query.groupBy))) return { byGroup: null, reason: 'no-dimension' };
    const rows = await this.#groups(definition, query);
    const totals = rows.filter(({ is_total }) => Number(is_total) === 1);
    const names = totals.filter(({ n }) => n > 0).map(({ group }) => group);
    const toSeriesOf = (name) =>
      toSeries(
        rows.filter(({ group }) => group === name),
        buckets,
        definition.empty,
      );
    return {
      byGroup: new Map(totals.filter(({ n }) => n > 0).map(({ group, value }) => [group, value])),
      rank: new Map(totals.map(({ group, base }) => [group, base])),
      ...(query.grain && { byGroupAndBucket: new Map(names.map((name) => [name, toSeriesOf(name)])) }),
    };
  }

  /** Answers a query shaped like the kit's, `now` given. */
  async query(query) {
    await this.#freeze(Date.parse(query.now));
    const buckets = query.grain ? await this.#buckets(query) : null;
    const metrics = {};
    for (const id of query.metrics) metrics[id] = await this.#answer(id, query, buckets);
    const groups = query.groupBy && toGroupOrder(query, metrics);
    return { ...(buckets && { buckets: buckets.labels }), ...(groups && { groups }), metrics };
  }

  /** Ids of the conversations behind a metric, sorted: in the range and filters, between instants, with a phrase in them. */
  async list({ metric = 'total-volume', search = '', ...query }) {
    const now = Date.parse(query.now);
    await this.#freeze(now);
    const { fact, where, needs } = toContributing(metric);
    if (await this.#lacks(needs)) return [];
    const found = search ? ` AND c.id IN (${toSearchSql(search, now)})` : '';
    const rows = await this.rows(
      `SELECT DISTINCT c.id AS id FROM (${toRowsSql(fact, query)}${toInstantsSql(query)}${found}) WHERE ${where}`,
    );
    return rows.map(({ id }) => id).sort(byCodePoint);
  }

  close() {
    this.#connection.closeSync();
  }
}

/** A number for each bucket; the empty value where nothing happened, `null` before the agent was live. */
function toSeries(rows, { labels, unmeasured } = { labels: [], unmeasured: new Set() }, empty) {
  const found = new Map(
    rows.filter(({ is_total }) => Number(is_total) === 0).map(({ bucket, value }) => [bucket, value]),
  );
  return new Map(
    labels.map((label) => [label, unmeasured.has(label) ? null : found.has(label) ? found.get(label) : empty]),
  );
}

const byCodePoint = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Groups as the kit shows them: fixed ones in their order, others by rows of the first metric. */
function toGroupOrder({ groupBy, metrics: [first] }, metrics) {
  if (fixedGroups.has(groupBy)) return fixedGroups.get(groupBy);
  const names = new Set(Object.values(metrics).flatMap(({ byGroup }) => [...(byGroup?.keys() ?? [])]));
  const rank = metrics[first].rank ?? new Map();
  return [...names].sort((a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0) || byCodePoint(a, b));
}

/** Opens the facts at `factsPath`; `raw: true` when it holds the original STAR dialogues. */
export async function createOracle(factsPath, { raw = false } = {}) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  await connection.run(raw ? toRawLoadStatements(factsPath) : toLoadStatements(factsPath));
  return new Oracle(connection);
}
