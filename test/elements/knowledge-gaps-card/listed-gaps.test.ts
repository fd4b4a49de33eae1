import { expect } from '@open-wc/testing';
import { createFormats } from '../../../src/core/format/formats.js';
import type { KnowledgeGap } from '../../../src/core/query.js';
import {
  listGaps,
  toGapFacts,
  wordsOfAdded,
  type Listing,
} from '../../../src/elements/knowledge-gaps-card/listed-gaps.js';
import { messages } from '../../../src/locales/en.js';
import { gap, gapsOf } from './gaps-source.js';

const words = messages.gaps;
const formats = createFormats('en', 'UTC', undefined);
const listed = (listing: Partial<Listing>, ids = ['a', 'b', 'c']) =>
  listGaps(gapsOf(...ids).gaps, { dismissed: [], undoable: new Set(), held: undefined, ...listing }).map(
    (one) => `${one.gap.id}${one.isDismissed ? ' dismissed' : ''}`,
  );

describe('listGaps', () => {
  const cases: [what: string, listing: Partial<Listing>, list: string[]][] = [
    ['keeps the order of the answer', {}, ['a', 'b', 'c']],
    ['leaves out what was dismissed before', { dismissed: ['b'] }, ['a', 'c']],
    [
      'keeps the line of what was dismissed just now',
      { dismissed: ['b'], undoable: new Set(['b']) },
      ['a', 'b dismissed', 'c'],
    ],
    ['lists again what is taken back', { undoable: new Set(['b']) }, ['a', 'b', 'c']],
    ['lists a gap in use once', { held: { gap: gap('b'), place: 1 } }, ['a', 'b', 'c']],
    ['keeps a gap in use that the answer lacks', { held: { gap: gap('x'), place: 1 } }, ['a', 'x', 'b', 'c']],
    ['keeps it also behind a shorter answer', { held: { gap: gap('x'), place: 9 } }, ['a', 'b', 'c', 'x']],
  ];
  for (const [what, listing, list] of cases) it(what, () => expect(listed(listing)).to.deep.equal(list));
});

describe('toGapFacts', () => {
  const facts = (rest: Partial<KnowledgeGap>, hasArticles = true) =>
    toGapFacts(gap('a', rest), words, formats, hasArticles).map((fact) => fact.replace(/[\u2068\u2069]/g, ''));

  it('says how often, how much unresolved, and what is nearest', () => {
    expect(
      facts({ count: 1234, unresolvedRate: 0.456, nearest: { id: 'a', title: 'Shipping', score: 0.344 } }),
    ).to.deep.equal(['Asked 1,234 times', '46% not resolved by AI', 'Nearest article: Shipping, covers 34%']);
  });

  it('counts once as one time', () => {
    expect(facts({ count: 1 })[0]).to.equal('Asked 1 time');
  });

  it('says nothing of a share that is not known', () => {
    expect(facts({ unresolvedRate: null })).to.have.length(2);
  });

  it('does not blame a gap whose conversations were all resolved', () => {
    expect(facts({ unresolvedRate: 0 })).to.deep.equal(['Asked 3 times', 'Nearest article: Shipping, covers 34%']);
  });

  it('never rounds a share to none or all', () => {
    const nearest = { id: 'a', title: 'Shipping', score: 0.001 };
    expect(facts({ unresolvedRate: 0.002, nearest }).slice(1)).to.deep.equal([
      '<1% not resolved by AI',
      'Nearest article: Shipping, covers <1%',
    ]);
    expect(facts({ unresolvedRate: 0.998, nearest })[1]).to.equal('>99% not resolved by AI');
  });

  it('tells no article near from no articles at all', () => {
    const far = gap('a');
    delete far.nearest;
    const of = (hasArticles: boolean) => toGapFacts(far, words, formats, hasArticles);
    expect(of(true)).to.deep.equal(['Asked 3 times', '50% not resolved by AI', 'No article comes near']);
    expect(of(false)).to.deep.equal(['Asked 3 times', '50% not resolved by AI']);
  });
});

describe('wordsOfAdded', () => {
  const query = { from: '2026-06-01', to: '2026-06-07', timeZone: 'UTC' };
  const added = { gapId: 'a', title: 'T', isKeptByPage: false, asked: JSON.stringify(query) };
  const said = (rest: Partial<typeof added>, ...ids: string[]) =>
    wordsOfAdded({ ...added, ...rest }, { answer: gapsOf(...ids), query }, words)?.replace(/[\u2068\u2069]/g, '');

  it('tells a gap that is left from one that is closed', () => {
    expect(said({}, 'a', 'b')).to.equal('Added: T. The gap closes when the article covers its questions.');
    expect(said({}, 'b')).to.equal('Added: T. The gap is closed.');
  });

  it('says that the page was told', () => {
    expect(said({ isKeptByPage: true }, 'a')).to.equal('Handed over to the page: T.');
  });

  it('is silent on another list', () => {
    expect(said({ asked: '{}' }, 'b')).to.equal(undefined);
    expect(wordsOfAdded(undefined, { answer: gapsOf(), query }, words)).to.equal(undefined);
  });
});
