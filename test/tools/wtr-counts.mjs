import { noCounts, reportCounts } from './counts.mjs';

function addSuite(counts, suite) {
  for (const test of suite.tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
  for (const inner of suite.suites) addSuite(counts, inner);
}

/** A page that reported nothing, or failed outside a test, is a failure of its own. */
function addSession(counts, session) {
  if (session.testResults) addSuite(counts, session.testResults);
  if (!session.testResults || session.errors.length > 0) counts.failed++;
}

/** Web Test Runner reporter: counts tests over all pages. */
export function wtrCounts() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = noCounts();
      for (const session of sessions) addSession(counts, session);
      reportCounts(counts);
    },
  };
}
