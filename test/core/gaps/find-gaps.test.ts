import { expect } from 'chai';
import { findKnowledgeGaps as find } from '../../../src/core/gaps/find-gaps.js';
import type { KnowledgeGap } from '../../../src/core/query.js';
import type { Question } from '../../../src/core/answer/engine.js';
import { INTENTS } from '../../fixtures/banking77/intents.js';
import { countRemoved, drawRemoved, gapsWithout, majorityIntent, QUESTIONS, toArticle } from './removed-articles.js';

const ask = (...texts: string[]): Question[] =>
  texts.map((text, index) => ({
    conversationId: `c${index}`,
    text,
    unresolved: false,
    missed: false,
    resolved: false,
    takenOver: false,
    tag: null,
  }));
const ARTICLES = INTENTS.map(toArticle);
const GREENLAND = ['Do you ship to Greenland?', 'do you ship to greenland', 'Can you ship to Greenland please'];

const findKnowledgeGaps = (...input: Parameters<typeof find>) => find(...input).gaps;

describe('findKnowledgeGaps on banking questions whose articles were taken away', () => {
  for (const draw of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) {
    it(`names at least 7 removed topics among the first 10 gaps of draw ${draw}`, () => {
      const removed = drawRemoved(draw);
      expect(countRemoved(gapsWithout(removed), removed)).to.be.at.least(7);
    });
  }

  it('drops the gap when its article is there', () => {
    const removed = drawRemoved(1);
    const first = gapsWithout(removed).find((gap) => removed.has(majorityIntent(gap)))!;
    const left = gapsWithout(new Set([...removed].filter((name) => name !== majorityIntent(first))), 100);
    expect(left.map(({ id }) => id)).to.not.include(first.id);
    expect(left.map(({ topic }) => topic)).to.not.include(first.topic);
  });
});

describe('the id of a gap', () => {
  const articles = ARTICLES.slice(10);
  const first = findKnowledgeGaps(QUESTIONS, articles, 10);
  const kept = (gaps: readonly KnowledgeGap[]) =>
    first.filter((one) =>
      gaps.some((gap) => gap.id === one.id && gap.conversationIds.some((id) => one.conversationIds.includes(id))),
    ).length;

  const changes: [what: string, atLeast: number, questions: Question[]][] = [
    ['one question in twenty falls away', 8, QUESTIONS.filter((_, index) => index % 20 !== 7)],
    ['a tenth of the questions falls away', 8, QUESTIONS.filter((_, index) => index % 10 !== 3)],
    [
      'a tenth more is asked',
      9,
      [
        ...QUESTIONS,
        ...INTENTS.flatMap(({ name, article }) =>
          article
            .slice(0, 4)
            .map((text, index) => ({ ...QUESTIONS[0]!, text, conversationId: `${name}/more${index}` })),
        ),
      ],
    ],
  ];
  for (const [what, atLeast, questions] of changes) {
    it(`stays for at least ${atLeast} of the first 10 when ${what}`, () => {
      expect(kept(findKnowledgeGaps(questions, articles, 100))).to.be.at.least(atLeast);
    });
  }

  it('stays for each that an article leaves open', () => {
    const gaps = findKnowledgeGaps(QUESTIONS, ARTICLES.slice(9), 100);
    const open = first.filter((gap) => majorityIntent(gap) !== INTENTS[9]!.name).map(({ id }) => id);
    expect(open).to.have.length.of.at.least(7);
    expect(gaps.map(({ id }) => id)).to.include.members(open);
  });

  it('stays for each when only unresolved or missed questions count', () => {
    const all = findKnowledgeGaps(QUESTIONS, articles, 1000);
    const narrowed = findKnowledgeGaps(QUESTIONS, articles, 1000, 'unresolved-or-missed');
    const asked = new Map(QUESTIONS.map((question) => [question.conversationId, question]));
    for (const gap of narrowed) {
      const wide = all.find(({ id }) => id === gap.id);
      expect(gap.conversationIds, gap.topic).to.deep.equal(
        wide!.conversationIds.filter((id) => asked.get(id)!.unresolved),
      );
      expect([gap.count, gap.unresolvedRate, gap.coverage]).to.deep.equal([
        gap.conversationIds.length,
        1,
        wide!.coverage,
      ]);
      expect(gap.questions).to.include(gap.topic);
    }
    expect(narrowed).to.have.length(all.filter(({ unresolvedRate }) => unresolvedRate! > 0).length);
  });
});

