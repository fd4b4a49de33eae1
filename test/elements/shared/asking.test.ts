/** How a widget asks and what it says of the answer, to the word and the request. `every-widget.test.ts` holds what every tag does. */
import { expect } from '@open-wc/testing';
import type { SourceDescription } from '../../../src/core/query.js';
import { answerFor, answering, description, emptyAnswer, NOW, unknownAnswer, waiting } from '../support/answers.js';
import {
  ASKING,
  box,
  byRole,
  create,
  isReady,
  listen,
  mount,
  mountReady,
  notice,
  part,
  root,
  textOf,
  until,
} from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';
import { ScriptedSource } from '../support/scripted-source.js';

for (const tag of ASKING) {
  describe(`<${tag}> in each state of its load`, () => {
    keepConsoleQuiet();

    it('says what to do without a source', async () => {
      const element = await mount(tag);
      expect(textOf(part(element, 'notice'))).to.equal('No data are connected yet. Set an endpoint, data-src or data.');
      await expect(element).to.be.accessible();
    });

    it('draws bones of the later size while the first numbers load', async () => {
      const source = waiting();
      const element = await mount(tag, { source });
      await until(() => source.asked.length === 1, 'the question');
      expect(part(element, 'skeleton')).to.exist;
      expect(part(element, 'frame')!.getAttribute('aria-busy')).to.equal('true');
      expect(textOf(byRole(element, 'status'))).to.equal('Loading');
      await expect(element).to.be.accessible();
    });

    it('is no longer busy when the numbers are there, and tells their instant', async () => {
      const { events, stop } = listen<Event & { asOf: string }>('agent-load');
      const element = await mountReady(tag, { source: answering() });
      stop();
      expect(part(element, 'skeleton')).to.not.exist;
      expect(textOf(byRole(element, 'status'))).to.equal('');
      expect(events.map(({ asOf }) => asOf)).to.deep.equal(['2026-06-07T11:00:00.000Z']);
      expect(events[0]!.composed).to.equal(true);
      await expect(element).to.be.accessible();
    });

    it('is accessible in dark surroundings', async () => {
      const dark = await box();
      dark.setAttribute('style', 'color-scheme: dark; background: Canvas; color: CanvasText');
      await expect(await mountReady(tag, { source: answering() }, dark)).to.be.accessible();
    });

    it('is accessible where nothing was counted and where nothing is known', async () => {
      await expect(await mountReady(tag, { source: answering(emptyAnswer) })).to.be.accessible();
      await expect(await mountReady(tag, { source: answering(unknownAnswer) })).to.be.accessible();
    });

    it('says why the numbers failed, tells the page once and tries again', async () => {
      const { events, stop } = listen<Event & { error: Error }>('agent-error');
      const source = waiting();
      const element = await mount(tag, { source });
      await until(() => source.asked.length === 1, 'the question');
      const refusal = new Error('The endpoint answered 503.');
      source.latest.fail(refusal);
      await until(() => part(element, 'error'), 'the failure');
      stop();
      expect(textOf(part(element, 'error'))).to.equal(
        'The numbers could not be loaded. The endpoint answered 503. Try again',
      );
      expect(part(element, 'error')!.getAttribute('role')).to.equal('alert');
      expect(events.map(({ error }) => error)).to.deep.equal([refusal]);
      await expect(element).to.be.accessible();
      part(element, 'retry')!.click();
      await until(() => source.asked.length === 2, 'the second question');
      source.latest.answer(emptyAnswer(source.latest.query));
      await until(() => isReady(element), 'the numbers');
    });

    it('keeps the last good numbers beside a failure and says how old they are', async () => {
      const source = waiting();
      const element = await mount(tag, { source });
      await until(() => source.asked.length === 1, 'the question');
      source.latest.answer(answerFor(source.latest.query));
      await until(() => isReady(element), 'the numbers');
      element.range = 'last-14-days';
      await until(() => source.asked.length === 2, 'the next question');
      expect(part(element, 'progress')).to.exist;
      expect(textOf(byRole(element, 'status'))).to.equal('Updating');
      source.latest.fail(new Error('No network.'));
      await until(() => part(element, 'error'), 'the failure');
      expect(textOf(part(element, 'error'))).to.match(
        /No network\. Numbers for Jun 1 – 7, 2026, as of .*\d+:\d\d (AM|PM)\. Try again/,
      );
      expect(part(element, 'skeleton')).to.not.exist;
      expect(part(element, tag === 'agent-kpi-grid' ? 'tile' : 'plot')).to.exist;
      await expect(element).to.be.accessible();
    });

    it('keeps the focus when the button that mends a failure goes with it', async () => {
      const source = waiting();
      const element = await mount(tag, { source });
      await until(() => source.asked.length === 1, 'the question');
      source.latest.fail(new Error('Gone.'));
      await until(() => part(element, 'retry'), 'the button');
      part(element, 'retry')!.focus();
      part(element, 'retry')!.click();
      await until(() => source.asked.length === 2, 'the second question');
      source.latest.answer(emptyAnswer(source.latest.query));
      await until(() => isReady(element), 'the numbers');
      expect(root(element).activeElement).to.equal(part(element, 'frame'));
    });

    it('names its days where no provider does', async () => {
      const element = await mountReady(tag, { source: answering() });
      expect(textOf(part(element, 'days'))).to.equal('Jun 1 – 7, 2026');
    });

    it('asks to sign in where the endpoint refuses the token', async () => {
      const { events, stop } = listen('agent-auth-error');
      const source = waiting();
      const element = await mount(tag, { source });
      await until(() => source.asked.length === 1, 'the question');
      source.latest.fail(Object.assign(new Error('The endpoint answered 401.'), { status: 401 }));
      await until(() => part(element, 'error'), 'the failure');
      stop();
      expect(textOf(part(element, 'error'))).to.match(/^You are not signed in, or your access has ended\./);
      expect(events).to.have.length(1);
    });

    it('shows the failure of a source that cannot be described, and asks it again', async () => {
      const source = new ScriptedSource(new Error('No such host.'));
      const element = await mount(tag, { source });
      await until(() => part(element, 'error'), 'the failure');
      expect(textOf(part(element, 'error'))).to.contain('No such host.');
      expect(source.asked).to.have.length(0);
      part(element, 'retry')!.click();
      await until(() => source.described === 2, 'the second description');
      await until(() => part(element, 'error'), 'the second failure');
    });

    const wrongs: [string, Partial<SourceDescription>][] = [
      ['currency', { currency: 'EURO' }],
      ['live', { live: { agent: [{ since: '2026-01-01T00:00:00Z', until: 'soon' }] } }],
      ['last', { last: 'yesterday' }],
    ];
    for (const [what, wrong] of wrongs) {
      it(`fails over a description whose ${what} cannot be`, async () => {
        const { events, stop } = listen('agent-error');
        const element = await mount(tag, { source: answering(undefined, wrong) });
        await until(() => part(element, 'error'), 'the failure');
        stop();
        expect(textOf(part(element, 'error'))).to.contain(what);
        expect(events).to.have.length(1);
      });
    }

    it('says that an agent is not live yet', async () => {
      const element = await mount(tag, { source: answering(undefined, { live: null }) });
      await until(() => notice(element, 'not-live'), 'the notice');
      expect(textOf(notice(element, 'not-live'))).to.equal('Not live yet: there are no data.');
      await expect(element).to.be.accessible();
    });

    it('says since when an agent is switched off, above the numbers it has', async () => {
      const live = { agent: [{ since: '2026-01-01T00:00:00Z', until: '2026-06-03T00:00:00Z' }] };
      const element = await mountReady(tag, { source: answering(undefined, { live }) });
      expect(textOf(notice(element, 'switched-off'))).to.equal(
        'Switched off since Jun 3, 2026: nothing new is collected.',
      );
      await expect(element).to.be.accessible();
    });

    it('offers the last data where the range lies behind them', async () => {
      const { events, stop } = listen<Event & { range: string; from: string; to: string }>('agent-range-change');
      const element = await mountReady(tag, { source: answering(emptyAnswer, { last: '2026-05-03T10:00:00Z' }) });
      expect(textOf(notice(element, 'elsewhere'))).to.equal(
        'No conversations in this range. The data end on May 3, 2026. Show the last data',
      );
      await expect(element).to.be.accessible();
      part(element, 'last-data')!.click();
      stop();
      expect(events.map(({ range, from, to }) => [range, from, to])).to.deep.equal([
        ['2026-04-27/2026-05-03', '2026-04-27', '2026-05-03'],
      ]);
      expect(events[0]!.composed).to.equal(true);
      expect(element.range).to.equal('2026-04-27/2026-05-03');
    });

    it('says where the data start where the range lies before them', async () => {
      const element = await mountReady(tag, { source: answering(emptyAnswer), range: '2025-01-01/2025-01-07' });
      expect(textOf(notice(element, 'elsewhere'))).to.equal(
        'No conversations in this range. The data start on Jan 1, 2026.',
      );
    });

    for (const [what, wrong, right] of [
      ['range', { range: '2026-06-07/2026-06-01' }, { range: 'today' }],
      ['range', { range: '2026-02-30/2026-03-01' }, { range: undefined }],
      ['compare', { compare: 'previous-fortnight' }, { compare: 'none' }],
      ['time-zone', { timeZone: 'Mars/Olympus' }, { timeZone: 'UTC' }],
      ['now', { now: 'yesterday' }, { now: NOW }],
    ] as const) {
      it(`says what is wrong with ${what} ${Object.values(wrong).join()}, and recovers`, async () => {
        const { events, stop } = listen<Event & { error: Error }>('agent-error');
        const element = await mount(tag, { source: answering(), ...wrong });
        await until(() => part(element, 'error'), 'the failure');
        stop();
        expect(events).to.have.length(1);
        expect(events[0]!.error).to.be.instanceOf(RangeError);
        expect(textOf(part(element, 'error'))).to.contain(events[0]!.error.message.replace(/\s+/g, ' '));
        Object.assign(element, right);
        await until(() => isReady(element), 'the numbers');
      });
    }
  });

  describe(`<${tag}> asking`, () => {
    keepConsoleQuiet();

    it('aborts the older question and drops its late answer', async () => {
      const source = waiting();
      const element = await mount(tag, { source });
      await until(() => source.asked.length === 1, 'the question');
      element.range = 'last-14-days';
      await until(() => source.asked.length === 2, 'the newer question');
      const [older, newer] = source.asked;
      expect(older!.signal.aborted).to.equal(true);
      expect(newer!.signal.aborted).to.equal(false);
      const { events, stop } = listen<Event & { asOf: string }>('agent-load');
      newer!.answer(emptyAnswer(newer!.query));
      older!.answer({ ...emptyAnswer(older!.query), asOf: '1999-01-01T00:00:00Z' });
      await until(() => isReady(element), 'the numbers');
      await element.updateComplete;
      stop();
      expect(events.map(({ asOf }) => asOf)).to.deep.equal(['2026-06-07T11:00:00.000Z']);
    });

    it('asks once, however often it is drawn', async () => {
      const source = answering();
      const element = await mountReady(tag, { source });
      element.requestUpdate();
      element.heading = 'Mine';
      await element.updateComplete;
      expect(source.asked).to.have.length(1);
      expect(source.described).to.equal(1);
    });

    it('keeps a question under way when it is moved within the page', async () => {
      const source = waiting();
      const element = await mount(tag, { source });
      await until(() => source.asked.length === 1, 'the question');
      (await box()).append(element);
      await element.updateComplete;
      source.asked[0]!.answer(emptyAnswer(source.asked[0]!.query));
      await until(() => isReady(element), 'the numbers');
      expect(source.asked).to.have.length(1);
    });

    it('describes a source once for two widgets', async () => {
      const source = answering();
      const place = await box();
      await Promise.all([mountReady(tag, { source }, place), mountReady(tag, { source }, place)]);
      expect(source.described).to.equal(1);
    });

    it('follows the source that is set later, and says so when it is taken away', async () => {
      const element = await mount(tag);
      element.source = answering();
      await until(() => isReady(element), 'the numbers');
      element.source = undefined;
      await until(() => notice(element, 'empty'), 'the notice');
    });

    it('asks what its attributes say', async () => {
      const source = answering();
      const place = await box();
      const element = create(tag, { source });
      for (const [name, value] of Object.entries({
        range: '2026-06-01/2026-06-03',
        compare: 'previous-period',
        'time-zone': 'Europe/Berlin',
        'week-start': '7',
        now: '2026-06-07T10:00:00+02:00',
        filters: 'channel:web-chat,sms;tag:',
        heading: 'Support',
        refresh: '0',
      }))
        element.setAttribute(name, value);
      place.append(element);
      await until(() => source.asked.length === 1, 'the question');
      expect(source.latest.query).to.deep.include({
        from: '2026-06-01',
        to: '2026-06-03',
        timeZone: 'Europe/Berlin',
        weekStart: 7,
        now: '2026-06-07T10:00:00+02:00',
        filters: { channel: ['web-chat', 'sms'], tag: [''] },
      });
      if (tag === 'agent-kpi-grid')
        expect(source.latest.query.compare).to.deep.equal({ from: '2026-05-29', to: '2026-05-31' });
      expect(textOf(part(element, 'heading'))).to.equal('Support');
    });

    it('fails over filters that cannot be read rather than showing everything, and recovers', async () => {
      const source = answering();
      const { events, stop } = listen('agent-error');
      const element = create(tag, { source });
      element.setAttribute('filters', 'channel');
      (await box()).append(element);
      await until(() => part(element, 'error'), 'the failure');
      stop();
      expect(textOf(part(element, 'error'))).to.contain('Filter "channel" has no values.');
      expect(events).to.have.length(1);
      expect(source.asked).to.have.length(0);
      element.setAttribute('filters', 'channel:sms');
      await until(() => isReady(element), 'the numbers');
      expect(source.latest.query.filters).to.deep.equal({ channel: ['sms'] });
    });

    it('shows no number of another source', async () => {
      const element = await mountReady(tag, { source: answering() });
      const next = waiting();
      element.source = next;
      await until(() => next.asked.length === 1, 'the question to the new source');
      expect(part(element, 'skeleton')).to.exist;
      next.latest.fail(new Error('Gone.'));
      await until(() => part(element, 'error'), 'the failure');
      expect(textOf(part(element, 'error'))).to.not.contain('Numbers for');
    });

    it('asks and ticks no more once it is removed', async () => {
      const source = answering();
      const element = await mountReady(tag, { source });
      element.refresh = 1;
      element.range = 'last-14-days';
      element.remove();
      await element.updateComplete;
      element.range = 'last-30-days';
      await element.updateComplete;
      const asked = source.asked.length;
      await new Promise((resolve) => setTimeout(resolve, 1300));
      expect(source.asked).to.have.length(asked);
      expect(source.described).to.equal(1);
    });

    it('counts the records that were refused and names the first', async () => {
      const refused = {
        count: 3,
        first: [{ fact: 'conversations', index: 4, field: 'startedAt', reason: 'is "soon", not an instant' }],
      };
      const element = await mountReady(tag, { source: answering(undefined, { refused }) });
      expect(textOf(part(element, 'refused'))).to.match(/^3 records were refused/);
      expect(textOf(part(element, 'refused'))).to.contain('conversations[4].startedAt is "soon"');
      await expect(element).to.be.accessible();
    });

    it('computes facts that are set on it', async () => {
      const data = {
        timeZone: 'UTC',
        conversations: [{ id: '1', startedAt: '2026-06-05T12:00:00Z', messageCount: 2, channel: 'sms' }],
      };
      const element = await mountReady(tag, { data });
      expect(textOf(root(element))).to.contain('1');
    });

    it('reads the file its data-src names, once for two widgets', async () => {
      const asked: string[] = [];
      const { fetch } = globalThis;
      globalThis.fetch = async (url) => {
        asked.push(String(url instanceof Request ? url.url : url));
        return new Response(
          JSON.stringify({
            timeZone: 'UTC',
            conversations: [{ id: '1', startedAt: '2026-06-05T12:00:00Z', messageCount: 2 }],
          }),
          { headers: { 'content-type': 'application/json' } },
        );
      };
      try {
        const dataSrc = `/facts-of-${tag}.json`;
        const place = await box();
        await Promise.all([mountReady(tag, { dataSrc }, place), mountReady(tag, { dataSrc }, place)]);
      } finally {
        globalThis.fetch = fetch;
      }
      expect(asked).to.have.length(1);
    });

    it('fetches from its endpoint with the token it is given', async () => {
      const asked: { url: URL; token: string | null }[] = [];
      const { fetch } = globalThis;
      globalThis.fetch = async (input, init) => {
        const request = new Request(input, init);
        const url = new URL(request.url);
        asked.push({ url, token: request.headers.get('authorization') });
        const body = url.pathname.endsWith('/describe')
          ? description()
          : emptyAnswer({
              metrics: ['total-volume'],
              ...(url.searchParams.get('groupBy') && { groupBy: 'channel' }),
            } as never);
        return Response.json(body);
      };
      try {
        await mountReady(tag, { endpoint: 'https://metrics.example/api', getToken: async () => 'secret' });
      } finally {
        globalThis.fetch = fetch;
      }
      expect(asked.map(({ url }) => url.pathname)).to.deep.equal(['/api/describe', '/api/metrics']);
      expect(asked.map(({ token }) => token)).to.deep.equal(['Bearer secret', 'Bearer secret']);
      expect(asked.some(({ url }) => url.href.includes('secret'))).to.equal(false);
    });

    it('refreshes its numbers and the description on every tick', async () => {
      const { setInterval: real } = globalThis;
      const ticks: (() => void)[] = [];
      globalThis.setInterval = ((tick: () => void, waitMs: number) =>
        waitMs === 30_000 ? ticks.push(tick) : real(tick, waitMs)) as typeof setInterval;
      const source = answering();
      try {
        await mountReady(tag, { source, refresh: 30 });
      } finally {
        globalThis.setInterval = real;
      }
      expect(ticks).to.have.length(1);
      ticks[0]!();
      await until(() => source.asked.length === 2 && source.described === 2, 'the refresh');
    });
  });
}
