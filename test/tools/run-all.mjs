// `npm test`: runs every check, hides no failure, and ends with one line that sums them up.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatCounts, judgeRunner, noCounts, sumCounts } from './counts.mjs';
import { runCommand } from './run-command.mjs';
import { testSteps } from './test-steps.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {import('./test-steps.mjs').Step} Step */

const scratch = mkdtempSync(join(tmpdir(), 'agent-metrics-kit-'));
const countsFile = join(scratch, 'counts.json');

/** What the runner wrote, or `null` when it ended before it could. @returns {Counts | null} */
function takeCounts() {
  try {
    return JSON.parse(readFileSync(countsFile, 'utf8'));
  } catch {
    return null;
  } finally {
    rmSync(countsFile, { force: true });
  }
}

/** @returns {Counts} */
function judge(step, code) {
  if (step.counts) return judgeRunner(takeCounts(), code);
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
  const result = await runCommand(step.command, { env: { ...step.env, COUNTS_FILE: countsFile } });
  const counts = judge(step, result.code);
  report(step, counts, result);
  return counts;
}

const all = [];
for (const step of testSteps()) all.push(await runStep(step));
rmSync(scratch, { recursive: true });

const total = sumCounts(all);
process.exitCode = total.failed ? 1 : 0;
console.log(formatCounts(total));
