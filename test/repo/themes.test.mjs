import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';

const sources = readdirSync('src/elements', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`src/elements/${file}`, 'utf8'))
  .join('\n');
const find = (text, pattern) => new Set([...text.matchAll(pattern)].map(([, name]) => name));

describe('tokens.css', () => {
  const listed = find(readFileSync('src/themes/tokens.css', 'utf8'), /^\s*(--agent-[\w-]+):/gm);
  const used = find(sources, /var\((--agent-[\w-]+)/g);

  it('lists every token that a widget reads', () => {
    expect([...used].filter((name) => !listed.has(name))).to.deep.equal([]);
  });

  it('lists no token that none reads', () => {
    expect([...listed].filter((name) => !used.has(name))).to.deep.equal([]);
  });

  it('gives each colour its fallback in the widgets', () => {
    const pattern = (lead) => new RegExp(`${lead}(--agent-[\\w-]+)[,:] (light-dark\\(#[\\da-f]+, #[\\da-f]+\\))`, 'gm');
    const colours = (text, lead) =>
      Object.fromEntries([...text.matchAll(pattern(lead))].map(([, name, value]) => [name, value]).sort());
    const fallbacks = colours(sources, 'var\\(');
    expect(Object.keys(fallbacks)).to.have.length.of.at.least(13);
    expect(colours(readFileSync('src/themes/tokens.css', 'utf8'), '^\\s*')).to.deep.equal(fallbacks);
  });

  for (const theme of ['light.css', 'dark.css', 'high-contrast.css', 'classes.css']) {
    it(`is the only place ${theme} takes names from`, () => {
      const set = find(readFileSync(`src/themes/${theme}`, 'utf8'), /^\s*(--agent-[\w-]+):/gm);
      expect(set.size).to.be.above(5);
      expect([...set].filter((name) => !listed.has(name))).to.deep.equal([]);
    });
  }
});

describe('the themes', () => {
  const themes = ['light', 'dark', 'high-contrast'];
  const read = (file) => readFileSync(`src/themes/${file}.css`, 'utf8');
  /** What stands between the braces, by selector. */
  const rules = (file) =>
    new Map(
      [...read(file).matchAll(/^ *(:where.*) \{\n([^}]*)\}/gm)].map(([, selector, body]) => [
        selector,
        body.replace(/^ +/gm, ''),
      ]),
    );

  for (const theme of themes) {
    it(`say the same in ${theme}.css as in classes.css, and yield to every rule of a page`, () => {
      const body = rules(theme).get(`:where(:root, .agent-theme-${theme})`);
      expect(body).to.be.a('string');
      expect(rules('classes').get(`:where(.agent-theme-${theme})`)).to.equal(body);
    });

    it(`leave no token of another theme behind, in ${theme}.css`, () => {
      const tokens = (name) => [...find(read(name), /^\s*(--agent-[\w-]+):/gm)];
      expect(tokens(theme)).to.deep.equal(tokens('dark'));
    });

    it(`leave the accent to the page, in ${theme}.css`, () => expect(read(theme)).to.not.match(/--agent-accent\s*:/));
  }

  it('keep dark away from paper, where backgrounds are left out', () => {
    for (const file of ['dark', 'classes'])
      expect(read(file)).to.match(/@media not print \{\n {2}:where\([^)]*\.agent-theme-dark\)/);
  });

  it('name no tags, so that none can be forgotten', () => {
    for (const file of [...themes, 'classes'])
      expect(read(file)).to.not.match(
        /agent-(?!theme-)[\w-]*(grid|chart|picker|provider|card|table|bar|heatmap|thread|dashboard)\b/,
      );
  });
});
