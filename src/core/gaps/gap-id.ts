/**
 * A gap's id: made of the three words that mark its questions most, those that most of them say and few others do. So a refresh and
 * other articles leave it alone while the group holds the same questions. It changes when other words come to mark the group: when new
 * questions or articles split it, join it with another, or shift what most say. Of ten ids, about seven outlive a loss of one question
 * in twenty.
 */
import { compareCodePoints } from '../engine/groups.js';
import type { AskedText } from './asked-texts.js';
import { countWords } from './count-words.js';
import { runToEnd } from './steps.js';

const MARKS = 3;

/** `overall` counts the words of all groups' texts. */
export function toGapId(group: readonly AskedText[], overall: ReadonlyMap<string, number>): string {
  const marks = [...runToEnd(countWords(group))]
    .map(([word, count]) => ({ word, mark: count ** 2 / overall.get(word)! }))
    .sort((a, b) => b.mark - a.mark || b.word.length - a.word.length || compareCodePoints(a.word, b.word))
    .slice(0, MARKS)
    .map(({ word }) => word);
  return `gap-${hash(marks.sort(compareCodePoints).join(' '))}`;
}

/** The second of two gaps with the same marks gets a number. */
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
  return [0x811c9dc5, 0x9e3779b9].map((start) => {
    let bits = start;
    for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
    return (bits >>> 0).toString(16).padStart(8, '0');
  }).join('');
}
