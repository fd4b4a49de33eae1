import { expect } from '@open-wc/testing';
import type { AgentSkillsCard } from '../../../src/index.js';
import type { AgentBarSelectEvent } from '../../../src/elements/shared/user-events.js';
import type { ConversationsQuery } from '../../../src/core/query.js';
import { june, said, sourceOf, talk } from '../../fixtures/make-facts.js';
import { pressKeys } from '../../tools/press-keys.js';
import { answering, waiting } from '../support/answers.js';
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

const using = (id: string, day: number, ...skills: (string | string[])[]) =>
  talk(id, june(day), {
    messages: [said('visitor', june(day)), ...skills.map((skill) => said('agent', june(day), '…', { skill }))],
  });

/** This week: lookup 3 times in two conversations, returns once; one message used both. The week before: lookup twice, vouchers once. */
const facts = {
  skills: ['lookup', 'returns', 'vouchers', 'booking'],
  conversations: [
    using('a', 2, 'lookup', 'lookup'),
    using('b', 3, ['lookup', 'returns']),
    { ...using('old', 1, 'lookup', 'lookup', 'vouchers'), startedAt: '2026-05-26T12:00:00Z' },
  ].map((talked) =>
    talked.id === 'old'
      ? { ...talked, messages: talked.messages!.map((message) => ({ ...message, at: '2026-05-26T12:00:00Z' })) }
      : talked,
  ),
};

const table = (card: Element) => part<HTMLTableElement>(card, 'table')!;
const rows = (card: Element) => [...table(card).tBodies[0]!.rows].map((row) => [...row.cells].map(textOf).join(' | '));
const heads = (card: Element) => [...table(card).tHead!.rows[0]!.cells];
const skill = (card: Element, name: string) =>
  parts<HTMLButtonElement>(card, 'skill').find((button) => textOf(button) === name)!;
const cardOf = (settings: Settings<'agent-skills-card'> = {}): Promise<AgentSkillsCard> =>
  mountReady('agent-skills-card', { source: sourceOf(facts), range: '2026-06-01/2026-06-07', ...settings });

