/** Whatever the data are: parts add up to the whole, and the same question has the same answer however it is asked. */
import type { Grain, MetricsAnswer } from '../../../core/query.js';
import { Broken, NotAsked, requireEqual, toText, type RuleGroup } from '../rule.js';
import { askMetrics, chunksOf, numbersOf, sumOf, type Subject } from '../subject.js';

const GRAINS: readonly Grain[] = [
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'hour-of-day',
  'day-of-week',
  'day-of-month',
  'month-of-year',
  'hour-of-week',
];
/** Groups whose filter is asked one by one. */
const MAX_GROUPS = 6;

export const sumLaws: RuleGroup = {
  title: 'Parts add up',
  rules: [
    ...GRAINS.map((grain) => ({
      says: `buckets by ${grain} add up to the whole`,
      test: (subject: Subject) => bucketsAddUp(subject, grain),
    })),
    { says: 'groups add up to the whole, alone and by day', test: groupsAddUp },
    { says: 'the first groups and the rest add up to the whole', test: restAddsUp },
    { says: 'a group is what its filter leaves, for every metric', test: groupsAreFilters },
    { says: 'a filter and its opposite part the whole', test: filtersPart },
    { says: 'a range compared with itself has not changed', test: comparedWithItself },
    { says: 'what was before is what its own range answers', test: comparedRange },
    { says: 'hours of the week fold into days of the week and hours of the day', test: folds },
    { says: 'a metric is the same alone and among others', test: alone },
  ],
};

async function bucketsAddUp(subject: Subject, grain: Grain): Promise<void> {
  for (const metrics of chunksOf(subject.additive)) {
    const answer = await askMetrics(subject, { metrics, grain });
    for (const [id, { value, byBucket }] of numbersOf(answer)) requireSum(byBucket, value, `the buckets of ${id}`);
  }
}

async function groupsAddUp(subject: Subject): Promise<void> {
  for (const groupBy of subject.dimensions) {
    for (const metrics of chunksOf(subject.additive, 10)) {
      const answer = await askMetrics(subject, { metrics, groupBy, grain: 'week' });
      for (const [id, { value, byGroup, byBucket, byGroupAndBucket }] of numbersOf(answer)) {
        if (!byGroup) continue;
        requireSum(byGroup, value, `the groups of ${id} by ${groupBy}`);
        byGroupAndBucket?.forEach((buckets, group) =>
          requireSum(buckets, byGroup[group] ?? 0, `the buckets of ${id} in ${toText(answer.groups?.[group])}`),
        );
        byBucket?.forEach((number, bucket) =>
          requireSum(
            byGroupAndBucket?.map((group) => group[bucket] ?? null),
            number ?? 0,
            `the groups of ${id} in ${toText(answer.buckets?.[bucket])}`,
          ),
        );
      }
    }
  }
}

async function restAddsUp(subject: Subject): Promise<void> {
  for (const groupBy of subject.dimensions.filter((name) => name !== 'status' && name !== 'outcome')) {
    const all = await askMetrics(subject, { metrics: ['total-volume'], groupBy });
    const {
      groups = [],
      otherIndex,
      metrics,
    } = await askMetrics(subject, { metrics: ['total-volume'], groupBy, limit: 1 });
    const { value, byGroup } = metrics['total-volume']!;
    if (value === null || !byGroup) continue;
    if ((all.groups?.length ?? 0) <= 1) continue;
    if (groups.length !== 2 || otherIndex !== 1)
      throw new Broken(`one group by ${groupBy} and the rest, otherIndex 1`, toText({ groups, otherIndex }));
    requireEqual(groups[0], all.groups![0], 'groups[0]');
    requireSum(byGroup, value, `the first group by ${groupBy} and the rest`);
  }
}

async function groupsAreFilters(subject: Subject): Promise<void> {
  for (const groupBy of Object.keys(subject.description.dimensions)) {
    for (const metrics of chunksOf(subject.description.metrics, 40)) {
      const grouped = await askMetrics(subject, { metrics, groupBy, limit: MAX_GROUPS });
      const asked = (grouped.groups ?? []).slice(0, MAX_GROUPS).filter((_, index) => index !== grouped.otherIndex);
      for (const [index, group] of asked.entries()) {
        const filtered = await askMetrics(subject, { metrics, filters: { [groupBy]: [group] } });
        for (const [id, { byGroup }] of Object.entries(grouped.metrics))
          if (byGroup)
            requireEqual(filtered.metrics[id]!.value, byGroup[index], `${id} where ${groupBy} is ${toText(group)}`);
      }
    }
  }
}

