/** With the published facts every number is known: the kit's own engine in this process says what it is. */
import { toSearchParams } from '../../../contract/query-parameters.js';
import type {
  Conversation,
  ConversationsPage,
  ConversationsQuery,
  Filters,
  Grain,
  MetricsAnswer,
  MetricsQuery,
} from '../../../core/query.js';
import { type LocalSource, createLocalSource } from '../../../sources/local-source.js';
import { PUBLISHED_NOW, publishedFacts } from '../published-facts.js';
import { Broken, NotAsked, type Rule, type RuleGroup, requireEqual, toText } from '../rule.js';
import type { Subject } from '../subject.js';
import { SORT_KEYS } from '../../../core/answer/engine.js';
import { CATALOGUE } from '../../../core/metrics/catalogue.js';
import { CONVERSATION_DIMENSIONS } from '../../../core/tables/all-tables.js';
import { CALENDAR_GRAINS, FOLDED_GRAINS } from '../../../core/time/grain.js';

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

const RANGE = { from: '2026-03-27', to: '2026-04-10', timeZone: 'Europe/Berlin', now: PUBLISHED_NOW } as const;
const COMPARE = { from: '2026-03-20', to: '2026-04-02' };
const ZONES = [
  'UTC',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'America/St_Johns',
];
const FILTERS: readonly Filters[] = [
  { channel: ['web'] },
  { '!channel': ['web', 'sms'] },
  { channel: [''] },
  { tag: ['Größe', 'other'] },
  { status: ['routed', 'closed'] },
  { outcome: ['unresolved'] },
  { skill: ['order-status'] },
  { '!skill': ['order-status'] },
  { goal: ['booked'] },
  { language: ['ko'], region: ['north', 'south'] },
  { channel: ['no such'] },
  { '!status': ['open'], segment: ['vip', ''] },
];
const NOWS = ['2026-03-27T00:00:00Z', '2026-03-29T01:30:00Z', '2026-04-02T20:41:00.000Z', '2027-01-01T00:00:00Z'];

const ALL = CATALOGUE.map(({ id }) => id);
const DURATIONS = CATALOGUE.filter(({ unit, formula }) => unit === 'duration' && formula.op === 'mean').flatMap(
  ({ id }) => [`${id}:median`, `${id}:p90`],
);
/** As many as one question may name. */
const FIRST = ALL.slice(0, 40);
const REST = [...ALL.slice(40), ...DURATIONS].slice(0, 40);
const SOME = ['total-volume', 'ai-resolved-rate', ...DURATIONS.slice(0, 1)];

/** Questions about the published facts: every metric, dimension, grain and kind of filter, over ranges and zones where days are odd. */
export function publishedMetricsQuestions(): MetricsQuery[] {
  const both = (query: Partial<MetricsQuery>): MetricsQuery[] =>
    [FIRST, REST].filter((metrics) => metrics.length > 0).map((metrics) => ({ metrics, ...RANGE, ...query }));
  const some = (query: Partial<MetricsQuery>): MetricsQuery => ({ metrics: SOME, ...RANGE, ...query });
  return [
    ...both({}),
    ...both({ compare: COMPARE }),
    ...[...CALENDAR_GRAINS, ...FOLDED_GRAINS].flatMap((grain) => both({ grain })),
    ...CONVERSATION_DIMENSIONS.flatMap((groupBy) => both({ groupBy, compare: COMPARE })),
    ...CONVERSATION_DIMENSIONS.flatMap((groupBy) => [
      some({ groupBy, grain: 'day', limit: 2 }),
      some({ groupBy, grain: 'week', compare: COMPARE }),
    ]),
    ...FILTERS.flatMap((filters) => [...both({ filters }), some({ filters, grain: 'day', groupBy: 'status' })]),
    ...ZONES.flatMap((timeZone) =>
      (['hour', 'day', 'hour-of-week'] as Grain[]).map((grain) =>
        some({ timeZone, grain, from: '2026-03-28', to: '2026-04-06' }),
      ),
    ),
    ...NOWS.flatMap((now) => [...both({ now }), some({ now, groupBy: 'status', grain: 'day' })]),
    ...([1, 6, 7] as const).map((weekStart) => some({ weekStart, grain: 'week', compare: COMPARE })),
    some({ from: '2020-01-01', to: '2020-01-03', grain: 'day' }),
    some({ from: '2030-01-01', to: '2030-01-01' }),
    some({ from: '2026-03-29', to: '2026-03-29', grain: 'hour' }),
  ];
}

export function publishedListQuestions(): ConversationsQuery[] {
  const ask = (query: Partial<ConversationsQuery>): ConversationsQuery => ({ ...RANGE, pageSize: 10, ...query });
  return [
    ...SORT_KEYS.flatMap((key) => [ask({ sort: key }), ask({ sort: `-${key}`, page: 2 })]),
    ...FILTERS.map((filters) => ask({ filters, pageSize: 50 })),
    ...['total-volume', 'ai-resolved', 'add-to-cart', 'link-clicks', 'ai-revenue', 'chat-opens']
      .filter((id) => ALL.includes(id))
      .map((metric) => ask({ metric, pageSize: 50 })),
    ...['parcel', 'STRASSE', 'cafe', '배송', 'ada', 'talk 1/', 'nowhere', ' thank  you '].map((search) =>
      ask({ search, pageSize: 50 }),
    ),
    ...NOWS.map((now) => ask({ now })),
    ask({ ids: ['talk 1/a', 'talk 2/ä', 'nobody'] }),
    ask({ fromInstant: '2026-03-29T00:00:00Z', toInstant: '2026-03-30T00:00:00Z' }),
    ask({ page: 99 }),
  ];
}

/** Conversations that are asked for by their ids. */
export const PUBLISHED_IDS: readonly string[] = ['talk 1/a', 'talk 2/ä', 'talk 8/ä', 'talk 10/a', 'talk 12/A'];
export const PUBLISHED_RANGE = RANGE;
