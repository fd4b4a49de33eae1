/** A check's report for people. */
import type { CheckReport, CheckResult } from './run-check.js';

const SIGNS: Readonly<Record<CheckResult['outcome'], string>> = { kept: '✓', broken: '✗', 'not-asked': '–' };

/** A line, and under a broken promise what was asked, what had to come and what came. */
export function formatResult({ says, outcome, asked = [], expected, came, reason }: CheckResult): string {
  const line = `  ${SIGNS[outcome]} ${says}${reason === undefined ? '' : ` (not asked: ${reason})`}`;
  if (outcome !== 'broken') return line;
  return [
    line,
    ...asked.map((one) => `      asked     ${one}`),
    `      expected  ${expected}`,
    `      came      ${came}`,
  ].join('\n');
}

export function formatSummary({ url, kept, broken, notAsked }: CheckReport): string {
  const rest = notAsked > 0 ? `, ${notAsked} could not be asked` : '';
  return broken === 0
    ? `${url} keeps all ${kept} promises${rest}.`
    : `${url} breaks ${broken} of ${kept + broken} promises${rest}.`;
}
