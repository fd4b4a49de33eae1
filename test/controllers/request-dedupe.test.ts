import { expect } from '@open-wc/testing';
import { forgetRequests, dedupe } from '../../src/controllers/request-dedupe.js';
import type { MetricsAnswer, MetricsQuery } from '../../src/core/query.js';
import type { MetricsSource } from '../../src/sources/metrics-source.js';

const QUERY: MetricsQuery = { metrics: ['total-volume'], from: '2026-06-01', to: '2026-06-07', timeZone: 'UTC' };

interface Asked {
  query: MetricsQuery;
  signal: AbortSignal;
  answer: (answer: MetricsAnswer) => void;
  fail: (error: unknown) => void;
}

/** A source that notes every question and leaves its answer to the test. */
function notingSource(): { source: MetricsSource; asked: Asked[] } {
  const asked: Asked[] = [];
  const query: MetricsSource['query'] = (one, options) =>
    new Promise((answer, fail) => asked.push({ query: one, signal: options!.signal!, answer, fail }));
  return { source: { query } as MetricsSource, asked };
}

const ANSWER = { asOf: '2026-06-07T00:00:00.000Z', metrics: { 'total-volume': { value: 3 } } };
const signal = () => new AbortController();

describe('questions that widgets share', () => {
  it('asks the source once for twelve who ask the same', async () => {
    const { source, asked } = notingSource();
    const answers = Array.from({ length: 12 }, () =>
      dedupe(source, 0).query({ ...QUERY }, { signal: signal().signal }),
    );
    expect(asked.length).to.equal(1);
    asked[0]!.answer(ANSWER);
    for (const answer of await Promise.all(answers)) expect(answer).to.equal(ANSWER);
  });

  it('asks for each distinct question', () => {
    const { source, asked } = notingSource();
    const shared = dedupe(source, 0);
    void shared.query(QUERY, { signal: signal().signal });
    void shared.query({ ...QUERY, groupBy: 'channel' }, { signal: signal().signal });
    expect(asked.length).to.equal(2);
  });

  it('keeps the request while one of those who asked still waits', async () => {
    const { source, asked } = notingSource();
    const [one, other] = [signal(), signal()];
    const left = dedupe(source, 0)
      .query(QUERY, { signal: one.signal })
      .catch((error: unknown) => error);
    const stays = dedupe(source, 0).query(QUERY, { signal: other.signal });
    one.abort(new Error('gone'));
    expect(((await left) as Error).message).to.equal('gone');
    expect(asked[0]!.signal.aborted).to.equal(false);
    asked[0]!.answer(ANSWER);
    expect(await stays).to.equal(ANSWER);
  });

  it('aborts the request when the last of them leaves, and asks anew for the next', async () => {
    const { source, asked } = notingSource();
    const aborts = [signal(), signal()];
    const left = aborts.map(({ signal: one }) =>
      dedupe(source, 0)
        .query(QUERY, { signal: one })
        .catch(() => 'left'),
    );
    for (const abort of aborts) abort.abort();
    expect(await Promise.all(left)).to.deep.equal(['left', 'left']);
    expect(asked[0]!.signal.aborted).to.equal(true);
    void dedupe(source, 0).query(QUERY, { signal: signal().signal });
    expect(asked.length).to.equal(2);
  });

  it('asks anew once the answer came, after a failure, and after a change of the facts', async () => {
    const { source, asked } = notingSource();
    const ask = () => dedupe(source, 0).query(QUERY, { signal: signal().signal });
    const first = ask();
    asked[0]!.answer(ANSWER);
    await first;
    const second = ask().catch((error: unknown) => error);
    asked[1]!.fail(new Error('no'));
    expect(((await second) as Error).message).to.equal('no');
    void ask();
    forgetRequests(source);
    void ask();
    expect(asked.length).to.equal(4);
  });

  it('tells a question of a later state of the page from one under way', () => {
    const { source, asked } = notingSource();
    void dedupe(source, 0).query(QUERY, { signal: signal().signal });
    void dedupe(source, 1).query(QUERY, { signal: signal().signal });
    expect(asked.length).to.equal(2);
  });

  it('rejects at once for who has left before asking', async () => {
    const { source } = notingSource();
    const gone = signal();
    gone.abort(new Error('gone'));
    const error = await dedupe(source, 0)
      .query(QUERY, { signal: gone.signal })
      .catch((one: unknown) => one);
    expect((error as Error).message).to.equal('gone');
  });
});
