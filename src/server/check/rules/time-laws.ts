/** Days, hours and now: the calendar is the same for everybody, and what has not happened is not counted. */
import type { Grain, MetricsQuery } from '../../../core/query.js';
import { DAY } from '../../../core/time/units.js';
import { createLocalSource } from '../../../sources/local-source.js';
import { Broken, NotAsked, requireEqual, toText, type RuleGroup } from '../rule.js';
import { askMetrics, chunksOf, type Subject } from '../subject.js';

/** Ranges in which a zone does something odd: the clock changes by an hour or half an hour, a day is left out, offsets of minutes. */
const ODD: readonly [timeZone: string, from: string, to: string][] = [
  ['Europe/Berlin', '2026-03-28', '2026-03-30'],
  ['Europe/Berlin', '2026-10-24', '2026-10-26'],
  ['America/New_York', '2026-03-07', '2026-03-09'],
  ['Australia/Lord_Howe', '2026-04-04', '2026-04-06'],
  ['Australia/Lord_Howe', '2026-10-03', '2026-10-05'],
  ['Pacific/Apia', '2011-12-29', '2012-01-01'],
  ['Asia/Kathmandu', '2026-01-01', '2026-01-02'],
  ['America/Sao_Paulo', '2018-11-03', '2018-11-05'],
  ['Africa/Casablanca', '2026-02-14', '2026-02-16'],
  ['UTC', '2024-02-28', '2024-03-01'],
];
const GRAINS: readonly Grain[] = ['hour', 'day', 'week', 'month', 'quarter', 'year', 'hour-of-week'];

export const timeLaws: RuleGroup = {
  title: 'Days, hours and now',
  rules: [
    ...ODD.map(([timeZone, from, to]) => ({
      says: `${timeZone} is cut right from ${from} to ${to}`,
      test: (subject: Subject) => labels(subject, { timeZone, from, to }),
    })),
    { says: 'weeks start on the day that is asked for', test: weekStarts },
    { says: 'a shorter range before is filled up with nothing', test: padded },
    { says: 'a bucket that is not over is told as partial', test: partial },
    { says: 'before the first fact there is nothing: counts are 0, rates are null', test: beforeAll },
    { says: 'a range in the future is no error', test: future },
    { says: 'a now in the past knows nothing that came after it', test: past },
    { says: 'asOf is an instant, and not after now', test: asOf },
  ],
};

/** Labels do not depend on facts, so the kit's own without any say what they are. */
const calendar = createLocalSource({ conversations: [] });

async function labels(subject: Subject, range: Pick<MetricsQuery, 'timeZone' | 'from' | 'to'>): Promise<void> {
  for (const grain of GRAINS)
    await requireLabels(subject, { ...range, grain, compare: { from: range.from, to: range.from } });
}

async function requireLabels(subject: Subject, query: Partial<MetricsQuery>): Promise<void> {
  const asked = { metrics: ['total-volume'], ...query };
  const [came, right] = await Promise.all([askMetrics(subject, asked), calendar.query({ ...subject.scope, ...asked })]);
  for (const name of ['buckets', 'partial', 'previousBuckets'] as const)
    requireEqual(came[name], right[name], `${query.grain} ${name}`);
}

async function weekStarts(subject: Subject): Promise<void> {
  for (const weekStart of [1, 6, 7] as const)
    for (const grain of ['week', 'day-of-week'] as const)
      await requireLabels(subject, { grain, weekStart, compare: { from: subject.scope.from, to: subject.scope.from } });
}

async function padded(subject: Subject): Promise<void> {
  const { from } = subject.scope;
  const { buckets = [], metrics } = await askMetrics(subject, {
    metrics: ['total-volume'],
    grain: 'day',
    compare: { from, to: from },
  });
  const { value, previousByBucket } = metrics['total-volume']!;
  if (value === null) throw new NotAsked('there are no conversations');
  requireEqual(
    [previousByBucket?.length, previousByBucket?.slice(1).every((number) => number === null)],
    [buckets.length, true],
    'length and rest of previousByBucket',
  );
}

async function partial(subject: Subject): Promise<void> {
  const now = `${subject.scope.to}T12:00:00Z`;
  await requireLabels(subject, { grain: 'day', timeZone: 'UTC', now });
  await requireLabels(subject, { grain: 'week', now });
}

async function beforeAll(subject: Subject): Promise<void> {
  const range = { from: '1980-01-01', to: '1980-01-07' };
  for (const metrics of chunksOf(subject.description.metrics)) {
    const [then, today] = await Promise.all([
      askMetrics(subject, { metrics, ...range, grain: 'day' }),
      askMetrics(subject, { metrics }),
    ]);
    for (const [id, { value, reason, byBucket = [] }] of Object.entries(then.metrics)) {
      requireEqual(reason, today.metrics[id]?.reason, `${id}.reason`);
      const isAdditive = subject.additive.includes(id);
      // What was not live yet is not measured.
      const allowed = isAdditive && reason === undefined && !hasLive(subject) ? [0] : [0, null];
      const wrong = [value, ...byBucket].find((number) => !(allowed as unknown[]).includes(number));
      if (wrong !== undefined)
        throw new Broken(`${id} to be ${allowed.map(toText).join(' or ')} in January 1980`, toText(wrong));
    }
  }
}

const hasLive = ({ description }: Subject): boolean => description.live !== undefined;

async function future(subject: Subject): Promise<void> {
  const { metrics } = await askMetrics(subject, {
    metrics: ['total-volume'],
    from: '2199-01-01',
    to: '2199-01-31',
    grain: 'day',
  });
  const { value } = metrics['total-volume']!;
  if (value !== 0 && value !== null) throw new Broken('nothing in 2199', toText(value));
}

async function past(subject: Subject): Promise<void> {
  const { from, to, now } = subject.scope;
  const instants = [
    new Date(Date.parse(from) - 2 * DAY).toISOString(),
    `${from}T00:00:00Z`,
    `${from}T18:00:00Z`,
    `${to}T00:00:00Z`,
    now,
  ];
  let before = 0;
  for (const one of instants) {
    const answer = await askMetrics(subject, { metrics: ['total-volume'], now: one });
    const { total } = await subject.probe.source.conversations({ ...subject.scope, now: one, pageSize: 1 });
    const value = answer.metrics['total-volume']!.value ?? 0;
    if (value < before) throw new Broken(`at least ${before} conversations at ${one}`, String(value));
    if (one === instants[0] && value !== 0) throw new Broken('nothing of a range that begins after now', String(value));
    requireEqual(total, value, `the total of the list at ${one}`);
    before = value;
  }
}

async function asOf(subject: Subject): Promise<void> {
  const { from, now } = subject.scope;
  for (const one of [now, `${from}T12:00:00Z`]) {
    const { asOf: said } = await askMetrics(subject, { metrics: ['total-volume'], now: one });
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(said)) throw new Broken('an instant in UTC', toText(said));
    if (Date.parse(said) > Date.parse(one)) throw new Broken(`asOf up to ${one}`, said);
  }
}
