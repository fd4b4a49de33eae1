import { expect } from 'chai';
import type { Question } from '../../../src/core/answer/engine.js';
import { findKnowledgeGaps } from '../../../src/core/gaps/find-gaps.js';
import { GapFinder } from '../../../src/core/gaps/gap-finder.js';
import { runInSlices } from '../../../src/ingest/run-in-slices.js';
import { createLocalSource } from '../../../src/sources/local-source.js';
import { INTENTS } from '../../fixtures/banking77/intents.js';
import { june, NOW, rejection, talk, WEEK } from '../../fixtures/make-facts.js';

const TEXTS = INTENTS.flatMap(({ questions }) => questions);
const ARTICLES = INTENTS.slice(0, 30).map(({ name, article }) => ({
  id: name,
  title: name.replaceAll('_', ' '),
  body: article.join('\n'),
}));
const QUESTIONS: Question[] = TEXTS.slice(0, 200).map((text, index) => ({
  conversationId: `c${index}`,
  text,
  unresolved: false,
  missed: false,
  resolved: false,
  takenOver: false,
  tag: null,
}));

/** A finder, and how often it gave the thread back. */
function counting() {
  const finder = new GapFinder();
  let pauses = 0;
  let at = 0;
  // Every look at the clock is a slice later.
  const find = finder.for((steps) =>
    runInSlices(steps, { now: () => (at += 10), yieldThread: async () => void pauses++ }),
  );
  return { find, pauses: () => pauses };
}

const copyOf = <T extends object>(records: readonly T[]): T[] => records.map((record) => ({ ...record }));

describe('GapFinder', () => {
  it('finds what is found at once', async () => {
    const { find, pauses } = counting();
    expect(await find(QUESTIONS, ARTICLES, 20)).to.deep.equal(findKnowledgeGaps(QUESTIONS, ARTICLES, 20));
    expect(pauses()).to.be.above(20);
  });

  it('does nothing for the same questions and articles', async () => {
    const { find, pauses } = counting();
    const first = await find(QUESTIONS, ARTICLES, 20);
    const before = pauses();
    expect(await find(copyOf(QUESTIONS), copyOf(ARTICLES), 20)).to.equal(first);
    expect(pauses()).to.equal(before);
  });

  it('works again for a narrower look, and keeps both', async () => {
    const { find, pauses } = counting();
    const questions = QUESTIONS.map((question, index) => ({ ...question, missed: index % 3 === 0 }));
    const all = await find(questions, ARTICLES, 20, 'all');
    const narrowed = await find(questions, ARTICLES, 20, 'unresolved-or-missed');
    expect(narrowed)
      .to.deep.equal(findKnowledgeGaps(questions, ARTICLES, 20, 'unresolved-or-missed'))
      .and.not.deep.equal(all);
    const before = pauses();
    expect([
      (await find(questions, ARTICLES, 20, 'all')) === all,
      (await find(questions, ARTICLES, 20, 'unresolved-or-missed')) === narrowed,
      pauses(),
    ]).to.deep.equal([true, true, before]);
  });

  const changes: [what: string, questions: Question[], articles: typeof ARTICLES][] = [
    ['another question', [...QUESTIONS, { ...QUESTIONS[0]!, conversationId: 'new' }], ARTICLES],
    ['another text', [{ ...QUESTIONS[0]!, text: 'Do you ship to Greenland?' }, ...QUESTIONS.slice(1)], ARTICLES],
    ['another status', [{ ...QUESTIONS[0]!, unresolved: true }, ...QUESTIONS.slice(1)], ARTICLES],
    ['another article', QUESTIONS, ARTICLES.slice(1)],
    ['another body', QUESTIONS, [{ ...ARTICLES[0]!, body: 'Nothing.' }, ...ARTICLES.slice(1)]],
  ];
  for (const [what, questions, articles] of changes) {
    it(`works again for ${what}`, async () => {
      const { find, pauses } = counting();
      await find(QUESTIONS, ARTICLES, 20);
      const before = pauses();
      expect(await find(questions, articles, 20)).to.deep.equal(findKnowledgeGaps(questions, articles, 20));
      expect(pauses()).to.be.above(before);
    });
  }
});

/** Counts the turns that others get while a promise is under way, and the longest wait for one. */
async function othersDuring(promise: Promise<unknown>): Promise<{ turns: number; longestMs: number; wholeMs: number }> {
  let isOver = false;
  const end = promise.finally(() => (isOver = true));
  const began = performance.now();
  let [turns, longestMs, last] = [0, 0, began];
  while (!isOver) {
    await new Promise((resolve) => setTimeout(resolve));
    const now = performance.now();
    longestMs = Math.max(longestMs, now - last);
    last = now;
    turns++;
  }
  await end;
  return { turns, longestMs, wholeMs: performance.now() - began };
}

describe('10,000 questions', () => {
  const conversations = Array.from({ length: 10_000 }, (_, index) => {
    const text = `${TEXTS[index % TEXTS.length]!}${index < TEXTS.length ? '' : ` ${TEXTS[(index * 7) % TEXTS.length]!.split(' ').slice(0, 4).join(' ')}`}`;
    return talk(`c${index}`, june(5), { messages: [{ at: june(5), from: 'visitor', text }] });
  });
  const open = () => createLocalSource({ conversations, articles: ARTICLES }, { now: NOW });

  it('leave the thread to others, again and again', async () => {
    const source = open();
    await source.query({ metrics: ['total-volume'], ...WEEK });
    const { turns, longestMs, wholeMs } = await othersDuring(source.knowledgeGaps(WEEK));
    expect(turns).to.be.above(10);
    expect(longestMs, 'the longest wait of others').to.be.below(wholeMs / 4);
  });

  it('are left when nobody waits any more', async () => {
    const abort = new AbortController();
    const asked = rejection(open().knowledgeGaps(WEEK, { signal: abort.signal }));
    await new Promise((resolve) => setTimeout(resolve));
    abort.abort(new Error('gone'));
    expect((await asked).message).to.equal('gone');
  });
});
