import { expect } from 'chai';

describe('a page that forbids code from text', () => {
  const original = globalThis.Function;
  let made: unknown[] = [];

  beforeEach(() => {
    made = [];
    globalThis.Function = new Proxy(original, {
      construct(target, given) {
        made.push(given);
        return Reflect.construct(target, given) as object;
      },
      apply(target, self, given) {
        made.push(given);
        return Reflect.apply(target, self, given) as unknown;
      },
    });
  });

  afterEach(() => {
    globalThis.Function = original;
  });

  it('is noticed here when it makes a function of a text', () => {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    new Function('return 1');
    expect(made).to.have.lengthOf(1);
  });

  // The schemas are imported only now, so that no probe has run before.
  it('is never asked to: not by importing, checking, parsing or answering', async () => {
    const z = await import('zod/mini');
    const { FACT_SCHEMAS } = await import('../../src/contract/fact-schemas.js');
    const { metricsAnswerSchema } = await import('../../src/contract/wire-schemas.js');
    const { checkRecord } = await import('../../src/core/facts/check-record.js');
    const { createLocalSource } = await import('../../src/sources/local-source.js');
    const record = { id: 'a', startedAt: '2026-06-01T00:00:00Z', messages: [{ at: 1e12, from: 'visitor', text: '' }] };
    expect(z.safeParse(FACT_SCHEMAS.conversations, record).success).to.equal(true);
    expect(checkRecord('conversations', record)).to.equal(undefined);
    const answer = await createLocalSource({ conversations: [record as never] }).query({
      metrics: ['total-volume'],
      from: '2026-06-01',
      to: '2026-06-01',
      timeZone: 'UTC',
    });
    expect(z.safeParse(metricsAnswerSchema, answer).success).to.equal(true);
    expect(made).to.deep.equal([]);
  });

  it('keeps the settings of its own zod', async () => {
    const { config } = await import('zod/mini');
    const before = { ...config() };
    await import('../../src/sources/index.js');
    expect(config()).to.deep.equal(before);
  });
});
