/** Puts the rows of a batch in another order, in the memory that they have: fresh memory would cost more than moving them twice. */
import type { ConversationBatch } from './batch.js';
import { moveRecords } from './batch-rows.js';
import type { TextColumn } from './columns.js';
import { pickBytesInto, pickedEnds, pickInto, textColumn, type Values } from './gather.js';

/** The batch given must not be used afterwards. */
export function reorderRows(batch: ConversationBatch, order: Int32Array): ConversationBatch {
  const { updatedAt, firstQuestion, texts, numbers } = batch;
  return {
    length: batch.length,
    id: reorderTexts(batch.id, order),
    startedAt: reorder(batch.startedAt, order),
    ...(updatedAt && { updatedAt: reorder(updatedAt, order) }),
    texts: new Map([...texts].map(([name, column]) => [name, { ...column, codes: reorder(column.codes, order) }])),
    numbers: new Map(
      [...numbers].map(([name, column]) => [name, { ...column, values: reorder(column.values, order) }]),
    ),
    ...(firstQuestion && { firstQuestion: reorderTexts(firstQuestion, order) }),
    records: moveRecords([batch], { parts: new Int32Array(order.length), rows: order }),
  };
}

let room = new ArrayBuffer(0);

function reorder<A extends Values>(values: A, order: Int32Array): A {
  const moved = roomLike(values, order.length);
  pickInto(values, order, moved);
  return moveBack(moved, values);
}

function reorderTexts(column: TextColumn, order: Int32Array): TextColumn {
  const ends = pickedEnds(column, order);
  const moved = roomLike(column.bytes, ends[order.length]!);
  pickBytesInto(column, order, moved);
  return textColumn(column, order, moveBack(moved, column.bytes), ends);
}

/** What is part of a larger piece of memory may be someone else's, and stays as it is. */
function moveBack<A extends Values>(moved: A, values: A): A {
  if (values.byteLength !== values.buffer.byteLength) return moved.slice() as A;
  values.set(moved);
  return values;
}

/** An array of the same kind, in memory that is used again and again. */
function roomLike<A extends Values>(values: A, length: number): A {
  const size = length * values.BYTES_PER_ELEMENT;
  if (room.byteLength < size) room = new ArrayBuffer(size);
  return new (values.constructor as new (buffer: ArrayBuffer, offset: number, length: number) => A)(room, 0, length);
}
