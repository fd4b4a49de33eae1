/** Conversations behind a number, with what each gave it: sorted and paged. */
import type { ResolvedSettings } from '../../settings.js';
import { stateAt } from '../../tables/conversation-state.js';
import type { FoundRecord, ListRequest, Question, RecordsRequest } from '../../answer/engine.js';
import { toRow } from '../../answer/list.js';
import { givenBy } from '../../answer/records.js';
import { both, emptyBits, setBit, without } from '../store/bits.js';
import { compareBytes, toUtf8 } from '../store/bytes.js';
import {
  type FoundRows,
  clipped,
  conversationsOf,
  countFound,
  listRows,
  placeIn,
  shardTables,
  sharedTest,
  sliceRows,
} from './found.js';
import { type Place, rowOf, shardOf } from '../store/id-index.js';
import { type Slice, bounds, measureIn } from '../query/slices.js';
import { type Shard, recordOf, textOf } from '../store/shard.js';
import { type RowOrder, idOrder, rowOrder } from './sort.js';
import type { ShardList } from '../store/shards.js';
import type { ShardTable } from '../store/shard-table.js';
import { topRows } from './top-rows.js';
import type { ConversationsPage } from '../../query.js';
import type { ConversationStatus } from '../../status/conversation-status.js';
import { CONVERSATIONS, questionsOf, toQuestions } from '../../answer/asked-questions.js';
import type { ShardContext } from '../store/plain-columns.js';
import { searchRows } from './search.js';

/** By row of a shard. */
interface Given {
  at: Float64Array;
  sum: Float64Array;
  count: Float64Array;
}

const NOTHING: Given = { at: new Float64Array(), sum: new Float64Array(), count: new Float64Array() };

/** `tables`: those of the source's fact, as they stand at the request's now. */
export function findConversations(
  request: RecordsRequest,
  tables: readonly ShardTable[],
  shards: ShardList,
  settings: ResolvedSettings,
): { rows: FoundRecord[]; total: number } {
  const slices = slicesOf(request, tables);
  const found = conversationsOf(slices, request.sharing, shards.all);
  const given = gather(slices, request, shards.all);
  const end = request.page * request.pageSize;
  const total = countFound(found);
  const places = topRows(found, orderOf(request, given, shards), Math.min(end, total)).subarray(
    end - request.pageSize,
    end,
  );
  const rows = Array.from(places, (place): FoundRecord => {
    const shard = shards.at(shardOf(place));
    const raw = toRow(stateAt(recordOf(shard, rowOf(place)), request.now, settings), '');
    const { at, sum, count } = given.get(shard)!;
    return {
      id: raw.id,
      at: at[rowOf(place)]!,
      sum: sum[rowOf(place)]!,
      count: count[rowOf(place)]!,
      raw,
      dimensions: {},
    };
  });
  return { rows, total };
}

function slicesOf(
  { source, without: left, span, filters, now }: RecordsRequest,
  tables: readonly ShardTable[],
): Slice[] {
  const slices = sliceRows({ leaf: source, span, filters, now }, tables);
  if (!left) return slices;
  // Of the same fact by the same clock, so that the rows are the same.
  const others = new Map(
    sliceRows({ leaf: left.source, span, filters, now }, tables).map(({ table, rows }) => [table, rows]),
  );
  return slices.map((slice) => {
    const { length } = slice.table;
    const rows = others.get(slice.table);
    return { ...slice, rows: both(slice.rows, rows ? without(rows, length) : emptyBits(length)) };
  });
}

function gather(
  slices: readonly Slice[],
  { measure, sharing }: RecordsRequest,
  shards: readonly Shard[],
): Map<Shard, Given> {
  const given = new Map<Shard, Given>();
  const tables = shardTables(shards);
  const isShared = sharing && sharedTest(slices, sharing);
  slices.forEach((slice, index) => {
    const place = placeIn(slice.table, tables);
    const values = measure === undefined ? undefined : measureIn(slice.table, measure).values;
    for (const row of listRows(clipped(slice))) {
      if (isShared && !isShared(index, row)) continue;
      const { shard, row: to } = place(row);
      let found = given.get(shard);
      if (!found)
        given.set(
          shard,
          (found = {
            at: new Float64Array(shard.length).fill(-Infinity),
            sum: new Float64Array(shard.length),
            count: new Float64Array(shard.length),
          }),
        );
      const { at, sum, count } = found;
      at[to] = Math.max(at[to]!, slice.table.times[row]!);
      if (!values || Number.isNaN(values[row])) continue;
      sum[to]! += values[row]!;
      count[to]! += 1;
    }
  });
  return given;
}

/** Ties go by id. */
function orderOf(
  { gives, sort: { key, descending } }: RecordsRequest,
  given: ReadonlyMap<Shard, Given>,
  shards: ShardList,
): RowOrder {
  const sign = descending ? -1 : 1;
  return {
    descending,
    keysOf(shard, rows) {
      // Unset only where no row is asked for.
      const { at, sum, count } = given.get(shard) ?? NOTHING;
      return Float64Array.from(rows, (row) => {
        const value = key === 'at' ? at[row]! : givenBy({ sum: sum[row]!, count: count[row]! }, gives);
        return value === null ? Infinity : sign * value;
      });
    },
    compare: (a, b) => compareBytes(shards.idAt(a), shards.idAt(b)),
  };
}

