/** The same random rows as a plain table and as shards. */
import fc from 'fast-check';
import type { CellsRequest } from '../../../src/core/answer/engine.js';
import { FactTable, type Cell } from '../../oracle/row-engine/fact-table.js';
import { setBit, emptyBits, type Bits } from '../../../src/core/columnar/store/bits.js';
import {
  type Column,
  Dictionaries,
  type Dictionary,
  type TextColumn,
  codeArray,
} from '../../../src/core/columnar/store/columns.js';
import { ShardTable } from '../../../src/core/columnar/store/shard-table.js';
import { toUtf8 } from '../../../src/core/columnar/store/bytes.js';
import type { Leaf } from '../../../src/core/metrics/plan.js';
import { toBuckets } from '../../../src/core/time/buckets.js';

/** Cells by column, `startedAt` among them. What is no member was replaced by a later version. */
export interface Row {
  shard: number;
  isMember: boolean;
  cells: Readonly<Record<string, Cell>>;
}

export const START = Date.UTC(2026, 2, 27);
const QUARTER = 900_000;

/** Numbers without a gap, numbers with gaps, texts, lists, flags. Which column is laid out how. */
const KINDS = {
  whole: 'number',
  gaps: 'number',
  other: 'number',
  later: 'number',
  channel: 'code',
  wide: 'code',
  skill: 'code',
  takenOver: 'code',
  id: 'text',
  page: 'text',
} as const satisfies Record<string, Column['kind']>;

export const COLUMNS = Object.keys(KINDS);

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const instant = fc.integer({ min: -20, max: 500 }).map((quarters) => START + quarters * QUARTER);
const channel = fc.constantFrom('sms', 'web', 'é', '');

const cells = fc.record({
  startedAt: instant,
  whole: fc.integer({ min: -3, max: 3 }),
  gaps: maybe(fc.integer({ min: 0, max: 4 })),
  other: maybe(fc.integer({ min: 0, max: 1e9 })),
  later: maybe(instant),
  channel: maybe(channel),
  wide: maybe(fc.integer({ min: 0, max: 90 }).map((value) => `w${value}`)),
  skill: fc.array(fc.constantFrom('faq', 'orders', 'faq,orders', ''), { maxLength: 3 }),
  takenOver: maybe(fc.boolean()),
  page: maybe(fc.constantFrom('/', '/ö', '', '𝒳')),
});

export const rows: fc.Arbitrary<Row[]> = fc
  .tuple(fc.array(fc.record({ shard: fc.nat(3), isMember: fc.boolean(), cells }), { maxLength: 150 }), fc.boolean())
  .map(([list, areAll]) =>
    list.map((row, index) => ({ ...row, isMember: areAll || row.isMember, cells: { ...row.cells, id: `r${index}` } })),
  );

/** More rows than blocks, samples and words are long, the same for the same seed. */
export function manyRows(count: number, seed: number): Row[] {
  let state = seed;
  const below = (most: number) => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % most;
  const pick = <T>(values: readonly T[]) => values[below(values.length)]!;
  return Array.from({ length: count }, (_, index) => ({
    shard: below(4),
    isMember: true,
    cells: {
      startedAt: START + below(480) * QUARTER,
      whole: below(7) - 3,
      gaps: pick([null, 0, 1, 2, 3]),
      other: pick([null, below(1e9), below(1e6)]),
      later: START + below(480) * QUARTER,
      channel: pick([null, 'sms', 'web', 'é', '']),
      wide: `w${below(90)}`,
      skill: pick([[], ['faq'], ['faq', 'orders'], ['']]),
      takenOver: pick([null, true, false]),
      page: pick([null, '/', '/ö', '']),
      id: `r${index}`,
    },
  }));
}

export function toFactTable(list: readonly Row[]): FactTable {
  const members = list.filter(({ isMember }) => isMember);
  const columns = ['startedAt', ...COLUMNS].map(
    (name) => [name, members.map((row) => row.cells[name] ?? null)] as const,
  );
  return new FactTable(members.length, new Map(columns));
}

export function toShards(list: readonly Row[], fact = 'conversations'): ShardTable[] {
  const dictionaries = new Dictionaries();
  return [0, 1, 2, 3].map((shard) =>
    toShard(
      list.filter((row) => row.shard === shard),
      fact,
      dictionaries,
    ),
  );
}

function toShard(list: readonly Row[], fact: string, dictionaries: Dictionaries): ShardTable {
  const sorted = [...list].sort((a, b) => (a.cells.startedAt as number) - (b.cells.startedAt as number));
  const columns = new Map<string, Column>();
  for (const [name, kind] of Object.entries(KINDS)) {
    const column = toColumn(
      sorted.map((row) => row.cells[name] ?? null),
      kind,
      dictionaries.of(name),
    );
    if (column) columns.set(name, column);
  }
  const members = sorted.every(({ isMember }) => isMember) ? undefined : toBits(sorted.map(({ isMember }) => isMember));
  return new ShardTable(
    fact,
    Float64Array.from(sorted, (row) => row.cells.startedAt as number),
    columns,
    undefined,
    members,
  );
}

export function toBits(are: readonly boolean[]): Bits {
  const bits = emptyBits(are.length);
  are.forEach((is, row) => {
    if (is) setBit(bits, row);
  });
  return bits;
}

