/** What a user typed and chose goes when somebody else asks; what the page has set stays. */
import { expect } from '@open-wc/testing';
import { createLocalSource } from '../../../src/sources/local-source.js';
import type { MetricsSource } from '../../../src/sources/metrics-source.js';
import { NOW } from '../support/answers.js';
import { box, choose, create, field, isReady, mountReady, part, parts, root, textOf, until } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

/** Notes the filters and phrases that somebody's source is asked for. */
function sourceOf(name: string, count = 60): MetricsSource & { heard: string[] } {
  const facts = createLocalSource(
    {
      timeZone: 'UTC',
      conversations: Array.from({ length: count }, (_, index) => ({
        id: `${name}-${index}`,
        startedAt: `2026-06-0${1 + (index % 6)}T10:00:00Z`,
        channel: `${name}-chat`,
        tag: `${name}-tag`,
        messages: [
          { at: `2026-06-0${1 + (index % 6)}T10:00:00Z`, from: 'visitor' as const, text: `The parcel of ${name}` },
        ],
      })),
    },
    { now: NOW },
  );
  const heard: string[] = [];
  const note = <Q>(query: Q): Q => {
    heard.push(JSON.stringify(query));
    return query;
  };
  return {
    heard,
    describe: () => facts.describe(),
    query: (query) => facts.query(note(query)),
    conversations: (query) => facts.conversations(note(query)),
    conversation: (id) => facts.conversation(id),
    knowledgeGaps: (query) => facts.knowledgeGaps(note(query)),
  };
}

/** Opens a dimension and chooses its first value. */
async function chooseFirst(bar: HTMLElement): Promise<void> {
  await until(() => part(bar, 'dimension'), 'the dimensions');
  parts(bar, 'dimension')
    .find((button) => textOf(button).startsWith('Tag'))!
    .click();
  await until(() => root(bar).querySelector('[part~="panel"] input[type="checkbox"]'), 'the values');
  root(bar).querySelector<HTMLInputElement>('[part~="panel"] input[type="checkbox"]')!.click();
}

describe('somebody else asks', () => {
  keepConsoleQuiet();

  for (const [given, stays] of [
    [undefined, undefined],
    [{ status: ['open'] }, { status: ['open'] }],
  ]) {
    it(`and filters chosen inside a provider are as the page had set them: ${JSON.stringify(stays)}`, async () => {
      const provider = create('agent-metrics-provider', {
        source: sourceOf('anna'),
        now: NOW,
        timeZone: 'UTC',
        filters: given,
      });
      const bar = create('agent-filter-bar', { now: undefined, timeZone: undefined });
      const grid = create('agent-kpi-grid', { now: undefined, timeZone: undefined });
      provider.append(bar, grid);
      (await box()).append(provider);
      await chooseFirst(bar);
      await until(() => JSON.stringify(provider.filters ?? {}).includes('anna-tag'), 'the filter');
      await until(() => isReady(grid), 'the tiles');
      const bert = sourceOf('bert');
      provider.source = bert;
      await until(() => bert.heard.length > 0 && isReady(grid), 'the tiles of Bert');
      expect(provider.filters).to.deep.equal(stays);
      expect(bert.heard.join()).to.not.contain('anna');
      expect(textOf(root(bar))).to.not.contain('anna');
    });
  }

  it('and filters that the page has set stay', async () => {
    const filters = { channel: ['bert-chat'] };
    const grid = await mountReady('agent-kpi-grid', { source: sourceOf('anna'), filters });
    const bert = sourceOf('bert');
    grid.source = bert;
    await until(() => bert.heard.length > 0 && isReady(grid), 'the tiles of Bert');
    expect(grid.filters).to.equal(filters);
  });

  it('and filters chosen in a bar alone go', async () => {
    const bar = await mountReady('agent-filter-bar', { source: sourceOf('anna') });
    await chooseFirst(bar);
    await until(() => part(bar, 'chip'), 'the chip');
    const bert = sourceOf('bert');
    bar.source = bert;
    await until(() => bert.heard.length > 0 && isReady(bar), 'the bar of Bert');
    expect(bar.filters).to.equal(undefined);
    expect(bert.heard.join()).to.not.contain('anna');
  });

  it('and a search and the page of the list begin anew', async () => {
    const table = await mountReady('agent-conversation-table', { source: sourceOf('anna') });
    await until(() => part(table, 'next-page'), 'the pages');
    choose(field(table, 'search'), 'parcel of anna');
    await until(() => table.search === 'parcel of anna' && isReady(table), 'the search');
    part(table, 'next-page')!.click();
    await until(() => textOf(part(table, 'page')).startsWith('26'), 'the second page');
    const bert = sourceOf('bert');
    table.source = bert;
    await until(() => textOf(part(table, 'table')).includes('parcel of bert'), 'the list of Bert');
    expect(table.search).to.equal('');
    expect(field(table, 'search').value).to.equal('');
    expect(bert.heard.join()).to.not.contain('anna');
    expect(bert.heard.every((query) => query.includes('"page":1,'))).to.equal(true);
  });

  it('and a search that the page has set stays', async () => {
    const table = await mountReady('agent-conversation-table', { source: sourceOf('anna'), search: 'parcel' });
    choose(field(table, 'search'), 'anna');
    await until(() => table.search === 'anna' && isReady(table), 'the search');
    table.source = sourceOf('bert');
    await until(() => textOf(part(table, 'table')).includes('parcel of bert'), 'the list of Bert');
    expect(table.search).to.equal('parcel');
  });

  it('and a grouping chosen in the chart is the one before', async () => {
    const chart = await mountReady('agent-volume-chart', {
      source: sourceOf('anna'),
      groupOptions: ['channel', 'tag'],
    });
    const picker = await until(() => root(chart).querySelector('select'), 'the picker').then(() =>
      root(chart).querySelector('select')!,
    );
    choose(picker, 'tag');
    await until(() => chart.groupBy === 'tag' && isReady(chart), 'the tags');
    const bert = sourceOf('bert');
    chart.source = bert;
    await until(() => bert.heard.length > 0 && isReady(chart), 'the chart of Bert');
    expect(chart.groupBy).to.equal('channel');
    expect(bert.heard.every((query) => query.includes('"groupBy":"channel"'))).to.equal(true);
  });

  it('and a dashboard shows what its author set', async () => {
    const dashboard = create('agent-dashboard', {
      source: sourceOf('anna'),
      preset: 'customer-agent-classic',
      now: NOW,
      timeZone: 'UTC',
    });
    (await box()).append(dashboard);
    const bar = () => root(dashboard).querySelector('agent-filter-bar');
    await until(() => bar() && part(bar()!, 'dimension'), 'the bar');
    await chooseFirst(bar()!);
    await until(() => dashboard.view.includes('anna-tag'), 'the filter');
    const bert = sourceOf('bert');
    dashboard.source = bert;
    await until(() => bert.heard.length > 0, 'the questions to the source of Bert');
    await until(
      () => textOf(root(dashboard).querySelector('agent-conversation-table')!.shadowRoot).includes('parcel of bert'),
      'the list of Bert',
    );
    expect(dashboard.view).to.not.contain('anna');
    expect(bert.heard.join()).to.not.contain('anna');
  });
});
