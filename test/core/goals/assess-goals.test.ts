import { expect } from 'chai';
import { assessGoals, planGoals, resolveGoalPeriod } from '../../../src/core/goals/assess-goals.js';
import { goalKind, parseGoals, rateGoal, settlesLate } from '../../../src/core/goals/goals.js';
import { Catalogue } from '../../../src/core/metrics/catalogue.js';
import type { MetricsAnswer } from '../../../src/core/query.js';
import { addDays } from '../../../src/core/time/calendar.js';

const catalogue = new Catalogue();
const JUNE = { from: '2026-06-01', to: '2026-06-30' };

/** At noon of 7 June, a Sunday. */
const planOf = (goals: string, first: string | null = '2026-01-01T00:00:00Z') =>
  planGoals(
    parseGoals(goals),
    {
      period: JUNE,
      now: Date.parse('2026-06-07T12:00:00Z'),
      timeZone: 'UTC',
      first: first === null ? null : Date.parse(first),
      inactivityHours: 48,
      knows: () => true,
    },
    (metric) => catalogue.get(metric),
  );

/** The days from the first asked on, each with the same numbers. */
function daysOf(from: string, numbers: Record<string, number>): MetricsAnswer {
  const buckets = Array.from({ length: 66 }, (_, day) => addDays(from, day)).filter((date) => date <= '2026-06-07');
  return {
    asOf: '',
    buckets,
    metrics: Object.fromEntries(
      Object.entries(numbers).map(([metric, number]) => [metric, { value: null, byBucket: buckets.map(() => number) }]),
    ),
  };
}

const wholeOf = (numbers: Record<string, number | null>): MetricsAnswer => ({
  asOf: '',
  metrics: Object.fromEntries(Object.entries(numbers).map(([metric, value]) => [metric, { value }])),
});

describe('parseGoals', () => {
  for (const [goals, list] of [
    ['', []],
    [undefined, []],
    [
      ' csat : 0.9; total-volume:1200;',
      [
        { metric: 'csat', target: 0.9 },
        { metric: 'total-volume', target: 1200 },
      ],
    ],
    ['first-response-time:median:3600', [{ metric: 'first-response-time:median', target: 3600 }]],
    [{ nps: -10 }, [{ metric: 'nps', target: -10 }]],
    [[{ metric: 'csat', target: 0.9 }], [{ metric: 'csat', target: 0.9 }]],
  ] as const)
    it(`reads ${JSON.stringify(goals)}`, () => expect(parseGoals(goals)).to.deep.equal(list));

  for (const goals of ['csat', 'csat:', 'csat:high', ':5'])
    it(`refuses ${goals}`, () => expect(() => parseGoals(goals)).to.throw(RangeError, 'has no number to reach'));
  for (const goals of [[null], [7], [{ target: 1 }], [{ metric: 'csat', target: '0.9' }]])
    it(`refuses ${JSON.stringify(goals)}`, () =>
      expect(() => parseGoals(goals as never)).to.throw(RangeError, 'has no number to reach'));
});

describe('resolveGoalPeriod', () => {
  const range = { from: '2026-05-20', to: '2026-06-10' };
  for (const [period, from, to] of [
    ['week', '2026-06-01', '2026-06-07'],
    ['month', '2026-06-01', '2026-06-30'],
    ['quarter', '2026-04-01', '2026-06-30'],
    ['year', '2026-01-01', '2026-12-31'],
    ['range', range.from, range.to],
  ] as const)
    it(`${period} of 7 June`, () =>
      expect(resolveGoalPeriod(period, range, '2026-06-07', 1)).to.deep.equal({ from, to }));

  it('holds the last day of a range that is over', () =>
    expect(resolveGoalPeriod('month', { from: '2026-04-30', to: '2026-05-06' }, '2026-06-07', 1).from).to.equal(
      '2026-05-01',
    ));
  it('refuses another', () =>
    expect(() => resolveGoalPeriod('fortnight', range, '2026-06-07', 1)).to.throw(
      RangeError,
      'week, month, quarter, year, range',
    ));
});

