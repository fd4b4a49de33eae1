/**
 * What the reference endpoint does on this machine: how fast it imports, and how fast it answers the dashboard's questions.
 *
 *   node test/bench/endpoint/run.mjs --rows 10000,1000000,10000000 --clients 1,64 [--seconds 20] [--json FILE]
 *                                    [--engine clickhouse --url http://127.0.0.1:8123] [--keep FOLDER] [--cli FILE]
 *
 * Each is asked twice over: with a now among the facts, which is worked out anew each time, and by the clock, behind all facts, where answers
 * are kept until the next write. Facts, databases, the serving and the asking process share the machine. `--keep` holds on to what was made, for the next run.
 */
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { writeFacts } from './make-facts.mjs';

const run = promisify(execFile);
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000,1000000' },
    clients: { type: 'string', default: '1,64' },
    seconds: { type: 'string', default: '20' },
    json: { type: 'string' },
    engine: { type: 'string', default: 'duckdb' },
    url: { type: 'string' },
    keep: { type: 'string' },
    cli: { type: 'string', default: fileURLToPath(new URL('../../../dist/server/cli.js', import.meta.url)) },
  },
});
if (values.engine === 'clickhouse' && !values.url)
  throw new Error('Say where ClickHouse is: --url http://127.0.0.1:8123.');

const CLIENTS = fileURLToPath(new URL('./clients.mjs', import.meta.url));
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'bench-endpoint-'));
const report = {
  machine: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  node: process.version,
  when: new Date().toISOString(),
  engine: values.engine,
  sizes: [],
};

/** Runs the command; how long it took and the most memory it ever held. */
async function measured(words) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [values.cli, ...words], { stdio: ['ignore', 'inherit', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakMemory(child.pid));
  }, 250);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`agent-metrics ${words.join(' ')} ended with ${code}.`);
  return { seconds: (performance.now() - startedAt) / 1000, peakBytes: peak || undefined };
}

/** Where the system tells it. */
function peakMemory(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function configOf(rows) {
  const database =
    values.engine === 'clickhouse' ? { kind: 'clickhouse', url: values.url, database: `bench_${rows}` } : undefined;
  const path = join(folder, `config-${rows}.json`);
  writeFileSync(
    path,
    JSON.stringify({
      port: 0,
      limits: { rate: false, timeoutMs: 600_000 },
      log: { level: 'silent' },
      ...(database && { database }),
    }),
  );
  return path;
}

async function serve(words) {
  const child = spawn(process.execPath, [values.cli, 'serve', ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const base = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /^(http:\S+\/api)$/m.exec(said);
      if (found) resolve(found[1]);
    });
    child.once('exit', (code) => reject(new Error(`agent-metrics serve ended with ${code}: ${said}`)));
  });
  return {
    base,
    memory: () => peakMemory(child.pid) || undefined,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

for (const rows of values.rows.split(',').map(Number)) {
  const place = join(folder, String(rows));
  mkdirSync(place, { recursive: true });
  const config = configOf(rows);
  const target = values.engine === 'clickhouse' ? [] : ['--into', place];
  const paths = ['conversations', 'orders'].map((fact) => join(place, `${fact}.ndjson`));
  if (!paths.every(existsSync)) await writeFacts(place, rows);
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  const size = { rows, bytes, answers: [] };
  report.sizes.push(size);
  const database = join(place, 'facts.duckdb');
  if (!existsSync(database)) {
    const { seconds, peakBytes } = await measured(['import', ...paths, ...target, '--config', config]);
    size.import = { seconds, rowsPerSecond: rows / seconds, peakBytes };
  }
  if (existsSync(database)) size.databaseBytes = statSync(database).size;
  const server = await serve([...(values.engine === 'clickhouse' ? [] : ['--data', place]), '--config', config]);
  try {
    for (const clients of values.clients.split(',')) {
      for (const how of ['anew', 'kept']) {
        const { stdout } = await run(process.execPath, [CLIENTS, server.base, clients, values.seconds, how], {
          maxBuffer: 1 << 24,
        });
        size.answers.push(JSON.parse(stdout));
      }
    }
    size.servingBytes = server.memory();
  } finally {
    await server.stop();
  }
  process.stdout.write(`${toText(size)}\n`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(report, undefined, 1)}\n`);
}
if (!values.keep) rmSync(folder, { recursive: true, force: true });
if (report.sizes.some(({ answers }) => answers.some(({ failed }) => failed > 0))) process.exitCode = 1;

function titleOf({ clients, isKept }) {
  return `${clients} client${clients === 1 ? '' : 's'}, ${isKept ? 'kept' : 'anew'}`;
}

function toText({ rows, bytes, databaseBytes, servingBytes, answers, ...size }) {
  const mebibytes = (count) => (count === undefined ? '?' : Math.round(count / 1_048_576).toLocaleString('en'));
  const number = (count) => (count < 10 ? count.toFixed(1) : Math.round(count).toLocaleString('en'));
  const imported =
    size.import &&
    `imported in ${number(size.import.seconds)} s, ${number(size.import.rowsPerSecond)} a second, at most ${mebibytes(size.import.peakBytes)} MiB of memory`;
  const names = Object.keys(answers[0]?.questions ?? {});
  const row = (name, read) => `| ${[name, ...answers.flatMap((one) => read(one)).map(number)].join(' | ')} |`;
  return [
    '',
    `## ${rows.toLocaleString('en')} conversations (${mebibytes(bytes)} MiB of NDJSON${databaseBytes ? `, ${mebibytes(databaseBytes)} MiB in the database` : ''}) on ${report.engine}`,
    '',
    ...(imported ? [`${imported}; serving holds at most ${mebibytes(servingBytes)} MiB`, ''] : []),
    `| milliseconds | ${answers.map((one) => `${titleOf(one)}: p50 | p99`).join(' | ')} |`,
    `|---|${answers.map(() => '---:|---:|').join('')}`,
    ...names.map((name) => row(name, ({ questions }) => [questions[name].p50, questions[name].p99])),
    row('all', ({ all }) => [all.p50, all.p99]),
    '',
    ...answers.map(
      ({ requestsPerSecond, failed, failures, ...one }) =>
        `${titleOf(one)}: ${number(requestsPerSecond)} requests a second${failed > 0 ? `, ${failed} FAILED (${failures.join(', ')})` : ''}`,
    ),
  ].join('\n');
}
