/** One wrong record, address, zone or answer leaves the rest of the page as it is. */
import { expect } from '@open-wc/testing';
import { answerFor, answering, description, NOW } from '../support/answers.js';
import {
  ASKING,
  box,
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
  type Settings,
} from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

const june = {
  id: 'b',
  startedAt: '2026-06-01T08:00:00Z',
  channel: 'email',
  messages: [{ at: '2026-06-01T08:00:00Z', from: 'visitor' as const, text: 'now' }],
};
const bare = { now: undefined, timeZone: undefined } as Settings<'agent-kpi-grid'>;

describe('a page with a conversation of the year 1', () => {
  keepConsoleQuiet();

  it('names it and shows all others, from their first day on', async () => {
    const long = {
      id: 'd',
      startedAt: '0001-01-01T00:00:00Z',
      messages: [{ at: '0001-01-01T00:00:00Z', from: 'visitor' as const, text: 'zero' }],
    };
    const provider = create('agent-metrics-provider', {
      data: { timeZone: 'UTC', conversations: [long, june] },
      range: 'all-time',
      compare: 'previous-period',
      now: NOW,
    });
    const widgets = (['agent-kpi-grid', 'agent-volume-chart', 'agent-conversation-table'] as const).map((tag) =>
      create(tag, bare),
    );
    provider.append(...widgets);
    (await box()).append(provider);
    await until(() => widgets.every(isReady), 'all widgets');
    for (const widget of widgets)
      expect(textOf(part(widget, 'refused')))
        .to.contain('1 record was refused')
        .and.to.contain('conversations[0].startedAt is "0001-01-01T00:00:00Z", not from 1990 to 2099');
    expect(textOf(part(widgets[0]!, 'number'))).to.match(/^1+$/);
    expect(root(widgets[2]!).querySelectorAll('[part~="row"]')).to.have.length(1);
  });
});

describe('a browser that does not know its zone', () => {
  keepConsoleQuiet();
  const real = Intl.DateTimeFormat;

  beforeEach(() => {
    Intl.DateTimeFormat = new Proxy(real, {
      apply: (target, self, given: []) =>
        given.length > 0
          ? (Reflect.apply(target, self, given) as unknown)
          : { resolvedOptions: () => ({ ...real().resolvedOptions(), timeZone: 'Etc/Unknown' }) },
    });
  });
  afterEach(() => {
    Intl.DateTimeFormat = real;
  });

  for (const tag of ASKING) {
    it(`shows <${tag}> in UTC and says so`, async () => {
      const element = await mountReady(tag, { data: { conversations: [june] }, timeZone: undefined });
      expect(textOf(part(element, 'zone'))).to.equal('Time zone: UTC');
    });

    it(`says nothing of it in <${tag}> where a zone is set`, async () => {
      expect(part(await mountReady(tag, { data: { conversations: [june] }, timeZone: 'Europe/Berlin' }), 'zone')).to.not
        .exist;
      expect(
        part(
          await mountReady(tag, { data: { timeZone: 'Asia/Seoul', conversations: [june] }, timeZone: undefined }),
          'zone',
        ),
      ).to.not.exist;
    });
  }

  it('says it in the range picker', async () => {
    const picker = await mount('agent-range-picker', { data: { conversations: [june] }, timeZone: undefined });
    await until(() => textOf(part(picker, 'meaning')).includes('Time zone: UTC'), 'the zone');
  });

  it('still refuses a zone that was set and is none', async () => {
    const element = await mount('agent-kpi-grid', { data: { conversations: [june] }, timeZone: 'Mars/Olympus' });
    await until(() => part(element, 'error'), 'the failure');
    expect(textOf(part(element, 'error'))).to.contain('Unknown time zone "Mars/Olympus". Use an IANA name');
  });
});