describe('goalKind', () => {
  for (const [metric, kind, late] of [
    ['total-volume', 'total', false],
    ['ai-resolved', 'total', true],
    ['ai-resolved-rate', 'mean', true],
    ['ai-unresolved-rate', 'mean', true],
    ['abandonment-rate', 'mean', true],
    ['time-saved', 'total', true],
    ['takeover-rate', 'mean', false],
    ['ai-order-value', 'mean', false],
    ['average-response-time:p90', 'mean', false],
    ['nps', 'mean', false],
    ['unique-users', 'distinct', false],
    ['conversations-per-user', 'distinct', false],
    ['unresolved-tickets', 'level', false],
    ['unresolved-of-created', 'level', false],
    ['inactive-accounts', 'level', false],
    ['churn-rate', 'level', false],
  ] as const)
    it(`${metric} is a ${kind}${late ? ', settled late' : ''}`, () =>
      expect([goalKind(catalogue.get(metric)), settlesLate(catalogue.get(metric))]).to.deep.equal([kind, late]));
});

describe('rateGoal', () => {
  const projection = { value: 100, low: 90, high: 110 };
  for (const [name, status, goal] of [
    ['100 against 100', 'on-course', { target: 100 }],
    ['up to 110 against 105', 'at-risk', { target: 105 }],
    ['up to 110 against 111', 'out-of-reach', { target: 111 }],
    ['50 of a total of 50', 'met', { target: 50 }],
    ['50 of a mean of 50, which may fall', 'on-course', { target: 50, kind: 'mean' }],
    ['50 at the end', 'missed', { target: 60, isOver: true }],
    ['from 90 against at most 95', 'at-risk', { target: 95, better: 'lower' }],
    ['50 of at most 40, a total', 'out-of-reach', { target: 40, better: 'lower' }],
    ['50 of at most 60 at the end', 'met', { target: 60, better: 'lower', isOver: true }],
    ['a level', 'missed', { target: 60, kind: 'level', projection: undefined }],
    ['no projection', 'open', { target: 60, projection: undefined }],
    ['nothing measured', 'unknown', { target: 60, projection: undefined, value: null }],
  ] as const)
    it(`${name} is ${status}`, () =>
      expect(rateGoal({ kind: 'total', value: 50, better: 'higher', projection, isOver: false, ...goal })).to.equal(
        status,
      ));
});

describe('assessGoals', () => {
  it('asks for the goals, their weights and eight weeks before what is not settled', () => {
    const { metrics, days } = planOf('ai-resolved-rate:0.6;csat:0.9');
    expect(metrics).to.deep.equal(['ai-resolved-rate', 'csat', 'total-volume']);
    // What ends after 48 silent hours can still change from 5 June on.
    expect(days).to.deep.equal({ from: '2026-04-10', to: '2026-06-07' });
    expect(planOf('unresolved-tickets:60;unique-users:100').days).to.equal(undefined);
  });

  it('projects a total: 65 so far, half of today and 23 days of 10', () => {
    const plan = planOf('total-volume:300');
    const [goal] = assessGoals(plan, wholeOf({ 'total-volume': 65 }), daysOf('2026-04-12', { 'total-volume': 10 }));
    expect(goal!.projection!.value).to.be.closeTo(65 + 5 + 230, 1e-9);
    expect(goal!.status).to.equal('on-course');
  });

  it('projects anew the days whose conversations may not have ended: 15 of 30 so far', () => {
    const plan = planOf('ai-resolved:100');
    const [goal] = assessGoals(plan, wholeOf({ 'ai-resolved': 30 }), daysOf('2026-04-10', { 'ai-resolved': 5 }));
    // They lie in 5–7 June; 26 days of 5 are to come.
    expect(goal!.projection!.value).to.be.closeTo(15 + 130, 1e-9);
  });

  it('holds shares below all and totals above what there is', () => {
    const plan = planOf('takeover-rate:1;total-volume:1');
    const wild = daysOf('2026-04-12', { 'takeover-rate': 0, 'total-volume': 0 });
    for (const metric of Object.values(wild.metrics)) metric.byBucket = metric.byBucket!.map((_, day) => day % 2);
    const [rate, volume] = assessGoals(plan, wholeOf({ 'takeover-rate': 1, 'total-volume': 500 }), wild);
    expect(rate!.projection!.high).to.be.at.most(1);
    expect(volume!.projection!.low).to.be.at.least(500);
  });

  it('knows no days before the first fact', () => {
    const plan = planOf('total-volume:300', '2026-05-27T00:00:00Z');
    expect(
      assessGoals(plan, wholeOf({ 'total-volume': 65 }), daysOf('2026-04-12', { 'total-volume': 10 }))[0],
    ).to.include({ status: 'open', projection: undefined });
  });
});
