// Opens every story of the static Storybook in Chromium: all drawn, the console silent, no request leaving, no axe violation.
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { requireBrowser } from './find-browsers.mjs';
import { serveFolder } from './serve-folder.mjs';
import { checkStory } from './check-story.mjs';

const FOLDER = 'storybook-static';
const PAGES = 2;
const FLAGS = ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** @typedef {{ id: string, title: string, name: string, type: 'story' | 'docs' }} Entry */

/** @returns {Promise<Entry[]>} every story and docs page */
async function readEntries() {
  const { entries } = JSON.parse(await readFile(`${FOLDER}/index.json`, 'utf8'));
  return Object.values(entries);
}

function report({ title, name, id }, problems) {
  console.log(`${title} / ${name} (${id})\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}

/** Takes entries off the queue until it is empty; answers how many had problems. */
async function work(context, origin, queue) {
  let failed = 0;
  for (let entry = queue.shift(); entry; entry = queue.shift()) {
    const problems = await checkStory(context, origin, entry);
    if (problems.length > 0) {
      failed++;
      report(entry, problems);
    }
  }
  return failed;
}

/** @param {Entry[]} entries @returns {Promise<number>} how many had problems */
async function checkAll(entries) {
  const { origin, close } = await serveFolder(FOLDER);
  const browser = await chromium.launch({ executablePath: requireBrowser('chromium'), args: FLAGS });
  try {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const queue = [...entries];
    const failed = await Promise.all(Array.from({ length: PAGES }, () => work(context, origin, queue)));
    return failed.reduce((sum, count) => sum + count, 0);
  } finally {
    await browser.close();
    close();
  }
}

const entries = await readEntries();
const failed = await checkAll(entries);
console.log(`${entries.length} stories and docs pages opened, ${failed} with problems.`);
if (failed > 0 || entries.length === 0) process.exitCode = 1;
