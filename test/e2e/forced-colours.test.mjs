/** Better and worse without colour: what a reader sees whose system decides all colours. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { openChromium } from './open-chromium.mjs';

const talk = (id, day, status) => ({ id, channel: 'web-chat', startedAt: `${day}T10:00:00Z`, status });
const CONVERSATIONS = [
  talk('a', '2026-05-26', 'resolved'),
  talk('b', '2026-05-27', 'resolved'),
  talk('c', '2026-06-02', 'resolved'),
  talk('d', '2026-06-03', 'closed'),
  talk('e', '2026-06-04', 'resolved'),
  talk('f', '2026-06-05', 'resolved'),
];
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Forced colours</title><script type="module">
  import '/agent-metrics-kit.js';
  const scope = { data: { conversations: ${JSON.stringify(CONVERSATIONS)} }, range: '2026-06-01/2026-06-07', compare: 'previous-period', timeZone: 'UTC', now: '2026-06-08T00:00:00Z' };
  document.body.append(
    Object.assign(document.createElement('agent-kpi-grid'), { ...scope, metrics: ['ai-resolved', 'ai-unresolved-rate', 'total-volume'] }),
    Object.assign(document.createElement('agent-breakdown-chart'), { ...scope, metric: 'ai-resolved-rate' }),
  );
</script>`;

describe('with the colours of the system', () => {
  let chromium;
  beforeAll(async () => {
    chromium = await openChromium();
  });
  afterAll(() => chromium?.close());

  it('tiles and tables say in words which change is for the better', async () => {
    const { page, problems } = await chromium.open('about:blank', { forcedColors: 'active' });
    await page.route('http://colours.example/**', (route) =>
      route.fulfill(
        new URL(route.request().url()).pathname === '/'
          ? { contentType: 'text/html', body: PAGE }
          : { contentType: 'text/javascript', body: readFileSync('dist/cdn/agent-metrics-kit.js') },
      ),
    );
    await page.goto('http://colours.example/');
    const chips = page.locator('agent-kpi-grid [part="change"]');
    const cell = page.locator('agent-breakdown-chart tbody .change');
    await cell.waitFor();
    await chips.nth(2).waitFor();
    expect(await chips.allInnerTexts()).to.deep.equal(['+50%, better', '+25 pts, worse', '+100%']);
    expect(await cell.innerText()).to.equal('−25 pts, worse');
    const colors = await page.evaluate(
      `[...document.querySelector('agent-kpi-grid').shadowRoot.querySelectorAll('[part="change"]')].map((chip) => getComputedStyle(chip).color)`,
    );
    expect(new Set(colors).size).to.equal(1);
    expect(await page.evaluate("matchMedia('(forced-colors: active)').matches")).to.equal(true);
    expect(problems).to.deep.equal([]);
    await page.close();
  });
});
