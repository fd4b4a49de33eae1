/** Where the rows of a shard go among the groups: decided once per code. */
import type { Leaf } from '../../metrics/plan.js';
import type { GroupPlan } from '../../answer/engine.js';
import type { Cell } from '../../answer/engine.js';
import { dimensionKeys } from '../../answer/where.js';
import { toCodes } from '../store/columns.js';
import type { CodeColumn } from '../store/columns.js';
import type { Dictionary } from '../store/columns.js';
import type { ShardTable } from '../store/shard-table.js';

/** Every row of a shard goes to the same places, or each to those of its code. */
export type Places = { whole: readonly number[] } | CodePlaces;

export interface CodePlaces {
  column: CodeColumn;
  /** In each, one place a code, −1 for none: as many as the code of most values has. */
  layers: readonly Int32Array[];
  /** The place that takes all that no other takes; −1: none. */
  rest: number;
}

export type GroupAssigner = (table: ShardTable) => Places;

export function toGroupAssigner(leaf: Leaf, plan: GroupPlan): GroupAssigner {
  // A leaf that does not follow the grouping stands whole in every group.
  const everywhere = { whole: plan.values.map((_, index) => index) };
  if (leaf.ignore.includes(plan.dimension)) return () => everywhere;
  const byValue = new Map(plan.values.map((value, index) => [value, index]));
  const rest = plan.rest ? plan.values.length : -1;
  const placesOf = (cell: Cell) =>
    dimensionKeys(cell)
      .map((key) => byValue.get(key) ?? rest)
      .filter((place) => place >= 0);
  const layersOf = memo((dictionary: Dictionary) => toLayers(dictionary, placesOf));
  return (table) => {
    const found = table.column(plan.dimension);
    const column = found && toCodes(found);
    if (!column) return { whole: placesOf(null) };
    if (column.kind === 'constant') return { whole: placesOf(column.dictionary.valueOf(column.code)) };
    return { column, layers: layersOf(column.dictionary), rest };
  };
}

function toLayers(dictionary: Dictionary, placesOf: (cell: Cell) => readonly number[]): Int32Array[] {
  const layers: Int32Array[] = [];
  for (let code = 0; code < dictionary.size; code++) {
    placesOf(dictionary.valueOf(code)).forEach((place, layer) => {
      (layers[layer] ??= new Int32Array(dictionary.size).fill(-1))[code] = place;
    });
  }
  return layers;
}

function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
