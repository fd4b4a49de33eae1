/** Rows that begin at the very edge of a range or of a bucket. */
import { expect } from 'chai';
import { answerOf, WEEK } from '../../fixtures/make-facts.js';

const JUNE_1 = Date.UTC(2026, 5, 1);
const DAY = 86_400_000;
const at = (day: number, ms = 0) => JUNE_1 + (day - 1) * DAY + ms;

describe('customers who were there before the range', () => {
  const customers = [
    { id: 'before', startedAt: at(1, -1), lostAt: at(2) },
    { id: 'with the range', startedAt: at(1), lostAt: at(3) },
    { id: 'with the day', startedAt: at(3), lostAt: at(3, 1) },
  ];

  it('are lost to the range, one that begins with it is not', async () => {
    const { metrics } = await answerOf(
      { customers },
      { ...WEEK, metrics: ['churn-rate'], now: '2026-07-01T00:00:00Z' },
    );
    expect(metrics['churn-rate']!.value).to.equal(1);
  });

  it('are lost to a day where they were there before that day', async () => {
    const { metrics } = await answerOf(
      { customers },
      { ...WEEK, metrics: ['churn-rate'], grain: 'day', now: '2026-07-01T00:00:00Z' },
    );
    expect(metrics['churn-rate']!.byBucket!.slice(0, 4)).to.deep.equal([0, 0.5, 1, null]);
  });
});

describe('a ticket reopened around the end of the range', () => {
  const reopened = (instant: number) =>
    answerOf(
      { tickets: [{ id: 't', createdAt: at(2), resolutions: [at(3)], reopenings: [instant] }] },
      { ...WEEK, metrics: ['unresolved-of-created'], now: '2026-07-01T00:00:00Z' },
    );

  it('is open a millisecond before it', async () => {
    expect((await reopened(at(8, -1))).metrics['unresolved-of-created']!.value).to.equal(1);
  });

  it('is not yet open at it', async () => {
    expect((await reopened(at(8))).metrics['unresolved-of-created']!.value).to.equal(0);
  });
});
