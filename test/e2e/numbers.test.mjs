import { expect } from 'chai';
import { createOracle } from '../oracle/star-oracle.mjs';
import { openChromium } from './open-chromium.mjs';
import { startDemo } from './start-demo.mjs';

const METRICS = [
  'total-volume',
  'ai-resolved',
  'ai-resolved-rate',
  'skill-uses',
  'missed-rate',
  'unique-users',
  'bot-score',
  'conversation-length',
];
const RATES = ['ai-resolved-rate', 'missed-rate'];

const CASES = [
  { name: 'a week in UTC', range: '2020-05-21/2020-05-27', zone: 'Etc/UTC', now: '2020-05-27T12:00:00Z' },
  { name: 'a day in New York', range: '2020-05-20/2020-05-20', zone: 'America/New_York', now: '2020-05-27T12:00:00Z' },
  {
    name: 'a tag in Kolkata',
    range: '2020-05-12/2020-05-24',
    zone: 'Asia/Kolkata',
    now: '2020-05-27T12:00:00Z',
    filters: { tag: ['bank'] },
  },
  {
    name: 'all but two tags in Berlin',
    range: '2020-05-14/2020-05-20',
    zone: 'Europe/Berlin',
    now: '2020-05-27T12:00:00Z',
    filters: { '!tag': ['hotel', 'party'] },
  },
  {
    name: 'a status as of the middle',
    range: '2020-05-12/2020-05-20',
    zone: 'Pacific/Apia',
    now: '2020-05-20T09:30:00Z',
    filters: { status: ['open'] },
  },
];

/** As the widgets write numbers in English, in full. */
function toText(metric, value) {
  if (value === null) return '–';
  const style = RATES.includes(metric) ? { style: 'percent', maximumFractionDigits: 1 } : { maximumFractionDigits: 2 };
  return new Intl.NumberFormat('en', style).format(value);
}

/** Sets the demo's provider as a host page would, and what the tiles have to show then. */
function setScope({ range, zone, now, filters }, metrics) {
  const scope = document.querySelector('#scope');
  Object.assign(scope, { range, timeZone: zone, now, compare: 'none', filters });
  for (const grid of document.querySelectorAll('.columns agent-kpi-grid')) grid.metrics = metrics;
}

const readTiles = (column) => {
  const tiles = document.querySelector(`${column} agent-kpi-grid`).shadowRoot.querySelectorAll('[data-metric]');
  return Object.fromEntries(
    [...tiles].map((tile) => [tile.dataset.metric, tile.querySelector('.value .spoken').textContent]),
  );
};

describe('the numbers that the widgets show', () => {
  let demo, chromium, oracle, page;
  beforeAll(async () => {
    [demo, chromium, oracle] = await Promise.all([
      startDemo(),
      openChromium(),
      createOracle('demo/data/star.ndjson.gz'),
    ]);
    ({ page } = await chromium.open(`${demo.url}twice.html`));
  });
  afterAll(async () => {
    demo?.stop();
    await chromium?.close();
    await oracle?.close();
  });

  for (const one of CASES) {
    it(`are those of SQL for ${one.name}`, async () => {
      const [from, to] = one.range.split('/');
      const { metrics } = await oracle.query({
        metrics: METRICS,
        from,
        to,
        timeZone: one.zone,
        now: one.now,
        ...(one.filters && { filters: one.filters }),
      });
      const expected = Object.fromEntries(METRICS.map((metric) => [metric, toText(metric, metrics[metric].value)]));
      await page.evaluate(`(${setScope})(${JSON.stringify(one)}, ${JSON.stringify(METRICS)})`);
      for (const column of ['#fetched', '#computed']) {
        await page
          .waitForFunction(
            `JSON.stringify((${readTiles})('${column}')) === ${JSON.stringify(JSON.stringify(expected))}`,
            undefined,
            { timeout: 8000 },
          )
          .catch(() => undefined);
        expect(await page.evaluate(`(${readTiles})('${column}')`), column).to.deep.equal(expected);
      }
    });
  }
});
