import { readFileSync, readdirSync } from 'node:fs';
import { expect } from 'chai';
import { findViolations } from '../tools/architecture/find-violations.js';
import type { SourceFile } from '../tools/architecture/read-imports.js';

function readSource(): SourceFile[] {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' }).map(
    (name) => `src/${name.replaceAll('\\', '/')}`,
  );
  return names.filter((name) => name.endsWith('.ts')).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** `violations({ 'core/x.ts': 'import …' })`: what the checker says to a small tree of its own. */
function violations(tree: Record<string, string>): string[] {
  return findViolations(Object.entries(tree).map(([path, text]) => ({ path: `src/${path}`, text })));
}

describe('the folders of src', () => {
  it('hold the architecture', () => {
    expect(findViolations(readSource())).to.deep.equal([]);
  });
});

describe('findViolations', () => {
  const refused: [name: string, path: string, text: string][] = [
    ['an import against the table', 'core/x.ts', `import { a } from '../sources/a.js';`],
    ['a type against the table', 'core/x.ts', `import type { A } from '../sources/a.js';`],
    ['an inline type against the table', 'core/x.ts', `let a: import('../sources/a.js').A;`],
    ['a re-export against the table', 'contract/x.ts', `export * from '../sources/a.js';`],
    ['a dynamic import against the table', 'controllers/x.ts', `void import('../elements/agent-a/agent-a.js');`],
    ['a side effect against the table', 'elements/agent-a/x.ts', `import '../../define/agent-b.js';`],
    ['one widget in another', 'elements/agent-a/x.ts', `import { b } from '../agent-b/b.js';`],
    ['a widget in the shared folder', 'elements/shared/x.ts', `import { b } from '../agent-b/b.js';`],
    ['a value where only types may pass', 'context/x.ts', `import { type A, b } from '../sources/a.js';`],
    ['the value of a package where only types may pass', 'controllers/x.ts', `import { html } from 'lit';`],
    ['a package in no row', 'locales/x.ts', `import 'lit';`],
    ['a package whose name only begins alike', 'elements/agent-a/x.ts', `import 'lit-html';`],
    ['all of zod', 'contract/x.ts', `import * as z from 'zod';`],
    ['Node in the page', 'sources/x.ts', `import 'node:fs';`],
    ['the server in the entry', 'index.ts', `export * from './server/index.js';`],
    ['a source that the server does not need', 'server/x.ts', `import { a } from '../sources/file-source.js';`],
    ['the inside of a source in the server', 'server/x.ts', `import type { A } from '../sources/local/answers.js';`],
    ['a module whose name begins like one that may pass', 'server/x.ts', `import '../sources/adapters-old.js';`],
    ['a source in the reader of facts', 'ingest/x.ts', `import { a } from '../sources/a.js';`],
    ['a file outside src', 'server/x.ts', `import '../../package.json';`],
    ['a computed address', 'sources/x.ts', 'void import(name);'],
    ['a folder without a row', 'misc/x.ts', `import 'lit';`],
  ];
  for (const [name, path, text] of refused) {
    it(`refuses ${name}`, () => {
      expect(violations({ [path]: text })).to.have.length(1);
    });
  }

  const accepted: [name: string, path: string, text: string][] = [
    ['a neighbour', 'core/time/x.ts', `import { a } from '../query.js';`],
    ['a subpath of date-fns', 'core/x.ts', `import { addDays } from 'date-fns/addDays';`],
    [
      'types where types may pass',
      'context/x.ts',
      `import { type A } from '../sources/a.js'; import type { B } from '../core/b.js';`,
    ],
    [`Lit's types in a controller`, 'controllers/x.ts', `import type { ReactiveController } from 'lit';`],
    [
      'what the widgets share',
      'elements/agent-a/x.ts',
      `import { a } from '../shared/a.js'; import { html } from 'lit/static-html.js';`,
    ],
    ['types of the chart library', 'elements/agent-a/x.ts', `import type { ChartData } from 'chart.js';`],
    [
      'the interface of sources and the adapters in the server',
      'server/x.ts',
      `import type { A } from '../sources/metrics-source.js'; import { b } from '../sources/adapters/b/c.js';`,
    ],
    ['the reader of facts in a source', 'sources/x.ts', `import { a } from '../ingest/json/a.js';`],
    [
      'Node in the server',
      'server/x.ts',
      `import { Hono } from 'hono'; import 'node:fs'; import '../contract/query.js';`,
    ],
  ];
  for (const [name, path, text] of accepted) {
    it(`accepts ${name}`, () => {
      expect(violations({ [path]: text })).to.deep.equal([]);
    });
  }

  const widget = { 'define/agent-a.ts': '', 'elements/agent-a/chart.ts': `import { Chart } from 'chart.js';` };

  it('accepts the chart library behind import()', () => {
    expect(violations({ ...widget, 'elements/agent-a/agent-a.ts': `void import('./chart.js');` })).to.deep.equal([]);
  });

  it('refuses the chart library at the start, through other files too', () => {
    const tree = {
      ...widget,
      'elements/agent-a/agent-a.ts': `import './lazy.js'; void import('./chart.js');`,
      'elements/agent-a/lazy.ts': `export * from './chart.js';`,
    };
    expect(violations(tree)).to.deep.equal([
      'src/elements/agent-a/chart.ts must load chart.js with import(), or be loaded so itself.',
    ]);
  });

  it('refuses a cycle, also one that types close', () => {
    const cycle = {
      'core/a.ts': `import './b.js';`,
      'core/b.ts': `export * from './c.js';`,
      'core/c.ts': `import { a } from './a.js';`,
    };
    expect(violations(cycle)).to.deep.equal([
      'src/core/a.ts → src/core/b.ts → src/core/c.ts → src/core/a.ts is a cycle.',
    ]);
    expect(violations({ ...cycle, 'core/c.ts': `import type { A } from './a.js';` })).to.have.length(1);
    expect(violations({ ...cycle, 'core/c.ts': `void import('./a.js');` })).to.deep.equal([]);
  });

  it('refuses the 401st line, except in a language', () => {
    const lines = (count: number) => '// line\n'.repeat(count);
    expect(violations({ 'core/a.ts': lines(400), 'locales/de.ts': lines(900) })).to.deep.equal([]);
    expect(violations({ 'core/a.ts': lines(401) })).to.deep.equal(['src/core/a.ts has 401 lines, over 400.']);
  });

  it('refuses a tag without its define module, and a define module without its tag', () => {
    expect(violations({ 'elements/agent-a/agent-a.ts': '' })).to.deep.equal(['src/define/agent-a.ts is missing.']);
    expect(violations({ 'define/agent-b.ts': '' })).to.deep.equal([
      'src/define/agent-b.ts defines no element of src/elements.',
    ]);
  });
});
