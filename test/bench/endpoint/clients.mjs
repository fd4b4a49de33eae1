/** A process of its own that asks: each client keeps one connection and goes through the questions in an order of its own, again and again. */
import { Agent, get } from 'node:http';
import { QUESTIONS as ASKED } from './questions.mjs';

const [base, clients, seconds] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
// A now among the facts is worked out each time; by the clock, behind them all, answers are kept until the next write.
const isKept = process.argv[5] === 'kept';
const QUESTIONS = Object.fromEntries(
  Object.entries(ASKED).map(([name, path]) => [name, isKept ? path.replace(/&now=[^&]*/, '') : path]),
);
const names = Object.keys(QUESTIONS);
const agent = new Agent({ keepAlive: true, maxSockets: clients });
const times = new Map(names.map((name) => [name, []]));
const failures = [];

function ask(path) {
  return new Promise((resolve, reject) => {
    get(base + path, { agent }, (response) => {
      let bytes = 0;
      response.on('data', (chunk) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve({ status: response.statusCode, bytes }));
      response.on('error', reject);
    }).on('error', reject);
  });
}

/** At least one round, however long it takes. */
async function run(client, until) {
  for (let turn = 0; turn < names.length || performance.now() < until; turn++) {
    const name = names[(client * 5 + turn) % names.length];
    const startedAt = performance.now();
    const { status } = await ask(QUESTIONS[name]);
    times.get(name).push(performance.now() - startedAt);
    if (status !== 200) failures.push(`${name}: ${status}`);
  }
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const summary = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  return { requests: sorted.length, p50: at(sorted, 0.5), p99: at(sorted, 0.99) };
};

// The first of each warms up what a server that runs for days has long warmed up.
const first = {};
for (const name of names) {
  const startedAt = performance.now();
  const { status } = await ask(QUESTIONS[name]);
  first[name] = performance.now() - startedAt;
  if (status !== 200) failures.push(`${name}: ${status}`);
}
const startedAt = performance.now();
await Promise.all(Array.from({ length: clients }, (_, client) => run(client, startedAt + seconds * 1000)));
const tookSeconds = (performance.now() - startedAt) / 1000;
const all = [...times.values()].flat();
process.stdout.write(
  JSON.stringify({
    clients,
    isKept,
    requestsPerSecond: all.length / tookSeconds,
    first,
    failures: failures.slice(0, 10),
    failed: failures.length,
    all: summary(all),
    questions: Object.fromEntries([...times].map(([name, list]) => [name, summary(list)])),
  }),
);
agent.destroy();
