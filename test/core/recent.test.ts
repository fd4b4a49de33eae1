import { expect } from 'chai';
import { LruCache } from '../../src/core/lru-cache.js';

describe('what was asked for recently', () => {
  it('is made once', () => {
    const recent = new LruCache<number>(2);
    recent.get('a', () => 1);
    expect(recent.get('a', () => 2)).to.equal(1);
  });

  it('is kept though it is undefined', () => {
    const recent = new LruCache<number | undefined>(2);
    recent.get('a', () => undefined);
    expect(recent.get('a', () => 2)).to.equal(undefined);
  });

  it('forgets what was asked for longest ago', () => {
    const recent = new LruCache<number>(2);
    for (const key of ['a', 'b', 'a', 'c']) recent.get(key, () => 1);
    expect(['a', 'b', 'c'].map((key) => recent.has(key))).to.deep.equal([true, false, true]);
  });
});
