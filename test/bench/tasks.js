/** What is measured in the page, for one contestant after another. */
import { appended, DAYS, dayKeys, dayOf, dayStarts, TIME_ZONE } from './workload.mjs';

const now = () => performance.now();
const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];
const WARM = 5;

const context = { kitBase: `${location.origin}/dist/kit/`, tz: TIME_ZONE, days: DAYS, dayKeys, dayStarts, dayOf };
const month = (lastDay) => ({
  from: dayStarts[lastDay - 30],
  to: dayStarts[lastDay],
  prevFrom: dayStarts[lastDay - 60],
  prevTo: dayStarts[lastDay - 30],
});
const YEAR = { from: dayStarts[0], to: dayStarts[DAYS], days: DAYS, dayKeys };
const MONTHS = [365, 290, 333, 120, 210, 90].map(month);
const FILTERS = ['web', 'whatsapp', 'email', 'web', 'instagram', 'phone'].map((channel, index) => ({
  channel,
  tags: [`topic-${index}`, `topic-${index + 3}`, 'topic-7'],
}));
const PHRASES = ['My Order', 'where is', 'order status', 'return the', 'is my', 'Order The'].map((text) => ({
  status: 'routed',
  text,
  sort: 'updatedAt',
  dir: 'desc',
  offset: 0,
  limit: 50,
}));

/** The longest time for which nothing else could run while `deed` did. */
async function stallOf(deed) {
  let [longest, last, isOver] = [0, now(), false];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    longest = Math.max(longest, now() - last);
    last = now();
    if (!isOver) setTimeout(() => port2.postMessage(0), 4);
  };
  port2.postMessage(0);
  await deed();
  isOver = true;
  await new Promise((resolve) => setTimeout(resolve, 20));
  port1.close();
  return longest;
}

async function timed(deeds) {
  const times = [];
  for (const deed of deeds) {
    const start = now();
    await deed();
    times.push(now() - start);
  }
  return { cold: times[0], warm: median(times.slice(1)) };
}

const rounded = (numbers) =>
  Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [
      name,
      Number.isFinite(value) ? Number(value.toPrecision(9)) : null,
    ]),
  );

/** The bytes come with the clock running: whoever reads them in a worker is measured like whoever does not. */
export async function runData(name, count) {
  const { default: contestant } = await import(`./${name}.js`);
  await contestant.init?.(context);
  const result = { name: contestant.name };
  let kpi;
  let chart;
  const start = now();
  result.stall = await stallOf(async () => {
    await contestant.setupResponse(await fetch(`/rows-${count}.json`), context);
    result.ingest = now() - start;
    kpi = await contestant.kpi(MONTHS[0]);
    chart = await contestant.chart(YEAR);
    result.ingestAndFirst = now() - start;
  });
  result.answers = [rounded(kpi.cur), rounded(kpi.prev), [...chart].join()];
  const calls = Array.from({ length: WARM + 1 }, (_, index) => index);
  result.kpi = await timed(calls.map((index) => () => contestant.kpi(MONTHS[index])));
  result.chart = await timed(calls.map(() => () => contestant.chart(YEAR)));
  result.filter = await timed(
    calls.map((index) => async () => {
      await contestant.filter(FILTERS[index]);
      kpi = await contestant.kpi(MONTHS[0]);
      chart = await contestant.chart(YEAR);
    }),
  );
  result.answers.push(rounded(kpi.cur), [...chart].join());
  await contestant.filter(null);
  let page;
  result.search = await timed(calls.map((index) => async () => (page = await contestant.search(PHRASES[index]))));
  result.answers.push(page.total, page.rows.map(({ id }) => id).join());
  const batches = calls.map(appended);
  result.append = await timed(
    batches.map((batch) => async () => {
      await contestant.append(batch);
      kpi = await contestant.kpi(MONTHS[0]);
      chart = await contestant.chart(YEAR);
    }),
  );
  result.answers.push(rounded(kpi.cur), [...chart].join());
  return result;
}

const LAST_DAYS = [365, 290, 333, 120, 210, 90];

