/** Tests every promise of the contract against an endpoint, one after the other. */
import { SourceError } from '../../core/source-error.js';
import type { ProbeOptions } from './endpoint-probe.js';
import { Broken, NotAsked, type Rule, type RuleGroup } from './rule.js';
import { answerRules } from './rules/answers.js';
import { httpRules } from './rules/http.js';
import { listLaws } from './rules/list-laws.js';
import { publishedRules } from './rules/published.js';
import { refusalRules } from './rules/refusals.js';
import { sumLaws } from './rules/sum-laws.js';
import { timeLaws } from './rules/time-laws.js';
import { openSubject, type Subject } from './subject.js';

export interface CheckOptions extends ProbeOptions {
  /** Whether the published facts are in the endpoint. Unset: as `describe` shows. */
  hasPublishedFacts?: boolean;
  /** Only promises whose sentence holds this text. */
  only?: string;
  onResult?: (result: CheckResult) => void;
}

export interface CheckResult {
  group: string;
  says: string;
  outcome: 'kept' | 'broken' | 'not-asked';
  /** Of a broken promise: the last requests, what had to come and what came. Of one that was not asked: why. */
  asked?: string[];
  expected?: string;
  came?: string;
  reason?: string;
}

export interface CheckReport {
  url: string;
  results: CheckResult[];
  kept: number;
  broken: number;
  notAsked: number;
}

/** Every promise. `isLoaded`: whether the published facts are in the endpoint. */
export function checkRules(isLoaded?: boolean): RuleGroup[] {
  return [answerRules, refusalRules, httpRules, sumLaws, timeLaws, listLaws, publishedRules(isLoaded)];
}

/** Rejects with a `SourceError` where there is no endpoint at all. */
export async function runCheck(url: string, options: CheckOptions = {}): Promise<CheckReport> {
  const subject = await openSubject(url, options);
  const results: CheckResult[] = [];
  for (const { title, rules } of checkRules(options.hasPublishedFacts)) {
    for (const rule of rules.filter(({ says }) => says.includes(options.only ?? ''))) {
      const result = { group: title, says: rule.says, ...(await test(rule, subject)) };
      results.push(result);
      options.onResult?.(result);
    }
  }
  const count = (outcome: CheckResult['outcome']) => results.filter((one) => one.outcome === outcome).length;
  return {
    url: subject.probe.base,
    results,
    kept: count('kept'),
    broken: count('broken'),
    notAsked: count('not-asked'),
  };
}

async function test(rule: Rule, subject: Subject): Promise<Omit<CheckResult, 'group' | 'says'>> {
  subject.probe.takeTrail();
  try {
    await rule.test(subject);
    return { outcome: 'kept' };
  } catch (error) {
    if (error instanceof NotAsked) return { outcome: 'not-asked', reason: error.message };
    if (error instanceof SourceError && error.status === 403)
      return { outcome: 'not-asked', reason: `this token may not: ${error.message}` };
    const asked = subject.probe.takeTrail();
    if (error instanceof Broken) return { outcome: 'broken', asked, expected: error.expected, came: error.came };
    if (error instanceof SourceError)
      return {
        outcome: 'broken',
        asked,
        expected: 'an answer of the contract',
        came: `${error.status ? `status ${error.status}: ` : ''}${error.message}`,
      };
    // What an endpoint makes up may trip a rule where nobody thought of it.
    return { outcome: 'broken', asked, expected: 'an answer of the contract', came: (error as Error).message };
  }
}
