import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';

const sources = readdirSync('src/elements', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => readFileSync(`src/elements/${file}`, 'utf8')).join('\n');
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
    const colours = (text, lead) => Object.fromEntries([...text.matchAll(pattern(lead))].map(([, name, value]) => [name, value]).sort());
    const fallbacks = colours(sources, 'var\\(');
    expect(Object.keys(fallbacks)).to.have.length.of.at.least(13);
    expect(colours(readFileSync('src/themes/tokens.css', 'utf8'), '^\\s*')).to.deep.equal(fallbacks);
  });

  for (const theme of ['light.css', 'dark.css', 'high-contrast.css']) {
    it(`is the only place ${theme} takes names from`, () => {
      const set = find(readFileSync(`src/themes/${theme}`, 'utf8'), /^\s*(--agent-[\w-]+):/gm);
      expect(set.size).to.be.above(5);
      expect([...set].filter((name) => !listed.has(name))).to.deep.equal([]);
    });
  }
});
