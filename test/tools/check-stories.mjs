// Opens every story of the static Storybook in Chromium: all drawn, the console silent, no request leaving, no axe violation.
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { requireBrowser } from './find-browsers.mjs';
import { serveFolder } from './serve-folder.mjs';
import { checkComponent } from './check-story.mjs';

const FOLDER = 'storybook-static';
const PAGES = 2;
const FLAGS = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @typedef {import('./check-story.mjs').Entry} Entry */

/** @returns {Promise<Entry[][]>} every story and docs page, by component */
async function readComponents() {
  const { entries } = JSON.parse(await readFile(`${FOLDER}/index.json`, 'utf8'));
  const all = Object.values(entries);
  return [...new Set(all.map(({ title }) => title))].map((title) => all.filter((entry) => entry.title === title));
}

function report({ title, name, id }, problems) {
  console.log(`${title} / ${name} (${id})\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}

/** @param {Entry[][]} components @returns {Promise<number>} how many entries had problems */
async function checkAll(components) {
  const { origin, close } = await serveFolder(FOLDER);
  const browser = await chromium.launch({ executablePath: requireBrowser('chromium'), args: FLAGS });
  let failed = 0;
  const tell = (entry, problems) => {
    if (problems.length === 0) return;
    failed++;
    report(entry, problems);
  };
  try {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const queue = [...components];
    const work = async () => {
      for (let component = queue.shift(); component; component = queue.shift())
        await checkComponent(context, origin, component, tell);
    };
    await Promise.all(Array.from({ length: PAGES }, work));
    return failed;
  } finally {
    await browser.close();
    close();
  }
}

const components = await readComponents();
const failed = await checkAll(components);
const count = components.flat().length;
console.log(`${count} stories and docs pages opened, ${failed} with problems.`);
if (failed > 0 || count === 0) process.exitCode = 1;
