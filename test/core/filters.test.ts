import { expect } from 'chai';
import { formatFilters, parseFilters } from '../../src/core/filters.js';

describe('filters as text', () => {
  const read: [text: string, filters: Record<string, string[]>][] = [
    ['channel:a;channel:b', { channel: ['a', 'b'] }],
    ['channel:a,b;tag:x;channel:b,c', { channel: ['a', 'b', 'c'], tag: ['x'] }],
    ['channel:a;!channel:a', { channel: ['a'], '!channel': ['a'] }],
    ['tag:;tag:a', { tag: ['', 'a'] }],
  ];
  for (const [text, filters] of read) {
    it(`"${text}" is ${JSON.stringify(filters)}`, () => expect(parseFilters(text)).to.deep.equal(filters));
  }

  it('a name of a prototype is a name', () =>
    expect(Object.entries(parseFilters('__proto__:a;__proto__:b'))).to.deep.equal([['__proto__', ['a', 'b']]]));

  const written: [name: string, filters: Record<string, string[]>, text: string][] = [
    ['half a surrogate pair', { 'ta\uD83Dg': ['\uDE42', 'a\uD83D'] }, 'ta%EF%BF%BDg:%EF%BF%BD,a%EF%BF%BD'],
    ['a whole one', { tag: ['🙂'] }, 'tag:%F0%9F%99%82'],
  ];
  for (const [name, filters, text] of written) {
    it(`${name} is written as ${text}`, () => expect(formatFilters(filters)).to.equal(text));
  }
});
