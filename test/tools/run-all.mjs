// `npm test`: runs every check, hides no failure, and ends with one line that sums them up.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatCounts, judgeRunner, noCounts, sumCounts } from './counts.mjs';
import { runCommand } from './run-command.mjs';
import { testStages } from './test-steps.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {import('./test-steps.mjs').Step} Step */

const scratch = mkdtempSync(join(tmpdir(), 'agent-metrics-kit-'));
// A step that takes longer hangs.
const MAX_MS = 1_200_000;
let steps = 0;

/** What the runner wrote, or `null` when it ended before it could. @returns {Counts | null} */
function takeCounts(countsFile) {
  try {
    return JSON.parse(readFileSync(countsFile, 'utf8'));
  } catch {
    return null;
  }
}

/** @returns {Counts} */
function judge(step, code, countsFile) {
  if (step.counts) return judgeRunner(takeCounts(countsFile), code);
  return { ...noCounts(), [code === 0 ? 'passed' : 'failed']: 1 };
}

/** @param {Step} step @returns {Counts} */
function reportMissing({ name, missing, required }) {
  console.log(`${required ? '✗' : '–'} ${name}: ${required ? 'cannot run' : 'skipped'}. ${missing}`);
  return { ...noCounts(), [required ? 'failed' : 'skipped']: 1 };
}

function report(step, counts, { output, seconds }) {
  const note = step.counts ? `: ${formatCounts(counts).replaceAll(', 0 failed', '').replace(', 0 skipped', '')}` : '';
  console.log(`${counts.failed ? '✗' : '✓'} ${step.name}${note} (${seconds.toFixed(1)} s)`);
  if (counts.failed) console.log(`${output.trimEnd()}\n✗ end of ${step.name}`);
}

/** @param {Step} step @returns {Promise<Counts>} */
async function runStep(step) {
  if (!step.command) return reportMissing(step);
  const countsFile = join(scratch, `counts-${steps++}.json`);
  const result = await runCommand(step.command, { env: { ...step.env, COUNTS_FILE: countsFile }, timeoutMs: MAX_MS });
  const counts = judge(step, result.code, countsFile);
  report(step, counts, result);
  return counts;
}

const all = [];

/** @param {Step[]} lane */
async function runLane(lane) {
  for (const step of lane) all.push(await runStep(step));
}

for (const lanes of testStages()) await Promise.all(lanes.map(runLane));
rmSync(scratch, { recursive: true });

const total = sumCounts(all);
process.exitCode = total.failed ? 1 : 0;
console.log(formatCounts(total));
