/** The words of ClickHouse that releases from 18.16 on understand. */
import type { RowTable } from '../row/layout.js';
import type { Dialect, Parameter, ParameterType } from '../sql/dialect.js';
import { toLiteral } from './literal.js';

const TYPES: Readonly<Record<ParameterType, string>> = {
  text: 'String',
  int: 'Int64',
  number: 'Float64',
  texts: 'Array(String)',
  ints: 'Array(Int64)',
};

export interface ClickHouseWords {
  /** A table's full name. */
  nameOf(table: RowTable): string;
  /** Whether the server takes values apart from the statement. */
  hasParameters: boolean;
}

export function createClickHouseDialect({ nameOf, hasParameters }: ClickHouseWords): Dialect {
  return {
    ...WORDS,
    parameter: (index, parameter) =>
      hasParameters ? `{${parameterName(index)}:${TYPES[parameter.type]}}` : toLiteral(parameter),
    // Merges put versions together some time later; FINAL does so while it reads.
    table: (name) => `${nameOf(name)} FINAL`,
  };
}

/** What is the same for every server. */
const WORDS: Omit<Dialect, 'parameter' | 'table'> = {
  explode: ({ columns, lists, from, where }) =>
    `SELECT ${[...columns.map(({ sql, as }) => `${sql} AS ${as}`), ...lists.map(({ as }) => as)].join(', ')} FROM ${from} ` +
    `ARRAY JOIN ${lists.map(({ sql, as }) => `${sql} AS ${as}`).join(', ')} WHERE ${where}`,
  valueAt: (values, times, now) => `${values}[arrayCount(t -> t <= ${now}, ${times})]`,
  upTo: (values, times, now) => `arrayFilter((v, t) -> t <= ${now}, ${values}, ${times})`,
  countWithin: (froms, untils, now) =>
    `toInt64(arrayCount((f, u) -> (f <= ${now}) AND (u > ${now}), ${froms}, ${untils}))`,
  latestUpTo: (times, now) => {
    const past = `arrayFilter(t -> t <= ${now}, ${times})`;
    return `if(notEmpty(${past}), toNullable(arrayReduce('max', ${past})), NULL)`;
  },

  lengthOf: (list) => `toInt64(length(${list}))`,
  joined: (lists) => `arrayDistinct(arrayConcat(${lists.join(', ')}))`,
  // A list cannot be NULL, which old releases fear of a condition over missing values.
  textIf: (condition, text) => `if(ifNull(${condition}, 0), [${text}], emptyArrayString())`,
  orNoValue: (list) => `if(notEmpty(${list}), ${list}, [''])`,
  each: (list) => `arrayJoin(${list})`,
  sharesAny: (list, texts) => `hasAny(${list}, ${texts})`,
  // A set, which an index can use; `has` would walk the list for every row.
  isOneOf: (text, texts) => `(${text} IN (SELECT arrayJoin(${texts})))`,
  entry: (ints, index) => `${ints}[1 + ${index}]`,
  // A lambda over what may be NULL must not give NULL itself.
  countUpTo: (ints, value) => `toInt64(arrayCount(t -> coalesce(t <= ${value}, 0), ${ints}))`,
  divide: (value, by) => `intDiv(${value}, ${by})`,
  holds: (text, phrase) => `(position(${text}, ${phrase}) > 0)`,
  anyHolds: (list, phrase) => `arrayExists(t -> position(t, ${phrase}) > 0, ${list})`,
  anyHoldsUpTo: (list, times, phrase, now) =>
    `arrayExists((t, a) -> (a <= ${now}) AND (position(t, ${phrase}) > 0), ${list}, ${times})`,
  // Without GLOBAL each shard would ask all the others.
  isIn: (values, subquery) => `${values} GLOBAL IN (${subquery})`,
  tuple: (values) => (values.length === 1 ? values[0]! : `tuple(${values.join(', ')})`),

  countIf: (condition) => `countIf(${condition})`,
  sumIf: (value, condition) => `ifNull(sumIf(${value}, ${condition}), 0)`,
  distinctIf: (value, condition) => `uniqExactIf(${value}, ${condition})`,
  sortedIf: (value, condition) => `arraySort(groupArrayIf(${value}, ${condition}))`,
  atQuantile: (list, q, side) => `${list}[1 + toInt64(${side}((toInt64(length(${list})) - 1) * ${q}))]`,
  bitsOf: (value) => `toInt64(groupBitOr(toUInt64(${value})))`,
};

/** The values as the client sends them beside the statement. */
export function toBound(parameters: readonly Parameter[]): Record<string, unknown> {
  return Object.fromEntries(parameters.map(({ value }, index) => [parameterName(index), value]));
}

const parameterName = (index: number): string => `p${index}`;
