import { expect } from 'chai';
import { foldPhrase } from '../../../src/core/answer/fold-text.js';
import { cutText, findMarks } from '../../../src/elements/shared/marked-text.js';

/** A text as it is cut: `[mark]` and `<address|text>`. */
const shown = (text: string, phrase = '', withLinks = true) =>
  cutText(text, foldPhrase(phrase), withLinks)
    .map(({ href, pieces }) => {
      const inner = pieces.map(({ text: piece, isMarked }) => (isMarked ? `[${piece}]` : piece)).join('');
      return href === undefined ? inner : `<${href}|${inner}>`;
    })
    .join('');

describe('cutText', () => {
  const cases: [name: string, text: string, phrase: string, result: string][] = [
    ['plain text', 'Hello', '', 'Hello'],
    ['nothing', '', '', ''],
    ['every hit', 'shoe, Shoe and SHOE', 'shoe', '[shoe], [Shoe] and [SHOE]'],
    ['a hit without its accents and case', 'Ein Café in STRASSE', 'cafe', 'Ein [Café] in STRASSE'],
    ['ß as ss', 'Straße', 'strasse', '[Straße]'],
    ['Hangul', '환불 해 주세요', '환불', '[환불] 해 주세요'],
    ['an address', 'See https://shop.example/a now', '', 'See <https://shop.example/a|https://shop.example/a> now'],
    [
      'an address at the end of a sentence',
      'See https://shop.example/a.',
      '',
      'See <https://shop.example/a|https://shop.example/a>.',
    ],
    ['an address in brackets', '(https://shop.example/a)', '', '(<https://shop.example/a|https://shop.example/a>)'],
    [
      'brackets of an address',
      'https://shop.example/a_(b)',
      '',
      '<https://shop.example/a_(b)|https://shop.example/a_(b)>',
    ],
    [
      'brackets of an address in brackets',
      '(https://shop.example/a_(b)).',
      '',
      '(<https://shop.example/a_(b)|https://shop.example/a_(b)>).',
    ],
    [
      'square brackets',
      '[https://shop.example/a] https://shop.example/?b[]=1]',
      '',
      '[<https://shop.example/a|https://shop.example/a>] <https://shop.example/?b[]=1]|https://shop.example/?b[]=1]>',
    ],
    [
      'a hit in an address',
      'https://shop.example/shoe',
      'shoe',
      '<https://shop.example/shoe|https://shop.example/[shoe]>',
    ],
    [
      'a hit that reaches into an address',
      'at https://x.example',
      'at https',
      '[at ]<https://x.example/|[https]://x.example>',
    ],
    ['what leads nowhere harmless', 'javascript:alert(1) data:text/html,x', '', 'javascript:alert(1) data:text/html,x'],
    ['a name before the host', 'https://bank.example@evil.example', '', 'https://bank.example@evil.example'],
    ['a scheme alone', 'mailto: https:// tel:', '', 'mailto: https:// tel:'],
    ['markup as text', '<img src=x onerror=alert(1)>', '', '<img src=x onerror=alert(1)>'],
  ];
  for (const [name, text, phrase, result] of cases) {
    it(`cuts ${name}`, () => {
      expect(shown(text, phrase)).to.equal(result);
    });
  }

  it('loses no character, whatever is looked for', () => {
    const text = 'Ärger: https://shop.example/ä, mailto:a@b.example!? ﬁn Straße 환불';
    for (const phrase of ['a', 'ss', 'fi', 'https', '환', ' ', 'x']) {
      expect(
        cutText(text, foldPhrase(phrase))
          .flatMap(({ pieces }) => pieces.map((piece) => piece.text))
          .join(''),
      ).to.equal(text);
    }
  });

  it('leaves addresses as text where they may not be links', () => {
    expect(shown('https://shop.example', '', false)).to.equal('https://shop.example');
  });

  it('cuts a long text whole, with its marks and its address without the brackets that close nothing', () => {
    const text = `ä shoe ${'b '.repeat(100_000)}https://x.example${')'.repeat(100_000)}`;
    const parts = cutText(text, 'shoe');
    expect(parts.map(({ href }) => href)).to.deep.equal([undefined, 'https://x.example/', undefined]);
    expect(
      parts
        .flatMap(({ pieces }) => pieces)
        .map((piece) => piece.text)
        .join('') === text,
    ).to.equal(true);
    expect(parts[0]!.pieces[1]).to.deep.equal({ text: 'shoe', isMarked: true });
  });

  it('marks the first fifty hits of a text and no more', () => {
    expect(findMarks('a'.repeat(500), 'a')).to.have.length(50);
  });
});
