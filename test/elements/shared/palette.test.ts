/** The colours are held to what they promise by computation, from the styles that a browser computes. */
import { expect } from 'chai';
import { assignTokens, paletteStyles, SERIES_TOKENS } from '../../../src/elements/shared/palette.js';
import { contrast, distance, toLinear, type Eye, type Rgb } from '../support/color-science.js';

/** Pages and cards that charts are drawn on: the kit's themes, the demo, white, and what `Canvas` is in browsers. */
const SURFACES = {
  light: ['#ffffff', '#f6f7f9', '#f7f8fa', '#fafafa'],
  dark: ['#101318', '#171b21', '#14171c', '#1a1e25', '#121212', '#1d222a', '#000000'],
} as const;
const EYES: readonly Eye[] = ['normal', 'protanopia', 'deuteranopia', 'tritanopia'];
const SERIES = [...SERIES_TOKENS, 'series-other'];
const STATUSES = ['status-resolved', 'status-routed', 'status-closed', 'status-open'];
const EVERY = [...SERIES, ...STATUSES, 'status-unresolved'];

function colorsOf(theme: keyof typeof SURFACES): Map<string, Rgb> {
  const host = document.createElement('div');
  host.style.colorScheme = theme;
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [paletteStyles.styleSheet!];
  root.append(...EVERY.map((name) => Object.assign(document.createElement('span'), { id: name })));
  for (const probe of root.querySelectorAll('span')) probe.dataset['token'] = probe.id;
  document.body.append(host);
  const colors = new Map(
    [...root.querySelectorAll('span')].map((probe) => [probe.id, toLinear(getComputedStyle(probe).color)]),
  );
  host.remove();
  return colors;
}

function pairs(names: readonly string[]): [string, string][] {
  return names.flatMap((one, index) => names.slice(index + 1).map((two): [string, string] => [one, two]));
}

for (const theme of ['light', 'dark'] as const) {
  describe(`the ${theme} palette`, () => {
    let colors: Map<string, Rgb>;
    before(() => (colors = colorsOf(theme)));

    for (const surface of SURFACES[theme]) {
      it(`keeps 3 : 1 against ${surface}`, () => {
        for (const name of EVERY) expect(contrast(colors.get(name)!, toLinear(surface)), name).to.be.at.least(3);
      });
    }

    for (const eye of EYES) {
      for (const [what, names] of [
        ['series and the rest', SERIES],
        ['statuses', STATUSES],
      ] as const) {
        it(`keeps ${what} apart for ${eye === 'normal' ? 'most eyes' : eye}`, () => {
          for (const [one, two] of pairs(names))
            expect(distance(colors.get(one)!, colors.get(two)!, eye), `${one} and ${two}`).to.be.at.least(0.08);
        });
      }
    }
  });
}

describe('assignTokens', () => {
  for (const [what, dimension, shown, known, expected] of [
    ['values their place among all', 'channel', ['b', 'a'], ['a', 'b', 'c'], ['series-2', 'series-1']],
    ['the same colour, whatever is filtered', 'channel', ['c'], ['a', 'b', 'c'], ['series-3']],
    ['an unknown value what is free', 'channel', ['x', 'a'], ['a', 'b'], ['series-2', 'series-1']],
    [
      'the eighth value what is free',
      'tag',
      ['h', 'a'],
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
      ['series-2', 'series-1'],
    ],
    ['statuses their own', 'status', ['resolved', 'open'], [], ['status-resolved', 'status-open']],
    ['outcomes their own', 'outcome', ['unresolved', 'resolved'], [], ['status-unresolved', 'status-resolved']],
    ['a status nobody knows the grey one', 'status', ['lost'], [], ['series-other']],
    [
      'four values the first four colours',
      'channel',
      ['d', 'a', 'c', 'b'],
      ['a', 'b', 'c', 'd'],
      ['series-4', 'series-1', 'series-3', 'series-2'],
    ],
    ['nothing to nothing', 'channel', [], ['a'], []],
  ] as const) {
    it(`gives ${what}`, () => expect(assignTokens(dimension, shown, known)).to.deep.equal(expected));
  }

  it('never gives two values of seven the same colour', () => {
    const shown = ['z', 'b', 'y', 'a', 'x', 'c', 'w'];
    expect(new Set(assignTokens('channel', shown, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])).size).to.equal(7);
  });
});
