/** Parameters and cells as DuckDB's client has them. */
import { BIGINT, DOUBLE, LIST, listValue, VARCHAR, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';
import type { Parameter, ParameterType, Statement } from '../sql/dialect.js';

const TYPES: Readonly<Record<ParameterType, DuckDBType>> = {
  text: VARCHAR,
  int: BIGINT,
  number: DOUBLE,
  texts: LIST(VARCHAR),
  ints: LIST(BIGINT),
};

export function toBindings({ parameters }: Statement): {
  values: Record<string, DuckDBValue>;
  types: Record<string, DuckDBType>;
} {
  const named = <V>(valueOf: (parameter: Parameter) => V) =>
    Object.fromEntries(parameters.map((parameter, index) => [`p${index}`, valueOf(parameter)]));
  return { values: named(toValue), types: named(({ type }) => TYPES[type]) };
}

function toValue({ type, value }: Parameter): DuckDBValue {
  if (type === 'int') return BigInt(value as number);
  if (type === 'ints') return listValue((value as readonly number[]).map(BigInt));
  if (type === 'texts') return listValue((value as readonly string[]).map((text) => text.toWellFormed()));
  return type === 'text' ? (value as string).toWellFormed() : (value as number);
}

/** Whole numbers as numbers, lists as arrays. */
export function toCell(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return Array.isArray(value) ? value.map(toCell) : value;
}