describe('an endpoint that cannot be one', () => {
  keepConsoleQuiet();

  for (const address of [' ', '\t\n', 'ftp://shop.example/api', 'javascript:alert(1)', 'not a url']) {
    for (const tag of ['agent-kpi-grid', 'agent-conversation-table', 'knowledge-gaps-card'] as const) {
      it(`is named by <${tag}>: ${JSON.stringify(address)}`, async () => {
        const { events, stop } = listen<Event & { error: Error }>('agent-error');
        const element = create(tag);
        element.setAttribute('endpoint', address);
        (await box()).append(element);
        await until(() => part(element, 'error'), 'the failure');
        stop();
        expect(textOf(part(element, 'error'))).to.contain(
          textOf({ textContent: `The endpoint is ${JSON.stringify(address)}. Use its base address` } as Node),
        );
        expect(events.map(({ error }) => error.name)).to.deep.equal(['RangeError']);
        element.setAttribute('endpoint', '');
        await until(() => notice(element, 'empty'), 'the notice');
      });
    }
  }

  it('is named once by a provider and by a dashboard', async () => {
    const provider = create('agent-metrics-provider', { endpoint: ' ' });
    provider.append(create('agent-kpi-grid', bare), create('agent-volume-chart', bare));
    (await box()).append(provider);
    await until(() => part(provider, 'error'), 'the failure');
    expect(textOf(part(provider, 'error'))).to.contain('The endpoint is " "');
    const dashboard = await mount('agent-dashboard', { endpoint: ' ' });
    await until(() => part(dashboard, 'error'), 'the failure');
    expect(textOf(part(dashboard, 'error'))).to.contain('The endpoint is " "');
  });
});

describe('an endpoint whose labels are no dates', () => {
  keepConsoleQuiet();

  for (const tag of ASKING) {
    it(`is named by <${tag}> instead of loading for ever`, async () => {
      const original = globalThis.fetch;
      globalThis.fetch = async (input, init) => {
        const { pathname, searchParams } = new URL(new Request(input, init).url);
        if (pathname.endsWith('/describe')) return Response.json(description());
        const answer = answerFor({ groupBy: searchParams.get('groupBy') ?? undefined } as never);
        return Response.json({ ...answer, buckets: answer.buckets!.map((_, index) => `day ${index}`) });
      };
      const { events, stop } = listen<Event & { error: Error }>('agent-error');
      try {
        const element = await mount(tag, { endpoint: 'https://shop.example/api' });
        await until(() => part(element, 'error'), 'the failure');
        expect(textOf(part(element, 'error'))).to.contain(
          'does not fit the contract at "buckets.0": it has "day 0" where a label as "2026-06-01" is needed',
        );
        expect(part(element, 'frame')!.getAttribute('aria-busy')).to.equal('false');
        expect(events).to.have.length(1);
      } finally {
        stop();
        globalThis.fetch = original;
      }
    });
  }
});

describe('a source of the page itself whose labels are no dates', () => {
  keepConsoleQuiet();

  for (const tag of ASKING) {
    it(`is named by <${tag}> instead of loading for ever`, async () => {
      const { events, stop } = listen<Event & { error: Error }>('agent-error');
      const source = answering((query) => {
        const answer = answerFor(query);
        return { ...answer, buckets: answer.buckets!.map((_, index) => `day ${index}`) };
      });
      const element = await mount(tag, { source });
      await until(() => part(element, 'error'), 'the failure');
      stop();
      expect(textOf(part(element, 'error'))).to.contain(
        'does not fit the contract at "buckets.0": it has "day 0" where a label as "2026-06-01" is needed',
      );
      expect(part(element, 'frame')!.getAttribute('aria-busy')).to.equal('false');
      expect(events).to.have.length(1);
    });
  }
});

describe('a marked date with an endless name', () => {
  keepConsoleQuiet();

  it('is shortened beside its line', async () => {
    const drawn: string[] = [];
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
      drawn.push(text);
      fillText.call(this, text, ...place);
    };
    try {
      await mountReady('agent-trend-chart', {
        data: { timeZone: 'UTC', conversations: [june] },
        metrics: ['total-volume'],
        marks: [{ date: '2026-06-02', label: 'Sale '.repeat(20_000) }],
      });
      const names = () => drawn.filter((text) => text.startsWith('Sale'));
      await until(() => names().length > 0, 'the name');
      for (const name of names()) expect(name).to.match(/^Sale .{1,200}…$/);
    } finally {
      CanvasRenderingContext2D.prototype.fillText = fillText;
    }
  });
});
