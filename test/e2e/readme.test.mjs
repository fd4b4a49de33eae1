import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { createLocalSource } from 'agent-metrics-kit/sources';
import { openChromium } from './open-chromium.mjs';
import { serveFiles } from './serve-files.mjs';

const GUIDE = 'stories/docs';
/** README and the pages of the guide: by name, the text. */
const pages = new Map(
  [
    'README.md',
    'CONTRIBUTING.md',
    ...readdirSync(GUIDE).flatMap((name) => (name.endsWith('.md') ? `${GUIDE}/${name}` : [])),
  ].map((path) => [path, readFileSync(path, 'utf8')]),
);
const readme = pages.get('README.md');

function code(text, language) {
  return [...text.matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gm)].flatMap(([, indent, name, snippet]) =>
    name === language ? snippet.replaceAll(new RegExp(`^${indent}`, 'gm'), '') : [],
  );
}

describe('the README and the guide', () => {
  it('name only scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const [path, text] of pages) {
      const named = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name);
      expect(
        named.filter((name) => !(name in scripts)),
        path,
      ).to.deep.equal([]);
    }
  });

  it('link only to files and headings that exist', () => {
    const toAnchor = (heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-');
    for (const [path, text] of pages) {
      for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(target)) continue;
        const [file, anchor] = target.split('#');
        const linked = file ? join(dirname(path), file) : path;
        expect(existsSync(linked), `${path} links to ${target}`).to.equal(true);
        if (!anchor) continue;
        const headings = [...readFileSync(linked, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
          toAnchor(heading),
        );
        expect(headings, `${path} links to ${target}`).to.include(anchor);
      }
    }
  });

  it('is short enough to read in one go', () => {
    expect(readme.trimEnd().split('\n').length).to.be.at.most(150);
  });

  it('show facts of which every record is accepted', async () => {
    const [facts] = code(readme, 'json');
    const { refused, facts: counts } = await createLocalSource(facts).describe();
    expect(refused.count).to.equal(0);
    expect(counts).to.deep.equal({ conversations: 2, orders: 1 });
  });

  it('show TypeScript that compiles against the package', () => {
    const folder = 'test-results/readme';
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    // Each alone, as a reader would have it: types must not leak from one snippet into another.
    const snippets = [...pages].flatMap(([path, page]) => code(page, 'ts').map((text) => ({ path, text })));
    expect(snippets.length).to.be.at.least(5);
    snippets.forEach(({ path, text }, index) => {
      const [file, config] = [`snippet-${index}.ts`, `${folder}/tsconfig.${index}.json`];
      writeFileSync(`${folder}/${file}`, `${text}\nexport {};\n`);
      writeFileSync(
        config,
        JSON.stringify({
          extends: '../../tsconfig.json',
          include: [],
          files: [file],
          compilerOptions: { noEmit: true, types: ['node'] },
        }),
      );
      const { status, stdout } = spawnSync(process.execPath, ['node_modules/typescript7/bin/tsc', '-p', config], {
        encoding: 'utf8',
      });
      expect(stdout, `${path}\n${text}`).to.equal('');
      expect(status).to.equal(0);
    });
  });

  it('show a page that works as it stands', async () => {
    const [page] = code(readme, 'html').filter((text) => text.startsWith('<!doctype'));
    const [facts] = code(readme, 'json');
    const server = await serveFiles({
      '/': ['text/html', page],
      '/facts.json': ['application/json', facts],
      '/agent-metrics-kit.js': ['text/javascript', readFileSync('dist/cdn/agent-metrics-kit.js')],
    });
    const chromium = await openChromium();
    try {
      const { page: tab } = await chromium.open(server.url);
      const value = (metric) => tab.locator(`agent-kpi-grid [data-metric="${metric}"] .value .spoken`);
      await value('total-volume').getByText('2', { exact: true }).waitFor({ state: 'attached' });
      expect(await value('ai-revenue').textContent()).to.equal('€89.99');
      expect(await value('link-clicks').textContent()).to.equal('1');
      await tab
        .locator('agent-volume-chart')
        .getByRole('button', { name: /Web chat 1/ })
        .waitFor();
    } finally {
      await chromium.close();
      await server.close();
    }
  });

  it('use only tags that exist', async () => {
    const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
    const tags = new Set(
      modules.flatMap(({ exports = [] }) =>
        exports.filter(({ kind }) => kind === 'custom-element-definition').map(({ name }) => name),
      ),
    );
    const used = [...pages.values()].flatMap((text) =>
      [...text.matchAll(/<((?:agent|knowledge)-[a-z-]+)/g)].map(([, tag]) => tag),
    );
    expect(used.length).to.be.at.least(tags.size);
    expect(used.filter((tag) => !tags.has(tag))).to.deep.equal([]);
  });
});
