/** How an error message names a value. */

const MAX_SHOWN = 60;

/** At most 60 characters of it; `missing` for `undefined`. */
export function showValue(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = isPrintedPlainly(value) ? String(value) : (toJson(value) ?? kindOf(value));
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

const isPrintedPlainly = (value: unknown): value is number | bigint | Date =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Date;

/** Of what JSON cannot hold, or not so deep. */
function kindOf(value: unknown): string {
  if (typeof value !== 'object') return `a ${typeof value}`;
  return `${Array.isArray(value) ? 'a list' : 'an object'} that cannot be shown`;
}

/** `undefined` for what JSON cannot hold. */
function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
