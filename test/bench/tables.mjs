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
  for (const [count, { kit, plain }] of Object.entries(tickets)) {
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
  }
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
  return `${parts.join('\n')}\n`;
}
