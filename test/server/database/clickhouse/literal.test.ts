import { expect } from 'chai';
import { identifier, textLiteral, toLiteral } from '../../../../src/server/database/clickhouse/literal.js';

describe('toLiteral', () => {
  const cases: [name: string, ...Parameters<typeof toLiteral>, string][] = [
    ['a text stands between quotes', { type: 'text', value: 'chat' }, "'chat'"],
    ['a quote and a backslash are escaped', { type: 'text', value: "o'\\" }, "'o\\'\\\\'"],
    ['a whole number is bare', { type: 'int', value: 5 }, '5'],
    ['a negative one takes no sign before it', { type: 'int', value: -5 }, '(-5)'],
    ['a number is its bytes', { type: 'number', value: 1.5 }, "reinterpretAsFloat64(unhex('000000000000f83f'))"],
    ['texts', { type: 'texts', value: ['a', "'"] }, "CAST(['a','\\''] AS Array(String))"],
    ['no texts', { type: 'texts', value: [] }, 'CAST([] AS Array(String))'],
    [
      'whole numbers of either sign',
      { type: 'ints', value: [-1, 9_007_199_254_740_991] },
      "CAST('[-1,9007199254740991]' AS Array(Int64))",
    ],
  ];
  for (const [name, parameter, literal] of cases) it(name, () => expect(toLiteral(parameter)).to.equal(literal));

  it('refuses what is not of the type', () => {
    const wrong = [
      { type: 'int', value: 1.5 },
      { type: 'int', value: '1) OR (1' },
      { type: 'int', value: 2 ** 53 },
      { type: 'number', value: Infinity },
      { type: 'number', value: '1' },
      { type: 'text', value: 1 },
      { type: 'ints', value: ['1'] },
      { type: 'ints', value: '1' },
      { type: 'texts', value: 'a' },
      { type: 'texts', value: [1] },
    ] as unknown as Parameters<typeof toLiteral>[0][];
    for (const parameter of wrong) expect(() => toLiteral(parameter), JSON.stringify(parameter)).to.throw(TypeError);
  });
});

describe('textLiteral', () => {
  it('leaves no quote by which a text could end', () => {
    expect(textLiteral("\\'; DROP TABLE conversations; --")).to.equal("'\\\\\\'; DROP TABLE conversations; --'");
  });
});

describe('identifier', () => {
  it('takes names of letters, digits and underscores', () =>
    expect(identifier('agent_metrics_2')).to.equal('agent_metrics_2'));

  for (const name of ['', '2x', 'a b', 'a.b', 'a`b', "a'", 'ä', 'a\n']) {
    it(`refuses ${JSON.stringify(name)}`, () => expect(() => identifier(name)).to.throw(RangeError));
  }
});
