import { writeFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @returns {Counts} */
export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0 });

/** @param {Counts[]} all @returns {Counts} */
export function sumCounts(all) {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    noCounts(),
  );
}

/** @param {Counts} counts */
export const formatCounts = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/**
 * A runner that crashed or ran nothing has failed, whatever it counted.
 *
 * @param {Counts | null} counts `null`: it ended before it could count
 * @param {number} code its exit code
 * @returns {Counts}
 */
export function judgeRunner(counts, code) {
  if (!counts || counts.passed + counts.failed === 0) return { ...(counts ?? noCounts()), failed: 1 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Writes a runner's counts to the file that `COUNTS_FILE` names, if any. @param {Counts} counts */
export function reportCounts(counts) {
  if (process.env.COUNTS_FILE) writeFileSync(process.env.COUNTS_FILE, JSON.stringify(counts));
}
