import { Linter } from 'eslint';
import { expect } from 'chai';
import tseslint from 'typescript-eslint';
import { coreGlobals, coreSyntax, sourceImports, sourceSyntax, testSyntax } from '../tools/lint-rules.mjs';

const linter = new Linter();

/** How often the given rules speak up against a piece of code. */
function count(rules, code) {
  const globals = Object.fromEntries(coreGlobals.map(({ name }) => [name, 'readonly']));
  return linter.verify(
    code,
    { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser, globals }, rules },
    'x.ts',
  ).length;
}

const source = {
  'no-restricted-syntax': ['error', ...sourceSyntax],
  'no-restricted-imports': ['error', sourceImports],
};
const core = { 'no-restricted-syntax': ['error', ...coreSyntax], 'no-restricted-globals': ['error', ...coreGlobals] };
const tests = { 'no-restricted-syntax': ['error', ...testSyntax] };

const refused = [
  ['src', source, 'export default 1;'],
  ['src', source, 'html`<p style="color: red"></p>`;'],
  ['src', source, 'html`<p .style=${x}></p>`;'],
  ['src', source, 'html`<style>p { color: red }</style>`;'],
  ['src', source, 'html`<p ${styleMap(x)}></p>`;'],
  ['src', source, `import 'lit/directives/style-map.js';`],
  ['src', source, `import 'lit/directives/unsafe-html.js';`],
  ['src', source, `import * as z from 'zod';`],
  ['src', source, `import { addDays } from 'date-fns';`],
  ['src', source, `import { format } from 'date-fns/format';`],
  ['core', core, 'Date.now();'],
  ['core', core, 'new Date();'],
  ['core', core, 'setTimeout(f, 1);'],
  ['core', core, 'fetch(url);'],
  ['tests', tests, 'it.only("x", f);'],
  ['tests', tests, 'describe.skip("x", f);'],
  ['tests', tests, 'this.skip();'],
];

const accepted = [
  ['src', source, 'html`<p class="a" data-style="b"></p>`; css`:host { color: red }`;'],
  ['src', source, `import * as z from 'zod/mini'; import { addDays } from 'date-fns/addDays';`],
  ['core', core, 'new Date(0);'],
  ['tests', tests, 'expect(query.only).to.equal(1);'],
];

describe('the house rules', () => {
  for (const [where, rules, code] of refused) {
    it(`refuse in ${where}: ${code}`, () => expect(count(rules, code)).to.equal(1));
  }
  for (const [where, rules, code] of accepted) {
    it(`accept in ${where}: ${code}`, () => expect(count(rules, code)).to.equal(0));
  }
});
