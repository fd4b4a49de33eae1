import { createRequire } from 'node:module';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
// Rules about whole pages; a story is a part of one.
const PAGE_RULES = ['bypass', 'landmark-one-main', 'page-has-heading-one', 'region'];
// Storybook's own axe would run at the same time, which axe refuses.
const QUIET = 'globals=a11y.manual:!true';

/** Gathers what goes wrong on a page into `problems`. */
function watchPage(page, origin, problems) {
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`console ${message.type()}: ${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(origin)) problems.push(`request to ${request.url()}`);
  });
}

/** Waits until the story is drawn and its play function has ended, or Storybook shows why it could not. */
async function untilDrawn(page, type) {
  await page.waitForFunction((kind) => {
    if (/sb-show-(errordisplay|nopreview)/.test(document.body.className)) return true;
    if (kind === 'docs') return document.querySelector('#storybook-docs')?.childElementCount > 0;
    return ['finished', 'errored', 'aborted'].includes(window.__STORYBOOK_PREVIEW__?.currentRender?.phase);
  }, type);
  await page.waitForLoadState('networkidle');
  const errors = await page.locator('.sb-errordisplay:visible, .sb-nopreview:visible').allInnerTexts();
  return errors.map((text) => `not drawn: ${text}`);
}

function describeViolation({ id, help, nodes }) {
  return [`axe ${id}: ${help}`, ...nodes.map(({ target }) => `    ${target.flat().join(' ')}`)].join('\n');
}

async function findViolations(page) {
  await page.addScriptTag({ path: AXE });
  const rules = Object.fromEntries(PAGE_RULES.map((id) => [id, { enabled: false }]));
  const violations = await page.evaluate(async (options) => (await window.axe.run('#storybook-root', options)).violations, { rules });
  return violations.map(describeViolation);
}

/**
 * Opens one story or docs page and says what is wrong with it.
 *
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} origin where the static Storybook is served
 * @param {{ id: string, type: 'story' | 'docs' }} entry
 * @returns {Promise<string[]>}
 */
export async function checkStory(context, origin, { id, type }) {
  const page = await context.newPage();
  const problems = [];
  watchPage(page, origin, problems);
  try {
    await page.goto(`${origin}/iframe.html?id=${id}&viewMode=${type}&${QUIET}`);
    problems.push(...(await untilDrawn(page, type)));
    if (type === 'story') problems.push(...(await findViolations(page)));
  } catch (error) {
    problems.push(error.message);
  } finally {
    await page.close();
  }
  return problems;
}
