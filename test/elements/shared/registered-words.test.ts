/** Words that a page registers when its widgets are already there. */
import { expect } from '@open-wc/testing';
import { registerMessages, type PartialMessages } from '../../../src/index.js';
import { messages as english } from '../../../src/locales/en.js';
import { drawn, DRAWN, nodesOf } from '../support/drawn-widgets.js';
import { box, part, parts, textOf, until } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

/** Codes that no language has, one for each test. */
let codes = 0;
const newCode = (): string => `qa${String.fromCharCode(97 + codes++)}`;

/** Everything in English with a mark. */
function marked(node: object): object {
  return Object.fromEntries(
    Object.entries(node).map(([key, child]: [string, string | object]) => [
      key,
      typeof child === 'string' ? `«${child}` : marked(child),
    ]),
  );
}
const everything = (code: string): PartialMessages => ({ ...marked(english), code });
const says = (widget: Element): string =>
  nodesOf(widget)
    .flatMap((node) => [...node.childNodes].filter((child) => child instanceof Text).map(textOf))
    .join(' ');

for (const tag of DRAWN) {
  describe(`<${tag}> and words that come late`, () => {
    keepConsoleQuiet();

    it('speaks English until then, and the words at once', async () => {
      const lang = newCode();
      const widget = await drawn(tag, { lang });
      expect(says(widget)).to.not.contain('«').and.to.not.equal('');
      registerMessages(everything(lang));
      await until(() => says(widget).includes('«'), 'the words');
    });
  });
}

describe('the words of a page', () => {
  keepConsoleQuiet();

  it('may be a few, in any number of calls; the others are English', async () => {
    const lang = newCode();
    const grid = await drawn('agent-kpi-grid', { lang });
    registerMessages({ code: lang, overview: 'Vue d’ensemble' });
    registerMessages({ code: lang, metrics: { 'total-volume': { label: 'Conversations totales' } } });
    await until(() => textOf(part(grid, 'heading')) === 'Vue d’ensemble', 'the heading');
    const labels = parts(grid, 'tile').map(textOf);
    expect(labels[0]).to.contain('Conversations totales');
    expect(labels[1]).to.contain('Resolved by AI');
  });

  it('replace some of English where a page speaks it', async () => {
    const grid = await drawn('agent-kpi-grid');
    registerMessages({ code: 'en', overview: 'At a glance' });
    await until(() => textOf(part(grid, 'heading')) === 'At a glance', 'the heading');
    expect(textOf(part(await drawn('agent-kpi-grid', { lang: 'en-GB' }), 'heading'))).to.equal('At a glance');
    registerMessages({ code: 'en', overview: english.overview });
    await until(() => textOf(part(grid, 'heading')) === english.overview, 'the old heading');
  });

  it('replace some of German before German has come, and keep the rest of it', async () => {
    registerMessages({ code: 'de', overview: 'Auf einen Blick' });
    const grid = await drawn('agent-kpi-grid', { lang: 'de-AT' });
    await until(() => textOf(part(grid, 'heading')) === 'Auf einen Blick', 'the heading');
    expect(says(grid)).to.contain('Link-Klicks');
    registerMessages({ code: 'de-AT', overview: 'Überblick' });
    await until(() => textOf(part(grid, 'heading')) === 'Überblick', 'the heading of Austria');
    expect(says(grid)).to.contain('Link-Klicks');
  });

  it('leave other languages alone', async () => {
    const place = await box();
    const [unknown, finnish] = await Promise.all([
      drawn('agent-kpi-grid', { lang: 'mi' }, place),
      drawn('agent-kpi-grid', { lang: 'fi' }, place),
    ]);
    await until(() => textOf(part(finnish, 'heading')) === 'Yleiskuva', 'Finnish');
    registerMessages(everything(newCode()));
    await Promise.all([unknown.updateComplete, finnish.updateComplete]);
    expect([unknown, finnish].map((grid) => textOf(part(grid, 'heading')))).to.deep.equal([
      english.overview,
      'Yleiskuva',
    ]);
  });

  it('do not reach a widget that has left the page until it comes back', async () => {
    const lang = newCode();
    const grid = await drawn('agent-kpi-grid', { lang });
    grid.remove();
    registerMessages({ code: lang, overview: 'Panorama' });
    (await box()).append(grid);
    await until(() => textOf(part(grid, 'heading')) === 'Panorama', 'the heading');
  });

  it('change nothing when they are wrong', async () => {
    const lang = newCode();
    const grid = await drawn('agent-kpi-grid', { lang });
    expect(() => registerMessages({ code: lang, states: { loading: null } } as never)).to.throw(
      TypeError,
      'states.loading',
    );
    await grid.updateComplete;
    expect(textOf(part(grid, 'heading'))).to.equal(english.overview);
  });
});