async function filtersPart(subject: Subject): Promise<void> {
  for (const [name, { values }] of Object.entries(subject.description.dimensions)) {
    const value = values[0];
    if (value === undefined) continue;
    const [all, some, others] = await Promise.all(
      [{}, { [name]: [value] }, { [`!${name}`]: [value] }].map((filters) =>
        askMetrics(subject, { metrics: ['total-volume'], filters }),
      ),
    );
    const volumes = [all, some, others].map((answer) => valueOf(answer!));
    if (volumes.some((volume) => volume === null)) continue;
    requireSum(volumes.slice(1), volumes[0]!, `total-volume where ${name} is and is not ${toText(value)}`);
  }
}

async function comparedWithItself(subject: Subject): Promise<void> {
  const { from, to } = subject.scope;
  for (const metrics of chunksOf(subject.description.metrics)) {
    const answer = await askMetrics(subject, { metrics, grain: 'day', compare: { from, to } });
    requireEqual(answer.previousBuckets, answer.buckets, 'previousBuckets');
    for (const [id, { value, previous, byBucket, previousByBucket }] of Object.entries(answer.metrics)) {
      requireEqual(previous, value, `${id}.previous`);
      requireEqual(previousByBucket, byBucket, `${id}.previousByBucket`);
    }
  }
}

async function comparedRange(subject: Subject): Promise<void> {
  const { from: to } = subject.scope;
  const compare = { from: `${Number(to.slice(0, 4)) - 1}${to.slice(4).replace('02-29', '02-28')}`, to };
  for (const metrics of chunksOf(subject.description.metrics)) {
    const [compared, own] = await Promise.all([
      askMetrics(subject, { metrics, compare }),
      askMetrics(subject, { metrics, ...compare }),
    ]);
    for (const id of metrics) requireEqual(compared.metrics[id]?.previous, own.metrics[id]?.value, `${id}.previous`);
  }
}

async function folds(subject: Subject): Promise<void> {
  const [week, days, hours] = await Promise.all(
    (['hour-of-week', 'day-of-week', 'hour-of-day'] as const).map((grain) =>
      askMetrics(subject, { metrics: ['total-volume'], grain }),
    ),
  );
  const by = (answer: MetricsAnswer): Map<string, number> =>
    new Map(answer.buckets?.map((label, index) => [label, answer.metrics['total-volume']?.byBucket?.[index] ?? 0]));
  const [byWeek, byDay, byHour] = [by(week!), by(days!), by(hours!)];
  if (byWeek.size !== 168 || byDay.size !== 7 || byHour.size !== 24)
    throw new Broken('168, 7 and 24 buckets', `${byWeek.size}, ${byDay.size} and ${byHour.size}`);
  for (const [day, value] of byDay)
    requireSum(
      [...byWeek].filter(([label]) => label.startsWith(`${day}T`)).map(([, one]) => one),
      value,
      `the hours of day ${day}`,
    );
  for (const [hour, value] of byHour)
    requireSum(
      [...byWeek].filter(([label]) => label.endsWith(`T${hour}`)).map(([, one]) => one),
      value,
      `the days at ${hour}`,
    );
}

async function alone(subject: Subject): Promise<void> {
  const metrics = subject.description.metrics.slice(0, 40);
  const together = await askMetrics(subject, { metrics });
  if (metrics.length === 0) throw new NotAsked('describe names no metric');
  for (const id of metrics.filter((_, index) => index % 5 === 0))
    requireEqual((await askMetrics(subject, { metrics: [id] })).metrics[id], together.metrics[id], id);
}

const valueOf = (answer: MetricsAnswer): number | null => answer.metrics['total-volume']?.value ?? null;

function requireSum(parts: readonly (number | null)[] | undefined, whole: number, what: string): void {
  requireEqual(sumOf(parts), whole, `${what}, added up,`);
}
