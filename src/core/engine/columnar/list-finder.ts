/** Finds, searches, sorts and pages conversations; what was found stays for the next page of the same question. */
import type { ConversationsPage } from '../../query.js';
import { stateAt } from '../conversation-state.js';
import type { ListRequest, Question } from '../engine.js';
import { toRow } from '../conversation-row.js';
import type { ConversationStatus } from '../../status/conversation-status.js';
import { CONVERSATIONS, questionsOf, toQuestions } from '../asked-questions.js';
import { emptyBits, setBit } from './bits.js';
import { conversationsOf, countFound, sliceRows, type FoundRows } from './found-rows.js';
import { rowOf, shardOf, type Place } from './id-index.js';
import type { Shard } from './shard.js';
import type { ShardContext } from './plain-columns.js';
import { recordOf, textOf } from './plain-record.js';
import { idOrder, rowOrder } from './row-order.js';
import { searchRows } from './search-rows.js';
import type { ShardList } from './shard-list.js';
import type { ShardTable } from './shard-table.js';
import { bounds, type Slice } from './slices.js';
import { topRows } from './top-rows.js';
import { toUtf8 } from './utf8.js';

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
