import { expect } from '@open-wc/testing';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import { type LocalSourceOptions, createLocalSource } from '../../../src/sources/local-source.js';
import type { MetricsSource } from '../../../src/sources/metrics-source.js';
import { SourceError } from '../../../src/core/source-error.js';
import { june, NOW, said } from '../../fixtures/make-facts.js';
import {
  isReady,
  listen,
  mount,
  mountReady,
  notice,
  part,
  parts,
  root,
  textOf,
  until,
  type Settings,
} from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

const TAG = 'agent-conversation-thread';

const full: Conversation = {
  id: 'c1',
  startedAt: june(4, '20:41'),
  channel: 'web-chat',
  tag: 'returns',
  profile: { id: 'v1', name: 'Mara Lindqvist', email: 'mara@example.com' },
  messages: [
    said('agent', june(4, '20:40'), 'How can I help?', { welcome: true }),
    said('visitor', june(4, '20:41'), 'Can I return them?'),
    said('agent', june(4, '20:42'), 'Yes: https://shop.example/returns', {
      skill: ['returns', 'orders'],
      links: ['https://shop.example/returns', 'javascript:alert(1)'],
      products: ['shoe-41'],
    }),
    said('visitor', june(4, '20:43'), 'asdf'),
    said('agent', june(4, '20:44'), 'Sorry?', { missed: true }),
    said('human', june(5, '08:15'), 'This is Jonas.', { author: 'Jonas' }),
  ],
  clicks: [
    { at: june(4, '20:42:10'), productId: 'shoe-41' },
    { at: june(4, '20:42:20'), url: 'https://shop.example/help' },
    { at: june(4, '20:42:25'), url: 'javascript:alert(2)' },
  ],
  cartAdds: [{ at: june(4, '20:42:30'), productId: 'shoe-41', quantity: 2 }],
  handoffs: [
    { at: june(4, '20:44:10'), by: 'message', accepted: false },
    { at: june(4, '20:45'), by: 'ticket', reason: 'Asked for a person' },
  ],
  closedAt: june(5, '08:30'),
  closedBy: 'visitor',
  rating: { at: june(5, '08:31'), value: 4, comment: 'Quick' },
};

const long: Conversation = {
  id: 'long',
  startedAt: june(1),
  messages: Array.from({ length: 1000 }, (_, index) =>
    said(
      'visitor',
      new Date(Date.parse(june(1)) + index * 60_000).toISOString(),
      index === 700 ? 'a needle' : `Message ${index}`,
    ),
  ),
};

const over = (conversations: Conversation[], options: LocalSourceOptions = {}) =>
  createLocalSource({ timeZone: 'UTC', conversations }, { now: NOW, ...options });
const ready = (conversation: Conversation = full, settings: Settings<typeof TAG> = {}) =>
  mountReady(TAG, { source: over([conversation]), conversationId: conversation.id, ...settings });
const failing = (status: number): MetricsSource => ({
  ...over([full]),
  conversation: () => Promise.reject(new SourceError(`The endpoint answered ${status}.`, { status })),
});

/** `clipboard` as a page without it has, or with one that notes what it is given. */
async function withClipboard(writeText: (text: string) => Promise<void>, deed: () => Promise<void>): Promise<void> {
  const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  try {
    await deed();
  } finally {
    if (own) Object.defineProperty(navigator, 'clipboard', own);
    else delete (navigator as { clipboard?: unknown }).clipboard;
  }
}

