import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type {
  AgentGapDismissEvent,
  AgentGapSelectEvent,
  AgentKnowledgeAddEvent,
} from '../../../src/elements/shared/user-events.js';
import type { KnowledgeGaps } from '../../../src/core/query.js';
import { createLocalSource } from '../../../src/sources/local-source.js';
import { SourceError } from '../../../src/core/source-error.js';
import { june, NOW, talk } from '../../fixtures/make-facts.js';
import { pressKeys } from '../../tools/press-keys.js';
import {
  field,
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
import { gap, gapsOf, GapsSource, WritableGapsSource } from './gaps-source.js';

const TAG = 'knowledge-gaps-card';
type Card = HTMLElementTagNameMap[typeof TAG];

const ready = (source: GapsSource, settings: Settings<typeof TAG> = {}) => mountReady(TAG, { source, ...settings });
const withGaps = (answer: KnowledgeGaps = gapsOf('a', 'b', 'c'), settings: Settings<typeof TAG> = {}) =>
  ready(new GapsSource(answer), settings);
const topics = (card: Card) => parts(card, 'topic').map(textOf);
const ofGap = <E extends HTMLElement = HTMLElement>(card: Card, id: string, name: string): E =>
  root(card).querySelector<E>(`[data-gap="${id}"] [part="${name}"]`)!;
const said = (card: Card) => textOf(part(card, 'status')).replace(/[\u2068\u2069]/g, '');
const focused = (card: Card) => root(card).activeElement;

async function openForm(card: Card, id: string): Promise<HTMLFormElement> {
  ofGap(card, id, 'add').click();
  await until(() => focused(card) === field(card, 'title'), 'the form');
  return part<HTMLFormElement>(card, 'form')!;
}

/** Whether the first letter of a sentence stands left of its last. */
function beginsLeft(sentence: Element): boolean {
  const letters = [...wordsIn(sentence)];
  return letters[0]!.left < letters.at(-1)!.left;
}

function* wordsIn(element: Element): Generator<DOMRect> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const range = document.createRange();
    for (const { index } of text.textContent!.matchAll(/[\p{L}\p{N}]/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      yield range.getBoundingClientRect();
    }
  }
}

/** Opens a gap's form, fills it in and sends it. */
async function write(card: Card, id: string, title = 'Greenland', body = 'Yes, we do.'): Promise<void> {
  await openForm(card, id);
  field(card, 'title').value = title;
  field(card, 'body').value = body;
  part(card, 'save')!.click();
  await card.updateComplete;
}

