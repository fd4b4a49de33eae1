/** What becomes of the values of a list. */
import type { FactName } from '../../core/facts/registry.js';
import type { FactIntake } from './fact-intake.js';
import { PlainConversations } from './plain-conversations.js';
import { skipValue } from './skip-value.js';

export interface ItemReader {
  /** After the value, which was read and kept; -1: read it as a whole. */
  read(bytes: Uint8Array, view: DataView, at: number, limit: number): number;
  /** Of what `read` kept last. */
  commit(): void;
  drop(): void;
  /** A value that was read as a whole. */
  take(value: unknown, index: number): void;
}

const nothing = () => undefined;

/** Lists that nobody reads must be JSON all the same. */
export const IGNORED: ItemReader = {
  read: (bytes, _, at) => skipValue(bytes, at),
  commit: nothing,
  drop: nothing,
  take: nothing,
};

export function itemReader(fact: FactName, intake: FactIntake): ItemReader {
  const take = (value: unknown, index: number) => intake.take(fact, value, index);
  if (fact !== 'conversations') return { read: () => -1, commit: nothing, drop: nothing, take };
  const { builder } = intake;
  const plain = new PlainConversations(builder);
  return {
    read: (bytes, view, at, limit) => plain.read(bytes, view, at, limit),
    commit() {
      builder.commitRow();
      intake.cut();
    },
    drop: () => builder.dropRow(),
    take,
  };
}
