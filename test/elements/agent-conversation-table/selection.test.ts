/** What a user points at in another widget, and the conversations behind it. */
import { expect } from '@open-wc/testing';
import type { AgentConversationTable } from '../../../src/elements/agent-conversation-table/agent-conversation-table.js';
import type { AgentKpiGrid } from '../../../src/elements/agent-kpi-grid/agent-kpi-grid.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import { createLocalSource, type LocalSource } from '../../../src/sources/local-source.js';
import { june, NOW, said } from '../../fixtures/make-facts.js';
import { box, create, isReady, notice, part, parts, root, textOf, until } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

/** Three resolved, two open; the first two clicked, one of them twice. */
const talk = (n: number): Conversation => ({
  id: `c${n}`,
  startedAt: june(5, `1${n}:00`),
  channel: 'sms',
  messages: [said('visitor', june(5, `1${n}:00`), `Question ${n}`), said('agent', june(5, `1${n}:01`), 'Yes')],
  ...(n < 3 && { closedAt: june(5, `1${n}:05`) }),
  ...(n < 2 && {
    clicks: Array.from({ length: n + 1 }, () => ({ at: june(5, `1${n}:02`), url: 'https://shop.example' })),
  }),
});

interface Page {
  source: LocalSource;
  tiles: AgentKpiGrid;
  table: AgentConversationTable;
}

async function page(settings: Partial<AgentConversationTable> = {}): Promise<Page> {
  const source = createLocalSource({ timeZone: 'UTC', conversations: [0, 1, 2, 3, 4].map(talk) }, { now: NOW });
  const provider = create('agent-metrics-provider', { now: NOW, timeZone: 'UTC', source });
  const tiles = Object.assign(document.createElement('agent-kpi-grid'), {
    metrics: ['ai-resolved', 'link-clicks', 'ai-resolved-rate', 'missed-messages'],
  });
  const table = Object.assign(document.createElement('agent-conversation-table'), settings);
  provider.append(tiles, table);
  (await box()).append(provider);
  await until(() => isReady(tiles) && isReady(table), 'the page');
  return { source, tiles, table };
}

const tile = (tiles: Element, metric: string) => root(tiles).querySelector<HTMLElement>(`[data-metric="${metric}"]`)!;
const line = (table: Element) => textOf(part(table, 'selection')?.querySelector('p'));
const total = (table: Element) => textOf(part(table, 'page'));

function select({ tiles }: Page, metric: string): void {
  tile(tiles, metric).focus();
  tile(tiles, metric).click();
}

describe('a table under a provider', () => {
  keepConsoleQuiet();

  it('lists the conversations behind a tile and leads the user to them', async () => {
    const at = await page();
    select(at, 'ai-resolved');
    await until(() => line(at.table) === 'Resolved by AI: 3 conversations', 'the line');
    expect(root(at.table).activeElement).to.equal(part(at.table, 'selection'));
    await until(() => total(at.table) === '1–3 of 3', 'the rows');
    await expect(at.table).to.be.accessible();
  });

  it('says how many conversations are behind a number that counts something else', async () => {
    const at = await page();
    select(at, 'link-clicks');
    await until(() => line(at.table) === 'Link clicks: 3 in 2 conversations', 'the line');
    await until(() => total(at.table) === '1–2 of 2', 'the rows');
  });

  it('lists the numerator of a share', async () => {
    const at = await page();
    select(at, 'ai-resolved-rate');
    await until(() => line(at.table) === '% resolved by AI: 60% in 3 conversations', 'the line');
  });

  it('gives the whole list and the focus back', async () => {
    const at = await page();
    select(at, 'ai-resolved');
    await until(() => total(at.table) === '1–3 of 3', 'the rows');
    part(at.table, 'clear-selection')!.click();
    await until(() => total(at.table) === '1–5 of 5', 'all of them');
    expect(part(at.table, 'selection')).to.not.exist;
    expect(root(at.tiles).activeElement).to.equal(tile(at.tiles, 'ai-resolved'));
  });

  it('shows what was pointed at whole: a search goes', async () => {
    const at = await page({ search: 'Question 4' });
    expect(total(at.table)).to.equal('1–1 of 1');
    select(at, 'ai-resolved');
    await until(() => total(at.table) === '1–3 of 3', 'the rows');
    expect(at.table.search).to.equal('');
  });

  it('shows what was pointed at whole: what is typed and not yet looked for goes', async () => {
    const at = await page();
    const field = part<HTMLInputElement>(at.table, 'search')!;
    const { clearTimeout: clear } = globalThis;
    let cleared = 0;
    globalThis.clearTimeout = ((timer: number) => (cleared++, clear(timer))) as typeof clearTimeout;
    try {
      field.value = 'Question 4';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      cleared = 0;
      select(at, 'ai-resolved');
      await until(() => total(at.table) === '1–3 of 3', 'the rows');
    } finally {
      globalThis.clearTimeout = clear;
    }
    expect(cleared).to.be.above(0);
    expect([at.table.search, field.value]).to.deep.equal(['', '']);
  });

  it('says what was pointed at once', async () => {
    const at = await page();
    select(at, 'ai-resolved');
    await until(() => line(at.table) === 'Resolved by AI: 3 conversations', 'the line');
    expect(part(at.table, 'selection')!.getAttribute('aria-label')).to.equal('Conversations');
  });

  it('counts the same number while what is behind it is searched', async () => {
    const at = await page();
    select(at, 'link-clicks');
    await until(() => line(at.table) === 'Link clicks: 3 in 2 conversations', 'the line');
    at.table.search = 'Question 1';
    await until(() => total(at.table) === '1–1 of 1', 'the hit');
    expect(line(at.table)).to.equal('Link clicks: 3 in 2 conversations');
  });

  it('stays right when the data change', async () => {
    const at = await page();
    select(at, 'ai-resolved');
    await until(() => line(at.table) === 'Resolved by AI: 3 conversations', 'the line');
    await at.source.append({ conversations: [{ ...talk(2), id: 'c9' }] });
    await until(
      () => line(at.table) === 'Resolved by AI: 4 conversations' && total(at.table) === '1–4 of 4',
      'the new number',
    );
  });

  it('says when nothing is behind a number, with the way back', async () => {
    const at = await page();
    select(at, 'missed-messages');
    await until(() => notice(at.table, 'none-selected'), 'the notice');
    expect(textOf(notice(at.table, 'none-selected')!.querySelector('p'))).to.equal(
      'No conversation is behind this number.',
    );
    part(at.table, 'way-out')!.click();
    await until(() => total(at.table) === '1–5 of 5', 'all of them');
  });

  it('can be pointed at the same number again', async () => {
    const at = await page();
    select(at, 'ai-resolved');
    await until(() => line(at.table) === 'Resolved by AI: 3 conversations', 'the line');
    select(at, 'ai-resolved');
    await until(() => root(at.table).activeElement === part(at.table, 'selection'), 'the focus');
    expect(line(at.table)).to.equal('Resolved by AI: 3 conversations');
  });

  it('follows nobody where its conversations are others', async () => {
    const own = createLocalSource({ timeZone: 'UTC', conversations: [talk(1)] }, { now: NOW });
    const at = await page({ source: own });
    select(at, 'ai-resolved');
    await at.table.updateComplete;
    expect(part(at.table, 'selection')).to.not.exist;
    expect(parts(at.table, 'row')).to.have.length(1);
  });
});
