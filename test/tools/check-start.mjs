// Starts the demo as the README says and checks what a stranger meets: one URL, and a page that holds the tags.
import { spawn } from 'node:child_process';

const MAX_MS = 120_000;
const TAGS = ['agent-metrics-provider', 'agent-range-picker', 'agent-kpi-grid', 'agent-volume-chart'];

const child = spawn('npm', ['start'], {
  detached: true,
  env: { ...process.env, PORT: '' },
  stdio: ['ignore', 'pipe', 'pipe'],
});
let output = '';
child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
child.stderr.setEncoding('utf8').on('data', (text) => (output += text));

try {
  const url = await firstUrl();
  await checkPage(url);
  console.log(`${url} holds the tags and its endpoint answers.`);
} catch (error) {
  console.error(`${error.message}\n${output}`);
  process.exitCode = 1;
} finally {
  process.kill(-child.pid, 'SIGTERM');
}

async function firstUrl() {
  const end = Date.now() + MAX_MS;
  while (Date.now() < end && child.exitCode === null) {
    const addresses = output.match(/https?:\/\/\S+/g) ?? [];
    const ownLine = output.match(/^(http:\/\/\S+)\n/m)?.[1];
    if (ownLine && addresses[0] === ownLine) return ownLine;
    if (addresses.length > 0 && addresses[0] !== ownLine && output.includes(`${addresses[0]}\n`))
      throw new Error(`npm start printed ${addresses[0]} before the page's address.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(
    child.exitCode === null
      ? 'npm start printed no address within two minutes.'
      : `npm start ended with ${child.exitCode}.`,
  );
}

async function checkPage(url) {
  const page = await (await fetch(url)).text();
  const missing = TAGS.filter((tag) => !page.includes(`<${tag}`));
  if (missing.length > 0) throw new Error(`The page lacks ${missing.join(', ')}.`);
  const { facts } = await (await fetch(new URL('api/describe', url))).json();
  if (!(facts.conversations > 0)) throw new Error(`The endpoint has no conversations: ${JSON.stringify(facts)}.`);
}
