/** The one place where a value becomes part of a statement: for servers older than bound parameters. */
import type { Parameter } from '../sql/dialect.js';

/** A value of the parameter's type as ClickHouse reads it. Throws a `TypeError` for what the type does not hold. */
export function toLiteral({ type, value }: Parameter): string {
  switch (type) {
    case 'text':
      return textLiteral(value);
    // Bare, since a LIMIT takes nothing else.
    case 'int':
      return Number(value) < 0 ? `(${intLiteral(value)})` : intLiteral(value);
    case 'number':
      return `reinterpretAsFloat64(unhex('${bytesOf(value)}'))`;
    case 'texts':
      return `CAST([${listOf(value).map(textLiteral).join(',')}] AS Array(String))`;
    case 'ints':
      return `CAST('[${listOf(value).map(intLiteral).join(',')}]' AS Array(Int64))`;
  }
}

/** Only a backslash and a quote mean something between quotes. */
export function textLiteral(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`${typeof value} is not a text.`);
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** The name of a database, a table or a cluster. Throws a `RangeError` unless it is letters, digits and underscores. */
export function identifier(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return name;
  throw new RangeError(`"${name}" cannot be a name in ClickHouse. Use letters, digits and underscores.`);
}

function intLiteral(value: unknown): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${String(value)} is not a whole number.`);
  return String(value);
}

/** Old parsers lose the last digits, or refuse the smallest numbers; the bytes as they are in memory leave nothing to read. */
function bytesOf(value: unknown): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TypeError(`${String(value)} is not a number.`);
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  return Array.from(new Uint8Array(view.buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${typeof value} is not a list.`);
  return value;
}
