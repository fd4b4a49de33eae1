import { expect } from 'chai';
import fc from 'fast-check';
import { SubstringMatcher } from '../../../src/core/columnar/list/search.js';
import { toUtf8 } from '../../../src/core/columnar/store/bytes.js';

const indexIn = (phrase: string, text: string) => {
  const bytes = toUtf8(text);
  return new SubstringMatcher(phrase).indexIn(bytes, 0, bytes.length);
};

describe('a folded phrase', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'B', 'A', ' ', 'c'), maxLength: 40 });

  it('is found where the text without case has it first', () =>
    fc.assert(
      fc.property(letters, letters.filter(Boolean), (text, phrase) => {
        expect(indexIn(phrase.toLowerCase(), text)).to.equal(text.toLowerCase().indexOf(phrase.toLowerCase()));
      }),
      { numRuns: 500 },
    ));

  it('is found only between the bounds', () => {
    const bytes = toUtf8('order order');
    expect(new SubstringMatcher('order').indexIn(bytes, 1, 10)).to.equal(-1);
    expect(new SubstringMatcher('order').indexIn(bytes, 1, 11)).to.equal(6);
  });

  it('is found however long it is', () => {
    const text = `${'ab'.repeat(400)}x${'ab'.repeat(400)}`;
    expect(indexIn(`${'ab'.repeat(300)}x`, text)).to.equal(200);
    expect(indexIn('x'.repeat(300), text)).to.equal(-1);
  });

  it('knows whether it ends within a pair of surrogates', () => {
    expect(
      ['\ud83d', 'a\ud83d', '\ude42b', '🙂', 'a\ud83db'].map((phrase) => new SubstringMatcher(phrase).isCut),
    ).to.deep.equal([true, true, true, false, false]);
  });
});
