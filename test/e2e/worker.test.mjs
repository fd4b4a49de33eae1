/** Local data in a worker, and on pages that allow none: the same answers. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { openChromium } from './open-chromium.mjs';

const PAGE =
  '<!doctype html><meta charset="utf-8"><title>Local data</title><script type="module" src="/start.js"></script>';
const WORKER = /agent-metrics-kit-worker\.js$/;
const FILES = {
  '/kit.js': 'dist/cdn/agent-metrics-kit.js',
  '/agent-metrics-kit-worker.js': 'dist/cdn/agent-metrics-kit-worker.js',
  '/local-data-page.js': 'test/e2e/local-data-page.js',
};

describe('local data in a page', () => {
  let chromium;
  let expected;
  beforeAll(async () => {
    chromium = await openChromium();
    expected = await inPage({}, async ({ kit, run }) => run.ask(run.open(kit, 'objects')));
  });
  afterAll(() => chromium?.close());

  /** Runs a deed in a page whose kit comes from `origin`, under a policy; `workers` are those it started. */
  async function inPage({ policy, origin = 'http://page.example', workers = [] }, deed, argument) {
    const { page } = await chromium.open('about:blank');
    page.on('worker', (worker) => workers.push(worker.url()));
    await page.route(/^http:\/\/(page|other)\.example\//, (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/')
        return route.fulfill({
          contentType: 'text/html',
          headers: policy ? { 'content-security-policy': policy } : {},
          body: PAGE,
        });
      if (pathname === '/start.js')
        return route.fulfill({
          contentType: 'text/javascript',
          body: `import * as kit from '${origin}/kit.js'; import * as run from '/local-data-page.js'; window.agentTest = { kit, run };`,
        });
      if (!FILES[pathname]) return route.fulfill({ status: 404, body: '' });
      return route.fulfill({
        contentType: 'text/javascript',
        headers: { 'access-control-allow-origin': '*' },
        body: readFileSync(FILES[pathname]),
      });
    });
    await page.goto('http://page.example/');
    await page.waitForFunction('window.agentTest');
    try {
      return await page.evaluate(`(${deed})(window.agentTest, ${JSON.stringify(argument)})`);
    } finally {
      await page.close();
    }
  }

  for (const form of ['text', 'response', 'lines', 'blob', 'bytes']) {
    it(`is read in a worker from ${form}, with the answers of this thread`, async () => {
      const workers = [];
      expect(
        await inPage({ workers }, async ({ kit, run }, supplied) => run.ask(run.open(kit, supplied)), form),
      ).to.deep.equal(expected);
      expect(workers).to.have.length(1);
      expect(workers[0]).to.match(WORKER);
    });
  }

  it('is read in slices where told so, with the same answers', async () => {
    const workers = [];
    const answers = await inPage({ workers }, async ({ kit, run }) => [
      await run.ask(run.open(kit, 'text', { worker: 'never' })),
      await run.ask(run.open(kit, 'response', { worker: 'never' })),
    ]);
    expect(answers).to.deep.equal([expected, expected]);
    expect(workers).to.deep.equal([]);
  });

  for (const [name, page] of [
    ['a policy without workers', { policy: "default-src 'self'; worker-src 'none'" }],
    [
      'a strict policy with Trusted Types',
      {
        policy:
          "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html",
      },
    ],
    ['a kit from another origin', { origin: 'http://other.example' }],
  ]) {
    it(`is read on this thread under ${name}, with the same answers`, async () => {
      const workers = [];
      expect(await inPage({ ...page, workers }, async ({ kit, run }) => run.ask(run.open(kit, 'text')))).to.deep.equal(
        expected,
      );
      expect(workers).to.deep.equal([]);
    });
  }

  it('takes later facts and articles in the worker as on this thread', async () => {
    const [there, here] = await inPage({}, async ({ kit, run }) => [
      await run.appendTo(run.open(kit, 'text')),
      await run.appendTo(run.open(kit, 'objects')),
    ]);
    expect(there).to.deep.equal(here);
    expect(there.told).to.equal(2);
    expect(there.described.facts).to.deep.equal({ conversations: 12_001, articles: 1 });
  });

  it('says in the worker what is wrong in the words of this thread', async () => {
    const [there, here] = await inPage({}, async ({ kit, run }) => [
      await run.failures(kit, {}),
      await run.failures(kit, { worker: 'never' }),
    ]);
    expect(there).to.deep.equal(here);
    expect(there.metric).to.include({ name: 'QueryError', parameter: 'metrics' });
    expect(there.conversation.status).to.equal(404);
    expect(there.broken.name).to.equal('SourceError');
    expect(there.refused).to.deep.equal({
      count: 1,
      first: [{ fact: 'conversations', index: 7, field: 'id', reason: 'is "", not a text with content' }],
    });
    expect(there.cancelled.type).to.equal('cancelled');
  });

  it('rejects what was aborted, before and after the data are there', async () => {
    expect(await inPage({}, async ({ kit, run }) => run.aborts(kit))).to.deep.equal([
      'never mind',
      'never mind either',
    ]);
  });

  it('tells how far it has come, up to the end', async () => {
    for (const [form, worker] of [
      ['text', 'auto'],
      ['response', 'auto'],
      ['response', 'never'],
    ]) {
      const told = await inPage(
        {},
        async ({ kit, run }, [supplied, where]) => run.progressOf(kit, supplied, { worker: where }),
        [form, worker],
      );
      expect(told.at(-1)).to.equal(null);
      const steps = told.slice(0, -1);
      expect(steps.length).to.be.above(0);
      expect(steps.at(-1).done).to.be.above(0);
      expect(
        steps.every(
          ({ done, total }, index) => total > 1_000_000 && done <= total && done >= (steps[index - 1]?.done ?? 0),
        ),
      ).to.equal(true);
    }
  });

  it('keeps answers about a fixed now where they are asked, until the facts change', async () => {
    expect(await inPage({}, async ({ kit, run }) => run.repeats(kit))).to.deep.equal({ isSame: true, grew: 1 });
  });
});