describe('findKnowledgeGaps', () => {
  it('gives the same answer whatever the order of questions and articles', () => {
    const articles = ARTICLES.slice(0, 30);
    const answer = findKnowledgeGaps(QUESTIONS, articles, 100);
    expect(findKnowledgeGaps([...QUESTIONS].reverse(), [...articles].reverse(), 100)).to.deep.equal(answer);
    expect(findKnowledgeGaps([...QUESTIONS.slice(700), ...QUESTIONS.slice(0, 700)], articles, 100)).to.deep.equal(
      answer,
    );
  });

  it('gives each gap an id of its own', () => {
    const ids = findKnowledgeGaps(QUESTIONS, [], 100).map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('keeps the id when it is asked again and when other articles come', () => {
    const [before] = findKnowledgeGaps(ask(...GREENLAND), [], 1);
    const [after] = findKnowledgeGaps(ask(...GREENLAND, GREENLAND[0]!, GREENLAND[0]!), ARTICLES.slice(0, 5), 1);
    expect(after!.id).to.equal(before!.id);
  });

  it('counts the same question in other spelling as asked again', () => {
    const [gap] = findKnowledgeGaps(ask(...GREENLAND), [], 10);
    expect(gap).to.include({ count: 3, coverage: 0, unresolvedRate: 0 });
    expect(gap!.conversationIds).to.deep.equal(['c0', 'c1', 'c2']);
    expect(gap!.questions).to.have.members([GREENLAND[0], 'Can you ship to Greenland']);
    expect(gap!.questions).to.include(gap!.topic);
    expect(gap).to.not.have.property('nearest');
  });

  it('takes the unresolved share of conversations, each once', () => {
    const questions = ask(...GREENLAND, 'ship to Greenland').map((question, index) => ({
      ...question,
      conversationId: index < 2 ? 'a' : `b${index}`,
      unresolved: index < 2,
    }));
    expect(findKnowledgeGaps(questions, [], 1)[0]).to.deep.include({
      count: 4,
      conversationIds: ['a', 'b2', 'b3'],
      unresolvedRate: 1 / 3,
    });
  });

  it('closes a gap with an article that answers it', () => {
    const article = { id: 's', title: 'Shipping to Greenland', body: 'We ship to Greenland. Delivery takes ten days.' };
    expect(findKnowledgeGaps(ask(...GREENLAND), [article], 10)).to.deep.equal([]);
  });

  it('puts the question asked more often first', () => {
    const gaps = findKnowledgeGaps(ask('Kann ich stornieren?', ...GREENLAND), [], 10);
    expect(gaps.map(({ count }) => count)).to.deep.equal([3, 1]);
  });

  it('reads scripts without spaces', () => {
    expect(findKnowledgeGaps(ask('退款需要多久', '退款要多久才能到账', '请问退款多久到账'), [], 10)[0]).to.include({
      count: 3,
    });
  });

  for (const text of [
    'hi',
    'Hello!!',
    'thanks',
    'Thank you',
    'good morning',
    '👍',
    '?',
    '42',
    'Danke',
    '你好',
    'I have a question',
    ' ',
  ]) {
    it(`makes no gap of ${JSON.stringify(text)}`, () => {
      expect(findKnowledgeGaps(ask(...Array.from({ length: 20 }, () => text)), [], 10)).to.deep.equal([]);
    });
  }

  it('answers nothing with nothing', () => {
    expect(findKnowledgeGaps([], [], 10)).to.deep.equal([]);
    expect(findKnowledgeGaps([], ARTICLES, 10)).to.deep.equal([]);
  });

  it('takes words that objects know for words', () => {
    expect(
      findKnowledgeGaps(ask('constructor __proto__ toString'), [{ id: '__proto__', title: 'hasOwnProperty' }], 10),
    ).to.have.length(1);
  });

  it('holds to the limit', () => {
    expect(findKnowledgeGaps(QUESTIONS, [], 3)).to.have.length(3);
  });

  it('keeps coverage between 0 and 1 and below what counts as covered', () => {
    for (const { coverage, nearest } of gapsWithout(drawRemoved(2), 100)) {
      expect(coverage).to.be.within(0, 0.85);
      expect(nearest?.score ?? 0).to.equal(coverage);
    }
  });
});
