/** How much a page asks: each distinct question once, and no more than what the reader changed. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { openChromium } from './open-chromium.mjs';

const FILES = {
  '/agent-metrics-kit.js': 'dist/cdn/agent-metrics-kit.js',
  '/local-data-page.js': 'test/e2e/local-data-page.js',
  '/questions-page.js': 'test/e2e/questions-page.js',
};
const PAGE =
  '<!doctype html><meta charset="utf-8"><title>Questions</title><script type="module" src="/questions-page.js"></script>';
const TABLE = 'agent-conversation-table';
/** The kinds of questions of twelve widgets of which only seven differ. */
const SEVEN = { query: 5, conversations: 1, knowledgeGaps: 1 };

describe('what a page asks', () => {
  let chromium;
  let page;
  let problems;
  beforeAll(async () => {
    chromium = await openChromium();
  });
  afterAll(() => chromium?.close());
  beforeEach(async () => {
    ({ page, problems } = await chromium.open('about:blank'));
    await page.route('http://questions.example/**', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: PAGE });
      return FILES[pathname]
        ? route.fulfill({ contentType: 'text/javascript', body: readFileSync(FILES[pathname]) })
        : route.fulfill({ status: 404, body: '' });
    });
    await page.goto('http://questions.example/');
    await page.waitForFunction('window.questions');
  });
  afterEach(async () => {
    expect(problems).to.deep.equal([]);
    await page.close();
  });

  const take = () => page.evaluate('questions.take()');
  const untilAsked = (least) => page.waitForFunction(`questions.asked() >= ${least}`);

  /** What a deed leads to asking, once the page is at rest again. */
  async function askedBy(deed, least = 1) {
    await take();
    await deed();
    await untilAsked(least);
    await page.waitForFunction('questions.busy() === 0');
    return take();
  }

  it('hears from twelve widgets each distinct question once a round', async () => {
    expect(await askedBy(() => page.evaluate('questions.showTwelve()'), 8)).to.deep.equal({
      counts: { describe: 1, ...SEVEN },
      again: 0,
      aborted: 0,
    });
    for (const [name, change] of Object.entries({
      range: { range: '2026-01-06/2026-01-22' },
      filters: { filters: { channel: ['sms'] } },
      comparison: { compare: 'previous-period' },
    })) {
      const { counts, again, aborted } = await askedBy(
        () => page.evaluate(`questions.set(${JSON.stringify(change)})`),
        name === 'comparison' ? 2 : 7,
      );
      expect([again, aborted], name).to.deep.equal([0, 0]);
      if (name !== 'comparison') expect(counts, name).to.deep.equal(SEVEN);
    }
  });

  it('aborts every question of a round that a newer one overtakes', async () => {
    await askedBy(() => page.evaluate('questions.showTwelve()'), 8);
    await page.evaluate('questions.hold()');
    await page.evaluate("questions.set({ range: '2026-01-06/2026-01-22' })");
    await untilAsked(7);
    await page.evaluate("questions.set({ range: '2026-01-07/2026-01-23' })");
    await untilAsked(14);
    const { counts, again, aborted } = await take();
    expect([counts, again, aborted]).to.deep.equal([{ query: 10, conversations: 2, knowledgeGaps: 2 }, 0, 7]);
    await page.evaluate('questions.release()');
    await page.waitForFunction('questions.busy() === 0');
    expect((await take()).counts).to.deep.equal({});
  });

  it('keeps answering a reader of the dashboard, and asks no more than what they changed', async () => {
    const dashboard = page.locator('agent-dashboard');
    const first = await askedBy(() => page.evaluate('questions.showDashboard()'), 6);
    expect(first).to.deep.equal({
      counts: { describe: 1, query: 4, conversations: 1, knowledgeGaps: 1 },
      again: 0,
      aborted: 0,
    });
    const list = { counts: { conversations: 1 }, again: 0, aborted: 0 };
    const range = () => dashboard.getByRole('combobox', { name: 'Range', exact: true }).selectOption('all-time');
    expect(await askedBy(range, 5)).to.deep.equal({
      counts: { query: 4, conversations: 1, knowledgeGaps: 1 },
      again: 0,
      aborted: 0,
    });
    expect(
      await askedBy(() => dashboard.getByRole('combobox', { name: 'Group by' }).selectOption('tag')),
    ).to.deep.equal({ counts: { query: 1 }, again: 0, aborted: 0 });
    // The filter bar counts what its open dimension offers, and everything under the filters.
    expect(
      await askedBy(() =>
        dashboard
          .locator('agent-filter-bar')
          .getByRole('button', { name: /^Channel/ })
          .click(),
      ),
    ).to.deep.equal({ counts: { query: 1 }, again: 0, aborted: 0 });
    expect(await askedBy(() => dashboard.getByRole('checkbox', { name: /^SMS/ }).click(), 2)).to.deep.equal({
      counts: { query: 1, conversations: 1 },
      again: 0,
      aborted: 0,
    });
    await page.keyboard.press('Escape');
    expect(await askedBy(() => dashboard.getByRole('button', { name: 'Next page' }).click())).to.deep.equal(list);
    expect(await askedBy(() => dashboard.locator(`${TABLE} [part~=sort]`).last().click())).to.deep.equal(list);
    expect(
      await askedBy(() => dashboard.getByRole('searchbox', { name: 'Search conversations' }).fill('number 1')),
    ).to.deep.equal(list);
    expect(await askedBy(() => dashboard.locator(`${TABLE} [part~=open]`).first().click())).to.deep.equal({
      counts: { conversation: 1 },
      again: 0,
      aborted: 0,
    });
    await dashboard.locator(`${TABLE} [part~=message]`).first().waitFor();
  });
});
