/** Batches with other rows: in another order, a part of one, several in one. */
import type { Conversation } from '../../facts/conversations.js';
import type { ConversationBatch } from './batch.js';
import type { CodeColumn, NumberColumn, TextColumn } from './columns.js';
import { gatherColumn, pick } from './gather.js';
import { concatColumns, type Places } from './gather-across.js';

/** Row `i` is the other's row `rows[i]`. */
export function pickRows(batch: ConversationBatch, rows: Int32Array): ConversationBatch {
  const { updatedAt, firstQuestion } = batch;
  const pickAll = <C extends CodeColumn | NumberColumn>(columns: ReadonlyMap<string, C>) =>
    new Map([...columns].map(([name, column]) => [name, gatherColumn(column, rows) as C]));
  return {
    length: rows.length,
    id: gatherColumn(batch.id, rows) as TextColumn,
    startedAt: pick(batch.startedAt, rows),
    ...(updatedAt && { updatedAt: pick(updatedAt, rows) }),
    texts: pickAll(batch.texts),
    numbers: pickAll(batch.numbers),
    ...(firstQuestion && { firstQuestion: gatherColumn(firstQuestion, rows) as TextColumn }),
    records: moveRecords([batch], { parts: new Int32Array(rows.length), rows }),
  };
}

/** One batch of the given rows of several. */
export function joinBatches(batches: readonly ConversationBatch[], places: Places): ConversationBatch {
  const across = <C>(columnOf: (batch: ConversationBatch) => CodeColumn | NumberColumn | TextColumn | undefined) =>
    concatColumns(batches.map(columnOf), places) as C | undefined;
  const numbers = (valuesOf: (batch: ConversationBatch) => Float64Array | undefined) =>
    across<{ values: Float64Array }>((batch) => {
      const values = valuesOf(batch);
      return values && { kind: 'number', values };
    })?.values;
  const columns = <C>(columnsOf: (batch: ConversationBatch) => ReadonlyMap<string, CodeColumn | NumberColumn>) => {
    const names = new Set(batches.flatMap((batch) => [...columnsOf(batch).keys()]));
    return new Map([...names].map((name) => [name, across<C>((batch) => columnsOf(batch).get(name))!]));
  };
  const updatedAt = numbers((batch) => batch.updatedAt);
  const firstQuestion = across<TextColumn>((batch) => batch.firstQuestion);
  return {
    length: places.rows.length,
    id: across<TextColumn>((batch) => batch.id)!,
    startedAt: numbers((batch) => batch.startedAt)!,
    ...(updatedAt && { updatedAt }),
    texts: columns<CodeColumn>((batch) => batch.texts),
    numbers: columns<NumberColumn>((batch) => batch.numbers),
    ...(firstQuestion && { firstQuestion }),
    records: moveRecords(batches, places),
  };
}

/** The kept rows of each part, one part after the other. */
export function placesOf(parts: readonly { length: number; isKept(row: number): boolean }[]): Places {
  const found = { parts: [] as number[], rows: [] as number[] };
  parts.forEach(({ length, isKept }, part) => {
    for (let row = 0; row < length; row++) {
      if (!isKept(row)) continue;
      found.parts.push(part);
      found.rows.push(row);
    }
  });
  return { parts: Int32Array.from(found.parts), rows: Int32Array.from(found.rows) };
}

export function moveRecords(batches: readonly ConversationBatch[], { parts, rows }: Places): Map<number, Conversation> {
  const moved = new Map<number, Conversation>();
  if (batches.every(({ records }) => records.size === 0)) return moved;
  for (let place = 0; place < rows.length; place++) {
    const record = batches[parts[place]!]!.records.get(rows[place]!);
    if (record) moved.set(place, record);
  }
  return moved;
}
