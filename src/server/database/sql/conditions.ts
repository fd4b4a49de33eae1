/** Conditions of a formula and filters of a query in SQL. Each is true or false, never `NULL`; values are bound. */
import type { Scalar, Test, Where } from '../../../core/metrics/definition.js';
import type { Filters } from '../../../core/query.js';
import { filterDimension } from '../../../core/answer/where.js';
import type { Dialect, Sql, SqlColumn } from './dialect.js';
import type { Parameters } from './question.js';

type ReadColumn = (name: string) => SqlColumn;

export const TRUE = '1 = 1';
const FALSE = '1 = 0';

/** All entries must pass; within an entry's list, one must. */
export function whereSql(
  where: readonly (readonly Where[])[],
  read: ReadColumn,
  dialect: Dialect,
  parameters: Parameters,
): Sql {
  return all(
    where.map((anyOf) =>
      any(
        anyOf.map((columns) =>
          all(Object.entries(columns).map(([name, test]) => testSql(test, read(name), dialect, parameters))),
        ),
      ),
    ),
  );
}

/** Rows that pass every filter; names in `ignore` are not looked at. */
export function filtersSql(
  filters: Filters,
  ignore: readonly string[],
  read: ReadColumn,
  dialect: Dialect,
  parameters: Parameters,
): Sql {
  const tests = Object.entries(filters)
    .filter(([name, values]) => values.length > 0 && !ignore.includes(filterDimension(name)))
    .map(([name, values]) => {
      const passes = dimensionSql(read(filterDimension(name)), values, dialect, parameters);
      return name.startsWith('!') ? not(passes) : passes;
    });
  return all(tests);
}

/** Whether the row has a value, as metrics mean it. */
export function knownSql({ sql, kind, isNullable }: SqlColumn, dialect: Dialect): Sql {
  if (kind === 'text') return `${sql} <> ''`;
  if (kind === 'texts') return `${dialect.lengthOf(sql)} > 0`;
  return kind === 'flag' && !isNullable ? TRUE : `${sql} IS NOT NULL`;
}

export function all(conditions: readonly Sql[]): Sql {
  const needed = conditions.filter((one) => one !== TRUE);
  return needed.length ? needed.map((one) => `(${one})`).join(' AND ') : TRUE;
}

function any(conditions: readonly Sql[]): Sql {
  return conditions.length ? conditions.map((one) => `(${one})`).join(' OR ') : FALSE;
}

const not = (condition: Sql): Sql => `NOT (${condition})`;

function dimensionSql(
  { sql, kind }: SqlColumn,
  values: readonly string[],
  dialect: Dialect,
  parameters: Parameters,
): Sql {
  if (kind === 'texts') return dialect.sharesAny(dialect.orNoValue(sql), parameters.texts(values));
  if (kind === 'text') return dialect.isOneOf(sql, parameters.texts(values));
  throw new RangeError('Only texts are dimensions.');
}

function testSql(test: Test, column: SqlColumn, dialect: Dialect, parameters: Parameters): Sql {
  if (typeof test !== 'object') return oneOf([test], column, dialect, parameters);
  if (isList(test)) return oneOf(test, column, dialect, parameters);
  if ('not' in test) return not(oneOf(isList(test.not) ? test.not : [test.not], column, dialect, parameters));
  if ('known' in test) return test.known ? knownSql(column, dialect) : not(knownSql(column, dialect));
  // A setting's list has taken its name's place by now.
  if ('setting' in test)
    throw new TypeError(`A condition names the setting "${test.setting}", which is read in metrics only.`);
  const isNumber = column.kind === 'number' || column.kind === 'time';
  if (!isNumber) return FALSE;
  const [sign, limit] = 'atLeast' in test ? (['>=', test.atLeast] as const) : (['<=', test.atMost] as const);
  return `${column.sql} IS NOT NULL AND ${column.sql} ${sign} ${parameters.number(limit)}`;
}

/** A value equals only one of its own type; `''` is a missing one. */
function oneOf(
  scalars: readonly Scalar[],
  { sql, kind, isNullable }: SqlColumn,
  dialect: Dialect,
  parameters: Parameters,
): Sql {
  const texts = scalars.filter((one) => typeof one === 'string');
  const isMissing = texts.includes('');
  if (kind === 'text') return texts.length ? dialect.isOneOf(sql, parameters.texts(texts)) : FALSE;
  if (kind === 'texts')
    return texts.length ? dialect.sharesAny(dialect.orNoValue(sql), parameters.texts(texts)) : FALSE;
  if (kind === 'flag' && isNullable) {
    const flags = scalars
      .filter((one) => typeof one === 'boolean')
      .map((one) => `${sql} IS NOT NULL AND ${one ? sql : not(sql)}`);
    return any([...flags, ...(isMissing ? [`${sql} IS NULL`] : [])]);
  }
  if (kind === 'flag')
    return any(scalars.filter((one) => typeof one === 'boolean').map((one) => (one ? sql : not(sql))));
  const equal = scalars
    .filter((one) => typeof one === 'number')
    .map((one) => `${sql} IS NOT NULL AND ${sql} = ${parameters.number(one)}`);
  return any([...equal, ...(isMissing ? [`${sql} IS NULL`] : [])]);
}

const isList = (value: unknown): value is readonly Scalar[] => Array.isArray(value);