describe('<knowledge-gaps-card>', () => {
  keepConsoleQuiet();

  it('lists the gaps in the order of the answer', async () => {
    const card = await withGaps();
    expect(textOf(part(card, 'heading'))).to.equal('Knowledge gaps');
    expect(topics(card)).to.deep.equal(['a?', 'b?', 'c?']);
    expect(textOf(ofGap(card, 'a', 'facts')).replace(/[\u2068\u2069]/g, '')).to.equal(
      'Asked 3 times 50% not resolved by AI Nearest article: Shipping, covers 34%',
    );
  });

  it('draws how often each was asked against the most frequent', async () => {
    const card = await withGaps({ gaps: [gap('a', { count: 5 }), gap('b', { count: 20 })], considered: 30 });
    expect(parts(card, 'bar').map((bar) => bar.lastElementChild!.getAttribute('width'))).to.deep.equal(['25%', '100%']);
  });

  it('shows the other questions on demand', async () => {
    const card = await withGaps({
      gaps: [gap('a', { questions: ['a?', 'aa?', '<b>aaa</b>'] }), gap('b')],
      considered: 9,
    });
    const examples = ofGap<HTMLDetailsElement>(card, 'a', 'examples');
    examples.querySelector('summary')!.click();
    expect(examples.open).to.equal(true);
    expect([...examples.querySelectorAll('li')].map(textOf)).to.deep.equal(['a?', 'aa?', '<b>aaa</b>']);
    expect(ofGap(card, 'b', 'examples')).to.equal(null);
  });

  it('states its method, its limit and what it looked at', async () => {
    const card = await withGaps();
    expect(textOf(part(card, 'method'))).to.equal(
      '1,234 questions, grouped by alike words and compared with the words of 12 articles; the most asked and least covered come first. The same question in very different words can be missed.',
    );
    expect(notice(card, 'no-articles')).to.equal(null);
  });

  it('says nothing of articles in its method where there are none', async () => {
    const card = await ready(new GapsSource(gapsOf('a'), { conversations: 70 }));
    expect(textOf(part(card, 'method'))).to.equal(
      '1,234 questions, grouped by alike words; the most asked come first. The same question in very different words can be missed.',
    );
  });

  it('keeps its words in order in a page that reads from right to left', async () => {
    const card = await withGaps(
      { gaps: [gap('a', { count: 27, questions: ['a?', 'aa?'] }), gap('b')], considered: 30 },
      { lang: 'de', dir: 'rtl' },
    );
    await until(() => textOf(part(card, 'facts')).startsWith('27-mal'), 'the German words');
    ofGap(card, 'b', 'dismiss').click();
    await until(() => part(card, 'undo'), 'the line');
    const sentences = [
      ...ofGap(card, 'a', 'facts').children,
      ofGap(card, 'a', 'select'),
      part(card, 'dismissed')!.firstElementChild!,
      part(card, 'method')!,
    ];
    expect(sentences.map(beginsLeft)).to.deep.equal(sentences.map(() => true));
  });

  it('says when there are no articles', async () => {
    const card = await ready(new GapsSource(gapsOf('a'), { conversations: 70 }));
    expect(textOf(notice(card, 'no-articles'))).to.equal(
      'No articles are supplied, so every topic is open. Supply the articles of the knowledge base to see what they lack.',
    );
  });

  it('says when nothing is open', async () => {
    const card = await withGaps({ gaps: [], considered: 7 });
    expect(textOf(part(card, 'none'))).to.equal('No open questions.');
    expect(notice(card, 'empty')).to.equal(null);
  });

  it('says when nobody asked anything', async () => {
    const card = await withGaps({ gaps: [], considered: 0 });
    expect(textOf(notice(card, 'empty'))).to.contain('No conversations in this range.');
    expect([part(card, 'none'), part(card, 'method')]).to.deep.equal([null, null]);
  });

  it('narrows to unresolved or missed questions', async () => {
    const source = new GapsSource(gapsOf('a'));
    const card = await ready(source);
    expect(source.latest.query).to.include({ only: 'all', from: '2026-06-01', to: '2026-06-07', timeZone: 'UTC' });
    field(card, 'only').click();
    await until(() => source.asked.length === 2, 'the next question');
    expect([source.latest.query.only, card.only, field(card, 'only').checked]).to.deep.equal([
      'unresolved-or-missed',
      'unresolved-or-missed',
      true,
    ]);
  });

  it('begins as its attribute says', async () => {
    const source = new GapsSource(gapsOf('a'));
    const card = await ready(source, { only: 'unresolved-or-missed' });
    expect([source.asked.length, source.latest.query.only, field(card, 'only').checked]).to.deep.equal([
      1,
      'unresolved-or-missed',
      true,
    ]);
  });

  it('shows ten, and more on demand', async () => {
    const ids = Array.from({ length: 23 }, (_, index) => `g${index}`);
    const card = await withGaps(gapsOf(...ids));
    expect(parts(card, 'gap')).to.have.length(10);
    part(card, 'more')!.click();
    await until(() => focused(card) === ofGap(card, 'g10', 'add'), 'the focus on the first new one');
    expect(parts(card, 'gap')).to.have.length(20);
    part(card, 'more')!.click();
    await until(() => parts(card, 'gap').length === 23, 'the rest');
    expect(part(card, 'more')).to.equal(null);
  });

  for (const [limit, shown] of [
    [2, 2],
    [0, 1],
    [Number.NaN, 1],
    [2.7, 2],
  ] as const) {
    it(`shows ${shown} with a limit of ${limit}`, async () => {
      expect(topics(await withGaps(gapsOf('a', 'b', 'c'), { limit }))).to.have.length(shown);
    });
  }

  it('leads to the conversations behind a gap', async () => {
    const card = await withGaps();
    const { events, stop } = listen<AgentGapSelectEvent>('agent-gap-select');
    expect(textOf(ofGap(card, 'b', 'select'))).to.equal('Show 2 conversations');
    ofGap(card, 'b', 'select').click();
    stop();
    expect(
      events.map(({ gapId, topic, conversationIds, cancelable }) => ({ gapId, topic, conversationIds, cancelable })),
    ).to.deep.equal([{ gapId: 'b', topic: 'b?', conversationIds: ['b-1', 'b-2'], cancelable: true }]);
  });

  it('has the table under the same provider list just those', async () => {
    const text = (id: string) => (id < 'd' ? 'Do you ship to Greenland?' : 'Can I pay by invoice?');
    const conversations = ['a', 'b', 'c', 'd', 'e'].map((id) =>
      talk(id, june(5), { messages: [{ at: june(5), from: 'visitor', text: text(id) }] }),
    );
    const provider = await mount('agent-metrics-provider', {
      source: createLocalSource({ conversations }, { now: NOW }),
      now: NOW,
      timeZone: 'UTC',
    });
    const [card, table] = [document.createElement(TAG), document.createElement('agent-conversation-table')];
    provider.append(card, table);
    await until(() => topics(card).length === 2 && parts(table, 'row').length === 5, 'gaps and conversations');
    const select = part(card, 'select')!;
    select.click();
    await until(() => parts(table, 'row').length < 5, 'the selection');
    expect([
      textOf(select),
      parts(table, 'row')
        .map((row) => row.dataset['id'])
        .sort(),
    ]).to.deep.equal(['Show 3 conversations', ['a', 'b', 'c']]);
  });

  it('keeps the last gaps when a refresh fails', async () => {
    const source = new GapsSource(undefined);
    const card = await mount(TAG, { source });
    await until(() => source.asked.length === 1, 'the question');
    expect(parts(card, 'skeleton')).to.have.length(4);
    source.latest.answer(gapsOf('a'));
    await until(() => topics(card).length === 1, 'the gap');
    card.range = 'last-14-days';
    await until(() => source.asked.length === 2, 'the next question');
    source.latest.fail(new SourceError('The endpoint answered 503.', { status: 503 }));
    await until(() => part(card, 'error'), 'the failure');
    expect([topics(card), textOf(part(card, 'error')).includes('503')]).to.deep.equal([['a?'], true]);
  });
});

