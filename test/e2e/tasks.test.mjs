/** What people come to a dashboard for, from end to end, by mouse and by keyboard alone, against SQL. */
import { expect } from 'chai';
import { createOracle } from '../oracle/star-oracle.mjs';
import { openChromium } from './open-chromium.mjs';
import { Keyboard, Mouse } from './reader.mjs';
import { startDemo } from './start-demo.mjs';

const NOW = { now: '2026-06-07T12:00:00Z', timeZone: 'Europe/Berlin' };
const MAY = { ...NOW, from: '2026-05-01', to: '2026-05-31' };
const DASHBOARD = 'agent-dashboard';
const TABLE = `${DASHBOARD} agent-conversation-table`;
const UNRESOLVED = { channel: ['sms'], status: ['routed', 'closed'], tag: ['returns'] };

const WORDS = {
  en: {
    range: 'Range',
    lastMonth: 'Last month',
    weekToDate: 'Week to date',
    compare: 'Compare with',
    previousUnit: 'Previous calendar unit',
    channel: /^Channel/,
    status: /^Status/,
    tag: /^Tag/,
    sms: /^SMS\b/,
    routed: /^Routed to the team/,
    closed: /^Closed/,
    returns: /^returns/,
    next: 'Next conversation',
    add: /^Add knowledge/,
    title: 'Title',
    answer: /^(Answer|Body|Text)/,
    submit: 'Add',
    search: 'Search conversations',
    uses: /^(Uses|Times used)/,
  },
  ko: {
    range: '기간 선택',
    lastMonth: '지난달',
    channel: /^채널/,
    status: /^상태/,
    tag: /^태그/,
    sms: /^SMS/,
    routed: /^상담팀에 전달됨/,
    closed: /^종료됨/,
    returns: /^returns/,
    next: '다음 대화',
  },
};

const READERS = {
  mouse: (page) => new Mouse(page, DASHBOARD),
  keyboard: (page) => new Keyboard(page),
};

