import { noCounts, reportCounts } from './counts.mjs';

const COLUMN = { passed: 'passed', failed: 'failed', skipped: 'skipped', pending: 'failed' };

/** Vitest reporter: counts tests; a file that did not load and an error outside a test are failures. */
export default class VitestCounts {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = noCounts();
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[COLUMN[test.result().state]]++;
      counts.failed += module.errors().length;
    }
    counts.failed += unhandledErrors.length;
    reportCounts(counts);
  }
}
