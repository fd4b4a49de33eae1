import { expect } from '@open-wc/testing';
import type { AgentQuestionSelectEvent } from '../../../src/elements/shared/user-events.js';
import type { FrequentQuestions, QuestionsQuery } from '../../../src/core/query.js';
import type { MetricsSource } from '../../../src/sources/metrics-source.js';
import { sourceOf, talk } from '../../fixtures/make-facts.js';
import { answering } from '../support/answers.js';
import { listen, mount, mountReady, notice, part, parts, textOf, until, type Settings } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

const rates = { resolvedRate: 0.75, takeoverRate: 0.25, missedRate: 0 };
const ANSWER: FrequentQuestions = {
  considered: 40,
  questions: [
    {
      id: 'q1',
      question: 'Do you ship to Greenland?',
      topic: 'delivery',
      count: 8,
      share: 0.2,
      examples: ['Greenland?', '<b>Shipping</b>'],
      conversationIds: ['a', 'b'],
      ...rates,
      resolvedRate: 0.25,
      missedRate: 0.5,
    },
    {
      id: 'q2',
      question: 'Is Apple Pay accepted?',
      topic: null,
      count: 4,
      share: 0.1,
      examples: [],
      conversationIds: ['c'],
      ...rates,
    },
  ],
};

function questionsSource(reply: (query: QuestionsQuery) => Promise<FrequentQuestions> = () => Promise.resolve(ANSWER)) {
  const asked: QuestionsQuery[] = [];
  const source: MetricsSource & { asked: QuestionsQuery[] } = {
    ...sourceOf({ conversations: [talk('a'), talk('b'), talk('c'), talk('d')] }),
    asked,
    questions: (query) => (asked.push(query), reply(query)),
  };
  return source;
}

const cardOf = (settings: Settings<'agent-questions-card'> = {}) =>
  mountReady('agent-questions-card', { source: questionsSource(), ...settings });
const cells = (card: Element) =>
  parts<HTMLTableRowElement>(card, 'row').map((row) =>
    [...row.querySelectorAll('td')]
      .map((cell) => textOf(cell).replace(textOf(cell.querySelector('.name')), ''))
      .join(' | '),
  );

describe('<agent-questions-card>', () => {
  keepConsoleQuiet();

  it('lists what is asked most, how the agent did, and how many questions were looked at', async () => {
    const card = await cardOf();
    expect(textOf(part(card, 'heading'))).to.equal('Frequent questions');
    expect(parts(card, 'question').map(textOf)).to.deep.equal(['Do you ship to Greenland?', 'Is Apple Pay accepted?']);
    expect(cells(card)).to.deep.equal(['delivery | 8 | 20% | 25% | 25% | 50%', 'No topic | 4 | 10% | 75% | 25% | 0%']);
    expect(textOf(part(card, 'method'))).to.equal(
      '40 questions looked at; questions of the same content are put together.',
    );
    await expect(card).to.be.accessible();
  });

  it('marks in words what the agent failed', async () => {
    const card = await cardOf();
    expect(parts(card, 'row').map((row) => textOf(row.querySelector('[part="failed"]')))).to.deep.equal([
      'Agent failed',
      '',
    ]);
    expect(part(card, 'failed')!.title).to.equal('Taken over by a person or not understood more often than resolved.');
  });

  it('unfolds other wordings, as text', async () => {
    const card = await cardOf();
    const examples = parts<HTMLDetailsElement>(card, 'examples');
    expect(examples).to.have.length(1);
    examples[0]!.querySelector('summary')!.click();
    expect([...examples[0]!.querySelectorAll('li')].map(textOf)).to.deep.equal(['Greenland?', '<b>Shipping</b>']);
  });

  it('puts the questions under their topics with sums', async () => {
    const card = await cardOf({ byTopic: true });
    expect(parts(card, 'topic').map(textOf)).to.deep.equal([
      'delivery asked 8 times · 20% of all',
      'No topic asked 4 times · 10% of all',
    ]);
    await expect(card).to.be.accessible();
  });

  it('asks for as many as its limit', async () => {
    const source = questionsSource();
    await cardOf({ source, limit: 3, filters: { channel: ['sms'] } });
    expect(source.asked).to.deep.equal([
      {
        from: '2026-06-01',
        to: '2026-06-07',
        timeZone: 'UTC',
        limit: 3,
        filters: { channel: ['sms'] },
        now: '2026-06-07T12:00:00Z',
      },
    ]);
  });

  it('leads to the conversations of a question', async () => {
    const source = questionsSource();
    const provider = await mount('agent-metrics-provider', { source, now: '2026-06-07T12:00:00Z', timeZone: 'UTC' });
    const table = await mountReady('agent-conversation-table', {}, provider);
    const card = await mountReady('agent-questions-card', {}, provider);
    const { events, stop } = listen<AgentQuestionSelectEvent>('agent-question-select');
    part(card, 'select')!.click();
    stop();
    expect(
      events.map(({ questionId, question, conversationIds }) => [questionId, question, conversationIds]),
    ).to.deep.equal([['q1', 'Do you ship to Greenland?', ['a', 'b']]]);
    await until(() => parts(table, 'row').length === 2, 'its conversations');
    expect(textOf(part(table, 'selection'))).to.contain('Do you ship to Greenland?: 2 conversations');
  });

  it('says when there are none, when the source has none, and when they fail', async () => {
    expect(
      textOf(
        part(
          await cardOf({ source: questionsSource(() => Promise.resolve({ considered: 0, questions: [] })) }),
          'none',
        ),
      ),
    ).to.equal('No questions in this range.');
    const without = await mount('agent-questions-card', { source: answering() });
    await until(() => notice(without, 'not-offered'), 'the notice');
    expect(textOf(notice(without, 'not-offered'))).to.equal('This source does not find frequent questions.');
    const failing = await mount('agent-questions-card', {
      source: questionsSource(() => Promise.reject(new Error('The endpoint answered 503.'))),
    });
    await until(() => part(failing, 'error'), 'the failure');
    await expect(failing).to.be.accessible();
  });
});
