/** The oracle against numbers counted by hand. */
import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeUpCases, starCases } from './cases.mjs';
import { createOracle } from './star-oracle.mjs';
import { tinyFacts } from './tiny-facts.mjs';

const range = { from: '2026-06-01', to: '2026-06-10', timeZone: 'Etc/UTC', now: '2026-06-10T00:00:00Z' };

/** What a person counts in `tinyFacts`. */
const totals = {
  'total-volume': 9,
  'chat-opens': 10,
  'ai-resolved': 2,
  'ai-resolved-rate': 2 / 9,
  'ai-unresolved-rate': 4 / 9,
  'ai-revenue': 3500,
  'ai-order-value': 1750,
  'purchase-rate': 2 / 9,
  'link-clicks': 4,
  'add-to-cart': 2,
  'skill-uses': 2,
  'missed-messages': 1,
  'missed-rate': 1 / 11,
  'unique-users': 3,
  'returning-users': 2,
  'conversations-per-user': 3,
  'interaction-rate': 3 / 9,
  'takeover-rate': 2 / 9,
  'abandonment-rate': 1 / 9,
  'goal-completion-rate': 1 / 9,
  'bot-score': 3.5,
  'bot-satisfaction': 0.5,
  'average-response-time': 165.001 / 8,
  'bot-response-time': 105.001 / 7,
  'live-response-time': 60,
  'average-response-time:median': 15,
};

describe('the oracle on facts counted by hand', () => {
  let oracle;
  let folder;
  const ask = (query) => oracle.query({ ...range, ...query });
  const toObject = (map) => Object.fromEntries(map);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oracle-'));
    writeFileSync(join(folder, 'tiny.json'), JSON.stringify(tinyFacts));
    oracle = await createOracle(join(folder, 'tiny.json'));
  });

  afterAll(() => {
    oracle?.close();
    rmSync(folder, { recursive: true });
  });

  for (const [metric, expected] of Object.entries(totals)) {
    it(`${metric} is ${expected}`, async () => {
      const { metrics } = await ask({ metrics: [metric] });
      expect(metrics[metric].value).to.be.closeTo(expected, 1e-12);
    });
  }

  it('counts the four statuses', async () => {
    const { metrics, groups } = await ask({ metrics: ['total-volume'], groupBy: 'status' });
    expect(toObject(metrics['total-volume'].byGroup)).to.deep.equal({ resolved: 2, routed: 2, closed: 2, open: 3 });
    expect(groups).to.deep.equal(['resolved', 'routed', 'closed', 'open']);
  });

  it('knows nothing that happened after an earlier now', async () => {
    const { metrics } = await ask({
      metrics: ['total-volume', 'chat-opens', 'ai-revenue'],
      now: '2026-06-05T00:00:00Z',
    });
    expect([metrics['total-volume'].value, metrics['chat-opens'].value, metrics['ai-revenue'].value]).to.deep.equal([
      5, 6, 4500,
    ]);
  });

  it('cuts days in the zone that was asked for', async () => {
    const { metrics } = await ask({
      metrics: ['total-volume'],
      grain: 'day',
      from: '2026-06-02',
      to: '2026-06-03',
      timeZone: 'Europe/Berlin',
    });
    expect(toObject(metrics['total-volume'].byBucket)).to.deep.equal({ '2026-06-02': 0, '2026-06-03': 3 });
  });

  it('labels hours with their offset', async () => {
    const { buckets } = await ask({
      metrics: ['total-volume'],
      grain: 'hour',
      from: '2026-10-25',
      to: '2026-10-25',
      timeZone: 'Europe/Berlin',
    });
    expect(buckets).to.have.length(25);
    expect(buckets.slice(2, 4)).to.deep.equal(['2026-10-25T02:00+02:00', '2026-10-25T02:00+01:00']);
  });

  it('counts a message once in each of its skills', async () => {
    const { metrics } = await ask({ metrics: ['skill-uses'], groupBy: 'skill' });
    expect(metrics['skill-uses'].value).to.equal(2);
    expect(toObject(metrics['skill-uses'].byGroup)).to.deep.equal({ s: 2, t: 1 });
  });

  it('reads a filter and its opposite', async () => {
    const count = async (filters) => (await ask({ metrics: ['total-volume'], filters })).metrics['total-volume'].value;
    expect(await count({ tag: ['a', 'q'] })).to.equal(5);
    expect(await count({ '!tag': ['a', 'q'] })).to.equal(4);
    expect(await count({ tag: [''] })).to.equal(1);
    expect(await count({ status: ['open'], channel: ['web-chat'] })).to.equal(3);
  });

  it('takes the length of conversations without what people wrote', async () => {
    const { metrics } = await ask({ metrics: ['conversation-length'], filters: { '!tag': ['q'] } });
    expect(metrics['conversation-length'].value).to.equal(18 / 8);
  });

  it('says how many conversations have nobody to count', async () => {
    expect((await ask({ metrics: ['unique-users'] })).metrics['unique-users'].leftOut).to.equal(4);
  });

  it('answers no dimension that no record has', async () => {
    const { metrics } = await ask({ metrics: ['total-volume'], groupBy: 'region' });
    expect(metrics['total-volume']).to.include({ value: 9, byGroup: null, reason: 'no-dimension' });
  });
});

const original = process.env.STAR_RAW;

/** With `STAR_RAW=path/to/dialogues.ndjson.gz`: the conversion says what the original says. */
if (original) {
  describe('the converted STAR against the original', () => {
    for (const { name, ...query } of starCases) {
      it(name, async () => {
        const [converted, raw] = await Promise.all([
          createOracle('demo/data/star.ndjson.gz'),
          createOracle(original, { raw: true }),
        ]);
        expect(await converted.query(query)).to.deep.equal(await raw.query(query));
        converted.close();
        raw.close();
      });
    }
  });
}

describe('the oracle on the demo data', () => {
  for (const [file, cases] of [
    ['star.ndjson.gz', starCases],
    ['made-up.json.gz', madeUpCases],
  ]) {
    it(`answers every case of ${file}, with volume in all but the empty range`, async () => {
      const oracle = await createOracle(`demo/data/${file}`);
      for (const { name, ...query } of cases) {
        const { metrics } = await oracle.query(query);
        const volume = metrics['total-volume']?.value ?? metrics['skill-uses']?.value ?? null;
        if (!['a range before everything', 'what STAR does not say'].includes(name))
          expect(volume, name).to.be.above(0);
      }
      oracle.close();
    }, 60_000);
  }
});
