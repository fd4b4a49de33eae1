/** The first question of a conversation, folded, as it stands at an instant. */
import type { ByteText } from './compare-bytes.js';
import type { TextColumn } from './columns.js';
import type { Shard } from './shard.js';

/** `undefined`: nothing was asked, or an empty text. */
export function firstQuestionOf(shard: Shard, row: number, now: number): ByteText | undefined {
  const place = shard.records ? shard.records.places[row]! : -1;
  if (place >= 0) return ofRecord(shard, place, now);
  const { questions } = shard.folded;
  return questions && !isEmpty(shard.batch.firstQuestion!, row) ? textAt(questions, row) : undefined;
}

function ofRecord(shard: Shard, place: number, now: number): ByteText | undefined {
  const { questions, texts, at } = shard.folded.records!;
  const text = questions[place]!;
  if (text < 0 || at[text]! > now) return undefined;
  return isAsked(shard, place) ? textAt(texts, text) : undefined;
}

/** What folds to nothing is a text all the same. */
function isAsked({ records }: Shard, place: number): boolean {
  const { messages, raw } = records!.records[place]!;
  return Boolean(messages ? messages.find(({ from }) => from === 'visitor')?.raw.text : raw.firstQuestion);
}

const isEmpty = ({ offsets }: TextColumn, row: number): boolean => offsets[row] === offsets[row + 1];

const textAt = ({ bytes, offsets }: TextColumn, row: number): ByteText => ({ bytes, start: offsets[row]!, end: offsets[row + 1]! });
