/** The figures as tables. */
const TASKS = [
  ['ingest', 'read the rows until a question can be asked', ({ ingest }) => ingest],
  ['ingestAndFirst', 'the same, with the first answers', ({ ingestAndFirst }) => ingestAndFirst],
  ['stall', 'longest stall of the page meanwhile', ({ stall }) => stall],
  ['kpi', '11 numbers of 30 days, compared', ({ kpi }) => kpi.warm],
  ['chart', '365 days × status, first', ({ chart }) => chart.cold],
  ['chartAgain', 'the same again', ({ chart }) => chart.warm],
  ['filter', 'another filter, then both', ({ filter }) => filter.warm],
  ['search', 'search, sort, first 50', ({ search }) => search.warm],
  ['append', '1,000 more rows, then both', ({ append }) => append.warm],
];

const TICKET_TASKS = [
  ['read the tickets until a question can be asked', ({ ingest }) => ingest],
  ['the same, with the first answers', ({ ingestAndFirst }) => ingestAndFirst],
  ['longest stall of the page meanwhile', ({ stall }) => stall],
  ['8 metrics of 30 days, compared, by day', ({ desk }) => desk.warm],
  ['reopenings, targets and business hours of 30 days, by day', ({ service }) => service.warm],
  ['40 agents by 4 metrics over a year, exact 90th percentile', ({ leaderboard }) => leaderboard.warm],
  ['365 days × channel', ({ chart }) => chart.warm],
  ['open tickets on each of 365 days', ({ stock }) => stock.warm],
];

const number = (value) =>
  value === undefined
    ? '–'
    : value < 0.1
      ? value.toFixed(3)
      : value < 10
        ? value.toFixed(2)
        : value < 100
          ? value.toFixed(1)
          : Math.round(value).toLocaleString('en');
const ratio = (ours, theirs) => `${number(ours / theirs)}×`;

function table(head, lines) {
  const all = [head, ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column].length)));
  const text = (line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ');
  return `${all.map(text).join('\n')}\n`;
}

/** What tickets have to cost at most, and when that is asked. */
const TARGETS = [
  ['8 metrics of 30 days, kit ÷ plain', 1 / 10, ({ kit, plain }) => kit.desk.warm / plain.desk.warm],
  ['leaderboard, kit ÷ plain', 1 / 3, ({ kit, plain }) => kit.leaderboard.warm / plain.leaderboard.warm],
  ['365 days × channel, kit ÷ plain', 1 / 50, ({ kit, plain }) => kit.chart.warm / plain.chart.warm],
  ['longest stall of the page, ms', 50, ({ kit }) => kit.stall],
  [
    'load from a Response, per byte ÷ conversations',
    1.5,
    ({ loads, bytes, conversations }) => loads.json.ingest / bytes / (conversations.ingest / conversations.bytes),
  ],
  ['page and worker, MB', 350, ({ loads }) => loads.json.memory, 1_000_000],
];

function targetTable(count, measured) {
  const lines = TARGETS.filter(([, , , from = 0]) => Number(count) >= from).map(([label, most, of]) => [
    label,
    number(most),
    number(of(measured)),
    of(measured) <= most ? 'reached' : 'not reached',
  ]);
  return table([`targets at ${Number(count).toLocaleString('en')} tickets`, 'at most', 'measured', ''], lines);
}

function loadTable(count, { loads, bytes, conversations }) {
  const lines = Object.entries(loads).map(([form, { ingest, first, stall, memory }]) => [
    form,
    ...[ingest, first, stall, memory].map(number),
  ]);
  const [ours, theirs] = [loads.json.ingest / bytes, conversations.ingest / conversations.bytes];
  return (
    table([`${Number(count).toLocaleString('en')} tickets`, 'load', 'first answer', 'stall', 'MB afterwards'], lines) +
    `${number(ours * 1e6)} ns a byte, conversations ${number(theirs * 1e6)}\n`
  );
}

/** Cost by size: what grows in proportion has the same number a thousand tickets everywhere. */
function growthTable(tickets) {
  const sizes = Object.keys(tickets);
  const lines = TICKET_TASKS.map(([label, of]) => [
    label,
    ...sizes.map((count) => number((of(tickets[count].kit) / Number(count)) * 1000)),
  ]);
  return table(['kit, per 1,000 tickets', ...sizes.map((count) => Number(count).toLocaleString('en'))], lines);
}

export function toTables({ machine, cores, when, data, tickets, chart, responsive }) {
  const parts = [`${machine}, ${cores} cores, ${when}; milliseconds, medians\n`];
  for (const [count, { kit, plain, parse }] of Object.entries(data)) {
    const lines = TASKS.map(([, label, of]) => [label, number(of(kit)), number(of(plain)), ratio(of(kit), of(plain))]);
    lines.push(['bare JSON.parse', '', number(parse), '']);
    lines.push([
      'memory afterwards, MB',
      number(kit.memory),
      number(plain.memory),
      kit.memory && plain.memory ? ratio(kit.memory, plain.memory) : '–',
    ]);
    parts.push(table([`${Number(count).toLocaleString('en')} rows`, 'kit', 'plain objects', 'kit ÷ plain'], lines));
  }
  for (const [count, measured] of Object.entries(tickets)) {
    const { kit, plain } = measured;
    const lines = TICKET_TASKS.map(([label, of]) => [
      label,
      number(of(kit)),
      number(of(plain)),
      ratio(of(kit), of(plain)),
    ]);
    lines.push([
      'memory afterwards, MB',
      number(kit.memory),
      number(plain.memory),
      kit.memory && plain.memory ? ratio(kit.memory, plain.memory) : '–',
    ]);
    parts.push(table([`${Number(count).toLocaleString('en')} tickets`, 'kit', 'plain objects', 'kit ÷ plain'], lines));
    parts.push(loadTable(count, measured), targetTable(count, measured));
  }
  if (Object.keys(tickets).length > 1) parts.push(growthTable(tickets));
  if (chart) parts.push(pageTables(chart, responsive));
  return `${parts.join('\n')}\n`;
}

function pageTables(chart, responsive) {
  const parts = [];
  parts.push(
    table(
      ['volume chart, 365 × 4', 'kit', 'Chart.js alone', 'kit ÷ Chart.js'],
      [
        ['first paint', number(chart.kit.first), number(chart.bare.first), ratio(chart.kit.first, chart.bare.first)],
        ['update', number(chart.kit.update), number(chart.bare.update), ratio(chart.kit.update, chart.bare.update)],
      ],
    ),
  );
  parts.push(
    table(
      ['dashboard over 100,000', 'load', 'longest task of it', 'longest task later', 'deed to paint, 98 %'],
      Object.entries(responsive).flatMap(([way, { asIs, slowed }]) =>
        [
          [way, asIs],
          [`${way}, 4 × slower`, slowed],
        ].map(([name, { load, loadTask, task, interaction }]) => [
          name,
          ...[load, loadTask, task, interaction].map(number),
        ]),
      ),
    ),
  );
  return parts.join('\n');
}
