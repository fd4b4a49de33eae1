import { chromium } from 'playwright-core';
import { requireBrowser } from '../tools/find-browsers.mjs';

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser whose pages collect what went wrong in them. */
export async function openChromium() {
  const browser = await chromium.launch({ executablePath: requireBrowser('chromium'), args: QUIET });
  return {
    close: () => browser.close(),
    /** @returns {Promise<{ page: import('playwright-core').Page, problems: string[] }>} */
    async open(url, options = {}) {
      const page = await browser.newPage({ viewport: { width: 1400, height: 1000 }, ...options });
      const problems = [];
      page.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(error.message));
      await page.goto(url);
      return { page, problems };
    },
  };
}
