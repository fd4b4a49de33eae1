import { expect } from 'chai';
import fc from 'fast-check';
import { findPhrase, findPhrases, foldPhrase, foldText } from '../../../src/core/answer/fold-text.js';

describe('foldText', () => {
  const folded: [text: string, result: string][] = [
    ['', ''],
    ['Abc', 'abc'],
    ['É', 'e'],
    ['e\u0301', 'e'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['ẞ', 'ss'],
    ['ＡＢＣ', 'abc'],
    ['ﬁn', 'fin'],
    ['İstanbul', 'istanbul'],
    ['한국어', '한국어'],
    ['한', '한'],
    ['ｶﾞ', 'ガ'],
    ['مُحَمَّد', 'مُحَمَّد'],
    ['Ⅷ', 'viii'],
    ['½', '1⁄2'],
    ['Ångström', 'angstrom'],
    ['Ñandú', 'nandu'],
    ['🙂', '🙂'],
    ['\u00a0', ' '],
  ];
  for (const [text, result] of folded) {
    it(`${text || 'nothing'} is ${result || 'nothing'}`, () =>
      expect(foldText(text)).to.equal(result.normalize('NFC')));
  }
});

describe('foldPhrase', () => {
  const phrases: [text: string, result: string][] = [
    ['', ''],
    ['   ', ''],
    ['  My  Order ', 'my order'],
    ['a\t\nb', 'a b'],
    ['a\u00a0\u3000b', 'a b'],
  ];
  for (const [text, result] of phrases) {
    it(`${JSON.stringify(text)} is ${JSON.stringify(result)}`, () => expect(foldPhrase(text)).to.equal(result));
  }
});

describe('findPhrase', () => {
  const found: [text: string, phrase: string, shown: string | undefined][] = [
    ['Where is my order?', 'order', 'order'],
    ['Where is my ORDER?', 'order', 'ORDER'],
    ['order, order', 'order', 'order'],
    ['Where?', 'order', undefined],
    ['Where?', '', undefined],
    ['', 'order', undefined],
    ['Die Maße', 'masse', 'Maße'],
    ['Die Maße', 'mas', 'Maß'],
    ['Die Maße', 'se', 'ße'],
    ['ß', 's', 'ß'],
    ['Café au lait', 'cafe', 'Café'],
    ['Cafe\u0301 au lait', 'cafe', 'Cafe\u0301'],
    ['Cafe\u0301 au lait', 'au', 'au'],
    ['ＡＢＣ shop', 'bc', 'ＢＣ'],
    ['ﬁne', 'in', 'ﬁn'],
    ['🙂🙂 İstanbul', 'istan', 'İstan'],
    ['배송 조회', '조회', '조회'],
    ['배송 조회'.normalize('NFD'), '조회', '조회'.normalize('NFD')],
    ['ｶﾞｽ', 'ガス', 'ｶﾞｽ'],
    ['طلبي رقم', 'رقم', 'رقم'],
    ['x\u0301\u0323y', 'xy', 'x\u0301\u0323y'],
    ['Ὁ ΔΡΌΜΟΣ ΣΑΣ', 'δρομος', 'ΔΡΌΜΟΣ'],
    ['ᄒ\u0301ᅡᆫ', '한', 'ᄒ\u0301ᅡᆫ'],
    ['가나다ﾞ', '나', '나'],
  ];
  for (const [text, phrase, shown] of found) {
    it(`"${phrase}" in "${text}" is ${shown === undefined ? 'nowhere' : `"${shown}"`}`, () => {
      const match = findPhrase(text, phrase);
      expect(match && text.slice(match.start, match.end)).to.equal(shown);
    });
  }

  it('finds a place wherever the folded text holds the phrase, and the place holds the phrase', () => {
    const letters = fc.constantFrom(
      'a',
      'É',
      'e\u0301',
      'ß',
      'ﬁ',
      'İ',
      'Ａ',
      '한',
      '한'.normalize('NFD'),
      'ｶﾞ',
      '🙂',
      ' ',
      'م',
      'َ',
    );
    const words = (maxLength: number) => fc.array(letters, { maxLength, minLength: 1 }).map((all) => all.join(''));
    fc.assert(
      fc.property(words(8), words(2), (text, asked) => {
        const phrase = foldPhrase(asked);
        const match = findPhrase(text, phrase);
        expect(match !== undefined).to.equal(phrase !== '' && foldText(text).includes(phrase));
        if (match) expect(foldText(text.slice(match.start, match.end))).to.include(phrase);
      }),
      { numRuns: 500 },
    );
  });
});

describe('findPhrases', () => {
  const cases: [text: string, phrase: string, most: number, found: string[]][] = [
    ['shoe, Shoe', 'shoe', 9, ['shoe', 'Shoe']],
    ['shoe, Shoe', 'shoe', 1, ['shoe']],
    ['aaaaa', 'aa', 9, ['aa', 'aa']],
    ['ßs', 's', 9, ['ß', 's']],
    ['Maßs', 'ss', 9, ['ß']],
    ['ÄÄa', 'a', 9, ['Ä', 'Ä', 'a']],
    ['', 'a', 9, []],
    ['a', '', 9, []],
  ];
  for (const [text, phrase, most, found] of cases) {
    it(`finds "${phrase}" in "${text}" ${found.length} times, at most ${most}`, () => {
      expect(findPhrases(text, phrase, most).map(({ start, end }) => text.slice(start, end))).to.deep.equal(found);
    });
  }

  for (const [name, text, phrase] of [
    ['plain', 'a b ', 'b'],
    ['accented', 'é B ', 'b'],
    ['decomposed Hangul', '한'.normalize('NFD'), '한'],
    ['capital sigmas', 'Σ', 'σσ'],
  ] as const) {
    it(`goes through a long ${name} text once`, () => {
      const long = text.repeat(200_000 / text.length);
      const found = findPhrases(long, phrase, 1e6);
      expect(found).to.have.length(name === 'capital sigmas' ? 99_999 : Math.floor(200_000 / text.length));
      expect(foldText(long.slice(found.at(-1)!.start, found.at(-1)!.end))).to.equal(phrase === 'σσ' ? 'σς' : phrase);
    });
  }
});