describe('<agent-conversation-thread>', () => {
  keepConsoleQuiet();

  it('says who, where, when and how the conversation stands', async () => {
    const element = await ready();
    const header = textOf(part(element, 'header'));
    expect(header).to.contain('Mara Lindqvist').and.to.contain('mara@example.com');
    expect(textOf(part(element, 'status'))).to.equal('Routed to the team');
    expect(textOf(part(element, 'rule'))).to.equal(
      'The agent could not resolve it: a help-desk ticket was made and the conversation passed on.',
    );
    const facts = [...part(element, 'header')!.querySelectorAll('dl div')].map((one) => [
      textOf(one.querySelector('dt')),
      textOf(one.querySelector('dd')),
    ]);
    expect(facts).to.deep.equal([
      ['Channel', 'Web chat'],
      ['Tag', 'returns'],
      ['Started', 'Jun 4, 2026, 8:41 PM'],
      ['Last updated', 'Jun 5, 2026, 8:15 AM'],
      ['Messages', '6'],
    ]);
    await expect(element).to.be.accessible();
  });

  for (const [profile, name] of [
    [{ name: 'Mara', email: 'm@x.example', phone: '1' }, 'Mara'],
    [{ email: 'm@x.example', phone: '1' }, 'm@x.example'],
    [{ phone: '+49 30 1' }, '+49 30 1'],
    [{ id: 'v' }, 'Anonymous'],
    [null, 'Anonymous'],
  ] as const) {
    it(`calls ${JSON.stringify(profile)} ${name}`, async () => {
      const element = await ready({ ...full, profile });
      expect(textOf(part(element, 'header')!.querySelector('.name p'))).to.equal(name);
    });
  }

  it('shows every message once, name and time once a run, the visitor at the other side', async () => {
    const element = await ready();
    expect(parts(element, 'message').map((one) => textOf(one.querySelector('.text')))).to.deep.equal(
      full.messages!.map(({ text }) => text),
    );
    expect(parts(element, 'run').map((run) => textOf(run.querySelector('.by')))).to.deep.equal([
      'AI agent 8:40 PM',
      'Mara Lindqvist 8:41 PM',
      'AI agent 8:42 PM',
      'Mara Lindqvist 8:43 PM',
      'AI agent 8:44 PM',
      'Jonas · Team 8:15 AM',
    ]);
    expect(parts(element, 'run').map((run) => getComputedStyle(run).alignSelf)).to.deep.equal([
      'flex-end',
      'flex-start',
      'flex-end',
      'flex-start',
      'flex-end',
      'flex-end',
    ]);
    const surfaces = new Set(parts(element, 'message').map((one) => getComputedStyle(one).backgroundColor));
    expect(surfaces.size).to.equal(3);
  });

  it('parts the days of its zone', async () => {
    const element = await ready();
    expect(parts(element, 'day').map(textOf)).to.deep.equal(['Thursday, June 4, 2026', 'Friday, June 5, 2026']);
    const inTokyo = await ready(full, { timeZone: 'Asia/Tokyo' });
    expect(parts(inTokyo, 'day').map(textOf)).to.deep.equal(['Friday, June 5, 2026']);
  });

  it('tells skills, misses and the welcome with their message', async () => {
    const element = await ready();
    const notes = parts(element, 'message').map((one) => textOf(one.querySelector('.notes')));
    expect(notes).to.deep.equal(['Welcome message', '', 'Skill: returns, orders', '', 'Not understood', '']);
    expect(textOf(part(element, 'missed'))).to.equal('Not understood');
  });

  it('names skills in the words of the data', async () => {
    const element = await ready(full, {
      source: over([full], { labels: { skill: { returns: 'Returns & refunds' } } }),
    });
    expect(textOf(parts(element, 'message')[2]!.querySelector('.notes'))).to.equal('Skill: Returns & refunds, orders');
  });

  it('tells clicks, cart adds, handoffs, closing and rating in line', async () => {
    const element = await ready();
    expect(parts(element, 'event').map(textOf)).to.deep.equal([
      'Clicked the product shoe-41 8:42 PM',
      'Clicked https://shop.example/help 8:42 PM',
      'Clicked javascript:alert(2) 8:42 PM',
      'Put into the cart: 2 × shoe-41 8:42 PM',
      'Handover offered and declined 8:44 PM',
      'Handed over by help-desk ticket 8:45 PM Asked for a person',
      'Closed by the visitor 8:30 AM',
      'Rated 4 of 5 8:31 AM Quick',
    ]);
  });

  it('links what leads somewhere harmless, and only that', async () => {
    const element = await ready();
    const links = [...root(element).querySelectorAll('a')];
    expect([...new Set(links.map(({ href }) => href))]).to.deep.equal([
      'https://shop.example/returns',
      'https://shop.example/help',
    ]);
    for (const { rel, target } of links)
      expect([rel, target]).to.deep.equal(['noopener noreferrer nofollow', '_blank']);
  });

  it('writes markup in a message as text', async () => {
    const element = await ready({
      ...full,
      messages: [said('visitor', june(5), '<b>bold</b><img src=x onerror=alert(1)>')],
    });
    expect(textOf(part(element, 'message'))).to.equal('<b>bold</b><img src=x onerror=alert(1)>');
    expect(root(element).querySelector('b, img')).to.not.exist;
  });

  it('says that a text is hidden', async () => {
    const masked = { ...full, messages: [{ at: june(5), from: 'visitor' as const, text: '', masked: true as const }] };
    const element = await mountReady(TAG, {
      source: { ...over([full]), conversation: async () => masked },
      conversationId: 'c1',
    });
    expect(textOf(part(element, 'message'))).to.equal('You may not read this text.');
  });

  it('tells unknown messages from none', async () => {
    const unknown = await ready({ id: 'u', startedAt: june(5), firstQuestion: 'Where is it?', messageCount: 4 });
    expect(textOf(part(unknown, 'hint'))).to.equal('The messages of this conversation were not supplied.');
    expect(textOf(part(unknown, 'message'))).to.equal('Where is it?');
    expect(textOf(part(unknown, 'header'))).to.contain('Messages4');
    const none = await ready({ id: 'n', startedAt: june(5), messages: [] });
    expect(textOf(part(none, 'hint'))).to.equal('Nobody wrote anything yet.');
  });

  const rules: [rule: string, rest: Partial<Conversation>, sentence: string][] = [
    ['supplied', { status: 'open', messages: [] }, 'The status came with the data.'],
    ['visitor-wrote-last', { messages: [said('visitor', june(5))] }, 'The visitor wrote last; nobody answered.'],
    [
      'inactive-after-agent',
      { messages: [said('visitor', june(1)), said('agent', june(1))] },
      'The agent wrote last, nothing was handed over, and 48 h passed without activity.',
    ],
    [
      'agent-wrote-last',
      { messages: [said('visitor', june(7, '10:00')), said('agent', june(7, '10:01'))] },
      'The agent wrote last and waits for the visitor; after 48 h without activity it is resolved.',
    ],
  ];
  for (const [rule, rest, sentence] of rules) {
    it(`says the rule “${rule}” in words`, async () => {
      const element = await ready({ id: rule, startedAt: june(1), ...rest });
      expect(textOf(part(element, 'rule'))).to.equal(sentence);
    });
  }

  it('follows the setting for the silence in rule and closing', async () => {
    const quiet: Conversation = {
      id: 'q',
      startedAt: june(6),
      messages: [said('visitor', june(6, '10:00')), said('agent', june(6, '10:01'))],
    };
    const element = await mountReady(TAG, {
      source: over([quiet], { settings: { inactivityHours: 2 } }),
      conversationId: 'q',
    });
    expect(textOf(part(element, 'rule'))).to.contain('2 h passed');
    expect(parts(element, 'event').map(textOf)).to.deep.equal(['Closed after 2 h without activity 12:01 PM']);
  });

  it('marks what was looked for and brings the first hit into view', async () => {
    const element = await ready(long, { search: 'NEEDLE' });
    await until(() => part(element, 'mark'), 'the mark');
    expect(parts(element, 'mark').map(textOf)).to.deep.equal(['needle']);
    const box = part(element, 'mark')!.getBoundingClientRect();
    expect(box.top).to.be.within(0, innerHeight);
    window.scrollTo(0, 0);
  });

  it('shows a hundred messages of a thousand, and more on request', async () => {
    const element = await ready(long);
    expect(parts(element, 'message')).to.have.length(100);
    expect(part(element, 'earlier')).to.not.exist;
    for (let shown = 200; shown <= 1000; shown += 100) {
      part(element, 'later')!.click();
      await element.updateComplete;
      expect(parts(element, 'message')).to.have.length(shown);
    }
    expect(part(element, 'later')).to.not.exist;
    await until(() => root(element).activeElement === part(element, 'messages'), 'the focus in the thread');
  });

  it('goes back from a hit', async () => {
    const element = await ready(long, { search: 'needle' });
    await until(() => part(element, 'mark'), 'the mark');
    const first = () => textOf(parts(element, 'message')[0]);
    expect(first()).to.equal('Message 650');
    part(element, 'earlier')!.click();
    await element.updateComplete;
    expect(first()).to.equal('Message 550');
  });

  it('copies the id and says so', async () => {
    const copied: string[] = [];
    const element = await ready();
    await withClipboard(
      async (text) => void copied.push(text),
      async () => {
        part(element, 'copy-id')!.click();
        await until(() => textOf(part(element, 'header')!.querySelector('[role="status"]')) === 'Copied', 'the word');
      },
    );
    expect(copied).to.deep.equal(['c1']);
  });

  it('copies the conversation as text', async () => {
    const copied: string[] = [];
    const element = await ready();
    await withClipboard(
      async (text) => void copied.push(text),
      async () => {
        part(element, 'copy-text')!.click();
        await until(() => copied.length === 1, 'the text');
      },
    );
    const lines = copied[0]!.split('\n');
    expect(lines[0]).to.equal('Mara Lindqvist – c1');
    expect(lines).to.include('Channel: Web chat').and.to.include('Thursday, June 4, 2026');
    expect(lines.map((line) => line.replace('\u202f', ' ')))
      .to.include('8:41 PM Mara Lindqvist: Can I return them?')
      .and.to.include('8:45 PM – Handed over by help-desk ticket (Asked for a person)')
      .and.to.include('8:15 AM Jonas · Team: This is Jonas.');
  });

  it('says when the page may not copy', async () => {
    const element = await ready();
    const { execCommand } = document;
    document.execCommand = () => false;
    try {
      await withClipboard(
        () => Promise.reject(new Error('Not allowed.')),
        async () => {
          part(element, 'copy-id')!.click();
          await until(
            () => textOf(part(element, 'header')!.querySelector('[role="status"]')) === 'Could not be copied',
            'the word',
          );
        },
      );
    } finally {
      document.execCommand = execCommand;
    }
  });

  it('asks for nothing without an id', async () => {
    const element = await mount(TAG, { source: over([full]) });
    expect(textOf(notice(element, 'empty'))).to.equal('Set conversation-id to show a conversation.');
    element.conversationId = 'c1';
    await until(() => isReady(element) && part(element, 'messages'), 'the thread');
  });

  it('says that there is no such conversation', async () => {
    const element = await mount(TAG, { source: over([full]), conversationId: 'nobody' });
    await until(() => notice(element, 'not-found'), 'the notice');
    expect(textOf(notice(element, 'not-found'))).to.equal(
      'There is no conversation nobody, or it is not for you to read.',
    );
    element.conversationId = 'c1';
    await until(() => part(element, 'messages'), 'the thread');
  });

  it('shows bones until the conversation comes', async () => {
    const element = await mount(TAG, {
      source: { ...over([full]), conversation: () => new Promise(() => undefined) },
      conversationId: 'c1',
    });
    await until(() => part(element, 'skeleton'), 'the bones');
  });

  it('tells a failure with a way on', async () => {
    const { events, stop } = listen('agent-error');
    const element = await mount(TAG, { source: failing(503), conversationId: 'c1' });
    await until(() => part(element, 'error'), 'the failure');
    stop();
    expect(textOf(part(element, 'error'))).to.contain('The endpoint answered 503.');
    expect(part(element, 'retry')).to.exist;
    expect(events).to.have.length(1);
  });

  it('fails over a time that cannot be read rather than throwing', async () => {
    const broken = { ...full, messages: [{ ...full.messages![0]!, at: 'soon' }] };
    const element = await mount(TAG, {
      source: { ...over([full]), conversation: async () => broken },
      conversationId: 'c1',
    });
    await until(() => part(element, 'error'), 'the failure');
    expect(textOf(part(element, 'error'))).to.contain('"soon" is not an instant');
  });

  it('shows no message of one conversation under the id of another', async () => {
    const source = over([full, { ...full, id: 'c2', messages: [said('visitor', june(5), 'Second')] }]);
    let release: (() => void) | undefined;
    const slow: MetricsSource = {
      ...source,
      conversation: async (id) => {
        if (id === 'c2') await new Promise<void>((resolve) => (release = resolve));
        return source.conversation(id);
      },
    };
    const element = await mountReady(TAG, { source: slow, conversationId: 'c1' });
    element.conversationId = 'c2';
    await until(() => release, 'the question');
    expect(part(element, 'skeleton')).to.exist;
    expect(part(element, 'message')).to.not.exist;
    release!();
    await until(() => textOf(part(element, 'message')) === 'Second', 'the other thread');
  });

  it('takes what is new without losing nodes or focus', async () => {
    const source = over([full]);
    const element = await mountReady(TAG, { source, conversationId: 'c1' });
    const first = part(element, 'message')!;
    part(element, 'copy-id')!.focus();
    await source.append({
      conversations: [{ ...full, messages: [...full.messages!, said('visitor', june(5, '09:00'), 'Thanks')] }],
    });
    await until(() => parts(element, 'message').length === 7, 'the new message');
    expect(part(element, 'message')).to.equal(first);
    expect(root(element).activeElement).to.equal(part(element, 'copy-id'));
  });

  for (const width of [320, 700]) {
    it(`is no wider than ${width} pixels`, async () => {
      const place = document.createElement('div');
      place.style.inlineSize = `${width}px`;
      document.body.append(place);
      const element = await mountReady(
        TAG,
        {
          source: over([{ ...full, messages: [said('visitor', june(5), `https://shop.example/${'x'.repeat(300)}`)] }]),
          conversationId: 'c1',
        },
        place,
      );
      expect(element.scrollWidth).to.be.at.most(width);
      place.remove();
    });
  }

  for (const [lang, rule] of [
    ['de', 'Helpdesk-Ticket'],
    ['ko', '헬프 데스크 티켓'],
    ['fi', 'tukipyyntö'],
  ] as const) {
    it(`speaks ${lang}`, async () => {
      const element = await ready(full, { lang });
      await until(() => textOf(part(element, 'rule')).includes(rule), 'the words');
      await expect(element).to.be.accessible();
    });
  }
});
