import { expect } from 'chai';
import { fetchPages } from '../../src/controllers/fetch-pages.js';

const row = (id: string) => ({ id });

describe('fetchPages', () => {
  it('asks for every page and keeps each record once', async () => {
    const all = Array.from({ length: 450 }, (_, index) => row(`c${index}`));
    const pages: number[] = [];
    const { rows, last } = await fetchPages(async (page, pageSize) => {
      pages.push(page);
      // One moves to the next page meanwhile.
      const start = (page - 1) * pageSize - (page > 1 ? 1 : 0);
      return { rows: all.slice(start, start + pageSize), total: 450, page };
    }, new AbortController().signal);
    expect(pages).to.deep.equal([1, 2, 3]);
    expect(last.page).to.equal(3);
    expect(new Set(rows.map(({ id }) => id)).size).to.equal(rows.length);
    expect(rows).to.have.length(450);
  });

  it('lets others have their turn between pages, and ends when it is no longer wanted', async () => {
    const { port1, port2 } = new MessageChannel();
    const abort = new AbortController();
    const pages: number[] = [];
    port1.onmessage = () => abort.abort();
    const fetched = fetchPages((page) => {
      pages.push(page);
      if (page === 1) port2.postMessage(undefined);
      return Promise.resolve({ rows: [row(`c${page}`)], total: 20_000 });
    }, abort.signal).catch((error: unknown) => error);
    expect(await fetched).to.equal(abort.signal.reason);
    expect(pages.length).to.be.below(10);
    port1.close();
  });

  it('ends where a source gives no more rows than it has', async () => {
    const { rows } = await fetchPages(
      async (page) => ({ rows: page === 1 ? [row('a')] : [], total: 1000 }),
      new AbortController().signal,
    );
    expect(rows).to.have.length(1);
  });
});
