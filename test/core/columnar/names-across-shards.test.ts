import { expect } from 'chai';
import { page } from './random-questions.js';
import { ColumnarFacts } from './two-engines.js';

describe('a list sorted by profile', () => {
  it('is in one order over parts that came one after the other, also when it is asked for the first time', async () => {
    const now = Date.UTC(2026, 2, 28);
    const of = (id: string, name: string) => ({ id, startedAt: now - 1000, profile: { name } });
    const facts = new ColumnarFacts()
      .append([of('a', 'Mara'), of('b', 'Zoe')])
      .append([of('c', 'Ada'), of('d', 'Tom')]);
    const ids = async (sort: string) =>
      (
        await page(facts.engine, {
          metric: 'total-volume',
          filters: {},
          now,
          search: '',
          sort,
          page: 1,
          pageSize: 9,
        } as never)
      ).rows.map(({ id }) => id);
    expect(await ids('-profile')).to.deep.equal(['b', 'd', 'a', 'c']);
    expect(await ids('profile')).to.deep.equal(['c', 'a', 'd', 'b']);
  });
});
