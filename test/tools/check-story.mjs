import { createRequire } from 'node:module';

/** @typedef {{ id: string, title: string, name: string, type: 'story' | 'docs' }} Entry */
/** @typedef {import('playwright-core').Page} Page */

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
// Rules about whole pages; a story is a part of one.
const PAGE_RULES = ['bypass', 'landmark-one-main', 'page-has-heading-one', 'region'];
// Storybook's own axe would run at the same time, which axe refuses.
const QUIET = 'globals=a11y.manual:!true';
/** How long a page asks for nothing before it is complete. */
const SILENCE_MS = 100;

/** Gathers what goes wrong on a page into `problems`. */
function watchPage(page, origin, problems) {
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      problems.push(`console ${message.type()}: ${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(origin))
      problems.push(`request to ${request.url()}`);
  });
}

/** Answers a function that waits until no request is under way, and none came for a while. */
function watchRequests(page) {
  const open = new Set();
  let lastAt = Date.now();
  page.on('request', (request) => open.add(request));
  for (const event of ['requestfinished', 'requestfailed']) {
    page.on(event, (request) => {
      open.delete(request);
      lastAt = Date.now();
    });
  }
  return async () => {
    while (open.size > 0 || Date.now() - lastAt < SILENCE_MS) await page.waitForTimeout(SILENCE_MS / 2);
  };
}

/** Waits until the entry is drawn and its play function has ended, or Storybook shows why it could not. */
async function untilDrawn(page, { id, type }) {
  await page.waitForFunction(
    ([wanted, kind]) => {
      if (/sb-show-(errordisplay|nopreview)/.test(document.body.className)) return true;
      if (kind === 'docs') return document.querySelector('#storybook-docs')?.childElementCount > 0;
      const render = window.__STORYBOOK_PREVIEW__?.currentRender;
      return render?.id === wanted && ['finished', 'errored', 'aborted'].includes(render.phase);
    },
    [id, type],
  );
}

async function readErrors(page) {
  const errors = await page.locator('.sb-errordisplay:visible, .sb-nopreview:visible').allInnerTexts();
  return errors.map((text) => `not drawn: ${text}`);
}

function describeViolation({ id, help, nodes }) {
  return [`axe ${id}: ${help}`, ...nodes.map(({ target }) => `    ${target.flat().join(' ')}`)].join('\n');
}

async function findViolations(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE });
  const rules = Object.fromEntries(PAGE_RULES.map((id) => [id, { enabled: false }]));
  const violations = await page.evaluate(
    async (options) => (await window.axe.run('#storybook-root', options)).violations,
    { rules },
  );
  return violations.map(describeViolation);
}

/** Changes the story as Storybook's own frame does. */
function showStory(page, id) {
  return page.evaluate(
    (storyId) => window.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId, viewMode: 'story' }),
    id,
  );
}

const addressOf = (origin, { id, type }) => `${origin}/iframe.html?id=${id}&viewMode=${type}&${QUIET}`;

/**
 * Opens the entries of one component one after the other in the same page, which a fresh page a story would take three times as long for.
 *
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} origin where the static Storybook is served
 * @param {Entry[]} entries
 * @param {(entry: Entry, problems: string[]) => void} tell what is wrong with each
 */
export async function checkComponent(context, origin, entries, tell) {
  const page = await context.newPage();
  const problems = [];
  watchPage(page, origin, problems);
  const untilQuiet = watchRequests(page);
  let shown;
  for (const entry of entries) {
    try {
      if (shown?.type === 'story' && entry.type === 'story') await showStory(page, entry.id);
      else await page.goto(addressOf(origin, entry));
      shown = entry;
      await untilDrawn(page, entry);
      await untilQuiet();
      problems.push(...(await readErrors(page)));
      if (entry.type === 'story') problems.push(...(await findViolations(page)));
    } catch (error) {
      problems.push(error.message);
      shown = undefined;
    }
    tell(entry, problems.splice(0));
  }
  await page.close();
}
