/** Which gaps the list shows, and what it says of each: pure, from an answer to words. */
import { fillText, type Formats } from '../../core/format/formats.js';
import type { GapsQuery, KnowledgeGap, KnowledgeGaps } from '../../core/query.js';
import type { Messages } from '../../locales/messages.js';

export type GapWords = Messages['gaps'];

/** An article that went out. */
export interface Added {
  gapId: string;
  title: string;
  /** The page keeps the article; no source has it. */
  isKeptByPage: boolean;
  /** Which list it was for. */
  asked: string;
}

export interface ListedGap {
  gap: KnowledgeGap;
  /** The user has just dismissed it and may take that back; the line keeps its place. */
  isDismissed: boolean;
}

export interface Listing {
  dismissed: readonly string[];
  /** Dismissed here and now. */
  undoable: ReadonlySet<string>;
  /** A gap in use, which stays at its place also when a newer answer lacks it. */
  held: { gap: KnowledgeGap; place: number } | undefined;
}

/** All of them, in the order of the answer. */
export function listGaps(gaps: readonly KnowledgeGap[], { dismissed, undoable, held }: Listing): ListedGap[] {
  const listed = gaps
    .map((gap) => ({ gap, isDismissed: dismissed.includes(gap.id) }))
    .filter(({ gap, isDismissed }) => !isDismissed || undoable.has(gap.id));
  if (held && !gaps.some(({ id }) => id === held.gap.id))
    listed.splice(held.place, 0, { gap: held.gap, isDismissed: false });
  return listed;
}

/** How often, how much of it unresolved where anything is, and how near the knowledge base comes. */
export function toGapFacts(
  { count, unresolvedRate, nearest }: KnowledgeGap,
  words: GapWords,
  formats: Formats,
  hasArticles: boolean,
): string[] {
  return [
    formats.counted(words.asked, count),
    ...(unresolvedRate ? [fillText(words.unresolved, { share: formats.share(unresolvedRate, 0) })] : []),
    ...(nearest
      ? [fillText(words.nearest, { title: isolate(nearest.title), share: formats.share(nearest.score, 0) })]
      : hasArticles
        ? [words.noNearest]
        : []),
  ];
}

/** What became of the last article; `undefined` on any list but the one it was for. */
export function wordsOfAdded(
  added: Added | undefined,
  { answer, query }: { answer: KnowledgeGaps; query: GapsQuery },
  words: GapWords,
): string | undefined {
  if (!added || added.asked !== JSON.stringify(query)) return undefined;
  const isOpen = answer.gaps.some(({ id }) => id === added.gapId);
  return fillText(added.isKeptByPage ? words.told : isOpen ? words.added : words.closed, {
    title: isolate(added.title),
  });
}

/** Text of any direction within a sentence of another. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
