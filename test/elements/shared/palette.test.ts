/** The colours are held to what they promise by computation, from the style sheet itself. */
import { expect } from 'chai';
import { assignTokens, paletteStyles, SERIES_TOKENS } from '../../../src/elements/shared/palette.js';
import { contrast, distance, lightness, toLinear, type Eye, type Rgb } from '../support/color-science.js';

type Theme = 'light' | 'dark';
const PAGES: Record<Theme, string> = { light: '#ffffff', dark: '#121212' };
const EYES: readonly Eye[] = ['normal', 'protanopia', 'deuteranopia'];

function colorsOf(theme: Theme): Map<string, Rgb> {
  const found = paletteStyles.cssText.matchAll(/--_([\w-]+): var\(--agent-[\w-]+, light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)\)/g);
  return new Map([...found].map(([, name, light, dark]) => [name!, toLinear(theme === 'light' ? light! : dark!)]));
}

function pairs(names: readonly string[]): [string, string][] {
  return names.flatMap((one, index) => names.slice(index + 1).map((two): [string, string] => [one, two]));
}

const STATUSES = ['status-resolved', 'status-routed', 'status-closed', 'status-open'];
const EVERY = [...SERIES_TOKENS, 'series-other', ...STATUSES, 'status-unresolved'];

for (const theme of ['light', 'dark'] as const) {
  const colors = colorsOf(theme);
  const colorOf = (name: string) => colors.get(name)!;

  describe(`the ${theme} palette`, () => {
    it('has a colour for every token', () => expect([...colors.keys()].sort()).to.deep.equal([...EVERY].sort()));

    it('keeps 3 : 1 against the page', () => {
      for (const name of EVERY) expect(contrast(colorOf(name), toLinear(PAGES[theme])), name).to.be.at.least(3);
    });

    for (const [what, names, least, leastStep] of [
      ['the seven series', SERIES_TOKENS, 0.1, 7],
      ['the four statuses', STATUSES, 0.1, 7],
      ['the series and the rest', [...SERIES_TOKENS, 'series-other'], 0.05, 3],
    ] as const) {
      for (const eye of EYES) {
        it(`keeps ${what} apart for ${eye === 'normal' ? 'most eyes' : eye}`, () => {
          for (const [one, two] of pairs(names)) expect(distance(colorOf(one), colorOf(two), eye), `${one} and ${two}`).to.be.at.least(least);
        });
      }
      it(`keeps ${what} apart in greyscale`, () => {
        for (const [one, two] of pairs(names)) expect(Math.abs(lightness(colorOf(one)) - lightness(colorOf(two))), `${one} and ${two}`).to.be.at.least(leastStep);
      });
    }
  });
}

describe('assignTokens', () => {
  for (const [what, dimension, shown, known, expected] of [
    ['values their place among all', 'channel', ['b', 'a'], ['a', 'b', 'c'], ['series-2', 'series-1']],
    ['the same colour, whatever is filtered', 'channel', ['c'], ['a', 'b', 'c'], ['series-3']],
    ['an unknown value what is free', 'channel', ['x', 'a'], ['a', 'b'], ['series-2', 'series-1']],
    ['the eighth value what is free', 'tag', ['h', 'a'], ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], ['series-2', 'series-1']],
    ['statuses their own', 'status', ['resolved', 'open'], [], ['status-resolved', 'status-open']],
    ['outcomes their own', 'outcome', ['unresolved', 'resolved'], [], ['status-unresolved', 'status-resolved']],
    ['a status nobody knows the grey one', 'status', ['lost'], [], ['series-other']],
    ['nothing to nothing', 'channel', [], ['a'], []],
  ] as const) {
    it(`gives ${what}`, () => expect(assignTokens(dimension, shown, known)).to.deep.equal(expected));
  }

  it('never gives two values of seven the same colour', () => {
    const shown = ['z', 'b', 'y', 'a', 'x', 'c', 'w'];
    expect(new Set(assignTokens('channel', shown, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])).size).to.equal(7);
  });
});
