/** Checks one value against a wire schema and says the first place where it does not fit. */
import * as z from 'zod/mini';
import { showValue } from '../core/format/show-value.js';

export type WireSchema = z.ZodMiniType;

export type Checked<T> = { ok: true; value: T } | { ok: false; field: string; found: string; cause: unknown };

/** The value comes back as it was, unknown fields included, so that newer endpoints work with older pages. */
export function checkAnswer<T>(schema: WireSchema, value: unknown): Checked<T> {
  const result = z.safeParse(schema, value);
  if (result.success) return { ok: true, value: value as T };
  const path = result.error.issues[0]?.path ?? [];
  return { ok: false, field: path.map(String).join('.'), found: showValue(valueAt(value, path)), cause: result.error };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
}
