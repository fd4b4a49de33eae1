import { expect } from 'chai';
import { createFormats } from '../../../src/core/format/formats.js';
import type { FrequentQuestion } from '../../../src/core/query.js';
import { groupByTopic, hasFailed, toListed } from '../../../src/elements/agent-questions-card/listed-questions.js';

const formats = createFormats('en', 'UTC', undefined);
const question = (id: string, rest: Partial<FrequentQuestion> = {}): FrequentQuestion => ({
  id,
  question: `${id}?`,
  topic: null,
  examples: [],
  count: 4,
  share: 0.1,
  resolvedRate: 0.5,
  takeoverRate: 0.25,
  missedRate: 0,
  conversationIds: [],
  ...rest,
});

describe('the listed questions', () => {
  const cases: [resolved: number | null, takeover: number | null, missed: number | null, failed: boolean][] = [
    [0.5, 0.25, 0.25, false],
    [0.5, 0.5, 0.5, false],
    [0.4, 0.6, 0, true],
    [0.4, 0, 0.41, true],
    [0, 0, 0, false],
    [0, null, 0.1, true],
    [null, 1, 1, false],
    [0.2, null, null, false],
  ];
  for (const [resolvedRate, takeoverRate, missedRate, failed] of cases) {
    it(`${failed ? 'are' : 'are not'} failed with ${resolvedRate} resolved, ${takeoverRate} taken over, ${missedRate} missed`, () => {
      expect(hasFailed(question('a', { resolvedRate, takeoverRate, missedRate }))).to.equal(failed);
    });
  }

  it('write shares as people do, and nothing where nothing was measured', () => {
    const [row] = toListed([question('a', { share: 0.1234, missedRate: null })], formats);
    expect([row!.share, row!.resolved, row!.takeover, row!.missed]).to.deep.equal(['12.3%', '50%', '25%', '–']);
  });

  it('stand under their topics, the most asked first, those without one last', () => {
    const groups = groupByTopic(
      [
        question('a', { count: 9, share: 0.3 }),
        question('b', { topic: 'returns', count: 5, share: 0.2 }),
        question('c', { topic: 'delivery', count: 4 }),
        question('d', { topic: 'delivery', count: 3 }),
      ],
      formats,
    );
    expect(
      groups.map(({ topic, count, shareOfOne, questions }) => [
        topic,
        count,
        shareOfOne,
        questions.map(({ id }) => id).join(),
      ]),
    ).to.deep.equal([
      ['delivery', 7, 0.2, 'c,d'],
      ['returns', 5, 0.2, 'b'],
      [null, 9, 0.3, 'a'],
    ]);
  });
});