describe('<agent-skills-card>', () => {
  keepConsoleQuiet();

  it('has a row for every available skill, zeros included, and the number of messages as total', async () => {
    const card = await cardOf();
    expect(textOf(part(card, 'heading'))).to.equal('Skill uses');
    expect(heads(card).map(textOf)).to.deep.equal(['Skill', 'Uses']);
    expect(rows(card)).to.deep.equal(['lookup | 3', 'returns | 1', 'booking | 0', 'vouchers | 0']);
    expect(textOf(table(card).tFoot)).to.equal('Total3');
    expect(textOf(table(card).caption)).to.equal('Skill uses, Jun 1 – 7, 2026');
    await expect(card).to.be.accessible();
  });

  it('says that it counts messages, and why the rows are more than the total only where they are', async () => {
    const card = await cardOf();
    expect(parts(card, 'note').map(textOf)).to.deep.equal([
      'Counted per message: one conversation can use a skill many times.',
      'A message that used several skills counts in each of their rows and once in the total.',
    ]);
    card.range = '2026-06-02/2026-06-02';
    await until(() => rows(card)[0] === 'lookup | 2', 'the other day');
    expect(parts(card, 'note')).to.have.length(1);
  });

  it('draws a bar as long as a skill is used, next to the others', async () => {
    const card = await cardOf();
    expect(
      parts<SVGElement>(card, 'bar').map((bar) => bar.querySelector('.fill')!.getAttribute('width')!.slice(0, 6)),
    ).to.deep.equal(['100%', '33.333', '0%', '0%']);
  });

  it('tells the change of each skill, also of one that is no longer used', async () => {
    const card = await cardOf({ compare: 'previous-period' });
    expect(heads(card).map(textOf)).to.deep.equal(['Skill', 'Uses', 'vs May 25 – 31']);
    expect(rows(card)).to.deep.equal([
      'lookup | 3 | +50%',
      'returns | 1 | +1',
      'booking | 0 | 0',
      'vouchers | 0 | −100%',
    ]);
    await expect(card).to.be.accessible();
  });

  it('compares with no days before the first fact', async () => {
    const card = await cardOf({ compare: '2026-05-01/2026-05-07' });
    expect(heads(card).map(textOf)).to.deep.equal(['Skill', 'Uses']);
  });

  it('sorts by its heads and says which way', async () => {
    const card = await cardOf();
    const sorts = () => heads(card).map((head) => head.getAttribute('aria-sort'));
    const names = () =>
      rows(card)
        .map((row) => row.split(' ')[0])
        .join();
    expect([sorts(), names()]).to.deep.equal([[null, 'descending'], 'lookup,returns,booking,vouchers']);
    const press = async (head: number) => {
      parts(card, 'sort')[head]!.click();
      await card.updateComplete;
    };
    await press(1);
    expect([sorts(), names()]).to.deep.equal([[null, 'ascending'], 'booking,vouchers,returns,lookup']);
    await press(0);
    expect([sorts(), names()]).to.deep.equal([['ascending', null], 'booking,lookup,returns,vouchers']);
    await press(0);
    expect([sorts(), names()]).to.deep.equal([['descending', null], 'vouchers,returns,lookup,booking']);
    await expect(card).to.be.accessible();
    card.setAttribute('sort', '-count');
    await card.updateComplete;
    expect(names()).to.equal('lookup,returns,booking,vouchers');
  });

  it('tells which skill the user chose; an unused one leads nowhere', async () => {
    const card = await cardOf({ timeZone: 'Europe/Berlin' });
    const { events, stop } = listen<AgentBarSelectEvent>('agent-bar-select');
    expect(parts(card, 'skill').map(textOf)).to.deep.equal(['lookup', 'returns']);
    skill(card, 'returns').focus();
    await pressKeys('Enter');
    stop();
    expect(
      events.map(({ bucket, from, to, groupBy, group, metric, isRest, cancelable }) => ({
        bucket,
        from,
        to,
        groupBy,
        group,
        metric,
        isRest,
        cancelable,
      })),
    ).to.deep.equal([
      {
        bucket: undefined,
        from: '2026-05-31T22:00:00.000Z',
        to: '2026-06-07T22:00:00.000Z',
        groupBy: 'skill',
        group: 'returns',
        metric: 'skill-uses',
        isRest: false,
        cancelable: true,
      },
    ]);
  });

  it('leads to the conversations of a skill under its provider, unless the page prevents it', async () => {
    const source = sourceOf(facts);
    const lists: ConversationsQuery[] = [];
    const listening = {
      ...source,
      conversations: (query: ConversationsQuery, options?: object) => {
        lists.push(query);
        return source.conversations(query, options);
      },
    };
    const provider = await mount('agent-metrics-provider', {
      source: listening,
      range: '2026-06-01/2026-06-07',
      timeZone: 'UTC',
    });
    await mountReady('agent-conversation-table', {}, provider);
    const card = await mountReady('agent-skills-card', {}, provider);
    provider.addEventListener('agent-bar-select', (event) => event.preventDefault(), { once: true });
    skill(card, 'returns').click();
    skill(card, 'lookup').click();
    await until(() => lists.some(({ metric }) => metric === 'skill-uses'), 'the list');
    expect(
      lists
        .flatMap(({ metric, filters }) => (metric ? JSON.stringify(filters) : []))
        .filter((filters, index, all) => all.indexOf(filters) === index),
    ).to.deep.equal(['{"skill":["lookup"]}']);
    expect(
      (await source.conversations({ ...lists.find(({ metric }) => metric)!, page: 1, pageSize: 25 })).rows
        .map(({ id }) => id)
        .sort(),
    ).to.deep.equal(['a', 'b']);
  });

  it('keeps the focus on its skill while the numbers are refreshed', async () => {
    const source = sourceOf(facts);
    const card = await cardOf({ source });
    const button = skill(card, 'returns');
    button.focus();
    await source.append({ conversations: [using('c', 5, 'returns', 'returns', 'returns')] });
    await until(() => rows(card)[0] === 'returns | 4', 'the new order');
    expect(root(card).activeElement === button && textOf(button) === 'returns').to.equal(true);
  });

  it('says that the data have no skills', async () => {
    const card = await cardOf({ source: sourceOf({ conversations: [talk('a')] }) });
    expect(textOf(part(card, 'note'))).to.equal('No data');
    expect(table(card)).to.equal(null);
    await expect(card).to.be.accessible();
  });

  it('says that it cannot be filtered so', async () => {
    const card = await cardOf({ source: sourceOf(facts), filters: { region: ['DE'] } });
    expect(textOf(part(card, 'note'))).to.equal('Cannot be filtered this way');
  });

  describe('in each state of its load', () => {
    it('without a source says what to do', async () => {
      expect(textOf(notice(await mount('agent-skills-card'), 'empty'))).to.match(/^No data are connected yet/);
    });

    it('loading draws bones', async () => {
      const source = waiting();
      const card = await mount('agent-skills-card', { source });
      await until(() => source.asked.length === 1, 'the question');
      expect(part(card, 'skeleton')).to.exist;
      expect(source.latest.query).to.deep.include({ metrics: ['skill-uses'], groupBy: 'skill' });
      await expect(card).to.be.accessible();
    });

    it('failed says why and tries again, the question that was still under way given up', async () => {
      const source = waiting();
      const card = await mount('agent-skills-card', { source, compare: 'previous-period' });
      await until(() => source.asked.length === 2, 'the questions');
      source.asked[0]!.fail(new Error('The endpoint answered 503.'));
      await until(() => part(card, 'error'), 'the failure');
      expect(textOf(part(card, 'error'))).to.contain('The endpoint answered 503.');
      await expect(card).to.be.accessible();
      part(card, 'retry')!.click();
      await until(() => source.asked.length === 4, 'the next questions');
      expect(source.asked[1]!.signal.aborted).to.equal(true);
    });

    it('a failed refresh keeps the last rows', async () => {
      const source = sourceOf(facts);
      let isDown = false;
      const card = await cardOf({
        source: {
          ...source,
          query: (query, options) => (isDown ? Promise.reject(new Error('No network.')) : source.query(query, options)),
        },
      });
      isDown = true;
      card.range = '2026-06-02/2026-06-02';
      await until(() => part(card, 'error'), 'the failure');
      expect(rows(card)[0]).to.equal('lookup | 3');
    });

    it('not live yet shows nothing', async () => {
      const card = await mount('agent-skills-card', { source: answering(undefined, { live: null }) });
      await until(() => notice(card, 'not-live'), 'the notice');
      expect(table(card)).to.equal(null);
    });
  });

  for (const [lang, heading, uses] of [
    ['de', 'Skill-Nutzung', 'Nutzungen'],
    ['ko', '스킬 사용', '사용 횟수'],
    ['fi', 'Taitojen käyttö', 'Käyttökerrat'],
  ] as const) {
    it(`speaks ${lang}`, async () => {
      const card = await cardOf({ lang });
      await until(() => textOf(part(card, 'heading')) === heading, 'the words');
      expect(heads(card).map(textOf)).to.include(uses);
      expect(isReady(card)).to.equal(true);
      await expect(card).to.be.accessible();
    });
  }
});
