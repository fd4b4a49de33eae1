/** The kit as one file, alone and with its languages beside it. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parseAst } from 'vite';
import { openChromium } from './open-chromium.mjs';

const KIT = 'dist/cdn/';
const PAGE = `<!doctype html><html lang="de"><meta charset="utf-8"><title>One file</title>
<script type="module" crossorigin integrity="${JSON.parse(readFileSync(`${KIT}integrity.json`, 'utf8'))['agent-metrics-kit.js']}" src="/agent-metrics-kit.js"></script>
<agent-kpi-grid metrics="total-volume" data-src="/facts.json" range="2026-06-01/2026-06-07" time-zone="UTC"></agent-kpi-grid></html>`;
const FACTS = JSON.stringify([{ id: 'c-1', startedAt: '2026-06-01T08:00:00Z' }]);

describe('the one file', () => {
  let chromium;
  beforeAll(async () => {
    chromium = await openChromium();
  });
  afterAll(() => chromium?.close());

  /** A page on a server that has the named files of `dist/cdn` and no others. */
  async function openWith(isThere, more = '') {
    const { page, problems } = await chromium.open('about:blank');
    await page.route('http://one.example/**', (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === '/') return route.fulfill({ contentType: 'text/html', body: PAGE });
      if (path === '/facts.json') return route.fulfill({ contentType: 'application/json', body: FACTS });
      if (!isThere(path)) return route.fulfill({ status: 404, body: '' });
      return route.fulfill({
        contentType: 'text/javascript',
        body: readFileSync(`${KIT}${path.slice(1)}`, 'utf8') + more,
      });
    });
    await page.goto('http://one.example/');
    return { page, problems };
  }

  it('speaks German where its languages lie beside it', async () => {
    const { page } = await openWith((path) => path.endsWith('.js'));
    await page.locator('agent-kpi-grid .label').getByText('Gespräche gesamt').waitFor();
    await page.close();
  });

  it('is not run once somebody has changed it', async () => {
    const { page, problems } = await openWith((path) => path.endsWith('.js'), '\n// changed');
    await page.waitForFunction(() => document.readyState === 'complete');
    await page.waitForTimeout(200);
    expect(problems.join(' ')).to.contain('integrity');
    expect(await page.evaluate(() => customElements.get('agent-kpi-grid') === undefined)).to.equal(true);
    await page.close();
  });

  it('speaks English where they do not, and says once which file is missing', async () => {
    const { page, problems } = await openWith((path) => path === '/agent-metrics-kit.js');
    await page.locator('agent-kpi-grid .label').getByText('Total volume').waitFor();
    const said = problems.filter((text) => text.includes('The words for "de" could not be loaded'));
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('locales');
    await page.close();
  });
});

/** Every import in the code, static or not. */
function importsOf(code) {
  const found = [];
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return;
    if (node.type === 'ImportExpression' || node.source?.type === 'Literal')
      found.push(node.source.value ?? 'an expression');
    Object.values(node).forEach(visit);
  };
  visit(parseAst(code));
  return found;
}

describe('the worker', () => {
  it('imports nothing, so that a bundler that builds classic workers takes it as it is', () => {
    expect(importsOf("import a from 'one'; export * from 'two'; await import('three');")).to.deep.equal([
      'one',
      'two',
      'three',
    ]);
    for (const file of ['dist/sources/worker/local-worker.js', 'dist/cdn/agent-metrics-kit-worker.js']) {
      expect(importsOf(readFileSync(file, 'utf8')), file).to.deep.equal([]);
    }
  });
});
