import { expect } from 'chai';
import { createOracle } from '../oracle/star-oracle.mjs';
import { openChromium } from './open-chromium.mjs';
import { startDemo } from './start-demo.mjs';

const NOW = '2020-05-27T12:00:00Z';

/** Text of a tile's value, by metric, in one of the demo's two columns. */
async function tileText(page, column, metric) {
  const value = page.locator(`${column} agent-kpi-grid [data-metric="${metric}"] .value .spoken`);
  await value.waitFor({ state: 'attached' });
  return value.textContent();
}

async function expectTile(page, metric, text) {
  for (const column of ['#fetched', '#computed']) {
    await page.waitForFunction(
      ([where, id, wanted]) =>
        document
          .querySelector(`${where} agent-kpi-grid`)
          ?.shadowRoot?.querySelector(`[data-metric="${id}"] .value .spoken`)?.textContent === wanted,
      [column, metric, text],
    );
  }
}

describe('the page that shows the same numbers twice', () => {
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

  const total = async (range, more = {}) =>
    (await oracle.query({ metrics: ['total-volume'], timeZone: 'Etc/UTC', now: NOW, ...range, ...more })).metrics[
      'total-volume'
    ];

  it('shows what SQL counts, by endpoint and in the page', async () => {
    const { page, problems } = await chromium.open(`${demo.url}twice.html`);
    const { value } = await total({ from: '2020-05-21', to: '2020-05-27' });
    await expectTile(page, 'total-volume', value.toLocaleString('en'));
    expect(await tileText(page, '#computed', 'ai-revenue')).to.equal('–');
    await page.getByText('endpoint and page gave the same').waitFor();
    expect(problems).to.deep.equal([]);
    await page.close();
  });

  it('follows the range that the reader picks', async () => {
    const { page } = await chromium.open(`${demo.url}twice.html`);
    await page.getByRole('combobox', { name: 'Range' }).selectOption('last-14-days');
    const { value } = await total({ from: '2020-05-14', to: '2020-05-27' });
    await expectTile(page, 'total-volume', value.toLocaleString('en'));
    await page.getByText('May 14 – 27, 2020').first().waitFor();
    await page.close();
  });

  it('takes two dates and says when their order is wrong', async () => {
    const { page } = await chromium.open(`${demo.url}twice.html`);
    await page.getByLabel('From', { exact: true }).fill('2020-05-20');
    await page.getByLabel('To', { exact: true }).fill('2020-05-20');
    const { value } = await total({ from: '2020-05-20', to: '2020-05-20' });
    await expectTile(page, 'total-volume', value.toLocaleString('en'));
    await page.getByLabel('From', { exact: true }).fill('2020-05-21');
    await page.getByRole('alert').getByText('The end is before the start').waitFor();
    await expectTile(page, 'total-volume', value.toLocaleString('en'));
    await page.close();
  });

  it('compares with the range that the reader picks', async () => {
    const { page } = await chromium.open(`${demo.url}twice.html`);
    await page.getByLabel('Compare with').selectOption('none');
    await page.waitForFunction(
      () => !document.querySelector('#computed agent-kpi-grid').shadowRoot.querySelector('.chip'),
    );
    await page.getByLabel('Compare with').selectOption('previous-period');
    const [now, before] = await Promise.all([
      total({ from: '2020-05-21', to: '2020-05-27' }),
      total({ from: '2020-05-14', to: '2020-05-20' }),
    ]);
    const change = new Intl.NumberFormat('en', { style: 'percent', signDisplay: 'exceptZero' })
      .format((now.value - before.value) / before.value)
      .replace('-', '−');
    await page.locator('#computed agent-kpi-grid [data-metric="total-volume"] .chip').getByText(change).waitFor();
    await page.close();
  });

  it('groups the bars as the reader picks, with the numbers of SQL in the table', async () => {
    const { page } = await chromium.open(`${demo.url}twice.html`);
    const chart = page.locator('#computed agent-volume-chart');
    await chart.getByLabel('Group by').selectOption('status');
    await chart.getByRole('button', { name: 'Show as table' }).click();
    const { byGroup } = await total({ from: '2020-05-21', to: '2020-05-27' }, { groupBy: 'status' });
    const resolved = chart
      .getByRole('row', { name: /^Total/ })
      .getByRole('cell')
      .first();
    await page.waitForFunction(
      (text) =>
        document.querySelector('#computed agent-volume-chart').shadowRoot.querySelector('tfoot td')?.textContent ===
        text,
      byGroup.get('resolved').toLocaleString('en'),
    );
    expect(await resolved.textContent()).to.equal(byGroup.get('resolved').toLocaleString('en'));
    await page.close();
  });

  it('switches language, direction and data', async () => {
    const { page, problems } = await chromium.open(`${demo.url}twice.html`);
    for (const [lang, label] of [
      ['de', 'Gespräche gesamt'],
      ['ko', '총 대화 수'],
      ['fi', 'Keskustelut'],
      ['en', 'Total volume'],
    ]) {
      await page.getByLabel('Language').selectOption(lang);
      await page.locator('#fetched agent-kpi-grid .label').getByText(label, { exact: true }).waitFor();
    }
    await page.getByLabel('Direction').selectOption('rtl');
    await page.locator('select[name=data]').selectOption('made-up');
    await page
      .locator('#computed')
      .getByRole('button', { name: /^Web chat/ })
      .waitFor();
    await page.waitForFunction(() =>
      document
        .querySelector('#computed agent-kpi-grid')
        .shadowRoot.querySelector('[data-metric="ai-revenue"] .value .spoken')
        ?.textContent.startsWith('€'),
    );
    expect(problems).to.deep.equal([]);
    await page.close();
  });

  it('offers the last data to a widget whose range has none', async () => {
    const { page } = await chromium.open(`${demo.url}twice.html`);
    const lone = page.locator('#lone');
    await lone.getByText('The data end on May 27, 2020.').waitFor();
    await lone.getByRole('button', { name: 'Show the last data' }).click();
    const { value } = await total({ from: '2020-05-21', to: '2020-05-27' }, { now: new Date().toISOString() });
    await lone
      .locator('[data-metric="total-volume"] .value .spoken')
      .getByText(value.toLocaleString('en'))
      .waitFor({ state: 'attached' });
    await page.close();
  });

  it('is used by keyboard alone', async () => {
    const { page } = await chromium.open(`${demo.url}twice.html`);
    await page.locator('#fetched agent-volume-chart [part=plot]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    await page.locator('#fetched agent-volume-chart .tip').getByText('Wednesday, May 27, 2020').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#fetched agent-volume-chart .tip').waitFor({ state: 'detached' });
    await page.close();
  });

  it('fits a phone without scrolling sideways', async () => {
    for (const lang of ['en', 'de', 'ko', 'fi']) {
      const { page } = await chromium.open(`${demo.url}twice.html?data=made-up&lang=${lang}`, {
        viewport: { width: 360, height: 780 },
      });
      await page.locator('#computed agent-volume-chart canvas').waitFor({ state: 'attached' });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, lang).to.be.at.most(360);
      await page.close();
    }
  });
});
