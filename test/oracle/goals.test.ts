/** Projections held against what came, at many days of the made-up shop; each asks only for what was known on its day. */
import { expect } from 'chai';
import { assessGoals, planGoals, resolveGoalPeriod } from '../../src/core/goals/assess-goals.js';
import { Catalogue } from '../../src/core/metrics/catalogue.js';
import type { MetricsAnswer } from '../../src/core/query.js';
import { addDays, daysBetween } from '../../src/core/time/calendar.js';
import { parseInstant } from '../../src/core/time/instant.js';
import { createLocalSource } from '../../src/sources/local-source.js';
import { readText, toDemoPath } from './compare-source.js';

const catalogue = new Catalogue();
const LATER = '2026-06-12T00:00:00Z';
const LAST_PERIOD_END = '2026-05-31';

interface Outcome {
  metric: string;
  isTotal: boolean;
  isInside: boolean;
  /** How far off, as a share of the outcome. */
  error: number;
  naive: number;
}

async function backTest(
  file: string,
  metrics: string[],
  dates: { from: string; every: number },
  timeZone: string,
): Promise<Outcome[]> {
  const source = createLocalSource(readText(toDemoPath(file)));
  const first = parseInstant((await source.describe()).first!);
  const truths = new Map<string, Promise<MetricsAnswer>>();
  const outcomes: Outcome[] = [];
  for (let date = dates.from; date <= LAST_PERIOD_END; date = addDays(date, dates.every)) {
    const now = `${date}T12:00:00Z`;
    const period = resolveGoalPeriod('month', { from: date, to: date }, date, 1);
    const plan = planGoals(
      metrics.map((metric) => ({ metric, target: 1 })),
      { period, now: Date.parse(now), timeZone, first, inactivityHours: 48, knows: () => true },
      (metric) => catalogue.get(metric),
    );
    const base = { timeZone, metrics: plan.metrics, now };
    const truth = await (truths.get(period.from) ?? source.query({ ...base, ...period, now: LATER }));
    truths.set(period.from, Promise.resolve(truth));
    const [whole, days] = await Promise.all([
      source.query({ ...base, ...period }),
      source.query({ ...base, ...plan.days!, grain: 'day' }),
    ]);
    for (const { metric, kind, value, projection } of assessGoals(plan, whole, days)) {
      const outcome = truth.metrics[metric]!.value;
      if (outcome === null || outcome === 0 || value === null || !projection) continue;
      const share = (daysBetween(period.from, date) + 0.5) / (daysBetween(period.from, period.to) + 1);
      outcomes.push({
        metric,
        isTotal: kind === 'total',
        isInside: outcome >= projection.low && outcome <= projection.high,
        error: Math.abs(projection.value - outcome) / outcome,
        naive: Math.abs((kind === 'total' ? value / share : value) - outcome) / outcome,
      });
    }
  }
  return outcomes;
}

const meanOf = (outcomes: readonly Outcome[], number: (one: Outcome) => number) =>
  outcomes.reduce((sum, one) => sum + number(one), 0) / outcomes.length;

for (const [file, metrics, dates, fewest] of [
  [
    'made-up.json.gz',
    [
      'total-volume',
      'ai-resolved',
      'ai-resolved-rate',
      'takeover-rate',
      'bot-satisfaction',
      'conversation-length',
      'link-clicks',
    ],
    { from: '2026-04-01', every: 5 },
    80,
  ],
  [
    'made-up-service.json.gz',
    [
      'total-volume',
      'ai-resolved-rate',
      'ticket-volume',
      'first-response-time',
      'csat',
      'service-interactions',
      'signed-in-order-value',
    ],
    { from: '2025-06-10', every: 17 },
    140,
  ],
] as const) {
  describe(`goals projected on ${file}`, () => {
    let outcomes: Outcome[];
    beforeAll(async () => {
      outcomes = await backTest(file, [...metrics], dates, 'Europe/Berlin');
    });

    it('end in the interval in seven to nine of ten cases', () => {
      expect(outcomes.length).to.be.at.least(fewest);
      expect(meanOf(outcomes, ({ isInside }) => Number(isInside))).to.be.within(0.7, 0.9);
    });

    for (const isTotal of [true, false])
      it(`are nearer than "as so far": ${isTotal ? 'totals' : 'rates and means'}`, () => {
        const these = outcomes.filter((one) => one.isTotal === isTotal);
        expect(meanOf(these, ({ error }) => error)).to.be.lessThan(meanOf(these, ({ naive }) => naive) * 0.9);
      });
  });
}

it('sixteen days of STAR are too few before the last two', async () => {
  const source = createLocalSource(readText(toDemoPath('star.ndjson.gz')));
  const first = parseInstant((await source.describe()).first!);
  const projectionAt = async (now: string) => {
    const period = { from: '2020-05-01', to: '2020-05-31' };
    const plan = planGoals(
      [{ metric: 'total-volume', target: 5000 }],
      { period, now: Date.parse(now), timeZone: 'UTC', first, inactivityHours: 48, knows: () => true },
      (metric) => catalogue.get(metric),
    );
    const base = { timeZone: 'UTC', metrics: plan.metrics, now };
    return assessGoals(
      plan,
      await source.query({ ...base, ...period }),
      await source.query({ ...base, ...plan.days!, grain: 'day' }),
    )[0]!.projection;
  };
  expect(await projectionAt('2020-05-25T12:00:00Z')).to.equal(undefined);
  expect(await projectionAt('2020-05-27T12:00:00Z')).to.not.equal(undefined);
});
