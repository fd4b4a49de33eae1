/** The packed kit in the bundlers that people use, with their default configuration, opened in a browser. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChromium } from '../e2e/open-chromium.mjs';
import { serveFolder } from '../tools/serve-folder.mjs';
import { BUNDLERS } from './bundlers.mjs';

const PAGES = join(import.meta.dirname, 'pages');
const MAY = 4321;
const JUNE = 1234;

/** More than a megabyte, so that a worker reads it where there is one. */
function manyConversations() {
  const conversation = (month, i) => ({
    id: `${month}-${i}`,
    startedAt: `2026-${month}-0${1 + (i % 7)}T12:00:00Z`,
    channel: i % 2 ? 'chat' : 'sms',
    messages: [
      {
        at: `2026-${month}-0${1 + (i % 7)}T12:00:00Z`,
        from: 'visitor',
        text: 'Where is my order? I have been waiting for it since last week.',
      },
    ],
  });
  return {
    conversations: [
      ...Array.from({ length: MAY }, (_, i) => conversation('05', i)),
      ...Array.from({ length: JUNE }, (_, i) => conversation('06', i)),
    ],
  };
}

describe.each(BUNDLERS)('$name', ({ build, carriesWorkers }) => {
  let chromium;
  beforeAll(async () => {
    chromium = await openChromium();
  });
  afterAll(() => chromium.close());

  /** Builds a page, opens it and gives what `read` finds there. */
  async function open(name, read) {
    const outDir = mkdtempSync(join(tmpdir(), 'agent-metrics-kit-app-'));
    try {
      await build({ root: join(PAGES, name), outDir });
      writeFileSync(join(outDir, 'facts.json'), JSON.stringify(manyConversations()));
      const { origin, close } = await serveFolder(outDir);
      try {
        const { page } = await chromium.open('about:blank');
        const failures = [];
        const scripts = new Map();
        const workers = [];
        page.on('pageerror', (error) => failures.push(error.message));
        page.on('response', (response) => scripts.set(response.url(), response.status()));
        page.on('worker', (worker) => workers.push(worker.url()));
        await page.goto(`${origin}/index.html`);
        const found = await read(page);
        await page.close();
        return { found, failures, startedWorkers: workers.filter((url) => scripts.get(url) === 200).length };
      } finally {
        close();
      }
    } finally {
      rmSync(outDir, { recursive: true });
    }
  }

  const tileText = (page, text) => page.locator('agent-kpi-grid').getByText(text, { exact: true }).first().waitFor();

  it('builds and opens one tag', async () => {
    const { failures, startedWorkers } = await open('grid', (page) => tileText(page, MAY.toLocaleString('en')));
    expect(failures).toEqual([]);
    expect(startedWorkers).toBe(carriesWorkers ? 1 : 0);
  });

  it('builds and opens the whole kit, its charts and a language', async () => {
    const { found, failures } = await open('everything', async (page) => {
      await tileText(page, MAY.toLocaleString('de'));
      await page.locator('agent-volume-chart canvas').waitFor();
      return page.evaluate(() =>
        ['agent-dashboard', 'agent-conversation-table', 'knowledge-gaps-card'].filter(
          (tag) => !customElements.get(tag),
        ),
      );
    });
    expect(failures).toEqual([]);
    expect(found).toEqual([]);
  });
});