/** Numbers with seven digits: who divides when differs. */
const toSeven = (_, value) =>
  typeof value === 'number' && Number.isFinite(value) ? Number(value.toPrecision(7)) : value;

/** A help desk: tickets and surveys. */
export async function runTickets(name, count) {
  const { default: contestant } = await import(`./tickets-${name}.js`);
  const result = { name: contestant.name };
  const start = now();
  result.stall = await stallOf(async () => {
    await contestant.setupResponse(await fetch(`/tickets-${count}.json`), context);
    result.ingest = now() - start;
    await contestant.desk({ lastDay: DAYS });
    result.ingestAndFirst = now() - start;
  });
  const answers = [];
  const calls = Array.from({ length: WARM + 1 }, (_, index) => index);
  const asked = (deed) => timed(calls.map((index) => async () => answers.push(await deed(index))));
  result.desk = await asked((index) => contestant.desk({ lastDay: LAST_DAYS[index] }));
  result.service = await asked((index) => contestant.service({ lastDay: LAST_DAYS[index] }));
  result.leaderboard = await asked(() => contestant.leaderboard());
  result.chart = await asked(() => contestant.chart());
  // One pass over all tickets a day takes the plain objects minutes at a million.
  const days = count > 100_000 ? 2 : calls.length;
  result.stock = await timed(calls.slice(0, days).map(() => async () => answers.push(await contestant.stock())));
  const withoutTargets = (answer) =>
    Array.isArray(answer) ? answer.map((row) => (row?.agent ? { ...row, within: undefined } : row)) : answer;
  result.answers = JSON.stringify(answers.map(withoutTargets), toSeven);
  return result;
}

/** Loading alone: `form` is json, ndjson (tickets without surveys) or objects of the page. */
export async function runTicketLoad(form, count) {
  const { default: contestant } = await import('./tickets-kit.js');
  const result = { name: contestant.name };
  const start = now();
  const response = await fetch(`/tickets-${count}.${form === 'ndjson' ? 'ndjson' : 'json'}`);
  const objects = form === 'objects' ? await response.json() : undefined;
  const begin = form === 'objects' ? now() : start;
  const given = objects ? { json: async () => objects } : response;
  result.stall = await stallOf(async () => {
    await contestant.setupResponse(given, context, form);
    result.ingest = now() - begin;
    await contestant.desk({ lastDay: DAYS });
    result.first = now() - begin - result.ingest;
  });
  return result;
}

/** Conversations, to hold the loading of tickets against. */
export async function runRowLoad(count) {
  const { default: contestant } = await import('./adapter.js');
  await contestant.init?.(context);
  const start = now();
  await contestant.setupResponse(await fetch(`/rows-${count}.json`), context);
  return { name: contestant.name, ingest: now() - start };
}

/** Parsing alone: what everybody pays who reads rows of JSON on the main thread. */
export async function runParse(count) {
  const text = await (await fetch(`/rows-${count}.json`)).text();
  const start = now();
  const parsed = JSON.parse(text);
  return { name: 'JSON.parse', parse: now() - start, rows: parsed.length };
}

async function painted() {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
  port1.close();
}

/** 365 days × 4 groups, drawn and drawn again with other numbers. */
export async function runChart(name) {
  const { default: contestant } = await import(`./${name}.js`);
  const series = (turn) => ({
    labels: dayKeys,
    series: [170, 27, 55, 22].map((height, group) =>
      dayKeys.map((_, day) => Math.round(height * (0.7 + 0.3 * Math.sin(day / 9 + group + turn)))),
    ),
  });
  const place = document.body.appendChild(document.createElement('div'));
  await painted();
  const start = now();
  const chart = await contestant.mount(place, series(0));
  await painted();
  const result = { name: contestant.name, first: now() - start };
  const times = [];
  for (let turn = 1; turn <= 11; turn++) {
    await painted();
    const begin = now();
    await chart.update(series(turn));
    await painted();
    times.push(now() - begin);
  }
  result.update = median(times);
  return result;
}