describe('a person at the dashboard', () => {
  let demo, chromium, oracle;
  beforeAll(async () => {
    [demo, chromium, oracle] = await Promise.all([
      startDemo(),
      openChromium(),
      createOracle('demo/data/made-up.json.gz'),
    ]);
  });
  afterAll(async () => {
    demo?.stop();
    await chromium?.close();
    await oracle?.close();
  });

  async function open(by, { lang = 'en', more = '', ...options } = {}) {
    const { page, problems } = await chromium.open(`${demo.url}?data=made-up&lang=${lang}${more}`, options);
    await page.locator(`${TABLE} tbody tr`).first().waitFor();
    return { page, problems, reader: READERS[by](page), close: () => page.close() };
  }

  const pagerText = (page) => page.locator(`${TABLE} [part~=page]`).textContent();
  /** Until the table says that it shows so many. */
  const untilTotal = (page, total) =>
    page.waitForFunction(
      ([where, wanted]) => {
        const [host, inner] = where.split(' ');
        const text =
          document.querySelector(host).shadowRoot.querySelector(inner).shadowRoot.querySelector('[part~=page]')
            ?.textContent ?? '';
        return text.replace(/\D+/g, ' ').trim().split(' ').map(Number).includes(wanted);
      },
      [TABLE, total],
    );

  /** Last month's unresolved SMS conversations about returns, and one of them read. */
  async function readUnresolved({ page, reader }, words) {
    const expected = await oracle.list({ ...MAY, filters: UNRESOLVED });
    expect(expected.length).to.be.above(1);
    await reader.choose(words.range, words.lastMonth);
    for (const [dimension, values] of [
      [words.channel, [words.sms]],
      [words.status, [words.routed, words.closed]],
      [words.tag, [words.returns]],
    ]) {
      await reader.press(dimension);
      for (const value of values) await reader.check(value);
      await reader.escape();
    }
    await untilTotal(page, expected.length);
    const [firstQuestion] = await page.locator(`${TABLE} tbody [part~=question]`).allTextContents();
    await reader.press(firstQuestion.trim());
    const dialog = page.locator(`${TABLE} dialog`);
    await dialog.locator('[part~=message]').getByText(firstQuestion.trim()).first().waitFor();
    await reader.press(words.next);
    await dialog
      .getByText(new RegExp(`2\\D+${expected.length}|${expected.length}\\D+2`))
      .first()
      .waitFor();
    await reader.escape();
    await dialog.waitFor({ state: 'hidden' });
  }

  for (const by of ['mouse', 'keyboard']) {
    describe(`by ${by}`, () => {
      it('finds last month’s unresolved SMS conversations about returns and reads one', async () => {
        const visit = await open(by);
        await readUnresolved(visit, WORDS.en);
        expect(visit.problems).to.deep.equal([]);
        await visit.close();
      });

      it('does so on a phone of 360 pixels', async () => {
        const visit = await open(by, { viewport: { width: 360, height: 740 } });
        await readUnresolved(visit, WORDS.en);
        expect(await visit.page.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(360);
        await visit.close();
      });

      it('does so in Korean', async () => {
        const visit = await open(by, { lang: 'ko' });
        await visit.page.locator(`${DASHBOARD} agent-range-picker`).getByLabel('기간 선택').first().waitFor();
        await readUnresolved(visit, WORDS.ko);
        await visit.close();
      });

      it('sees which skills are never used', async () => {
        const { page, reader, close } = await open(by);
        await reader.choose('Range', 'Today');
        const { metrics } = await oracle.query({
          ...NOW,
          from: '2026-06-07',
          to: '2026-06-07',
          metrics: ['skill-uses'],
          groupBy: 'skill',
        });
        const used = metrics['skill-uses'].byGroup;
        const card = page.locator(`${DASHBOARD} agent-skills-card`);
        await page.waitForFunction(
          (wanted) => {
            const rows = [
              ...document
                .querySelector('agent-dashboard')
                .shadowRoot.querySelector('agent-skills-card')
                .shadowRoot.querySelectorAll('tbody tr'),
            ];
            return (
              rows.length === 11 &&
              rows.reduce((sum, row) => sum + Number(row.querySelector('td').textContent.trim()), 0) === wanted
            );
          },
          [...used.values()].reduce((sum, value) => sum + value, 0),
        );
        const rows = await card
          .locator('tbody tr')
          .evaluateAll((all) =>
            all.map((row) => [
              row.querySelector('th').textContent.trim(),
              Number(row.querySelector('td').textContent.trim()),
            ]),
          );
        expect(rows.length).to.equal(11);
        for (const [skill, uses] of rows) expect(uses, skill).to.equal(used.get(skill) ?? 0);
        expect(rows.some(([, uses]) => uses === 0)).to.equal(true);
        await close();
      });

      it('compares this week with the last', async () => {
        const { page, reader, close } = await open(by);
        await reader.choose('Range', 'Week to date');
        await reader.choose('Compare with', 'Previous calendar unit');
        const total = async (range) =>
          (await oracle.query({ ...NOW, ...range, metrics: ['total-volume'] })).metrics['total-volume'].value;
        const [now, before] = [
          await total({ from: '2026-06-01', to: '2026-06-07' }),
          await total({ from: '2026-05-25', to: '2026-05-31' }),
        ];
        const share = (now - before) / before;
        const change = new Intl.NumberFormat('en', {
          style: 'percent',
          maximumFractionDigits: Math.abs(share) < 0.1 ? 1 : 0,
          signDisplay: 'exceptZero',
        })
          .format(share)
          .replace('-', '−');
        const tile = page.locator(`${DASHBOARD} agent-kpi-grid [data-metric="total-volume"]`);
        await tile
          .locator('.spoken')
          .getByText(now.toLocaleString('en'), { exact: true })
          .waitFor({ state: 'attached' });
        await tile.getByText(change).first().waitFor();
        await tile.getByText('vs May 25 – 31').waitFor();
        await close();
      });

      it('goes from a tile to the conversations behind it and back', async () => {
        const { page, reader, close } = await open(by);
        const expected = await oracle.list({ ...NOW, from: '2026-05-09', to: '2026-06-07', metric: 'link-clicks' });
        const clicks = await oracle.query({ ...NOW, from: '2026-05-09', to: '2026-06-07', metrics: ['link-clicks'] });
        const all = await pagerText(page);
        await reader.press(/^Link clicks/);
        await untilTotal(page, expected.length);
        const selection = page.locator(`${TABLE} [part~=selection]`);
        await selection
          .getByText(
            `${clicks.metrics['link-clicks'].value.toLocaleString('en')} in ${expected.length.toLocaleString('en')} conversations`,
          )
          .first()
          .waitFor();
        await reader.press(/^Show all|all conversations/i);
        await selection.waitFor({ state: 'detached' });
        await page.waitForFunction(
          ([where, text]) => {
            const [host, inner] = where.split(' ');
            return (
              document.querySelector(host).shadowRoot.querySelector(inner).shadowRoot.querySelector('[part~=page]')
                ?.textContent === text
            );
          },
          [TABLE, all],
        );
        await close();
      });

      it('reads a long conversation to its end', async () => {
        const { page, reader, close } = await open(by, { viewport: { width: 900, height: 420 } });
        const [firstQuestion] = await page.locator(`${TABLE} tbody [part~=question]`).allTextContents();
        await reader.press(firstQuestion.trim());
        const last = page.locator(`${TABLE} dialog [part~=message]`).last();
        await last.waitFor();
        if (by === 'keyboard') await page.keyboard.press('End');
        else await last.hover();
        await page.waitForFunction(
          ([where]) => {
            const [host, inner] = where.split(' ');
            const dialog = document
              .querySelector(host)
              .shadowRoot.querySelector(inner)
              .shadowRoot.querySelector('dialog');
            const messages = dialog
              .querySelector('agent-conversation-thread')
              .shadowRoot.querySelectorAll('[part~=message]');
            return messages[messages.length - 1].getBoundingClientRect().bottom <= window.innerHeight;
          },
          [TABLE],
        );
        await close();
      });

      it('searches what was said', async () => {
        const { page, reader, close } = await open(by);
        const expected = await oracle.list({ ...NOW, from: '2026-05-09', to: '2026-06-07', search: 'waterproof' });
        await reader.type('Search conversations', 'waterproof', 'searchbox');
        await untilTotal(page, expected.length);
        expect(expected.length).to.be.above(0);
        await close();
      });

      it('adds knowledge for the top gap, which closes', async () => {
        // In the page: what one reader adds must not change the numbers of the next.
        const { page, reader, close } = await open(by, { more: '&by=page' });
        const card = page.locator(`${DASHBOARD} knowledge-gaps-card`);
        const topic = (await card.locator('[part~=topic]').first().textContent()).trim();
        const questions = await card.locator('[part~=gap]').first().locator('[part~=examples] li').allTextContents();
        await reader.press(/^Add knowledge/);
        await reader.type('Title', topic);
        await reader.type('Answer', `${topic} ${questions.join(' ')}`);
        await reader.press('Add');
        await card.locator('[part~=status]').getByText(/./).first().waitFor();
        await page.waitForFunction((gone) => {
          const shown = [
            ...document
              .querySelector('agent-dashboard')
              .shadowRoot.querySelector('knowledge-gaps-card')
              .shadowRoot.querySelectorAll('[part~=topic]'),
          ];
          return shown.length > 0 && shown.every((one) => one.textContent.trim() !== gone);
        }, topic);
        await close();
      });
    });
  }
});
