/** Whoever asks sees nothing that somebody else has seen, on the page neither. */
import { expect } from '@open-wc/testing';
import type { AgentData } from '../../../src/core/facts/agent-data.js';
import { createEndpointSource } from '../../../src/sources/endpoint-source.js';
import { createLocalSource } from '../../../src/sources/local-source.js';
import { endpointOf } from '../../sources/in-page-endpoint.js';
import { NOW } from '../support/answers.js';
import { box, create, listen, mount, part, root, until, type Tag } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

const ENDPOINT = 'https://shop.example/api';

/** What somebody's endpoint knows: every text has their name in it. */
function dataOf(name: string, count: number): AgentData {
  const conversations = Array.from({ length: count }, (_, index) => ({
    id: `${name}-${index}`,
    startedAt: `2026-06-0${1 + (index % 6)}T10:00:00Z`,
    channel: `${name}-chat`,
    tag: `${name}-tag`,
    messages: [
      {
        at: `2026-06-0${1 + (index % 6)}T10:00:00Z`,
        from: 'visitor' as const,
        text: `Where is the parcel of ${name}?`,
      },
    ],
  }));
  return { timeZone: 'UTC', conversations, articles: [], skills: [] };
}

const people: Record<string, typeof globalThis.fetch> = {
  anna: endpointOf(createLocalSource(dataOf('anna', 7), { now: NOW })),
  bert: endpointOf(createLocalSource(dataOf('bert', 4), { now: NOW })),
};

/** The endpoint as the page reaches it. */
class Endpoint {
  readonly asked: { path: string; token: string | null }[] = [];
  /** Answers everything with this status instead. */
  status = 200;
  /** Nothing is answered until it is opened. */
  #gate: Promise<void> = Promise.resolve();
  open: () => void = () => undefined;

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const token = new Headers(init?.headers).get('authorization');
    this.asked.push({ path: new URL(new Request(input).url).pathname, token });
    await this.#gate;
    if (this.status !== 200) return new Response(null, { status: this.status });
    return (people[token?.replace('Bearer ', '') ?? ''] ?? people['anna']!)(input, init);
  };

  close(): void {
    this.#gate = new Promise((resolve) => (this.open = resolve));
  }
}

let endpoint: Endpoint;
const original = globalThis.fetch;

/** Everything on the page below an element, through all shadow roots. */
function everything(node: ParentNode): string {
  const within = (each: Element): string => (each.shadowRoot ? everything(each.shadowRoot) : '');
  const attributes = (each: Element): string => [...each.attributes].map(({ value }) => value).join(' ');
  return `${node.textContent} ${[...node.querySelectorAll('*')].map((each) => `${attributes(each)} ${within(each)}`).join(' ')}`;
}

/** Tiles say numbers only. */
const hasSeenAnna = (place: Element): boolean =>
  everything(place).includes('anna') || tiles(place).some((tile) => tile.includes('7'));
function tiles(place: ParentNode): string[] {
  return [...place.querySelectorAll('*')].flatMap((each) => [
    ...(each.getAttribute('part') === 'number' ? [each.textContent] : []),
    ...(each.shadowRoot ? tiles(each.shadowRoot) : []),
  ]);
}

interface Asker {
  getToken?: (() => Promise<string>) | undefined;
  identity?: string | undefined;
  endpoint?: string | undefined;
}

const tokenOf = (name: string) => async () => name;

