/** With the published facts every number is known: the kit's own engine in this process says what it is. */
import { toSearchParams } from '../../../contract/query-parameters.js';
import type { Conversation, ConversationsPage, MetricsAnswer } from '../../../core/query.js';
import { createLocalSource, type LocalSource } from '../../../sources/local-source.js';
import { publishedFacts } from '../published/published-facts.js';
import {
  PUBLISHED_IDS,
  PUBLISHED_RANGE,
  publishedListQuestions,
  publishedMetricsQuestions,
} from '../published/published-questions.js';
import { Broken, NotAsked, requireEqual, toText, type Rule, type RuleGroup } from '../rule.js';
import type { Subject } from '../subject.js';

/** `isLoaded`: whether they are in the endpoint; `undefined`: as `describe` shows. */
export function publishedRules(isLoaded: boolean | undefined): RuleGroup {
  let local: LocalSource | undefined;
  const when =
    (test: (subject: Subject, right: LocalSource) => Promise<void>): Rule['test'] =>
    async (subject) => {
      if (!(isLoaded ?? (await looksPublished(subject))))
        throw new NotAsked('the published facts are not loaded; agent-metrics check --print-facts writes them');
      local ??= rightFor(subject);
      await test(subject, local);
    };
  return {
    title: 'Numbers about the published facts',
    rules: [
      { says: 'describe counts and dates them', test: when(described) },
      ...inTens(publishedMetricsQuestions()).map(([from, to, questions]): Rule => ({
        says: `questions ${from} to ${to} about metrics have the right answers`,
        test: when((subject, right) => metrics(subject, right, questions)),
      })),
      ...inTens(publishedListQuestions()).map(([from, to, questions]): Rule => ({
        says: `questions ${from} to ${to} about lists have the right rows`,
        test: when((subject, right) => lists(subject, right, questions)),
      })),
      { says: 'conversations come with all that they have', test: when(conversations) },
      { says: 'as many questions are considered for gaps', test: when(gaps) },
    ],
  };
}

function inTens<T>(questions: readonly T[]): [from: number, to: number, questions: readonly T[]][] {
  return Array.from({ length: Math.ceil(questions.length / 10) }, (_, ten) => [
    ten * 10 + 1,
    Math.min(questions.length, ten * 10 + 10),
    questions.slice(ten * 10, ten * 10 + 10),
  ]);
}

/** Settings decide numbers, so those of the endpoint count. */
function rightFor({ description }: Subject): LocalSource {
  return createLocalSource(publishedFacts(), { settings: description.settings });
}

async function looksPublished({ description }: Subject): Promise<boolean> {
  const right = await createLocalSource(publishedFacts()).describe();
  return (
    (['conversations', 'orders', 'articles'] as const).every((fact) => description.facts[fact] === right.facts[fact]) &&
    description.first === right.first &&
    description.live === undefined
  );
}

async function described({ probe }: Subject, right: LocalSource): Promise<void> {
  const [description, expected] = await Promise.all([probe.source.describe(), right.describe()]);
  for (const name of ['facts', 'first', 'last', 'timeZone', 'currency'] as const)
    requireEqual(description[name], expected[name], name);
  for (const [name, { values, multiValued }] of Object.entries(expected.dimensions)) {
    requireEqual([...(description.dimensions[name]?.values ?? [])].sort(), [...values].sort(), `the values of ${name}`);
    requireEqual(description.dimensions[name]?.multiValued ?? false, multiValued ?? false, `${name}.multiValued`);
  }
}

async function metrics(
  { probe, description }: Subject,
  right: LocalSource,
  questions: readonly Parameters<LocalSource['query']>[0][],
): Promise<void> {
  for (const question of questions) {
    // An endpoint may know fewer metrics than this version of the kit.
    const asked = {
      ...question,
      metrics: question.metrics.filter((id) => description.metrics.includes(id.split(':')[0]!)),
    };
    if (asked.metrics.length === 0) continue;
    const [came, expected] = await Promise.all([probe.source.query(asked), right.query(asked)]);
    about(asked, () => requireEqual(known(came), expected));
  }
}

async function lists(
  { probe }: Subject,
  right: LocalSource,
  questions: readonly Parameters<LocalSource['conversations']>[0][],
): Promise<void> {
  for (const question of questions) {
    const [came, expected] = await Promise.all([probe.source.conversations(question), right.conversations(question)]);
    if (came.rows.some(({ masked }) => masked))
      throw new NotAsked('this token may not see all that conversations hold');
    about(question, () => requireEqual(toRows(came), toRows(expected)));
  }
}

async function conversations({ probe }: Subject, right: LocalSource): Promise<void> {
  const { rows } = await probe.source.conversations({ ...PUBLISHED_RANGE, ids: [...PUBLISHED_IDS] });
  if (rows.some(({ masked }) => masked)) throw new NotAsked('this token may not see all that conversations hold');
  for (const id of PUBLISHED_IDS) {
    const [came, expected] = await Promise.all([probe.source.conversation(id), right.conversation(id)]);
    requireEqual(toPlain(came), toPlain(expected), `conversation ${toText(id)}`);
  }
}

async function gaps({ probe }: Subject, right: LocalSource): Promise<void> {
  for (const only of ['all', 'unresolved-or-missed'] as const) {
    const [came, expected] = await Promise.all([
      probe.source.knowledgeGaps({ ...PUBLISHED_RANGE, only }),
      right.knowledgeGaps({ ...PUBLISHED_RANGE, only }),
    ]);
    requireEqual(came.considered, expected.considered, 'considered');
  }
}

/** Without fields that a newer endpoint may add. */
function known({ asOf, buckets, partial, previousBuckets, groups, otherIndex, metrics }: MetricsAnswer): MetricsAnswer {
  const all = { asOf, buckets, partial, previousBuckets, groups, otherIndex, metrics };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as unknown as MetricsAnswer;
}

/** Matches may be left out. */
function toRows({ rows, total, page, pageSize }: ConversationsPage): object {
  return { rows: rows.map((row) => ({ ...row, matches: undefined })), total, page, pageSize };
}

/** Times in one form, without what is empty. */
function toPlain(conversation: Conversation): unknown {
  return JSON.parse(
    JSON.stringify(conversation, (name, value: unknown) => {
      if (value === null) return undefined;
      return name.endsWith('At') || name === 'at' ? Date.parse(value as string) : value;
    }),
  );
}

/** Says which question it was, which a report of several would hide. */
function about(question: object, compare: () => void): void {
  try {
    compare();
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    throw new Broken(
      `${error.expected} for ${toSearchParams(question as Parameters<typeof toSearchParams>[0])}`,
      error.came,
      { cause: error },
    );
  }
}
