/** Goals told by a condition, added to those that the conversations name. */
import type { ResolvedSettings } from '../../settings.js';
import { hasBit } from '../store/bits.js';
import { codeArray, type CodeColumn } from '../store/columns.js';
import type { Dictionary } from '../store/columns.js';
import { rowsOf } from './select.js';
import type { ShardTable } from '../store/shard-table.js';

/** The table's column `goal` holds those named. */
export function goalColumn(
  table: ShardTable,
  goals: NonNullable<ResolvedSettings['goals']>,
  dictionary: Dictionary,
): CodeColumn {
  const reached = Object.entries(goals).map(([id, where]) => ({
    id,
    rows: rowsOf(table, { where: [[where]], known: [], ignore: [] }, {}),
  }));
  const named = table.column('goal');
  const codes = new Uint32Array(table.length);
  if (named?.kind === 'code') codes.set(named.codes);
  for (const { id, rows } of reached) {
    const withGoal = new Map<number, number>();
    for (let row = 0; row < table.length; row++) {
      if (rows && !hasBit(rows, row)) continue;
      const code = codes[row]!;
      const added =
        withGoal.get(code) ??
        dictionary.codeOf([...new Set([...((dictionary.valueOf(code) ?? []) as readonly string[]), id])]);
      withGoal.set(code, added);
      codes[row] = added;
    }
  }
  const narrow = codeArray(table.length, dictionary.size - 1);
  narrow.set(codes);
  return { kind: 'code', codes: narrow, dictionary };
}