/** Rows sorted beyond the page that was asked for, since the next is likely. */
const AHEAD = 4;

interface Kept {
  key: string;
  found: readonly FoundRows[];
  total: number;
  sort: string;
  /** The first of them, sorted. */
  places: Float64Array;
}

/** Finds, searches, sorts and pages conversations; what was found stays for the next page of the same question. */
export class ListFinder {
  readonly #shards: ShardList;
  readonly #context: ShardContext;
  #kept: Kept | undefined;

  constructor(shards: ShardList, context: ShardContext) {
    this.#shards = shards;
    this.#context = context;
  }

  /** `tables`: those of the leaf's fact, as they stand at the request's now. */
  list(request: ListRequest, tables: readonly ShardTable[]): ConversationsPage {
    const { page, pageSize, now, search } = request;
    const kept = this.#find(request, tables);
    const start = (page - 1) * pageSize;
    const end = Math.min(start + pageSize, kept.total);
    this.#sortUpTo(end, kept, request);
    const rows = Array.from(kept.places.subarray(start, end), (place) =>
      toRow(stateAt(this.#recordAt(place), now, this.#context.settings), search),
    );
    return { rows, total: kept.total, page, pageSize };
  }

  /** In the order of the conversations' ids. */
  questions(request: Pick<ListRequest, 'span' | 'filters' | 'now'>, tables: readonly ShardTable[]): Question[] {
    const found = conversationsOf(sliceRows({ ...request, leaf: CONVERSATIONS }, tables), undefined, this.#shards.all);
    const places = topRows(found, idOrder(this.#shards), Infinity);
    return Array.from(places, (place) => this.#questionsAt(place, request.now)).flat();
  }

  #find(request: ListRequest, tables: readonly ShardTable[]): Kept {
    const slices = sliceRows(request, tables);
    const key = this.#keyOf(request, slices);
    if (this.#kept?.key === key) return this.#kept;
    let found = conversationsOf(slices, request.sharing, this.#shards.all);
    if (request.ids) found = this.#only(request.ids, found);
    if (request.search) found = searchRows(found, request.search, request.now, this.#context.settings);
    this.#kept = { key, found, total: countFound(found), sort: '', places: new Float64Array() };
    return this.#kept;
  }

  #sortUpTo(end: number, kept: Kept, { sort, now }: ListRequest): void {
    const asked = JSON.stringify(sort);
    if (kept.sort === asked && kept.places.length >= end) return;
    kept.places = topRows(kept.found, rowOrder(sort, this.#shards, now), Math.min(end * AHEAD, kept.total));
    kept.sort = asked;
  }

  /** The same for as long as the same rows are found: another now changes it only where it changes something. */
  #keyOf({ leaf, sharing, filters, ids, search }: ListRequest, slices: readonly Slice[]): string {
    const rows = slices.map((slice) => [slice.table.version, ...Object.values(bounds(slice))]);
    const versions = this.#shards.all.map(({ opened }) => opened.version);
    return JSON.stringify([this.#shards.additions, versions, rows, leaf, sharing, filters, ids && [...ids], search]);
  }

  #only(ids: ReadonlySet<string>, found: readonly FoundRows[]): FoundRows[] {
    const wanted = new Map(found.map(({ shard }) => [shard.slot, emptyBits(shard.length)]));
    for (const id of ids) {
      const bytes = toUtf8(id);
      const place = this.#shards.find({ bytes, start: 0, end: bytes.length });
      const rows = place === undefined ? undefined : wanted.get(shardOf(place));
      if (rows) setBit(rows, rowOf(place!));
    }
    return found.map(({ shard, rows }) => ({
      shard,
      rows: rows.map((word, index) => word & wanted.get(shard.slot)![index]!),
    }));
  }

  #recordAt(place: Place) {
    return recordOf(this.#shards.at(shardOf(place)), rowOf(place));
  }

  #questionsAt(place: Place, now: number): Question[] {
    const shard = this.#shards.at(shardOf(place));
    const { batch, records } = shard;
    const row = rowOf(place);
    const record = records?.recordAt(row);
    if (record) return questionsOf(stateAt(record, now, this.#context.settings));
    const text = batch.firstQuestion && textOf(batch.firstQuestion, row);
    if (text === undefined || text.trim() === '') return [];
    const status = this.#valueAt('status', shard, row) as ConversationStatus;
    return toQuestions(
      {
        conversationId: textOf(batch.id, row)!,
        status,
        takenOver: false,
        tag: this.#valueAt('tag', shard, row) || null,
      },
      text,
      [],
    );
  }

  #valueAt(name: string, { opened }: Shard, row: number): string {
    const column = opened.column(name);
    const code = column?.kind === 'constant' ? column.code : column?.kind === 'code' ? column.codes[row]! : 0;
    return String(this.#context.dictionaries.of(name).valueOf(code) ?? '');
  }
}