/** Ways to put widgets on a page, and what they show of Anna. */
const SETUPS: [
  name: string,
  mount: (place: HTMLElement, asker: Asker) => Promise<HTMLElement & Asker & { reload?: () => void }>,
  isThere: (element: HTMLElement) => boolean,
][] = [
  [
    'a tile',
    (place, asker) => mount('agent-kpi-grid', { ...asker, metrics: ['total-volume'] }, place),
    (element) => tiles(element.parentElement!).some((tile) => tile.includes('7')),
  ],
  [
    'a table with a thread open',
    (place, asker) => mount('agent-conversation-table', asker, place),
    (element) => {
      part(element, 'open')?.click();
      return everything(root(element).querySelector('dialog') ?? document.createElement('p')).includes(
        'parcel of anna',
      );
    },
  ],
  [
    'the gaps',
    (place, asker) => mount('knowledge-gaps-card', asker, place),
    (element) => everything(root(element)).includes('anna'),
  ],
  [
    'bars',
    (place, asker) => mount('agent-volume-chart', asker, place),
    (element) => everything(root(element)).includes('anna-chat'),
  ],
  [
    'a provider with widgets',
    async (place, asker) => {
      const provider = create('agent-metrics-provider', { ...asker, now: NOW, timeZone: 'UTC' });
      for (const tag of [
        'agent-kpi-grid',
        'agent-conversation-table',
        'knowledge-gaps-card',
        'agent-filter-bar',
      ] satisfies Tag[])
        provider.append(create(tag, { now: undefined, timeZone: undefined }));
      place.append(provider);
      return provider;
    },
    (element) =>
      everything(element.querySelector('knowledge-gaps-card')!.shadowRoot!).includes('anna') &&
      everything(element.querySelector('agent-conversation-table')!.shadowRoot!).includes('anna') &&
      tiles(element).some((tile) => tile.includes('7')),
  ],
  [
    'a dashboard',
    (place, asker) => mount('agent-dashboard', asker, place),
    (element) => {
      const inside = (tag: string) => root(element).querySelector(tag)?.shadowRoot;
      return ['agent-conversation-table', 'knowledge-gaps-card', 'agent-volume-chart'].every(
        (tag) => inside(tag) && everything(inside(tag)!).includes('anna'),
      );
    },
  ],
];

