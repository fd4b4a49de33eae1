import { expect } from 'chai';
import { CATALOGUE, Catalogue, HEADLINE_METRICS } from '../../../src/core/metrics/catalogue.js';
import { defineMetric, type MetricInput } from '../../../src/core/metrics/define-metric.js';
import { count, mean, ratio } from '../../../src/core/metrics/definition.js';

const plain: MetricInput = { id: 'my-count', fact: 'conversations', formula: count() };

describe('defineMetric', () => {
  it('fills in clock, unit, direction and label', () => {
    expect(defineMetric(plain)).to.deep.equal({
      ...plain,
      at: 'startedAt',
      unit: 'count',
      better: 'neither',
      label: 'my-count',
    });
  });

  it('keeps what is said', () => {
    const said = {
      ...plain,
      at: 'closedAt',
      unit: 'ratio',
      better: 'lower',
      label: 'Mine',
      description: 'A.',
      rule: 'B.',
      family: 'own',
    } as const;
    expect(defineMetric(said)).to.deep.equal(said);
  });

  const clocks: [fact: string, at: string][] = [
    ['conversations', 'startedAt'],
    ['openedConversations', 'startedAt'],
    ['clicks', 'at'],
    ['attributedItems', 'at'],
    ['messages', 'at'],
  ];
  for (const [fact, at] of clocks) {
    it(`a metric over ${fact} runs by ${at}`, () => expect(defineMetric({ ...plain, fact }).at).to.equal(at));
  }

  it('cannot be changed afterwards', () => expect(Object.isFrozen(defineMetric(plain))).to.equal(true));

  const wrong: [input: Record<string, unknown>, names: string][] = [
    [{ id: '' }, '""'],
    [{ id: undefined }, 'undefined'],
    [{ id: 7 }, '7'],
    [{ id: 'MyCount' }, '"MyCount"'],
    [{ id: 'my_count' }, '"my_count"'],
    [{ id: 'my-count:median' }, '"my-count:median"'],
    [{ id: '-count' }, '"-count"'],
    [{ id: 'my--count' }, '"my--count"'],
    [{ id: '9-lives' }, '"9-lives"'],
    [{ unit: 'euros' }, '"euros"'],
    [{ unit: null }, '"null"'],
    [{ better: 'more' }, '"more"'],
    [{ better: 'Higher' }, '"Higher"'],
    [{ fact: undefined }, 'fact'],
    [{ fact: '' }, 'fact'],
    [{ formula: undefined }, 'formula'],
    [{ formula: null }, 'formula'],
    [{ formula: {} }, 'formula'],
    [{ formula: { op: 'average' } }, '"average"'],
    [{ formula: { op: 'constructor' } }, '"constructor"'],
    [{ formula: { op: 'quantile', of: 'rating', q: 1.5 } }, '1.5'],
    [{ formula: { op: 'quantile', of: 'rating', q: -0.1 } }, '-0.1'],
    [{ formula: { op: 'quantile', of: 'rating' } }, 'undefined'],
    [{ formula: { op: 'quantile', of: 'rating', q: NaN } }, 'NaN'],
    [{ formula: { op: 'sum', of: '' } }, '""'],
    [{ formula: { op: 'sum' } }, 'my-count'],
    [{ formula: { op: 'mean', of: { plus: [] } } }, '{"plus":[]}'],
    [{ formula: { op: 'mean', of: { minus: ['a', 7] } } }, '["a",7]'],
    [{ formula: { op: 'mean', of: { minus: ['a'] } } }, '["a"]'],
    [{ formula: { op: 'mean', of: { times: ['a', 'b'] } } }, 'times'],
    [{ formula: { op: 'distinct' } }, 'my-count'],
    [{ formula: { op: 'distinct', of: [] } }, '[]'],
    [{ formula: { op: 'distinct', of: 'user', havingAtLeast: 0 } }, '0'],
    [{ formula: { op: 'distinct', of: 'user', havingAtLeast: 1.5 } }, '1.5'],
    [{ formula: { op: 'ratio', of: [count()] } }, 'ratio'],
    [{ formula: { op: 'ratio' } }, 'ratio'],
    [{ formula: { op: 'difference', of: [count(), count(), count()] } }, 'difference'],
    [{ formula: { op: 'ratio', of: [count(), { op: 'average' }] } }, '"average"'],
    [{ formula: { op: 'total' } }, 'total'],
    [{ formula: { op: 'total', of: [] } }, 'total'],
    [{ formula: { op: 'total', of: [count(), null] } }, 'formula'],
    [{ formula: { op: 'scale', of: count(), by: 'two' } }, '"two"'],
    [{ formula: { op: 'scale', of: count(), by: NaN } }, 'scale'],
    [{ formula: { op: 'scale', of: count(), by: { setting: 'minutes' } } }, '"minutes"'],
    [{ formula: { op: 'scale', of: { op: 'sum', of: '' }, by: 2 } }, '""'],
    [{ formula: { op: 'constant', value: '1' } }, '"1"'],
    [{ formula: { op: 'constant', value: Infinity } }, 'constant'],
    [{ formula: { op: 'stock', when: 'middle' } }, '"middle"'],
    [{ formula: { op: 'stock', until: 7 } }, 'until 7'],
    [{ at: '' }, '""'],
    [{ rows: 'sms' }, '"sms"'],
    [{ rows: { channel: { in: ['sms'] } } }, '"channel" by {"in":["sms"]}'],
    [{ needs: 'tag' }, '"tag"'],
    [{ formula: count({ where: { channel: { in: ['sms'] } } as never }) }, '{"in":["sms"]}'],
    [{ formula: count({ where: { channel: null } as never }) }, 'null'],
    [{ formula: count({ where: { channel: {} } as never }) }, '{}'],
    [{ formula: count({ where: { channel: [['sms']] } as never }) }, '[["sms"]]'],
    [{ formula: count({ where: { channel: { not: { not: 'sms' } } } as never }) }, '{"not":{"not":"sms"}}'],
    [{ formula: count({ where: { a: { atLeast: 1, atMost: 2 } } as never }) }, 'atMost'],
    [{ formula: count({ where: { a: { atLeast: '1' } } as never }) }, '{"atLeast":"1"}'],
    [{ formula: count({ where: { a: { known: 1 } } as never }) }, '{"known":1}'],
    [{ formula: count({ where: { a: NaN } }) }, 'NaN'],
    [{ formula: count({ where: [{ a: 1 }, 'b'] as never }) }, '"b"'],
    [{ formula: count({ where: null as never }) }, 'null'],
    [{ formula: ratio(count(), mean('rating', { where: { a: { in: [] } } as never })) }, '{"in":[]}'],
    [{ formula: count({ ignore: 'tag' as never }) }, '"tag"'],
    [{ formula: count({ fact: '' }) }, '""'],
    [{ formula: count({ at: 7 as never }) }, 'clock 7'],
  ];
  for (const [input, names] of wrong) {
    it(`${JSON.stringify(input, (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value))} is refused by name: ${names}`, () => {
      const define = () => defineMetric({ ...plain, ...input });
      expect(define).to.throw(Error, names);
      expect(define).to.throw(/^Metric /);
    });
  }
});

