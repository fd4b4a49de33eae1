/** Own columns in an order of their own, for digests: those of conversations, then by fact those of others, where there are any. */
import type { FactColumns, OwnColumns } from '../../../core/own-columns.js';

export function declaredIn({ conversations = {}, ...others }: OwnColumns): unknown[] {
  const rest = sorted(others).flatMap(([fact, columns]) =>
    Object.keys(columns).length > 0 ? [[fact, sorted(columns)]] : [],
  );
  return [sorted(conversations), ...(rest.length > 0 ? [rest] : [])];
}

const sorted = <V extends string | FactColumns>(of: Readonly<Record<string, V>>): [string, V][] =>
  Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));