describe('adding knowledge', () => {
  keepConsoleQuiet();

  it('begins with the topic as title and the focus in it', async () => {
    const card = await withGaps();
    await openForm(card, 'b');
    expect([
      field(card, 'title').value,
      field(card, 'body').value,
      ofGap(card, 'b', 'add').getAttribute('aria-expanded'),
    ]).to.deep.equal(['b?', '', 'true']);
  });

  const ways: [how: string, away: (card: Card) => unknown][] = [
    ['Cancel', (card) => part(card, 'cancel')!.click()],
    ['Escape', () => pressKeys('Escape')],
  ];
  for (const [how, away] of ways) {
    it(`is put away by ${how}, and what was typed comes back`, async () => {
      const card = await withGaps();
      await openForm(card, 'b');
      field(card, 'body').value = 'Half an answer';
      await away(card);
      await until(() => focused(card) === ofGap(card, 'b', 'add'), 'the focus on the button');
      expect(part(card, 'form')).to.equal(null);
      await openForm(card, 'b');
      expect(field(card, 'body').value).to.equal('Half an answer');
    });
  }

  it('keeps Escape to itself, so that a dialog around stays open', async () => {
    const card = await withGaps();
    const { events, stop } = listen<KeyboardEvent>('keydown');
    await openForm(card, 'a');
    await pressKeys('Escape');
    stop();
    expect(events).to.deep.equal([]);
  });

  it('sends nothing without a title and an answer', async () => {
    const source = new WritableGapsSource(gapsOf('a'));
    const card = await ready(source);
    await write(card, 'a', 'T', '   ');
    expect([source.added.length, field(card, 'body').matches(':invalid')]).to.deep.equal([0, true]);
    Object.assign(field(card, 'body'), { value: 'B' });
    field(card, 'title').value = ' ';
    part(card, 'save')!.click();
    expect([source.added.length, field(card, 'title').matches(':invalid')]).to.deep.equal([0, true]);
  });

  it('tells the page, sends the article, and asks anew', async () => {
    const source = new WritableGapsSource(gapsOf('a', 'b'));
    const card = await ready(source);
    const { events, stop } = listen<AgentKnowledgeAddEvent>('agent-knowledge-add');
    await write(card, 'a', '  Greenland ', 'Yes, we do. ');
    stop();
    expect(events.map(({ gapId, topic, title, body }) => ({ gapId, topic, title, body }))).to.deep.equal([
      { gapId: 'a', topic: 'a?', title: 'Greenland', body: 'Yes, we do.' },
    ]);
    expect(source.added.map(({ article }) => article)).to.deep.equal([
      { title: 'Greenland', body: 'Yes, we do.', gapId: 'a' },
    ]);
    source.gaps = gapsOf('b');
    source.added[0]!.done();
    await until(() => topics(card).join() === 'b?', 'the gap closes');
    expect([said(card), part(card, 'form'), source.asked.length]).to.deep.equal([
      'Added: Greenland. The gap is closed.',
      null,
      2,
    ]);
    expect(focused(card)).to.equal(part(card, 'status'));
  });

  it('is busy while it sends, and sends once', async () => {
    const source = new WritableGapsSource(gapsOf('a'));
    const card = await ready(source);
    await write(card, 'a');
    const form = part<HTMLFormElement>(card, 'form')!;
    const disabled = () =>
      [part(card, 'save'), part(card, 'cancel')].map((button) => button!.getAttribute('aria-disabled'));
    expect([
      form.getAttribute('aria-busy'),
      field(card, 'title').readOnly,
      ...disabled(),
      textOf(part(card, 'save')),
    ]).to.deep.equal(['true', true, 'true', 'true', 'Adding']);
    part(card, 'save')!.click();
    part(card, 'cancel')!.click();
    await card.updateComplete;
    expect([source.added.length, part(card, 'form') === form]).to.deep.equal([1, true]);
  });

  it('does not let go of a gap while its article is on its way', async () => {
    const source = new WritableGapsSource(gapsOf('a', 'b'));
    const card = await ready(source);
    const { events, stop } = listen('agent-gap-dismiss');
    await write(card, 'a');
    expect([
      ofGap(card, 'a', 'dismiss').getAttribute('aria-disabled'),
      ofGap(card, 'b', 'dismiss').hasAttribute('aria-disabled'),
    ]).to.deep.equal(['true', false]);
    ofGap(card, 'a', 'dismiss').click();
    await card.updateComplete;
    expect([part(card, 'dismissed'), field(card, 'body').value, card.dismissed]).to.deep.equal([
      null,
      'Yes, we do.',
      undefined,
    ]);
    ofGap(card, 'b', 'dismiss').click();
    await until(() => part(card, 'dismissed'), 'the line of the other');
    stop();
    expect(events).to.have.length(1);
  });

  it('ends with the source it was for', async () => {
    const [old, next] = [new WritableGapsSource(gapsOf('a', 'b', 'c')), new WritableGapsSource(gapsOf('b', 'c'))];
    const card = await ready(old);
    await write(card, 'a');
    ofGap(card, 'c', 'dismiss').click();
    card.source = next;
    await until(() => topics(card).join() === 'b?', 'the gaps of the other');
    expect([part(card, 'form'), part(card, 'dismissed')]).to.deep.equal([null, null]);
    await openForm(card, 'b');
    field(card, 'body').value = 'Mine';
    old.added[0]!.done();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await card.updateComplete;
    expect([field(card, 'body').value, said(card), next.asked.length, next.added.length]).to.deep.equal([
      'Mine',
      '',
      1,
      0,
    ]);
  });

  it('says that the gap is open while another holds most of its questions', async () => {
    const source = new WritableGapsSource({
      gaps: [gap('a', { conversationIds: ['1', '2', '3'] }), gap('b')],
      considered: 9,
    });
    const card = await ready(source);
    await write(card, 'a');
    source.gaps = { gaps: [gap('rest', { conversationIds: ['2', '3', '4', '5', '6'] }), gap('b')], considered: 9 };
    source.added[0]!.done();
    await until(() => said(card), 'the word');
    expect(said(card)).to.equal('Added: Greenland. The gap closes when the article covers its questions.');
  });

  it('says when the gap is still open', async () => {
    const source = new WritableGapsSource(gapsOf('a'));
    const card = await ready(source);
    await write(card, 'a');
    source.added[0]!.done();
    await until(() => source.asked.length === 2, 'the next question');
    await until(() => said(card), 'the word');
    expect(said(card)).to.equal('Added: Greenland. The gap closes when the article covers its questions.');
  });

  it('keeps what was typed when it fails', async () => {
    const source = new WritableGapsSource(gapsOf('a'));
    const card = await ready(source);
    const { events, stop } = listen('agent-error');
    await write(card, 'a');
    source.added[0]!.fail(new SourceError('The endpoint answered 501.', { status: 501 }));
    await until(() => textOf(part(card, 'form-error')), 'the failure');
    stop();
    expect(textOf(part(card, 'form-error'))).to.equal('The article could not be added. The endpoint answered 501.');
    expect([
      field(card, 'title').value,
      field(card, 'body').value,
      part(card, 'form')!.getAttribute('aria-busy'),
      events.length,
      topics(card),
    ]).to.deep.equal(['Greenland', 'Yes, we do.', 'false', 1, ['a?']]);
    part(card, 'save')!.click();
    await until(() => source.added.length === 2, 'another try');
  });

  it('leaves the article to a page that prevents it', async () => {
    const source = new WritableGapsSource(gapsOf('a'));
    const card = await ready(source);
    card.addEventListener('agent-knowledge-add', (event) => event.preventDefault());
    await write(card, 'a');
    await until(() => said(card), 'the word');
    expect([source.added, said(card), source.asked.length]).to.deep.equal([
      [],
      'Handed over to the page: Greenland.',
      1,
    ]);
  });

  it('hands the article to the page where the source takes none', async () => {
    const card = await withGaps();
    await write(card, 'a');
    await until(() => said(card), 'the word');
    expect([said(card), part(card, 'form')]).to.deep.equal(['Handed over to the page: Greenland.', null]);
  });

  it('closes the gap over facts in the page', async () => {
    const conversations = ['a', 'b', 'c'].map((id) =>
      talk(id, june(5), { messages: [{ at: june(5), from: 'visitor', text: 'Do you ship to Greenland?' }] }),
    );
    const card = await mountReady(TAG, { source: createLocalSource({ conversations }, { now: NOW }) });
    expect([topics(card), notice(card, 'no-articles') === null]).to.deep.equal([['Do you ship to Greenland?'], false]);
    const id = root(card).querySelector<HTMLElement>('[data-gap]')!.dataset['gap']!;
    await write(card, id, 'Shipping to Greenland', 'Do we ship to Greenland? We ship to Greenland within ten days.');
    await until(() => part(card, 'none'), 'the end of the gap');
    await until(() => notice(card, 'no-articles') === null, 'the article');
    expect(said(card)).to.equal('Added: Shipping to Greenland. The gap is closed.');
  });

  it('works by keyboard alone', async () => {
    const source = new WritableGapsSource(gapsOf('a'));
    const card = await ready(source);
    ofGap(card, 'a', 'add').focus();
    await pressKeys('Enter');
    await until(() => focused(card) === field(card, 'title'), 'the form');
    await pressKeys('Tab');
    await sendKeys({ type: 'Yes' });
    await pressKeys('Tab');
    await pressKeys('Enter');
    await until(() => source.added.length === 1, 'the article');
    expect(source.added[0]!.article).to.deep.equal({ title: 'a?', body: 'Yes', gapId: 'a' });
  });
});

