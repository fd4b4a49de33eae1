/**
 * `npm run bench`: what questions cost in a page, beside plain objects, bare `JSON.parse` and bare Chart.js in the same run.
 * `--json FILE` writes every median; `--rows 10000,100000,1000000` and `--runs 3` measure less or more, `--only tickets` one workload.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { requireBrowser } from '../tools/find-browsers.mjs';
import { rendererMemory } from './renderer-memory.mjs';
import { measureResponsive } from './responsive.mjs';
import { serveBench } from './serve-bench.mjs';
import { toTables } from './tables.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--js-flags=--expose-gc',
];
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    rows: { type: 'string', default: '10000,100000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});
const counts = values.rows.split(',').map(Number);
const runs = Number(values.runs);

const server = await serveBench();

/** Every measurement has a browser of its own. */
async function measure(task, ...given) {
  const browser = await chromium.launch({ executablePath: requireBrowser('chromium'), args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(server.origin);
    const before = rendererMemory();
    const result = await page.evaluate(
      `import('/bench/tasks.js').then((tasks) => tasks.${task}(...${JSON.stringify(given)}))`,
    );
    await page.evaluate('gc()');
    const after = rendererMemory();
    return { ...result, memory: before !== undefined && after !== undefined ? after - before : undefined };
  } finally {
    await browser.close();
  }
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** The median of every number, however deep. */
function medians(results) {
  const [first] = results;
  if (typeof first === 'number') return median(results);
  if (first === null || typeof first !== 'object' || Array.isArray(first)) return first;
  return Object.fromEntries(Object.keys(first).map((name) => [name, medians(results.map((one) => one[name]))]));
}

/** Keys in one order. */
function toComparable(answers) {
  const sorted = (value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key])]),
        )
      : Array.isArray(value)
        ? value.map(sorted)
        : value;
  return JSON.stringify(sorted(JSON.parse(answers)));
}

/** Contestants take turns, so that what else the machine does meets all of them. */
async function compare(tasks, times) {
  const results = new Map(tasks.map((task) => [task, []]));
  for (let run = 0; run < times; run++) {
    for (const task of tasks) {
      process.stderr.write(`${task.join(' ')}\n`);
      results.get(task).push(await measure(...task));
    }
  }
  return tasks.map((task) => medians(results.get(task)));
}

const report = {
  machine: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  when: new Date().toISOString(),
  data: {},
};
const isWanted = (workload) => values.only === undefined || values.only === workload;

for (const count of isWanted('conversations') ? counts : []) {
  const bytes = server.prepare('rows.json', count);
  const [kit, plain, parse] = await compare(
    [
      ['runData', 'adapter', count],
      ['runData', 'plain', count],
      ['runParse', count],
    ],
    runs,
  );
  if (JSON.stringify(kit.answers) !== JSON.stringify(plain.answers))
    throw new Error(
      `The answers over ${count} rows differ: ${JSON.stringify([kit.answers, plain.answers]).slice(0, 2000)}`,
    );
  report.data[count] = { kit, plain, parse: parse.parse, bytes };
  server.forget(count);
}
report.tickets = {};
const FORMS = ['json', 'ndjson', 'objects'];
for (const count of isWanted('tickets') ? counts : []) {
  const bytes = server.prepare('tickets.json', count);
  server.prepare('tickets.ndjson', count);
  const loads = await compare(
    FORMS.map((form) => ['runTicketLoad', form, count]),
    runs,
  );
  // Beside the same number of bytes of conversations, in the same minutes.
  const rows = server.prepare('rows.json', count);
  const [conversations] = await compare([['runRowLoad', count]], runs);
  const [kit, plain] = await compare(
    [
      ['runTickets', 'kit', count],
      ['runTickets', 'plain', count],
    ],
    runs,
  );
  const [ours, theirs] = [kit, plain].map(({ answers }) => toComparable(answers));
  if (ours !== theirs) {
    const at = [...ours].findIndex((character, index) => character !== theirs[index]);
    const around = (text) => text.slice(Math.max(0, at - 200), at + 200);
    throw new Error(`The answers over ${count} tickets differ:\n${around(ours)}\n${around(theirs)}`);
  }
  report.tickets[count] = {
    kit,
    plain,
    bytes,
    loads: Object.fromEntries(FORMS.map((form, index) => [form, loads[index]])),
    conversations: { ...conversations, bytes: rows },
  };
  server.forget(count);
}
if (isWanted('page')) {
  const [kit, bare] = await compare(
    [
      ['runChart', 'chart-kit'],
      ['runChart', 'chart-bare'],
    ],
    runs,
  );
  report.chart = { kit, bare };
  process.stderr.write('dashboard\n');
  const browser = await chromium.launch({ executablePath: requireBrowser('chromium'), args: FLAGS });
  report.responsive = await measureResponsive(browser, server.origin).finally(() => browser.close());
}
server.close();
for (const { kit, plain } of [...Object.values(report.data), ...Object.values(report.tickets)])
  for (const one of [kit, plain]) delete one.answers;
process.stdout.write(toTables(report));
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
