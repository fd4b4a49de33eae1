/** The demo's pages of hub, help desk and chatbot, against SQL on the same made-up shop. */
import { expect } from 'chai';
import { openSql } from '../oracle/public/duckdb.mjs';
import { openChromium } from './open-chromium.mjs';
import { Keyboard } from './reader.mjs';
import { startDemo } from './start-demo.mjs';

const FILE = 'demo/data/made-up-service.json.gz';
const WITHIN = (at) =>
  `"${at}"::TIMESTAMPTZ >= TIMESTAMPTZ '2026-03-10 00:00:00 Europe/Berlin' AND "${at}"::TIMESTAMPTZ <= TIMESTAMPTZ '2026-06-07 12:00:00Z'`;
const count = (list, where, what = '*') =>
  `SELECT count(${what}) FROM (SELECT unnest(${list}, max_depth := 2) FROM shop) WHERE ${where}`;

/** What tiles show over the last 90 days, as SQL. */
const TILES = {
  'hub.html': {
    'total-accounts': count('accounts', "createdAt::TIMESTAMPTZ <= TIMESTAMPTZ '2026-06-07 12:00:00Z'"),
    'service-interactions': count('hubEvents', `kind NOT IN ('opened', 'login', 'cart-added') AND ${WITHIN('at')}`),
    'active-accounts': count('hubEvents', `kind = 'opened' AND ${WITHIN('at')}`, 'DISTINCT accountId'),
    'hub-logins': count('hubEvents', `kind = 'login' AND ${WITHIN('at')}`),
  },
  'desk.html': {
    'ticket-volume': count('tickets', WITHIN('createdAt')),
    'article-views': count('articleVisits', WITHIN('at'), 'DISTINCT (articleId, session)'),
    'forum-posts': count('forumPosts', WITHIN('at')),
  },
  'chatbot.html': {
    'total-volume': count(
      'conversations',
      `${WITHIN('startedAt')} AND len(list_filter(messages, one -> one."from" = 'visitor')) > 0`,
    ),
    'chat-opens': count('conversations', WITHIN('startedAt')),
  },
};
const PHONE = { viewport: { width: 360, height: 780 } };

describe('the demo’s pages of presets', () => {
  let demo, chromium, sql;
  beforeAll(async () => {
    [demo, chromium, sql] = await Promise.all([startDemo(), openChromium(), openSql()]);
    await sql.run(`CREATE TABLE shop AS SELECT * FROM read_json('${FILE}', maximum_object_size = 200000000)`);
  });
  afterAll(async () => {
    demo?.stop();
    await chromium?.close();
    sql?.close();
  });

  const tile = (page, metric) => page.locator(`agent-kpi-grid [data-metric="${metric}"] .value .spoken`).first();
  async function untilTiles(page, path) {
    for (const [metric, statement] of Object.entries(TILES[path])) {
      const [[number]] = await sql.rows(statement);
      expect(number, metric).to.be.above(10);
      await tile(page, metric).getByText(number.toLocaleString('en'), { exact: true }).waitFor({ state: 'attached' });
    }
  }

  for (const path of Object.keys(TILES)) {
    for (const by of ['endpoint', 'page']) {
      it(`${path} shows what SQL counts, by ${by}`, async () => {
        const { page, problems } = await chromium.open(`${demo.url}${path}?by=${by}`);
        await untilTiles(page, path);
        expect(problems).to.deep.equal([]);
        await page.close();
      });
    }
  }

  for (const path of [...Object.keys(TILES), 'glossary.html']) {
    it(`${path} fits a phone without scrolling sideways, in every language`, async () => {
      const { page, problems } = await chromium.open(`${demo.url}${path}`, PHONE);
      if (path in TILES) await untilTiles(page, path);
      for (const lang of ['en', 'de', 'ko', 'fi']) {
        await page.locator('select[name=lang]').selectOption(lang);
        await page.waitForTimeout(300);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), lang).to.be.at.most(360);
      }
      expect(problems).to.deep.equal([]);
      await page.close();
    });
  }

  it('keeps the arrangement that a reader makes by keyboard', async () => {
    const { page, problems } = await chromium.open(`${demo.url}hub.html`);
    await untilTiles(page, 'hub.html');
    const keyboard = new Keyboard(page);
    const sections = () =>
      page.locator('agent-dashboard [part~=section]').evaluateAll((list) => list.map(({ dataset }) => dataset.section));
    const before = await sections();
    await keyboard.press('Customise');
    await keyboard.press(/^Move up: .*Sign-ins/);
    await keyboard.press('Done');
    const moved = [...before.slice(0, -3), before.at(-2), before.at(-3), before.at(-1)];
    expect(await sections()).to.deep.equal(moved);
    await page.reload();
    await untilTiles(page, 'hub.html');
    expect(await sections()).to.deep.equal(moved);
    expect(problems).to.deep.equal([]);
    await page.close();
  });
});
