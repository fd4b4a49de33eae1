/** What a role may not see is said where it would stand, and leaves the rest of the page as it is. */
import { expect } from '@open-wc/testing';
import { createLocalSource } from '../../../src/sources/local-source.js';
import type { MetricsSource } from '../../../src/sources/metrics-source.js';
import { SourceError } from '../../../src/core/source-error.js';
import { NOW } from '../support/answers.js';
import { box, create, isReady, listen, mountReady, notice, part, parts, root, textOf, until } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';
import { shopData } from '../support/shop-data.js';

const facts = createLocalSource(shopData, { now: NOW });
const REASON = 'Your role may not see what visitors wrote.';
const refuse = async (): Promise<never> => {
  throw new SourceError(REASON, { status: 403 });
};

/** The shop, with some of its questions answered otherwise. */
function shop(rest: Partial<MetricsSource>): MetricsSource {
  return {
    describe: () => facts.describe(),
    query: (query) => facts.query(query),
    conversations: (query) => facts.conversations(query),
    conversation: (id) => facts.conversation(id),
    knowledgeGaps: (query) => facts.knowledgeGaps(query),
    ...rest,
  };
}

async function page<
  T extends ('agent-kpi-grid' | 'agent-volume-chart' | 'agent-conversation-table' | 'knowledge-gaps-card')[],
>(source: MetricsSource, ...tags: T) {
  const provider = create('agent-metrics-provider', { source, now: NOW, timeZone: 'UTC' });
  provider.append(...tags.map((tag) => create(tag, { now: undefined, timeZone: undefined })));
  (await box()).append(provider);
  return provider;
}

describe('a refusal of one question', () => {
  keepConsoleQuiet();

  it('of one conversation leaves the table and the tiles', async () => {
    let isRefusing = false;
    const provider = await page(
      shop({ conversation: (id) => (isRefusing ? refuse() : facts.conversation(id)) }),
      'agent-kpi-grid',
      'agent-conversation-table',
    );
    const [grid, table] = [
      provider.querySelector('agent-kpi-grid')!,
      provider.querySelector('agent-conversation-table')!,
    ];
    await until(() => isReady(grid) && part(table, 'open'), 'the page');
    part(table, 'open')!.click();
    const thread = () => root(table).querySelector('dialog agent-conversation-thread');
    await until(() => thread() && isReady(thread()!), 'the thread');
    isRefusing = true;
    part(table, 'next')!.click();
    await until(() => thread() && notice(thread()!, 'not-allowed'), 'the refusal');
    expect(part(grid, 'tile')).to.exist;
    expect(part(table, 'row')).to.exist;
  });

  it('of another grouping leaves the tiles', async () => {
    const source = shop({ query: (query) => (query.groupBy === 'tag' ? refuse() : facts.query(query)) });
    const provider = await page(source, 'agent-kpi-grid', 'agent-volume-chart');
    const [grid, chart] = [provider.querySelector('agent-kpi-grid')!, provider.querySelector('agent-volume-chart')!];
    await until(() => isReady(grid) && isReady(chart), 'the page');
    chart.groupBy = 'tag';
    await until(() => notice(chart, 'not-allowed'), 'the refusal');
    expect(part(grid, 'tile')).to.exist;
    chart.groupBy = 'channel';
    await until(() => isReady(chart) && !notice(chart, 'not-allowed'), 'the bars again');
  });

  it('is one calm line, told to the page once and not asked again by a refresh', async () => {
    const { events, stop } = listen('agent-error');
    let asked = 0;
    let counted = 0;
    const source = shop({
      query: (query) => {
        counted++;
        return facts.query(query);
      },
      knowledgeGaps: () => {
        asked++;
        return refuse();
      },
    });
    const provider = await page(source, 'agent-kpi-grid', 'knowledge-gaps-card');
    const card = provider.querySelector('knowledge-gaps-card')!;
    provider.refresh = 1;
    await until(() => notice(card, 'not-allowed'), 'the refusal');
    expect(textOf(notice(card, 'not-allowed'))).to.equal(`Your account may not see this. ${REASON}`);
    expect(part(card, 'retry')).to.not.exist;
    expect(part(card, 'error')).to.not.exist;
    expect(root(card).querySelector('[role="alert"]')).to.not.exist;
    await expect(card).to.be.accessible();
    const before = counted;
    await until(() => counted >= before + 2, 'two refreshes');
    stop();
    expect(asked).to.equal(1);
    expect(events).to.have.length(1);
    card.only = 'unresolved-or-missed';
    await until(() => asked === 2, 'another question');
  });

  it('is no alert of a widget alone, and says so in other languages', async () => {
    const words = { de: 'Für dieses Konto nicht freigegeben.', ko: '이 계정으로는 볼 수 없습니다.' };
    for (const [lang, text] of Object.entries(words)) {
      const card = create('knowledge-gaps-card', { source: shop({ knowledgeGaps: refuse }), lang });
      (await box()).append(card);
      await until(() => textOf(notice(card, 'not-allowed')).startsWith(text), 'the refusal');
      expect(root(card).querySelector('[role="alert"]')).to.not.exist;
    }
  });
});

describe('records that were all refused', () => {
  keepConsoleQuiet();

  it('are named instead of an empty range', async () => {
    const wrong = { id: 'a', startedAt: 'yesterday' };
    for (const tag of ['agent-kpi-grid', 'agent-conversation-table'] as const) {
      const element = await mountReady(tag, { data: { timeZone: 'UTC', conversations: [wrong] } });
      expect(parts(element, 'notice').map(textOf)).to.deep.equal(['Nothing to show: all records were refused.']);
      expect(textOf(part(element, 'refused'))).to.contain('1 record was refused');
    }
  });
});
