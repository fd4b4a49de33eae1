/** How quick the dashboard stays under a reader's hands: the longest task of the page, and the time from a deed to the next paint. */
const FACTS = 100_000;
const WAYS = ['data', 'file'];
const TABLE = 'agent-conversation-table';

/** Only what a real keyboard and mouse do is timed by the browser. */
const press =
  (name, role = 'button') =>
  async ({ dashboard }) =>
    dashboard.getByRole(role, { name }).first().click();
const keys =
  (...names) =>
  async ({ page }) => {
    for (const name of names) await page.keyboard.press(name);
  };
const next =
  (name, times = 1) =>
  async ({ dashboard, page }) => {
    await dashboard.getByRole('combobox', { name }).first().focus();
    for (let time = 0; time < times; time++) await page.keyboard.press('ArrowDown');
  };

const DEEDS = {
  range: next('Range'),
  compare: next('Compare with'),
  group: next('Group by'),
  'table of the chart': press(/^Show as table/),
  'chart again': press(/^Show as chart|^Hide table/),
  'sort skills': press(/^Uses|^Times used/),
  filter: async (on) => {
    await press(/^Channel/)(on);
    await on.dashboard.getByRole('checkbox', { name: /^web\b/i }).click();
    await keys('Escape')(on);
  },
  'filter more': async (on) => {
    await press(/^Tag/)(on);
    for (const name of [/^topic-0\b/, /^topic-1\b/]) await on.dashboard.getByRole('checkbox', { name }).click();
    await keys('Escape')(on);
  },
  search: async (on) => {
    await on.dashboard.getByRole('searchbox', { name: 'Search conversations' }).click();
    await on.page.keyboard.type('order status', { delay: 60 });
  },
  'clear search': keys('Control+A', 'Delete'),
  sort: async ({ dashboard }) => dashboard.locator(`${TABLE} [part~=sort]`).last().click(),
  'next page': press('Next page'),
  'next page again': press('Next page'),
  thread: async ({ dashboard }) => dashboard.locator(`${TABLE} [part~=open]`).first().click(),
  'next thread': press('Next conversation'),
  'close thread': keys('Escape'),
};

/** The 98th percentile; what the browser did not report took less than 16 ms. */
const high = (times) => [...times].sort((a, b) => a - b)[Math.max(0, Math.ceil(times.length * 0.98) - 1)] ?? 0;

async function visit(browser, origin, way, slowdown) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.goto(origin);
    await page.evaluate(
      ([kind, facts]) =>
        import('/bench/responsive-page.js').then((kit) =>
          Object.assign(window, { kit, given: kit.prepare(kind, facts) }),
        ),
      [way, FACTS],
    );
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const result = { ...(await page.evaluate((kind) => window.kit.load(kind, window.given), way)), deeds: {} };
    const dashboard = page.locator('agent-dashboard');
    const all = [];
    for (const [name, deed] of Object.entries(DEEDS)) {
      await deed({ page, dashboard });
      await page.evaluate('kit.settled()');
      const { task, interactions } = await page.evaluate('kit.takeSeen()');
      all.push(...interactions);
      result.deeds[name] = { task, interaction: Math.max(0, ...interactions) };
    }
    return {
      ...result,
      task: Math.max(...Object.values(result.deeds).map(({ task }) => task)),
      interaction: high(all),
    };
  } finally {
    await page.close();
  }
}

/** By way of supplying the facts: as the machine is, and four times slower. @returns {Promise<Record<string, { asIs: object, slowed: object }>>} */
export async function measureResponsive(browser, origin) {
  const results = {};
  for (const way of WAYS)
    results[way] = { asIs: await visit(browser, origin, way, 1), slowed: await visit(browser, origin, way, 4) };
  return results;
}
