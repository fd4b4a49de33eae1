import { expect } from 'chai';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Private words that this code once had, and the field's terms that took their place. `CONTRIBUTING.md` has the glossary. */
const RETIRED: readonly [retired: RegExp, term: string][] = [
  [/\bMOST_[A-Z_]+/, 'MAX_…'],
  [/\bmost(?:Questions|Groups)\b/, 'max…'],
  [/\bown ?columns\b|\bOwnColumns\b/i, 'custom columns'],
  [/\bown metrics?\b/i, 'custom metric'],
  [/\bkept(?:Plan|Answers)\b/, 'cached…'],
  [/\bLateTwin\b/, 'DeferredDataTable'],
  [/\bPointedAt\b|\bFollowedSelection\b/, 'SelectionController'],
  [/\bOutsideController\b/, 'LightDismissController'],
  [/\bafterOtherTasks\b|\bgiveWay\b/, 'yieldToMain'],
  [/\breader-events\b/, 'user-events'],
  [/\bQuestionController\b/, 'SourceQueryController'],
  [/\bWorkerDesk\b|\bdeeds?\b/, 'WorkerHost, callback or action'],
  [/\bProgressTeller\b/, 'ProgressEmitter'],
  [/\bSilenceWatch\b/, 'StallTimeout'],
  [/\bwhileWaiting\b/, 'abortable'],
  [/\bLivingRows\b/, 'LiveRows'],
  [/\bPatchedCodes\b/, 'MutableCodes'],
  [/\bPlacedValues\b/, 'CellValues'],
  [/\broomFor[A-Z]/, 'scratch…'],
  [/\bisDecidedInside\b/, 'isOverriddenBelow'],
];

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return path.endsWith('.ts') ? path : [];
  });
}

function findRetired(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) =>
    RETIRED.flatMap(([retired, term]) => {
      const found = retired.exec(line)?.[0];
      return found ? `${path}:${index + 1} says "${found}". Say ${term}.` : [];
    }),
  );
}

describe('retired terms', () => {
  it('stand nowhere in the code', () => {
    expect(sources('src').flatMap((path) => findRetired(path, readFileSync(path, 'utf8')))).to.deep.equal([]);
  });

  it('are found where they stand', () => {
    expect(findRetired('a.ts', 'const MOST_ROWS = 3;\n// own columns')).to.deep.equal([
      'a.ts:1 says "MOST_ROWS". Say MAX_….',
      'a.ts:2 says "own columns". Say custom columns.',
    ]);
  });
});
