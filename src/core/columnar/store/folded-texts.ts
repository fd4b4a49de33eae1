/** The texts of a shard as a search reads them, made when first searched and kept with the shard. */
import { foldText } from '../../answer/fold-text.js';
import type { ConversationBatch } from './batch.js';
import type { TextColumn } from './columns.js';
import { GrowingTexts } from './growing-columns.js';
import type { RecordRows } from './record-rows.js';
import { LOWER, readUtf8 } from './bytes.js';

/** All that is said in conversations with a record. Texts of place `i` are those from `starts[i]` up to `starts[i + 1]`. */
export interface RecordTexts {
  texts: TextColumn;
  starts: Int32Array;
  /** When each text came to be; `-Infinity`: it was always there. */
  at: Float64Array;
  /** Place → its first question among the texts, −1 where there is none. */
  questions: Int32Array;
}

export interface FoldedTexts {
  ids: TextColumn;
  /** Bytes that ids have, without case. */
  idBytes: ReadonlySet<number>;
  /** Of rows without a record. */
  questions: TextColumn | undefined;
  records: RecordTexts | undefined;
}

export function foldTexts({ id, firstQuestion }: ConversationBatch, records: RecordRows | undefined): FoldedTexts {
  const ids = foldColumn(id);
  return {
    ids,
    idBytes: bytesIn(ids),
    questions: firstQuestion && foldColumn(firstQuestion),
    records: records && foldRecords(records),
  };
}

/** Text below 128 stays as it is, since bytes are compared without case. */
function foldColumn(column: TextColumn): TextColumn {
  if (column.isAscii) return column;
  const { bytes, offsets } = column;
  const folded = new GrowingTexts();
  const length = offsets.length - 1;
  for (let row = 0; row < length; row++) folded.set(row, foldText(readUtf8(bytes, offsets[row]!, offsets[row + 1]!)));
  return folded.take(length) ?? column;
}

function bytesIn({ bytes }: TextColumn): Set<number> {
  const seen = new Uint8Array(256);
  for (let at = 0; at < bytes.length; at++) seen[bytes[at]!] = 1;
  return new Set(
    Array.from(seen.keys())
      .filter((byte) => seen[byte])
      .map((byte) => LOWER[byte]!),
  );
}

function foldRecords({ records }: RecordRows): RecordTexts {
  const folded = new GrowingTexts();
  const starts = new Int32Array(records.length + 1);
  const questions = new Int32Array(records.length).fill(-1);
  const at: number[] = [];
  const add = (text: string | null | undefined, since: number) => {
    if (typeof text === 'string') folded.set(at.push(since) - 1, foldText(text));
  };
  records.forEach(({ profile, raw, messages }, place) => {
    for (const text of [profile?.name, profile?.email, profile?.phone]) add(text, -Infinity);
    if (!messages && raw.firstQuestion != null) questions[place] = at.length;
    if (!messages) add(raw.firstQuestion, -Infinity);
    for (const message of messages ?? []) {
      if (message.from === 'visitor' && questions[place]! < 0) questions[place] = at.length;
      add(message.raw.text, message.at);
    }
    starts[place + 1] = at.length;
  });
  const texts = folded.take(at.length) ?? {
    kind: 'text',
    bytes: new Uint8Array(),
    offsets: new Uint32Array(1),
    isAscii: true,
  };
  return { texts, starts, at: Float64Array.from(at), questions };
}