describe('what somebody else has seen', () => {
  keepConsoleQuiet();

  beforeEach(() => {
    endpoint = new Endpoint();
    globalThis.fetch = endpoint.fetch;
  });
  afterEach(() => {
    endpoint.open();
    globalThis.fetch = original;
  });

  for (const [name, mountSetup, isThere] of SETUPS) {
    describe(`in ${name}`, () => {
      async function shown(asker: Asker) {
        const place = await box();
        const element = await mountSetup(place, { endpoint: ENDPOINT, ...asker });
        await until(() => isThere(element), 'what Anna may see');
        expect(hasSeenAnna(place)).to.equal(true);
        return { place, element };
      }

      it('goes with another token, before the new answers come', async () => {
        const { place, element } = await shown({ getToken: tokenOf('anna') });
        endpoint.close();
        element.getToken = tokenOf('bert');
        await until(() => !hasSeenAnna(place), 'an empty page');
        endpoint.open();
        await until(
          () => everything(place).includes('bert') || tiles(place).some((tile) => tile.includes('4')),
          'what Bert may see',
        );
        expect(hasSeenAnna(place)).to.equal(false);
      });

      it('stays gone when the new answers fail', async () => {
        const { place, element } = await shown({ getToken: tokenOf('anna') });
        endpoint.status = 503;
        element.getToken = tokenOf('bert');
        await until(() => everything(place).includes('The endpoint answered 503'), 'the failure');
        expect(hasSeenAnna(place)).to.equal(false);
      });

      it('stays with a new callback that gives the same token, and nothing is asked again', async () => {
        const { place, element } = await shown({ getToken: tokenOf('anna') });
        const before = endpoint.asked.length;
        let asked = 0;
        for (let render = 0; render < 3; render++) {
          element.getToken = async () => {
            asked++;
            return 'anna';
          };
          await until(() => asked > render, 'the callback');
          await new Promise((resolve) => setTimeout(resolve));
        }
        expect(hasSeenAnna(place)).to.equal(true);
        expect(endpoint.asked).to.have.length(before);
      });

      it('stays with a new callback of the same identity, which is not asked', async () => {
        const { place, element } = await shown({ getToken: tokenOf('anna'), identity: 'anna@shop.example' });
        const before = endpoint.asked.length;
        let asked = 0;
        element.getToken = async () => `bert${asked++}`;
        await (element as HTMLElementTagNameMap['agent-kpi-grid']).updateComplete;
        await new Promise((resolve) => setTimeout(resolve, 20));
        expect(asked).to.equal(0);
        expect(endpoint.asked).to.have.length(before);
        expect(hasSeenAnna(place)).to.equal(true);
      });

      it('goes with another identity, whatever the token', async () => {
        const { place, element } = await shown({ getToken: tokenOf('anna'), identity: 'anna@shop.example' });
        const before = endpoint.asked.length;
        endpoint.close();
        element.identity = 'bert@shop.example';
        await until(() => !hasSeenAnna(place), 'an empty page');
        expect(endpoint.asked.length).to.be.greaterThan(before);
      });

      for (const status of [401, 403]) {
        it(`goes with a ${status} that lasts`, async () => {
          const { place, element } = await shown({ getToken: tokenOf('anna') });
          endpoint.status = status;
          if (element.reload) element.reload();
          else (element as HTMLElementTagNameMap['agent-kpi-grid']).range = 'last-14-days';
          await until(() => !hasSeenAnna(place), 'an empty page');
        });
      }

      it('stays beside any other failure', async () => {
        const { place, element } = await shown({ getToken: tokenOf('anna') });
        endpoint.status = 500;
        if (element.reload) element.reload();
        else (element as HTMLElementTagNameMap['agent-kpi-grid']).range = 'last-14-days';
        await until(() => everything(place).includes('The endpoint answered 500'), 'the failure');
        expect(hasSeenAnna(place)).to.equal(true);
      });
    });
  }

  it('goes from every widget of a provider once one of them gets a 401', async () => {
    const [, mountSetup, isThere] = SETUPS.find(([name]) => name === 'a provider with widgets')!;
    const place = await box();
    const provider = await mountSetup(place, { endpoint: ENDPOINT, getToken: tokenOf('anna') });
    await until(() => isThere(provider), 'what Anna may see');
    const before = endpoint.asked.length;
    endpoint.status = 401;
    provider.querySelector('agent-kpi-grid')!.range = 'last-14-days';
    await until(() => !hasSeenAnna(place), 'an empty page');
    expect(endpoint.asked.slice(before).every(({ path }) => path === '/api/metrics')).to.equal(true);
  });

  it('goes from every widget of a provider once one of them gets a 403 for what it was told before', async () => {
    const [, mountSetup, isThere] = SETUPS.find(([name]) => name === 'a provider with widgets')!;
    const place = await box();
    const provider = await mountSetup(place, { endpoint: ENDPOINT, getToken: tokenOf('anna') });
    await until(() => isThere(provider), 'what Anna may see');
    globalThis.fetch = (input) =>
      new URL(new Request(input).url).pathname === '/api/metrics'
        ? Promise.resolve(new Response(null, { status: 403 }))
        : new Promise(() => undefined);
    provider.reload!();
    await until(() => !hasSeenAnna(place), 'an empty page');
  });

  it('does not go from the rest of a page where a role may not see one of its lists', async () => {
    const place = await box();
    const provider = create('agent-metrics-provider', { endpoint: ENDPOINT, now: NOW, timeZone: 'UTC' });
    globalThis.fetch = (input, init) =>
      new Request(input).url.includes('/knowledge-gaps')
        ? Promise.resolve(new Response(null, { status: 403 }))
        : endpoint.fetch(input, init);
    provider.append(create('agent-conversation-table'), create('knowledge-gaps-card'));
    place.append(provider);
    await until(
      () => everything(place).includes('anna') && everything(place).includes('The endpoint answered 403'),
      'the table beside the refusal',
    );
    const before = endpoint.asked.length;
    provider.reload();
    await until(() => endpoint.asked.length === before + 2, 'the second questions');
    await until(
      () => part(provider.querySelector('agent-conversation-table')!, 'frame')!.getAttribute('aria-busy') === 'false',
      'the second answers',
    );
    expect(hasSeenAnna(place)).to.equal(true);
  });

  it('is asked for with the new callback, where the first was never asked', async () => {
    const place = await box();
    const element = await mount(
      'agent-kpi-grid',
      { endpoint: ENDPOINT, getToken: () => new Promise(() => undefined), identity: 'a' },
      place,
    );
    element.getToken = tokenOf('bert');
    element.identity = 'b';
    await until(() => tiles(place).some((tile) => tile.includes('4')), 'the numbers of Bert');
  });

  it('stays with another source of the same endpoint and identity, and goes with one of another identity', async () => {
    const place = await box();
    const sourceOf = (name: string, identity: string) =>
      createEndpointSource(ENDPOINT, { getToken: tokenOf(name), identity });
    const element = await mount('agent-conversation-table', { source: sourceOf('anna', 'a') }, place);
    await until(() => everything(place).includes('parcel of anna'), 'what Anna may see');
    endpoint.close();
    const before = endpoint.asked.length;
    element.source = sourceOf('anna', 'a');
    await until(() => endpoint.asked.length > before, 'the questions to the new source');
    expect(hasSeenAnna(place)).to.equal(true);
    element.source = sourceOf('bert', 'b');
    await until(() => !hasSeenAnna(place), 'an empty page');
  });

  it('goes from a file that is read for somebody else', async () => {
    const asked: string[] = [];
    globalThis.fetch = async (url) => {
      asked.push(new Request(url).url);
      return Response.json(dataOf(asked.length === 1 ? 'anna' : 'bert', 5));
    };
    const place = await box();
    const element = await mount(
      'agent-conversation-table',
      { dataSrc: '/facts-of-somebody.json', identity: 'anna' },
      place,
    );
    await until(() => everything(place).includes('parcel of anna'), 'the file for Anna');
    element.identity = 'bert';
    await until(() => everything(place).includes('parcel of bert'), 'the file for Bert');
    expect(hasSeenAnna(place)).to.equal(false);
    expect(asked).to.have.length(2);
  });

  describe('in a file', () => {
    const createObjectURL = URL.createObjectURL;
    const people450: Record<string, typeof globalThis.fetch> = {
      anna: endpointOf(createLocalSource(dataOf('anna', 450), { now: NOW })),
      bert: endpointOf(createLocalSource(dataOf('bert', 450), { now: NOW })),
    };
    let files: number;
    /** Pages of the file, each by the token it was asked with. */
    let pages: string[];
    let answerPage: () => Promise<void>;

    beforeEach(() => {
      files = 0;
      pages = [];
      answerPage = async () => undefined;
      URL.createObjectURL = (blob) => {
        files++;
        return createObjectURL.call(URL, blob);
      };
      globalThis.fetch = async (input, init) => {
        const name = new Headers(init?.headers).get('authorization')!.replace('Bearer ', '');
        const { searchParams } = new URL(new Request(input).url);
        if (searchParams.get('pageSize') === '200') {
          pages.push(`${name} ${searchParams.get('page') ?? 1}`);
          await answerPage();
          if (endpoint.status !== 200) return new Response(null, { status: endpoint.status });
        }
        return people450[name]!(input, init);
      };
    });
    afterEach(() => {
      URL.createObjectURL = createObjectURL;
    });

    it('is never mixed: another token ends the export, and says so', async () => {
      const table = await mount('agent-conversation-table', { endpoint: ENDPOINT, getToken: tokenOf('anna') });
      await until(() => everything(root(table)).includes('parcel of anna'), 'the table of Anna');
      let open!: () => void;
      const gate = new Promise<void>((resolve) => (open = resolve));
      answerPage = () => gate;
      part(table, 'export')!.click();
      await until(() => pages.length === 1, 'the first page of the file');
      table.getToken = tokenOf('bert');
      await until(() => part(table, 'export-stopped'), 'the words');
      open();
      await until(() => everything(root(table)).includes('parcel of bert'), 'the table of Bert');
      expect(part(table, 'export-stopped')!.textContent).to.contain('The export was stopped');
      expect(part(table, 'export')!.getAttribute('aria-disabled')).to.equal('false');
      expect(part(table, 'export-error')).to.not.exist;
      expect(pages).to.deep.equal(['anna 1']);
      expect(files).to.equal(0);
    });

    it('goes on for whom it was begun while a new callback has not answered', async () => {
      const table = await mount('agent-conversation-table', { endpoint: ENDPOINT, getToken: tokenOf('anna') });
      await until(() => everything(root(table)).includes('parcel of anna'), 'the table of Anna');
      let answer!: (token: string) => void;
      answerPage = async () => {
        if (pages.length === 1) table.getToken = () => new Promise((resolve) => (answer = resolve));
        await table.updateComplete;
      };
      part(table, 'export')!.click();
      await until(() => files === 1, 'the file');
      expect(pages).to.deep.equal(['anna 1', 'anna 2', 'anna 3']);
      answer('bert');
      await until(() => !hasSeenAnna(table.parentElement!), 'an empty page');
    });

    it('that is refused with a 401 takes the page with it', async () => {
      const { events, stop } = listen('agent-auth-error');
      const table = await mount('agent-conversation-table', { endpoint: ENDPOINT, getToken: tokenOf('anna') });
      await until(() => everything(root(table)).includes('parcel of anna'), 'the table of Anna');
      endpoint.status = 401;
      part(table, 'export')!.click();
      await until(() => !everything(root(table)).includes('parcel of anna'), 'an empty page');
      stop();
      expect(events).to.have.length(1);
      expect(files).to.equal(0);
    });
  });

  describe('in two widgets without a provider', () => {
    const ways: [name: string, first: Asker, second: Asker][] = [
      ['the same token', { getToken: tokenOf('anna') }, { getToken: tokenOf('anna') }],
      ['the same identity', { getToken: tokenOf('anna'), identity: 'a' }, { getToken: tokenOf('anna'), identity: 'a' }],
      ['no token', {}, {}],
    ];
    for (const [name, first, second] of ways) {
      it(`goes from both once one of them gets a 401, with ${name}`, async () => {
        const place = await box();
        const grid = await mount('agent-kpi-grid', { endpoint: ENDPOINT, metrics: ['total-volume'], ...first }, place);
        const table = await mount('agent-conversation-table', { endpoint: ENDPOINT, ...second }, place);
        await until(
          () => tiles(place).some((tile) => tile.includes('7')) && everything(root(table)).includes('parcel of anna'),
          'both',
        );
        endpoint.status = 401;
        grid.range = 'last-14-days';
        await until(() => !hasSeenAnna(place), 'an empty page');
      });
    }

    it('stays where somebody else gets the 401', async () => {
      const place = await box();
      const grid = await mount('agent-kpi-grid', { endpoint: ENDPOINT, getToken: tokenOf('bert') }, place);
      const table = await mount('agent-conversation-table', { endpoint: ENDPOINT, getToken: tokenOf('anna') }, place);
      await until(() => part(grid, 'tile') && everything(root(table)).includes('parcel of anna'), 'both');
      endpoint.status = 401;
      grid.range = 'last-14-days';
      await until(() => part(grid, 'error'), 'the refusal');
      expect(everything(root(table))).to.contain('parcel of anna');
    });
  });

  it('leaves no timer behind, however often the callback is set anew', async () => {
    const { setTimeout: begin, clearTimeout: end } = window;
    const long = new Set<number>();
    window.setTimeout = ((handler: () => void, ms?: number) => {
      const id = begin(handler, ms);
      if ((ms ?? 0) >= 5000) long.add(id);
      return id;
    }) as typeof window.setTimeout;
    window.clearTimeout = (id) => {
      long.delete(id as number);
      end(id);
    };
    try {
      const place = await box();
      const element = await mount('agent-kpi-grid', { endpoint: ENDPOINT, getToken: tokenOf('anna') }, place);
      await until(() => part(element, 'tile'), 'the numbers');
      const before = new Set(long);
      for (let render = 0; render < 5; render++) {
        element.getToken = tokenOf('anna');
        await element.updateComplete;
      }
      element.getToken = () => new Promise(() => undefined);
      await element.updateComplete;
      element.remove();
      expect([...long].filter((id) => !before.has(id))).to.deep.equal([]);
    } finally {
      Object.assign(window, { setTimeout: begin, clearTimeout: end });
    }
  });
});
