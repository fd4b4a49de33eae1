import { expect } from '@open-wc/testing';
import type { KnowledgeGap } from '../../../src/core/query.js';
import { KnownGaps } from '../../../src/elements/knowledge-gaps-card/known-gaps.js';
import { gap } from './gaps-source.js';

const about = (id: string, ...conversationIds: string[]): KnowledgeGap => gap(id, { conversationIds });
const ids = (gaps: readonly KnowledgeGap[]) => gaps.map(({ id }) => id);

/** Knows `a`, of conversations 1 to 4, with `b` beside it. */
function knowing(): KnownGaps {
  const known = new KnownGaps();
  known.remember(
    about('a', '1', '2', '3', '4'),
    [about('a'), about('b')].map((one) => ({ gap: one, isDismissed: false })),
  );
  return known;
}

describe('KnownGaps', () => {
  const cases: [what: string, answer: KnowledgeGap[], open: string[], dismissed: string[]][] = [
    ['leave the gap itself alone', [about('b'), about('a', '9')], ['b', 'a'], ['b', 'a']],
    ['recognize it by most of its conversations', [about('x', '2', '3', '9')], ['a'], ['a']],
    ['recognize it by its questions', [gap('x', { questions: ['a?'], conversationIds: ['9'] })], ['a'], ['a']],
    ['know nothing of what shares half', [about('x', '1', '8')], ['x'], ['x']],
    ['know a gap beside it for another', [about('b', '1', '2', '3', '4')], ['b'], ['b']],
    [
      'find it in a greater one, unless that would dismiss the greater',
      [about('x', '1', '2', '3', '4', '5', '6', '7', '8', '9')],
      ['a'],
      ['x'],
    ],
    [
      'give the id to one part, and dismiss every part',
      [about('x', '1', '2'), about('y', '3', '4')],
      ['a', 'y'],
      ['a'],
    ],
    ['dismiss a part that split off', [about('x', '1'), about('a', '2', '3', '4')], ['x', 'a'], ['a']],
  ];
  for (const [what, answer, open, dismissed] of cases) {
    it(what, () => {
      const known = knowing();
      expect([ids(known.recognize(answer, [])), ids(known.recognize(answer, ['a']))]).to.deep.equal([open, dismissed]);
    });
  }

  it('keep what the answer says of it', () => {
    expect(knowing().recognize([{ ...about('x', '1'), count: 77 }], [])).to.deep.equal([
      { ...about('x', '1'), count: 77, id: 'a' },
    ]);
  });

  it('know nothing any more once they forget', () => {
    const known = knowing();
    known.dismiss(about('c', '9'), []);
    known.forget();
    expect([ids(known.recognize([about('x', '1')], [])), known.dismissedHere.size]).to.deep.equal([['x'], 0]);
  });
});