describe('dismissing', () => {
  keepConsoleQuiet();

  it('leaves a line in place with the focus on Undo', async () => {
    const card = await withGaps();
    const { events, stop } = listen<AgentGapDismissEvent>('agent-gap-dismiss');
    ofGap(card, 'b', 'dismiss').click();
    await until(() => focused(card) === ofGap(card, 'b', 'undo'), 'the focus on Undo');
    expect([...part(card, 'gaps')!.children].map((line) => line.getAttribute('part'))).to.deep.equal([
      'gap',
      'dismissed',
      'gap',
    ]);
    expect(card.dismissed).to.deep.equal(['b']);
    ofGap(card, 'b', 'undo').click();
    await until(() => focused(card) === ofGap(card, 'b', 'dismiss'), 'the focus back');
    stop();
    expect(card.dismissed).to.deep.equal([]);
    expect(events.map(({ gapId, dismissed }) => [gapId, dismissed])).to.deep.equal([
      ['b', true],
      ['b', false],
    ]);
  });

  it('does not list what the page says was dismissed', async () => {
    const card = await withGaps(gapsOf('a', 'b', 'c'));
    card.setAttribute('dismissed', 'a, c');
    await until(() => topics(card).length === 1, 'the rest');
    expect([topics(card), part(card, 'dismissed')]).to.deep.equal([['b?'], null]);
  });

  it('says nothing is open when all are dismissed', async () => {
    expect(textOf(part(await withGaps(gapsOf('a'), { dismissed: ['a'] }), 'none'))).to.equal('No open questions.');
  });

  it('asks nothing', async () => {
    const source = new GapsSource(gapsOf('a', 'b'));
    const card = await ready(source);
    ofGap(card, 'b', 'dismiss').click();
    await until(() => part(card, 'undo'), 'the line');
    expect(source.asked).to.have.length(1);
  });
});

