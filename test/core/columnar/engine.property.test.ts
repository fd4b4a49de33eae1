import { expect } from 'chai';
import fc from 'fast-check';
import type { MetricsEngine } from '../../../src/core/answer/engine.js';
import { toOutwardConversation } from '../../../src/core/facts/outward.js';
import * as random from './random-facts.js';
import { answer, facts, filters, list, page, query, recordList, records, toFacts } from './random-questions.js';
import { ColumnarFacts, inParts, OWN, plainEngine, type SomeFacts } from './two-engines.js';

async function columnar(
  { conversations, ...others }: SomeFacts,
  settings: object,
  lengths: readonly number[],
  between: (engine: MetricsEngine) => Promise<unknown> = async () => undefined,
) {
  const kept = new ColumnarFacts(settings).setOthers(others);
  for (const part of inParts(conversations, lengths)) {
    kept.append(part);
    await between(kept.engine);
  }
  return kept.engine;
}

describe('the columnar engine answers as the plain one', () => {
  it('questions about any metric, at any now', () =>
    fc.assert(
      fc.asyncProperty(
        facts,
        random.settings,
        random.splits,
        fc.array(query, { minLength: 1, maxLength: 4 }),
        async (given, settings, lengths, asked) => {
          const data = toFacts(given);
          const plain = plainEngine(data, settings);
          const engine = await columnar(data, settings, lengths, (one) => answer(one, asked[0]!));
          for (const one of asked) expect(await answer(engine, one)).to.deep.equal(await answer(plain, one));
        },
      ),
      { numRuns: 80 },
    ));

  it('lists of any metric, searched, sorted and paged', () =>
    fc.assert(
      fc.asyncProperty(
        facts,
        random.settings,
        random.splits,
        fc.array(list, { minLength: 1, maxLength: 5 }),
        async (given, settings, lengths, asked) => {
          const data = toFacts(given);
          const plain = plainEngine(data, settings);
          const engine = await columnar(data, settings, lengths, (one) => page(one, asked[0]!));
          for (const one of asked) {
            expect(await page(engine, one)).to.deep.equal(await page(plain, one));
            expect(await page(engine, { ...one, page: 1 } as never)).to.deep.equal(
              await page(plain, { ...one, page: 1 } as never),
            );
          }
        },
      ),
      { numRuns: 120 },
    ));

  it('the conversations behind any metric, with what each gave', () =>
    fc.assert(
      fc.asyncProperty(
        facts,
        random.settings,
        random.splits,
        fc.array(recordList, { minLength: 1, maxLength: 5 }),
        async (given, settings, lengths, asked) => {
          const data = toFacts(given);
          const plain = plainEngine(data, settings);
          const engine = await columnar(data, settings, lengths, (one) => records(one, asked[0]!));
          for (const one of asked) expect(await records(engine, one)).to.deep.equal(await records(plain, one));
        },
      ),
      { numRuns: 120 },
    ));

  it('what the facts are, questions and single conversations', () =>
    fc.assert(
      fc.asyncProperty(
        facts,
        random.settings,
        random.splits,
        fc.array(random.now, { minLength: 1, maxLength: 4 }),
        filters,
        async (given, settings, lengths, nows, filtered) => {
          const data = toFacts(given);
          const plain = plainEngine(data, settings);
          const engine = await columnar(data, settings, lengths, (one) => one.describe(nows[0]!));
          expect((await engine.facts()).supplied).to.deep.equal((await plain.facts()).supplied);
          for (const now of nows) {
            expect(await engine.describe(now)).to.deep.equal(await plain.describe(now));
            expect(await engine.asOf(now)).to.equal(await plain.asOf(now));
            const request = { span: { start: random.START, end: now + 1 }, filters: filtered, now };
            expect(await engine.questions(request)).to.deep.equal(await plain.questions(request));
            for (const id of new Set(['none', ...data.conversations.map((one) => one.id)])) {
              const [one, other] = await Promise.all([engine.conversation(id, now), plain.conversation(id, now)]);
              expect(one && toOutwardConversation(one, Object.keys(OWN)), id).to.deep.equal(
                other && toOutwardConversation(other, Object.keys(OWN)),
              );
            }
          }
        },
      ),
      { numRuns: 100 },
    ));
});
