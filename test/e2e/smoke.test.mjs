import { expect } from 'chai';
import puppeteer from 'puppeteer-core';
import { findBrowsers } from '../tools/find-browsers.mjs';
import { WebKitSession } from '../tools/webkit-session.mjs';
import { startDemo } from './start-demo.mjs';

/** What the smoke looks at, inside the page: the tiles of both columns, and whether bars were painted. */
const READ = `(() => {
  const tile = (column) => document.querySelector(column + ' agent-kpi-grid')?.shadowRoot?.querySelector('[data-metric="total-volume"] .value .spoken')?.textContent;
  const label = document.querySelector('#fetched agent-kpi-grid')?.shadowRoot?.querySelector('.label')?.textContent;
  const canvas = document.querySelector('#computed agent-volume-chart')?.shadowRoot?.querySelector('canvas');
  const painted = canvas && canvas.width > 0 && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0);
  return JSON.stringify({ fetched: tile('#fetched'), computed: tile('#computed'), label, painted: Boolean(painted) });
})()`;
const SELECT_RANGE = `(() => {
  const select = document.querySelector('agent-range-picker').shadowRoot.querySelector('select');
  select.value = 'last-14-days';
  select.dispatchEvent(new Event('change', { bubbles: true }));
})()`;
const SPEAK_GERMAN = `void (document.documentElement.lang = 'de')`;

const OPENERS = {
  async firefox(path) {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: path, headless: true });
    const page = await browser.newPage();
    return { go: (url) => page.goto(url), run: (code) => page.evaluate(code), close: () => browser.close() };
  },
  async webkit() {
    const session = new WebKitSession();
    await session.open();
    return {
      go: (url) => session.command('/url', { url }),
      run: (code) => session.command('/execute/sync', { script: `return ${code}`, args: [] }),
      close: () => session.close(),
    };
  },
};

async function until(read, accept) {
  let seen;
  for (let tries = 0; tries < 150; tries++) {
    seen = JSON.parse(await read());
    if (accept(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The page stayed at ${JSON.stringify(seen)}.`);
}

describe('the demo in other browsers', () => {
  let demo;
  beforeAll(async () => {
    demo = await startDemo();
  });
  afterAll(() => demo?.stop());

  // A browser that is not here is counted as skipped by the browser tests, with its remedy.
  for (const { name, path } of findBrowsers().filter((one) => one.path && one.name in OPENERS)) {
    it(`shows, changes range and speaks German in ${name}`, async () => {
      const browser = await OPENERS[name](path);
      try {
        await browser.go(`${demo.url}twice.html`);
        const first = await until(
          () => browser.run(READ),
          ({ fetched, computed, painted }) => fetched && fetched === computed && painted,
        );
        expect(first.fetched).to.equal('1,730');
        await browser.run(SELECT_RANGE);
        const wider = await until(
          () => browser.run(READ),
          ({ fetched, computed }) => fetched === computed && fetched !== first.fetched,
        );
        expect(Number(wider.fetched.replace(',', ''))).to.be.above(1730);
        await browser.run(SPEAK_GERMAN);
        await until(
          () => browser.run(READ),
          ({ label }) => label === 'Gespräche gesamt',
        );
      } finally {
        await browser.close();
      }
    }, 90_000);
  }
});