describe('a refresh of the gaps', () => {
  keepConsoleQuiet();

  /** Asks again with another answer. */
  async function refresh(card: Card, source: GapsSource, answer: KnowledgeGaps): Promise<void> {
    const before = source.asked.length;
    source.gaps = answer;
    card.range = card.range === 'last-14-days' ? 'last-30-days' : 'last-14-days';
    await until(
      () => source.asked.length > before && part(card, 'frame')!.getAttribute('aria-busy') === 'false',
      'the next gaps',
    );
  }

  it('keeps form, words and focus, though the gap has moved', async () => {
    const source = new GapsSource(gapsOf('a', 'b', 'c'));
    const card = await ready(source);
    const form = await openForm(card, 'b');
    field(card, 'title').value = 'Mine';
    field(card, 'body').focus();
    const { gaps } = gapsOf('c', 'a', 'b');
    await refresh(card, source, {
      gaps: gaps.map((one) => ({ ...one, topic: `${one.topic} Other words` })),
      considered: 9,
    });
    expect(topics(card)).to.deep.equal(['c? Other words', 'a? Other words', 'b? Other words']);
    expect([part(card, 'form') === form, field(card, 'title').value]).to.deep.equal([true, 'Mine']);
    expect(focused(card)).to.equal(field(card, 'body'));
  });

  it('keeps a gap whose form is open, also when it is gone', async () => {
    const source = new GapsSource(gapsOf('a', 'b', 'c'));
    const card = await ready(source);
    await openForm(card, 'b');
    await refresh(card, source, gapsOf('a', 'c'));
    expect(topics(card)).to.deep.equal(['a?', 'b?', 'c?']);
    part(card, 'cancel')!.click();
    await until(() => topics(card).length === 2, 'its end');
  });

  it('keeps form and words when the gap comes back under another id', async () => {
    const source = new GapsSource(gapsOf('a', 'b'));
    const card = await ready(source);
    const form = await openForm(card, 'b');
    field(card, 'body').value = 'Mine';
    await refresh(card, source, {
      gaps: [gap('renamed', { conversationIds: ['b-1', 'b-2', 'new'] }), gap('a')],
      considered: 9,
    });
    expect(topics(card)).to.deep.equal(['renamed?', 'a?']);
    expect([part(card, 'form') === form, field(card, 'body').value]).to.deep.equal([true, 'Mine']);
  });

  it('keeps a dismissed gap dismissed when it comes back under another id', async () => {
    const source = new GapsSource(gapsOf('a', 'b'));
    const card = await ready(source);
    const { events, stop } = listen<AgentGapDismissEvent>('agent-gap-dismiss');
    ofGap(card, 'b', 'dismiss').click();
    await refresh(card, source, {
      gaps: [gap('renamed', { questions: ['b?'], conversationIds: ['next'] }), gap('a')],
      considered: 9,
    });
    expect([topics(card), card.dismissed]).to.deep.equal([['a?'], ['b']]);
    part(card, 'undo')!.click();
    await until(() => topics(card).length === 2, 'the gap');
    stop();
    expect([card.dismissed, events.map(({ gapId, dismissed }) => [gapId, dismissed])]).to.deep.equal([
      [],
      [
        ['b', true],
        ['b', false],
      ],
    ]);
  });

  it('keeps what is unfolded', async () => {
    const answer = { gaps: [gap('a'), gap('b', { questions: ['b?', 'bb?'] })], considered: 9 };
    const source = new GapsSource(answer);
    const card = await ready(source);
    const examples = ofGap<HTMLDetailsElement>(card, 'b', 'examples');
    examples.open = true;
    await refresh(card, source, { ...answer, gaps: [...answer.gaps].reverse() });
    expect([ofGap(card, 'b', 'examples') === examples, examples.open]).to.deep.equal([true, true]);
  });
});

describe('the card of knowledge gaps', () => {
  keepConsoleQuiet();

  it('is accessible, also with a form, a failure and a dismissed gap', async () => {
    const source = new WritableGapsSource(
      { gaps: [gap('a', { questions: ['a?', 'aa?'] }), gap('b'), gap('c')], considered: 9 },
      { conversations: 9 },
    );
    const card = await ready(source, { limit: 2 });
    await expect(card).to.be.accessible();
    ofGap(card, 'b', 'dismiss').click();
    await write(card, 'a');
    source.added[0]!.fail(new SourceError('No.'));
    await until(() => textOf(part(card, 'form-error')), 'the failure');
    await expect(card).to.be.accessible();
  });

  for (const [lang, heading, add] of [
    ['de', 'Wissenslücken', 'Wissen hinzufügen'],
    ['ko', '지식 공백', '지식 추가'],
    ['fi', 'Tietoaukot', 'Lisää tietoa'],
  ] as const) {
    it(`speaks ${lang}`, async () => {
      const card = await withGaps(gapsOf('a'), { lang });
      await until(() => textOf(part(card, 'heading')) === heading, heading);
      expect(textOf(part(card, 'add'))).to.equal(add);
    });
  }
});
