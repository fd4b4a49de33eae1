/** The first question of a conversation, folded, as it stands at an instant. */
import type { ByteText } from './compare-bytes.js';
import type { TextColumn } from './columns.js';
import type { Shard } from './shard.js';

/** `undefined`: nothing was asked, or nothing that is left of it once it is folded. */
export function firstQuestionOf(shard: Shard, row: number, now: number): ByteText | undefined {
  const place = shard.records ? shard.records.places[row]! : -1;
  if (place >= 0) return ofRecord(shard, place, now);
  const { questions } = shard.folded;
  return questions && textAt(questions, row);
}

function ofRecord(shard: Shard, place: number, now: number): ByteText | undefined {
  const { questions, texts, at } = shard.folded.records!;
  const text = questions[place]!;
  return text < 0 || at[text]! > now ? undefined : textAt(texts, text);
}

function textAt({ bytes, offsets }: TextColumn, row: number): ByteText | undefined {
  const [start, end] = [offsets[row]!, offsets[row + 1]!];
  return start === end ? undefined : { bytes, start, end };
}
