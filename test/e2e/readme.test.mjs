import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { createLocalSource } from 'agent-metrics-kit/sources';
import { openChromium } from './open-chromium.mjs';
import { serveFiles } from './serve-files.mjs';

const readme = readFileSync('README.md', 'utf8');
const fences = [...readme.matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gm)].map(([, indent, language, code]) => ({
  language,
  code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
}));
const code = (language) => fences.filter((fence) => fence.language === language).map((fence) => fence.code);

describe('the README', () => {
  it('names only scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    expect(named).to.be.not.empty;
    expect(named.filter((name) => !(name in scripts))).to.deep.equal([]);
  });

  it('shows facts of which every record is accepted', async () => {
    const [facts] = code('json');
    const { refused, facts: counts } = await createLocalSource(facts).describe();
    expect(refused.count).to.equal(0);
    expect(counts).to.deep.equal({ conversations: 2, orders: 1 });
  });

  it('shows TypeScript that compiles against the package', () => {
    const folder = 'test-results/readme';
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    // Each alone, as a reader would have it: types must not leak from one snippet into another.
    code('ts').forEach((text, index) => {
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
      expect(stdout, text).to.equal('');
      expect(status).to.equal(0);
    });
  });

  it('shows a page that works as it stands', async () => {
    const [page] = code('html').filter((text) => text.startsWith('<!doctype'));
    const [facts] = code('json');
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

  it('uses only tags and attributes that exist', async () => {
    const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
    const tags = new Set(
      modules.flatMap(({ exports = [] }) =>
        exports.filter(({ kind }) => kind === 'custom-element-definition').map(({ name }) => name),
      ),
    );
    const used = [...readme.matchAll(/<((?:agent|knowledge)-[a-z-]+)/g)].map(([, tag]) => tag);
    expect(used.filter((tag) => !tags.has(tag))).to.deep.equal([]);
  });
});