describe('the catalogue', () => {
  it('every definition passes the door that custom metrics pass', () => {
    for (const definition of CATALOGUE) expect(defineMetric(definition)).to.deep.equal(definition);
  });

  it('every definition carries the fields of metrics.md', () => {
    for (const definition of CATALOGUE) {
      for (const field of [
        'id',
        'family',
        'level',
        'fact',
        'at',
        'formula',
        'unit',
        'better',
        'label',
        'description',
        'rule',
        'source',
      ] as const) {
        expect(definition[field], `${definition.id}.${field}`).to.be.ok;
      }
    }
  });

  it('every id is there once', () => expect(new Set(CATALOGUE.map(({ id }) => id)).size).to.equal(CATALOGUE.length));

  const facts: [id: string, unit: string, better: string, source: string][] = [
    ['total-volume', 'count', 'neither', 'S1 S2'],
    ['ai-resolved', 'count', 'higher', 'S1'],
    ['ai-resolved-rate', 'percent', 'higher', 'S1 S2'],
    ['ai-unresolved-rate', 'percent', 'lower', 'S2'],
    ['ai-revenue', 'money', 'higher', 'S1 S2'],
    ['add-to-cart', 'count', 'higher', 'S1'],
    ['link-clicks', 'count', 'higher', 'S1'],
    ['ai-order-value', 'money', 'higher', 'S1'],
    ['skill-uses', 'count', 'neither', 'S1'],
    ['chat-opens', 'count', 'higher', 'S5'],
    ['conversation-length', 'messages', 'neither', 'S5'],
    ['interaction-rate', 'percent', 'higher', 'S5'],
    ['unique-users', 'count', 'higher', 'S5'],
    ['returning-users', 'count', 'higher', 'S5'],
    ['conversations-per-user', 'ratio', 'neither', 'S5'],
    ['missed-messages', 'count', 'lower', 'S5'],
    ['missed-rate', 'percent', 'lower', 'S5'],
    ['takeover-rate', 'percent', 'lower', 'S5'],
    ['abandonment-rate', 'percent', 'lower', 'S5'],
    ['purchase-rate', 'percent', 'higher', 'S5'],
    ['time-saved', 'duration', 'higher', 'S5'],
    ['goal-completion-rate', 'percent', 'higher', 'S5'],
    ['bot-score', 'points', 'higher', 'S5'],
    ['bot-satisfaction', 'percent', 'higher', 'S5'],
    ['average-response-time', 'duration', 'lower', 'S5'],
    ['bot-response-time', 'duration', 'lower', 'S5'],
    ['live-response-time', 'duration', 'lower', 'S5'],
  ];
  for (const [id, unit, better, source] of facts) {
    it(`${id} is a ${unit}, ${better} is better, from ${source}`, () => {
      const definition = new Catalogue().get(id);
      expect([definition.unit, definition.better, definition.source]).to.deep.equal([unit, better, source]);
    });
  }

  it('every headline number is known', () => {
    for (const id of HEADLINE_METRICS) expect(new Catalogue().get(id).id).to.equal(id);
    expect(HEADLINE_METRICS).to.have.lengthOf(7);
  });

  it('holds custom metrics beside the kit’s', () => {
    const catalogue = new Catalogue([defineMetric(plain)]);
    expect(catalogue.get('my-count').label).to.equal('my-count');
    expect(catalogue.get('total-volume').label).to.equal('Total volume');
    expect(catalogue.ids).to.deep.equal([...CATALOGUE.map(({ id }) => id), 'my-count']);
  });

  const handleTime = defineMetric({
    id: 'handle-time',
    fact: 'conversations',
    formula: mean('handleMs'),
    unit: 'duration',
  });
  for (const name of ['average-response-time:median', 'bot-response-time:p90', 'handle-time:median']) {
    it(`knows ${name}`, () => expect(new Catalogue([handleTime]).get(name).id).to.equal(name));
  }

  const unknown = [
    '',
    'total',
    'Total-volume',
    'constructor',
    '__proto__',
    'toString',
    ':median',
    'total-volume:median',
    'bot-score:median',
    'ai-resolved-rate:p90',
    'average-response-time:',
    'average-response-time:p95',
    'average-response-time:Median',
    'average-response-time:constructor',
    'average-response-time:median:p90',
    'average-response-time:median:',
    'time-saved:median',
  ];
  for (const name of unknown) {
    it(`does not know "${name}"`, () => expect(() => new Catalogue().get(name)).to.throw(RangeError, `"${name}"`));
  }
});
