import { expect } from '@open-wc/testing';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import type { ConversationsQuery } from '../../../src/core/query.js';
import type { AgentConversationOpenEvent, AgentExportEvent } from '../../../src/elements/shared/user-events.js';
import { createLocalSource } from '../../../src/sources/local-source.js';
import type { MetricsSource } from '../../../src/sources/metrics-source.js';
import { SourceError } from '../../../src/core/source-error.js';
import { june, NOW, said } from '../../fixtures/make-facts.js';
import { pressKeys } from '../../tools/press-keys.js';
import { catchDownloads } from '../support/downloads.js';
import {
  box,
  create,
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

const TAG = 'agent-conversation-table';

/** Number `n`, begun `n` minutes after the first of June began; every third speaks of a gift, deep inside. */
function talk(n: number, rest: Partial<Conversation> = {}): Conversation {
  const at = (minutes: number) => new Date(Date.parse(june(2, '00:00')) + (n * 10 + minutes) * 60_000).toISOString();
  return {
    id: `c${String(n).padStart(3, '0')}`,
    startedAt: at(0),
    channel: n % 2 ? 'sms' : 'web-chat',
    tag: n % 4 === 0 ? '' : 'returns',
    profile: n % 5 ? { id: `v${n}`, name: `Person ${n}` } : null,
    messages: [
      said('visitor', at(0), `Question ${n}`),
      said('agent', at(1), 'On its way.'),
      ...(n % 3 === 0 ? [said('visitor', at(2), 'It is a gift.')] : []),
    ],
    ...(n % 2
      ? { closedAt: at(5), closedBy: 'visitor' as const }
      : { handoffs: [{ at: at(5), by: 'ticket' as const }] }),
    ...rest,
  };
}

const talks = (count: number) => Array.from({ length: count }, (_, n) => talk(n));
const over = (conversations: Conversation[] = talks(60)) =>
  createLocalSource({ timeZone: 'UTC', conversations }, { now: NOW });

/** A source and every list it was asked for. */
function noting(source: MetricsSource = over()): { source: MetricsSource; asked: ConversationsQuery[] } {
  const asked: ConversationsQuery[] = [];
  return {
    asked,
    source: { ...source, conversations: (query, options) => (asked.push(query), source.conversations(query, options)) },
  };
}

const ready = (settings: Settings<typeof TAG> = {}, parent?: HTMLElement) =>
  mountReady(TAG, { source: over(), ...settings }, parent);
const questions = (element: Element) => parts(element, 'question').map(textOf);
const pageOf = (element: Element) => textOf(part(element, 'page'));
const settled = (element: Element, condition: () => unknown, what: string) =>
  until(() => isReady(element) && condition(), what);
const head = (element: Element, column: string) =>
  root(element).querySelector<HTMLElement>(`thead [data-column="${column}"]`)!;
const openButton = (element: Element, index: number) => parts(element, 'open')[index]!;
const dialogOf = (element: Element) => part<HTMLDialogElement>(element, 'dialog');
const threadOf = (element: Element) => root(element).querySelector('agent-conversation-thread');
const wide = () => box('1000px');

/** Open, and no longer on its way in. */
async function opened(element: Element): Promise<void> {
  await until(() => dialogOf(element)?.open, 'the dialog');
  await Promise.all(
    dialogOf(element)!
      .getAnimations()
      .map(({ finished }) => finished),
  );
}

async function openAt(element: Element, index: number): Promise<void> {
  openButton(element, index).click();
  await opened(element);
}

function type(element: Element, text: string): void {
  const field = part<HTMLInputElement>(element, 'search')!;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

describe('<agent-conversation-table>', () => {
  keepConsoleQuiet();

  it('is a table of seven columns with a caption, newest first', async () => {
    const element = await ready({}, await wide());
    expect(part(element, 'table')!.localName).to.equal('table');
    expect(textOf(root(element).querySelector('caption'))).to.equal('Conversations, Jun 1 – 7, 2026');
    expect(parts(element, 'head').map(textOf)).to.deep.equal([
      'First question',
      'Profile',
      'Channel',
      'Status',
      'Tag',
      'Messages',
      'Last updated',
    ]);
    expect(questions(element).slice(0, 3)).to.deep.equal(['Question 59', 'Question 58', 'Question 57']);
    expect(questions(element)).to.have.length(25);
    expect(pageOf(element)).to.equal('1–25 of 60');
    await expect(element).to.be.accessible();
  });

  it('says all of a row: words for values, a dash for no tag, nobody as anonymous, how long ago and when exactly', async () => {
    const element = await ready({ sort: 'updated-at', pageSize: 50 }, await wide());
    const cells = (row: number) =>
      [...parts(element, 'row')[row]!.querySelectorAll('td')].map((cell) =>
        textOf(cell)
          .replace(textOf(cell.querySelector('.name')), '')
          .trim(),
      );
    expect(cells(0)).to.deep.equal([
      'Anonymous',
      'Web chat',
      'Routed to the team',
      '–',
      '3',
      '5 days ago, Jun 2, 2026, 12:02 AM',
    ]);
    expect(cells(1)).to.deep.equal([
      'PPerson 1',
      'SMS',
      'Resolved',
      'returns',
      '2',
      '5 days ago, Jun 2, 2026, 12:11 AM',
    ]);
    expect(parts(element, 'row')[0]!.querySelector('time')!.title).to.equal('Jun 2, 2026, 12:02 AM');
    expect(getComputedStyle(parts(element, 'row')[0]!.querySelector('[data-column="messages"]')!).textAlign).to.equal(
      'end',
    );
  });

  it('shows the columns that are asked for, in their order', async () => {
    const place = await wide();
    const element = document.createElement(TAG);
    Object.assign(element, { now: NOW, timeZone: 'UTC', source: over() });
    element.setAttribute('columns', 'id,outcome,started-at,plan');
    place.append(element);
    await until(() => isReady(element), 'the rows');
    expect(parts(element, 'head').map(textOf)).to.deep.equal(['Id', 'Status', 'Started', 'plan']);
    expect(textOf(openButton(element, 0))).to.equal('Id: c059');
    await expect(element).to.be.accessible();
  });

  it('sorts by its heads, and says by which', async () => {
    const { source, asked } = noting();
    const element = await ready({ source }, await wide());
    expect(root(element).querySelectorAll('[aria-sort]')).to.have.length(1);
    expect(head(element, 'updated-at').getAttribute('aria-sort')).to.equal('descending');
    head(element, 'messages').querySelector('button')!.click();
    await settled(element, () => asked.at(-1)!.sort === '-messages', 'the longest first');
    head(element, 'messages').querySelector('button')!.click();
    await settled(element, () => asked.at(-1)!.sort === 'messages', 'the shortest first');
    expect(head(element, 'messages').getAttribute('aria-sort')).to.equal('ascending');
    expect(head(element, 'updated-at').getAttribute('aria-sort')).to.equal(null);
    expect(root(element).activeElement).to.not.exist;
  });

  it('sorts by the outcome where that is the column', async () => {
    const { source, asked } = noting();
    const element = await ready({ source, columns: ['first-question', 'outcome'] }, await wide());
    head(element, 'outcome').querySelector('button')!.click();
    await settled(element, () => asked.at(-1)!.sort === 'outcome', 'the order');
    expect(head(element, 'outcome').getAttribute('aria-sort')).to.equal('ascending');
    expect([...new Set(parts(element, 'status').map(textOf))]).to.deep.equal(['Open', 'Resolved by AI']);
  });

  it('fails over a sort that cannot be, and says which can', async () => {
    const element = await mount(TAG, { source: over(), sort: 'mood' });
    await until(() => part(element, 'error'), 'the failure');
    expect(textOf(part(element, 'error')))
      .to.contain('mood')
      .and.to.contain('updated-at');
  });

  it('searches after a pause, from the first page, over whole threads, and marks what it found', async () => {
    const { source, asked } = noting();
    const element = await ready({ source });
    part(element, 'next-page')!.click();
    await settled(element, () => pageOf(element) === '26–50 of 60', 'the second page');
    for (const text of ['g', 'gi', ' GIFT ']) type(element, text);
    await settled(element, () => pageOf(element) === '1–20 of 20', 'the hits');
    expect(asked.filter(({ search }) => search !== undefined).map(({ search }) => search)).to.deep.equal(['GIFT']);
    expect(part<HTMLInputElement>(element, 'search')!.value).to.equal(' GIFT ');
    expect(textOf(part(element, 'found'))).to.equal('Found in 1 message');
    expect(part(element, 'mark')).to.not.exist;
    await expect(element).to.be.accessible();
  });

  it('marks what it found in the first question and in names', async () => {
    const element = await ready({ search: 'question 59' });
    expect(parts(element, 'mark').map(textOf)).to.deep.equal(['Question 59']);
    expect(part(element, 'found')).to.not.exist;
    element.search = 'person 58';
    await settled(element, () => parts(element, 'mark').map(textOf).join() === 'Person 58', 'the person');
    expect(pageOf(element)).to.equal('1–1 of 1');
  });

  it('says where it is once', async () => {
    const element = await ready();
    expect(part(element, 'page')!.getAttribute('role')).to.equal('status');
    expect(
      [...root(element).querySelectorAll('[aria-label]')].map((one) => one.getAttribute('aria-label')),
    ).to.not.include('1–25 of 60');
  });

  it('keeps its sentences whole where the page runs from right to left', async () => {
    const element = await ready({ dir: 'rtl', search: 'gift' });
    await openAt(element, 0);
    const whole = ['page', 'found'].map((name) => textOf(part(element, name)!.querySelector('bdi')));
    expect(whole).to.deep.equal(['1–20 of 20', 'Found in 1 message']);
    expect(textOf(dialogOf(element)!.querySelector('h2 bdi'))).to.equal('1 of 20');
    await until(
      () => textOf(part(threadOf(element)!, 'rule')!.querySelector('bdi')).startsWith('The visitor'),
      'the rule',
    );
  });

  it('tells times from now on, also while nothing new comes', async () => {
    const { setInterval: original } = globalThis;
    const { now } = Date;
    const ticks: (() => void)[] = [];
    globalThis.setInterval = ((tick: () => void, waitMs: number) =>
      waitMs === 30_000 ? ticks.push(tick) : original(tick, waitMs)) as unknown as typeof setInterval;
    try {
      const startedAt = new Date(now() - 10_000).toISOString();
      const at = () => textOf(part(element, 'row')!.querySelector('time bdi'));
      const element = await mount(TAG, {
        now: undefined,
        range: 'today',
        source: createLocalSource({
          timeZone: 'UTC',
          conversations: [{ id: 'c', startedAt, messages: [said('visitor', startedAt, 'Hello')] }],
        }),
      });
      expect(ticks).to.deep.equal([]);
      await until(() => isReady(element), 'the row');
      const before = at();
      Date.now = () => now() + 300_000;
      expect(ticks).to.have.length(1);
      ticks[0]!();
      await element.updateComplete;
      expect([before, at()]).to.deep.equal(['10 seconds ago', '5 minutes ago']);
    } finally {
      Object.assign(globalThis, { setInterval: original });
      Date.now = now;
    }
  });

  it('searches at once on Enter', async () => {
    const element = await ready();
    part(element, 'search')!.focus();
    type(element, 'Question 7');
    await pressKeys('Enter');
    expect(element.search).to.equal('Question 7');
    await settled(element, () => pageOf(element) === '1–1 of 1', 'the hit');
  });

  it('says what to do where nothing matches, and clears the search', async () => {
    const element = await ready({ search: 'zebra' });
    expect(textOf(notice(element, 'no-match')!.querySelector('p'))).to.equal('No conversation contains “zebra”.');
    part(element, 'way-out')!.click();
    await settled(element, () => pageOf(element) === '1–25 of 60', 'all of them');
    expect(part<HTMLInputElement>(element, 'search')!.value).to.equal('');
    type(element, 'x');
    await element.updateComplete;
    part(element, 'clear-search')!.click();
    await element.updateComplete;
    expect(root(element).activeElement).to.equal(part(element, 'search'));
    expect(part(element, 'clear-search')).to.not.exist;
  });

  it('tells an empty range from a search without a hit', async () => {
    const element = await ready({ filters: { channel: ['fax'] } });
    expect(textOf(notice(element, 'empty'))).to.equal(
      'No conversations in this range. Choose a longer range or fewer filters.',
    );
    expect(part(element, 'table')).to.not.exist;
  });

  it('turns pages, keeps the focus at the end, and changes their size', async () => {
    const element = await ready();
    expect(part(element, 'previous-page')!.getAttribute('aria-disabled')).to.equal('true');
    part(element, 'next-page')!.focus();
    part(element, 'next-page')!.click();
    await settled(element, () => pageOf(element) === '26–50 of 60', 'the second page');
    part(element, 'next-page')!.click();
    await settled(element, () => pageOf(element) === '51–60 of 60', 'the last page');
    part(element, 'next-page')!.click();
    await element.updateComplete;
    expect(pageOf(element)).to.equal('51–60 of 60');
    expect(root(element).activeElement).to.equal(part(element, 'next-page'));
    const size = root(element).querySelector<HTMLSelectElement>('[name="page-size"]')!;
    size.value = '100';
    size.dispatchEvent(new Event('change'));
    await settled(element, () => pageOf(element) === '1–60 of 60', 'all on one page');
    expect(element.pageSize).to.equal(100);
  });

  for (const [set, used] of [
    [0, 25],
    [-3, 1],
    [1000, 200],
    [NaN, 25],
    [7.9, 7],
  ] as const) {
    it(`takes a page of ${set} rows for ${used}`, async () => {
      const { source, asked } = noting();
      await ready({ source, pageSize: set });
      expect(asked[0]!.pageSize).to.equal(used);
    });
  }

  it('opens a conversation by its row and by its button, and tells the page first', async () => {
    const element = await ready();
    const { events, stop } = listen<AgentConversationOpenEvent>('agent-conversation-open');
    parts(element, 'row')[1]!.querySelector<HTMLElement>('td')!.click();
    await opened(element);
    stop();
    expect(events.map(({ conversationId }) => conversationId)).to.deep.equal(['c058']);
    expect(root(element).activeElement).to.equal(dialogOf(element)!.querySelector('h2'));
    expect(textOf(dialogOf(element)!.querySelector('h2'))).to.equal('Conversation 2 of 60');
    await until(() => textOf(part(threadOf(element)!, 'message')) === 'Question 58', 'the thread');
    await expect(element).to.be.accessible();
  });

  it('leaves the opening to a page that prevents it', async () => {
    const element = await ready();
    element.addEventListener('agent-conversation-open', (event) => event.preventDefault());
    openButton(element, 0).click();
    await element.updateComplete;
    expect(dialogOf(element)).to.not.exist;
  });

  it('opens by Enter, closes by Escape, and gives the focus back to the row', async () => {
    const element = await ready();
    openButton(element, 2).focus();
    await pressKeys('Enter');
    await until(() => dialogOf(element)?.open, 'the dialog');
    await pressKeys('Escape');
    await until(() => !dialogOf(element), 'the end');
    expect(root(element).activeElement).to.equal(openButton(element, 2));
  });

  it('closes by its button and by a press beside it, but not by marking text', async () => {
    const element = await ready();
    await openAt(element, 0);
    part(element, 'close')!.click();
    await until(() => !dialogOf(element), 'the end');
    await openAt(element, 0);
    const dialog = dialogOf(element)!;
    dialog.querySelector('h2')!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    dialog.click();
    expect(dialog.open).to.equal(true);
    dialog.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    dialog.click();
    await until(() => !dialogOf(element), 'the end');
  });

  it('goes to the next and the previous conversation without closing, across pages', async () => {
    const element = await ready();
    await openAt(element, 24);
    const shown = () => textOf(part(threadOf(element)!, 'message'));
    await until(() => shown() === 'Question 35', 'the last of the first page');
    part(element, 'next')!.click();
    await until(() => shown() === 'Question 34', 'the first of the second page');
    expect(textOf(dialogOf(element)!.querySelector('h2'))).to.equal('Conversation 26 of 60');
    part(element, 'next')!.click();
    await until(() => shown() === 'Question 33', 'the next');
    part(element, 'previous')!.click();
    await until(() => shown() === 'Question 34', 'the previous');
    part(element, 'previous')!.click();
    await until(() => shown() === 'Question 35', 'the page before');
    expect(pageOf(element)).to.equal('1–25 of 60');
    part(element, 'close')!.click();
    await until(() => !dialogOf(element), 'the end');
    expect(textOf(root(element).activeElement)).to.equal('Question 35');
  });

  it('says that the next page could not be loaded, stays where it was and lets the user try again', async () => {
    const source = over();
    let isDown = true;
    let fail: (() => void) | undefined;
    const failure = () => new Promise<never>((_, reject) => (fail = () => reject(new SourceError('Gone.', {}))));
    const element = await ready({
      source: {
        ...source,
        conversations: (query, options) =>
          isDown && query.page === 2 ? failure() : source.conversations(query, options),
      },
    });
    await openAt(element, 24);
    for (let times = 0; times < 2; times++) {
      part(element, 'next')!.click();
      await until(() => part(element, 'next')!.getAttribute('aria-disabled') === 'true', 'the wait');
      expect(part(element, 'step-error')).to.not.exist;
      await until(() => fail, 'the question');
      fail!();
      fail = undefined;
      await until(() => part(element, 'step-error'), 'the failure');
      expect(textOf(part(element, 'step-error'))).to.equal('The conversation could not be loaded.');
      await settled(element, () => pageOf(element) === '1–25 of 60', 'the page');
      expect(['previous', 'next'].map((name) => part(element, name)!.getAttribute('aria-disabled'))).to.deep.equal([
        'false',
        'false',
      ]);
    }
    await expect(element).to.be.accessible();
    isDown = false;
    part(element, 'next')!.click();
    await until(() => textOf(part(threadOf(element)!, 'message')) === 'Question 34', 'the next');
    expect(part(element, 'step-error')).to.not.exist;
  });

  it('turns to a page that could not be loaded before', async () => {
    const source = over();
    let isDown = true;
    const element = await ready({
      source: {
        ...source,
        conversations: (query, options) =>
          isDown && query.page === 2
            ? Promise.reject(new SourceError('Gone.', {}))
            : source.conversations(query, options),
      },
    });
    part(element, 'next-page')!.click();
    await until(() => part(element, 'error'), 'the failure');
    isDown = false;
    part(element, 'next-page')!.click();
    await settled(element, () => pageOf(element) === '26–50 of 60', 'the second page');
  });

  it('ends at the first and the last conversation', async () => {
    const element = await ready({ source: over(talks(1)) });
    await openAt(element, 0);
    expect(['previous', 'next'].map((name) => part(element, name)!.getAttribute('aria-disabled'))).to.deep.equal([
      'true',
      'true',
    ]);
  });

  it('marks in the thread what the table was searched for', async () => {
    const element = await ready({ search: 'gift' });
    await openAt(element, 0);
    await until(() => textOf(part(threadOf(element)!, 'mark')) === 'gift', 'the mark');
  });

  it('keeps page, focus, rows and the open dialog when the data change', async () => {
    const source = over();
    const element = await ready({ source });
    part(element, 'next-page')!.click();
    await settled(element, () => pageOf(element) === '26–50 of 60', 'the second page');
    const button = openButton(element, 3);
    const label = textOf(button);
    await openAt(element, 3);
    const dialog = dialogOf(element);
    await source.append({ conversations: [talk(60)] });
    await settled(element, () => pageOf(element) === '26–50 of 61', 'the new total');
    expect(dialogOf(element)).to.equal(dialog);
    expect(dialog!.open).to.equal(true);
    await until(() => textOf(dialog!.querySelector('h2')) === 'Conversation 30 of 61', 'the new place');
    part(element, 'close')!.click();
    await until(() => !dialogOf(element), 'the end');
    expect(root(element).activeElement).to.equal(button);
    expect(textOf(button)).to.equal(label);
  });

  for (const [where, settings] of [
    ['its own', { data: { timeZone: 'UTC', conversations: talks(3) } }],
    ['the provider’s', {}],
  ] as const) {
    it(`keeps the open thread and the focus in it when ${where} data are others`, async () => {
      const provider = create('agent-metrics-provider', {
        now: NOW,
        timeZone: 'UTC',
        data: { timeZone: 'UTC', conversations: talks(3) },
      });
      (await box()).append(provider);
      const element = await mountReady(TAG, settings, provider);
      await openAt(element, 0);
      await until(() => part(threadOf(element)!, 'copy-id'), 'the thread');
      const button = part(threadOf(element)!, 'copy-id')!;
      button.focus();
      let bones = 0;
      const watch = new MutationObserver(() => (bones += part(threadOf(element)!, 'skeleton') ? 1 : 0));
      watch.observe(root(threadOf(element)!), { childList: true, subtree: true });
      const conversations = [...talks(2), talk(2, { tag: 'moved' }), talk(3)];
      Object.assign(where === 'its own' ? element : provider, { data: { timeZone: 'UTC', conversations } });
      await until(() => textOf(part(threadOf(element)!, 'header')).includes('moved'), 'the new facts');
      watch.disconnect();
      expect(bones).to.equal(0);
      expect(textOf(dialogOf(element)!.querySelector('h2'))).to.equal('Conversation 2 of 4');
      expect(root(threadOf(element)!).activeElement).to.equal(button);
    });
  }

  it('closes the open thread when the list is of other conversations, and keeps the focus', async () => {
    const element = await ready();
    await openAt(element, 0);
    element.source = over([talk(100), talk(101)]);
    await until(() => !dialogOf(element), 'the end');
    await settled(element, () => pageOf(element) === '1–2 of 2', 'the others');
    expect(dialogOf(element)).to.not.exist;
    expect(root(element).activeElement).to.equal(part(element, 'frame'));
  });

  it('gives the focus to its frame when no row is left', async () => {
    const element = await mountReady(TAG, { data: { timeZone: 'UTC', conversations: talks(1) } });
    await openAt(element, 0);
    element.data = { timeZone: 'UTC', conversations: [] };
    await settled(element, () => parts(element, 'row').length === 0, 'the empty list');
    part(element, 'close')!.click();
    await until(() => !dialogOf(element), 'the end');
    expect(root(element).activeElement).to.equal(part(element, 'frame'));
  });

  it('goes to the last page when the one it is on is gone', async () => {
    const place = await box();
    const element = await mountReady(TAG, { data: { timeZone: 'UTC', conversations: talks(60) } }, place);
    part(element, 'next-page')!.click();
    await settled(element, () => pageOf(element) === '26–50 of 60', 'the second page');
    part(element, 'next-page')!.click();
    await settled(element, () => pageOf(element) === '51–60 of 60', 'the last page');
    element.data = { timeZone: 'UTC', conversations: talks(30) };
    await settled(element, () => pageOf(element) === '26–30 of 30', 'the page that is last now');
  });

  it('tells hidden texts from a question that nobody asked', async () => {
    const source = over(talks(2));
    const masked: MetricsSource = {
      ...source,
      conversations: async (query) => {
        const page = await source.conversations(query);
        return {
          ...page,
          rows: page.rows.map((row, index) => ({
            ...row,
            firstQuestion: null,
            ...(index === 0 && { masked: true as const }),
          })),
        };
      },
    };
    const element = await ready({ source: masked });
    expect(questions(element)).to.deep.equal(['You may not read the texts.', 'No question']);
  });

  it('hands over all that matches as CSV, in the columns shown', async () => {
    const downloads = catchDownloads();
    const { events, stop } = listen<AgentExportEvent>('agent-export');
    try {
      const element = await ready({ columns: ['id', 'updated-at'], search: 'gift', timeZone: 'Europe/Berlin' });
      part(element, 'export')!.click();
      const { name, blob } = await downloads.next();
      expect(name).to.equal('conversation-list-2026-06-01-2026-06-07.csv');
      const lines = (await blob.text()).split('\r\n');
      expect(lines.slice(0, 2)).to.deep.equal(['Id,Last updated (Europe/Berlin)', 'c057,2026-06-02 11:32']);
      expect(lines).to.have.length(22);
      expect(events.map(({ format, filename }) => [format, filename])).to.deep.equal([['csv', name]]);
    } finally {
      stop();
      downloads.stop();
    }
  });

  it('leaves the file to a page that prevents it, and says when it cannot be made', async () => {
    const source = over();
    const failing: MetricsSource = {
      ...source,
      conversations: (query, options) =>
        query.pageSize === 200 ? Promise.reject(new SourceError('Gone.', {})) : source.conversations(query, options),
    };
    const element = await ready({ source: failing });
    const prevent = (event: Event) => event.preventDefault();
    element.addEventListener('agent-export', prevent);
    part(element, 'export')!.click();
    await element.updateComplete;
    await until(() => part(element, 'export')!.getAttribute('aria-disabled') === 'false', 'the end');
    expect(part(element, 'export-error')).to.not.exist;
    element.removeEventListener('agent-export', prevent);
    part(element, 'export')!.click();
    await until(() => part(element, 'export-error'), 'the failure');
    expect(textOf(part(element, 'export-error'))).to.equal('The file could not be made.');
  });

  it('draws cards on a phone and keeps what they are', async () => {
    const element = await ready({}, await box('360px'));
    expect(getComputedStyle(parts(element, 'row')[0]!).display).to.equal('flex');
    expect(parts(element, 'row')[0]!.getAttribute('role')).to.equal('row');
    expect(textOf(parts(element, 'row')[0]!.querySelector('td .name'))).to.equal('Profile');
    expect(getComputedStyle(root(element).querySelector('td[data-column="messages"]')!).textAlign).to.equal('start');
    const order = root(element).querySelector<HTMLSelectElement>('[name="sort"]')!;
    expect(order.offsetWidth).to.be.above(0);
    order.value = 'messages';
    order.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(element.sort).to.equal('messages');
    await expect(element).to.be.accessible();
  });

  for (const width of [320, 360, 700, 900]) {
    for (const lang of ['en', 'de', 'ko', 'fi']) {
      it(`is no wider than its box of ${width} pixels in ${lang}`, async () => {
        const place = await box(`${width}px`);
        const element = await ready(
          {
            lang,
            source: over([
              talk(1, { tag: 'x'.repeat(60), profile: { email: `${'y'.repeat(60)}@example.com` } }),
              ...talks(3),
            ]),
          },
          place,
        );
        await element.updateComplete;
        expect(place.scrollWidth).to.be.at.most(width);
      });
    }
  }

  it('has no control smaller than 24 pixels and writes no style attribute', async () => {
    for (const width of ['1000px', '360px']) {
      const element = await ready({ search: 'question' }, await box(width));
      await openAt(element, 0);
      const controls = [...root(element).querySelectorAll<HTMLElement>('button, select, input')].filter(
        (control) => control.offsetParent,
      );
      expect(
        controls
          .filter((control) => Math.min(control.offsetHeight, control.offsetWidth) < 24)
          .map(({ outerHTML }) => outerHTML),
      ).to.deep.equal([]);
      expect(root(element).querySelector('[style]')).to.not.exist;
      part(element, 'close')!.click();
    }
  });

  it('draws the rows that are seen before those further down, and every page whole in the end', async () => {
    const element = await ready({ pageSize: 50 }, await wide());
    const seen = parts(element, 'row').length;
    expect(seen).to.be.within(Math.floor(innerHeight / 40), 50);
    await until(() => parts(element, 'row').length === 50, 'the rows below');
    expect(questions(element).at(-1)).to.equal('Question 10');
    part(element, 'next-page')!.click();
    await until(() => pageOf(element) === '51–60 of 60' && parts(element, 'row').length === 10, 'the last page');
  });

  it('keeps its head in view', async () => {
    const element = await ready({ pageSize: 50 }, await wide());
    await until(() => parts(element, 'row').length === 50, 'the rows below');
    parts(element, 'row')[40]!.scrollIntoView({ block: 'center' });
    expect(head(element, 'profile').getBoundingClientRect().top).to.be.closeTo(0, 1);
    window.scrollTo(0, 0);
  });

  it('shows bones until the first rows come, and then keeps the last ones', async () => {
    let release: (() => void) | undefined;
    const source = over();
    const slow: MetricsSource = {
      ...source,
      conversations: async (query, options) => {
        await new Promise<void>((resolve) => (release = resolve));
        return source.conversations(query, options);
      },
    };
    const element = await mount(TAG, { source: slow });
    await until(() => release, 'the question');
    expect(part(element, 'skeleton')).to.exist;
    release!();
    await until(() => isReady(element), 'the rows');
    release = undefined;
    element.sort = 'profile';
    await until(() => release, 'the next question');
    expect(part(element, 'row')).to.exist;
    expect(part(element, 'progress')).to.exist;
    release!();
    await until(() => isReady(element), 'the rows');
  });

  it('tells a failure with a way on', async () => {
    const element = await mount(TAG, {
      source: {
        ...over(),
        conversations: () => Promise.reject(new SourceError('The endpoint answered 503.', { status: 503 })),
      },
    });
    await until(() => part(element, 'error'), 'the failure');
    expect(textOf(part(element, 'error'))).to.contain('503');
  });
});
