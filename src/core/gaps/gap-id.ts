/**
 * A gap's id: made of the word that marks its questions most, the one that most of them say and few others do. One word outlives what
 * changes around it: of a hundred ids of the most asked gaps nearly all stay when an article comes or a tenth more is asked, and about 89
 * when a tenth falls away. Where a group is split, joined with another, or comes to be about something else, its id may go.
 */
import { compareCodePoints } from '../answer/groups.js';
import { type AskedText, countWords } from './asked-texts.js';
import type { Steps } from '../steps.js';

/** `overall` counts the words of all texts, covered ones too. */
export function toGapId(group: readonly AskedText[], overall: ReadonlyMap<string, number>): Steps<string> {
  return toMarkId('gap', group, overall);
}

/** The same with another word in front. */
export function* toMarkId(
  kind: string,
  group: readonly AskedText[],
  overall: ReadonlyMap<string, number>,
): Steps<string> {
  const size = group.reduce((sum, { asked }) => sum + asked.length, 0);
  const [first] = [...(yield* countWords(group))]
    .map(([word, count]) => ({ word, mark: (2 * count) / (overall.get(word)! + size) }))
    .sort((a, b) => b.mark - a.mark || b.word.length - a.word.length || compareCodePoints(a.word, b.word));
  return `${kind}-${hash(first?.word ?? '')}`;
}

/** The second of two gaps with the same mark gets a number. */
export function tellApart<T extends { id: string }>(gaps: readonly T[]): T[] {
  const seen = new Map<string, number>();
  return gaps.map((gap) => {
    const times = (seen.get(gap.id) ?? 0) + 1;
    seen.set(gap.id, times);
    return times === 1 ? gap : { ...gap, id: `${gap.id}-${times}` };
  });
}

/** FNV-1a over UTF-16 units, twice with different starts: 64 bits as hexadecimal digits. */
function hash(text: string): string {
  return [0x811c9dc5, 0x9e3779b9]
    .map((start) => {
      let bits = start;
      for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
      return (bits >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}
