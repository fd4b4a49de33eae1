/** The words of DuckDB. */
import type { Dialect } from '../sql/dialect.js';

export const duckDbDialect: Dialect = {
  parameter: (index) => `$p${index}`,
  table: (name) => name,

  explode: ({ columns, lists, from, where }) =>
    `SELECT ${[...columns.map(({ sql, as }) => `${sql} AS ${as}`), ...lists.map(({ sql, as }) => `unnest(${sql}) AS ${as}`)].join(', ')} FROM ${from} WHERE ${where}`,
  valueAt: (values, times, now) => `${values}[len(list_filter(${times}, lambda t: t <= ${now}))]`,
  upTo: (values, times, now) => `coalesce(list_filter(${values}, lambda v, i: ${times}[i] <= ${now}), [])`,
  countWithin: (froms, untils, now) =>
    `coalesce(len(list_filter(${froms}, lambda t, i: t <= ${now} AND ${untils}[i] > ${now})), 0)`,
  latestUpTo: (times, now) => `list_max(list_filter(${times}, lambda t: t <= ${now}))`,

  lengthOf: (list) => `coalesce(len(${list}), 0)`,
  joined: (lists) => `list_distinct(list_concat(${lists.map((list) => `coalesce(${list}, [])`).join(', ')}))`,
  textIf: (condition, text) => `CASE WHEN ${condition} THEN [${text}] ELSE [] END`,
  orNoValue: (list) => `CASE WHEN len(${list}) > 0 THEN ${list} ELSE [''] END`,
  each: (list) => `unnest(${list})`,
  sharesAny: (list, texts) => `coalesce(list_has_any(${list}, ${texts}), false)`,
  isOneOf: (text, texts) => `(${text} IN (SELECT unnest(${texts})))`,
  entry: (ints, index) => `${ints}[1 + ${index}]`,
  countUpTo: (ints, value) => `len(list_filter(${ints}, lambda edge: edge <= ${value}))`,
  divide: (value, by) => `((${value}) // ${by})`,
  holds: (text, phrase) => `contains(${text}, ${phrase})`,
  anyHolds: (list, phrase) => `coalesce(len(list_filter(${list}, lambda t: contains(t, ${phrase}))) > 0, false)`,
  anyHoldsUpTo: (list, times, phrase, now) =>
    `coalesce(len(list_filter(${list}, lambda t, i: ${times}[i] <= ${now} AND contains(t, ${phrase}))) > 0, false)`,
  isIn: (values, subquery) => `${values} IN (${subquery})`,
  tuple: (values) => (values.length === 1 ? values[0]! : `row(${values.join(', ')})`),

  countIf: (condition) => `count(*) FILTER (WHERE ${condition})`,
  sumIf: (value, condition) => `coalesce(sum(${value}) FILTER (WHERE ${condition}), 0)`,
  distinctIf: (value, condition) => `count(DISTINCT ${value}) FILTER (WHERE ${condition})`,
  sortedIf: (value, condition) => `list_sort(list(${value}) FILTER (WHERE ${condition}))`,
  atQuantile: (list, q, side) => `${list}[1 + CAST(${side}((len(${list}) - 1) * ${q}) AS BIGINT)]`,
  bitsOf: (value) => `bit_or(${value})`,
};