/** Nothing where no row has a value, a constant where all have the same. */
export function toColumn(values: readonly Cell[], kind: Column['kind'], dictionary: Dictionary): Column | undefined {
  if (values.every((value) => value === null)) return undefined;
  if (kind === 'number') {
    const isWhole = values.every((value) => typeof value === 'number' && (value | 0) === value);
    return {
      kind,
      values: isWhole
        ? Int32Array.from(values as number[])
        : Float64Array.from(values, (value) => (value ?? NaN) as number),
    };
  }
  if (kind === 'text') return toTexts(values as (string | null)[]);
  const codes = values.map((value) => dictionary.codeOf(value));
  if (codes.every((code) => code === codes[0])) return { kind: 'constant', code: codes[0]!, dictionary };
  const array = codeArray(codes.length, Math.max(...codes));
  array.set(codes);
  return { kind: 'code', codes: array, dictionary };
}

function toTexts(values: readonly (string | null)[]): TextColumn {
  const parts = values.map((value) => toUtf8(value ?? ''));
  const offsets = new Uint32Array(values.length + 1);
  parts.forEach((part, row) => {
    offsets[row + 1] = offsets[row]! + part.length;
  });
  const missing = new Set(values.flatMap((value, row) => (value === null ? [row] : [])));
  return {
    kind: 'text',
    bytes: Uint8Array.from(parts.flatMap((part) => [...part])),
    offsets,
    isAscii: false,
    ...(missing.size && { missing }),
  };
}

const test = fc.oneof(
  channel,
  fc.constantFrom(true, false, 1, 0, 'faq', 'w7'),
  fc.array(channel, { maxLength: 2 }),
  fc.oneof(channel, fc.constantFrom(1, 'faq'), fc.array(channel, { maxLength: 2 })).map((not) => ({ not })),
  fc.integer({ min: -2, max: 3 }).map((atLeast) => ({ atLeast })),
  fc.integer({ min: -2, max: 3 }).map((atMost) => ({ atMost })),
  fc.boolean().map((known) => ({ known })),
);
const column = fc.constantFrom(...COLUMNS);
const where = fc.dictionary(column, test, { maxKeys: 2 });
const wheres = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  fc.array(fc.array(where, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
);
const dimension = fc.constantFrom('channel', 'wide', 'skill', 'takenOver', 'page', 'gaps', 'nothing');
const value = fc.constantFrom('sms', 'web', 'é', '', 'w1', 'w2', 'w3', 'faq', 'orders', 'true', '/', '/ö', '1', '2');

export const filters = fc.dictionary(
  fc.tuple(fc.constantFrom('', '!'), dimension).map(([sign, name]) => sign + name),
  fc.array(value, { maxLength: 3 }),
  { maxKeys: 1 },
);

const source = {
  fact: fc.constant('conversations'),
  where: wheres,
  known: fc.array(column, { maxLength: 1 }),
  ignore: fc.array(dimension, { maxLength: 1 }),
};
const at = fc.constantFrom('startedAt', 'startedAt', 'startedAt', 'later');
const measure = fc.oneof(
  fc.constantFrom('whole', 'gaps', 'other', 'startedAt', 'channel'),
  fc.uniqueArray(fc.constantFrom('whole', 'gaps', 'other'), { minLength: 1 }).map((plus) => ({ plus })),
  fc.constantFrom(['other', 'gaps'] as const, ['later', 'startedAt'] as const).map((minus) => ({ minus })),
);

export const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({ ...source, at, op: fc.constant('count' as const) }),
  fc.record({ ...source, at, op: fc.constant('sum' as const), of: measure }),
  fc.record({ ...source, at, op: fc.constant('quantile' as const), of: measure, q: fc.constantFrom(0, 0.5, 0.9, 1) }),
  fc.record({
    ...source,
    at,
    op: fc.constant('distinct' as const),
    of: fc.uniqueArray(column, { minLength: 1, maxLength: 2 }),
    havingAtLeast: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    ...source,
    at,
    op: fc.constant('stock' as const),
    when: fc.constantFrom('start' as const, 'end' as const),
    until: fc.constantFrom(null, 'later', 'startedAt'),
  }),
);

const groups = fc.record({ dimension, values: fc.uniqueArray(value, { maxLength: 14 }), rest: fc.boolean() });
const grain = fc.constantFrom('hour', 'day', 'week', 'month', 'hour-of-day', 'day-of-week', 'hour-of-week');
const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia');

/** Five days around a change of clocks. Tables of the plain engine end at now, so all of theirs is before it. */
export const request: fc.Arbitrary<Omit<CellsRequest, 'leaves'>> = fc
  .record({
    filters,
    now: instant,
    grain: fc.option(grain, { nil: undefined }),
    groups: fc.option(groups, { nil: undefined }),
    timeZone: zone,
    days: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ filters: followed, now, grain: by, groups: plan, timeZone, days }) => {
    const range = { from: '2026-03-28', to: `2026-03-${27 + Math.min(days, 4)}` };
    const buckets = toBuckets({ ...range, timeZone, grain: by ?? 'day', now });
    const span = { start: buckets.edges[0]!, end: Math.min(buckets.edges.at(-1)!, now + 1) };
    return { filters: followed, now, span, ...(by && { buckets }), ...(plan && { groups: plan }) };
  });
