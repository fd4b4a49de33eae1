/** The demo's pages: the dashboard, an article, a portal. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { createOracle } from '../oracle/star-oracle.mjs';
import { openChromium } from './open-chromium.mjs';
import { startDemo } from './start-demo.mjs';

const NOW = { now: '2020-05-27T12:00:00Z', timeZone: 'Etc/UTC' };
const WEEK = { ...NOW, from: '2020-05-21', to: '2020-05-27' };
const TABLE = 'agent-dashboard agent-conversation-table';

describe('the demo', () => {
  let demo, chromium, oracle;
  beforeAll(async () => {
    [demo, chromium, oracle] = await Promise.all([
      startDemo(),
      openChromium(),
      createOracle('demo/data/star.ndjson.gz'),
    ]);
  });
  afterAll(async () => {
    demo?.stop();
    await chromium?.close();
    await oracle?.close();
  });

  const rowsThere = (page) => page.locator(`${TABLE} tbody tr`).first().waitFor();

  for (const by of ['endpoint', 'page']) {
    it(`shows on its dashboard what SQL counts, by ${by}`, async () => {
      const { page, problems } = await chromium.open(`${demo.url}?by=${by}`);
      const volume = (await oracle.query({ ...WEEK, metrics: ['total-volume', 'ai-resolved'] })).metrics;
      for (const [metric, { value }] of Object.entries(volume)) {
        await page
          .locator(`agent-dashboard agent-kpi-grid [data-metric="${metric}"] .value .spoken`)
          .getByText(value.toLocaleString('en'), { exact: true })
          .waitFor({ state: 'attached' });
      }
      await page
        .locator(`${TABLE} [part~=page]`)
        .getByText(volume['total-volume'].value.toLocaleString('en'))
        .waitFor();
      expect(problems).to.deep.equal([]);
      await page.close();
    });
  }

  it('leads from a bar to as many conversations as the bar counts', async () => {
    const { page } = await chromium.open(demo.url);
    await rowsThere(page);
    const plot = page.locator('agent-dashboard agent-volume-chart [part=plot]');
    await plot.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    const expected = await oracle.list({ ...NOW, from: '2020-05-22', to: '2020-05-22' });
    await page
      .locator(`${TABLE} [part~=page]`)
      .getByText(`of ${expected.length.toLocaleString('en')}`)
      .waitFor();
    await page.close();
  });

  it('keeps the reader’s view in its address', async () => {
    const { page } = await chromium.open(demo.url);
    await rowsThere(page);
    await page
      .locator('agent-dashboard agent-range-picker')
      .getByRole('combobox', { name: 'Range', exact: true })
      .selectOption('last-14-days');
    await page.waitForFunction(() => location.search.includes('last-14-days'));
    const address = page.url();
    await page.close();
    const again = await chromium.open(address);
    await rowsThere(again.page);
    expect(
      await again.page
        .locator('agent-dashboard agent-range-picker')
        .getByRole('combobox', { name: 'Range', exact: true })
        .inputValue(),
    ).to.equal('last-14-days');
    await again.page.close();
  });

  const PAGES = ['', '?preset=customer-agent-classic'].flatMap((one) =>
    ['en', 'de', 'ko', 'fi'].map((lang) => `${one}${one ? '&' : '?'}data=made-up&lang=${lang}`),
  );
  for (const path of [...PAGES, 'article.html', 'portal.html']) {
    it(`fits a phone without scrolling sideways: ${path}`, async () => {
      const { page } = await chromium.open(`${demo.url}${path}`, { viewport: { width: 360, height: 780 } });
      await page
        .locator(path.startsWith('article') ? 'agent-conversation-thread [part~=message]' : `${TABLE} tbody tr`)
        .first()
        .waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(360);
      await page.close();
    });
  }

  it('has widgets in an article by attributes alone', async () => {
    const source = readFileSync('demo/article.html', 'utf8');
    expect([...source.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).to.deep.equal([
      '<script type="module" src="/kit/cdn/agent-metrics-kit.js">',
    ]);
    const { page, problems } = await chromium.open(`${demo.url}article.html`);
    const { metrics } = await oracle.query({ ...NOW, from: '2020-05-12', to: '2020-05-27', metrics: ['total-volume'] });
    await page
      .locator('agent-kpi-grid .spoken')
      .getByText(metrics['total-volume'].value.toLocaleString('en'), { exact: true })
      .waitFor({ state: 'attached' });
    await page.getByText('I found a Business flight with Delta').waitFor();
    await page
      .locator('agent-skills-card')
      .getByRole('row', { name: /weather/ })
      .waitFor();
    expect(problems).to.deep.equal([]);
    await page.close();
  });

  it('wears the portal’s colours and does as its page says', async () => {
    const { page, problems } = await chromium.open(`${demo.url}portal.html`);
    await rowsThere(page);
    const [heading, card] = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('agent-dashboard');
      return [shadowRoot.querySelector('[part=heading]'), shadowRoot.querySelector('.card')]
        .map((one) => globalThis.getComputedStyle(one))
        .map((style) => [style.color, style.backgroundColor]);
    });
    expect(heading[0]).to.equal('rgb(43, 29, 36)');
    expect(card[1]).to.equal('rgb(255, 253, 250)');
    await page.getByRole('button', { name: 'Show them' }).click();
    await page.locator(`${TABLE} [part~=status]`).first().waitFor();
    await page.waitForFunction(() => {
      const words = [
        ...document
          .querySelector('agent-dashboard')
          .shadowRoot.querySelector('agent-conversation-table')
          .shadowRoot.querySelectorAll('[part~=status]'),
      ].map((one) => one.textContent.trim());
      return words.length > 0 && words.every((word) => word === 'Not resolved by AI');
    });
    expect(problems).to.deep.equal([]);
    await page.close();
  });
});
