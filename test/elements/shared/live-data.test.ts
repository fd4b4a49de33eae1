/** Facts that change while widgets show them. */
import { expect } from '@open-wc/testing';
import type { AgentData } from '../../../src/core/facts/agent-data.js';
import { createLocalSource } from '../../../src/sources/local-source.js';
import { answering, NOW, waiting } from '../support/answers.js';
import { isReady, mount, mountReady, part, parts, root, textOf, until } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

const talk = (id: string, startedAt = '2026-06-03T10:00:00Z') => ({
  id,
  startedAt,
  messages: [{ at: startedAt, from: 'visitor' as const, text: 'Hello?' }],
});
const facts = (...ids: string[]): AgentData => ({ timeZone: 'UTC', conversations: ids.map((id) => talk(id)) });
const total = (element: Element) => textOf(root(element).querySelector('[data-metric="total-volume"] .exact'));

describe('widgets over data that change', () => {
  keepConsoleQuiet();

  it('ask again when their source takes more facts', async () => {
    const source = createLocalSource(facts('a', 'b'), { now: NOW });
    const element = await mountReady('agent-kpi-grid', { source, metrics: ['total-volume'] });
    expect(total(element)).to.equal('2');
    await source.append(facts('c'));
    await until(() => total(element) === '3', 'the third conversation');
  });

  it('hear of facts under a provider, too, and no more once they have left', async () => {
    const source = createLocalSource(facts('a'), { now: NOW });
    const provider = await mount('agent-metrics-provider', { now: NOW, source });
    const element = document.createElement('agent-kpi-grid');
    element.metrics = ['total-volume'];
    provider.append(element);
    await until(() => isReady(element), 'the number');
    await source.append(facts('b'));
    await until(() => total(element) === '2', 'the second conversation');
    element.remove();
    await element.updateComplete;
    await source.append(facts('c'));
    await element.updateComplete;
    expect(total(element)).to.equal('2');
    provider.append(element);
    await until(() => total(element) === '3', 'the third conversation');
  });

  it('keep their tiles and the focus in them when new data replace the old', async () => {
    const element = await mountReady('agent-kpi-grid', { data: facts('a'), metrics: ['total-volume'] });
    const tile = parts(element, 'tile')[0]!;
    tile.focus();
    element.data = facts('a', 'b', 'c');
    await until(() => total(element) === '3', 'the new number');
    expect(parts(element, 'tile')[0]).to.equal(tile);
    expect(root(element).activeElement).to.equal(tile);
  });

  it('show nothing of one source while another one answers', async () => {
    const element = await mountReady('agent-kpi-grid', { source: answering() });
    const slow = waiting();
    element.source = slow;
    await until(() => slow.asked.length === 1, 'the question');
    expect(part(element, 'skeleton')).to.exist;
  });

  it('are asked anew by a provider that is told to, and keep their last numbers meanwhile', async () => {
    const source = waiting();
    const provider = await mount('agent-metrics-provider', { now: NOW, timeZone: 'UTC', source });
    const [one, two] = [document.createElement('agent-kpi-grid'), document.createElement('agent-kpi-grid')];
    provider.append(one, two);
    await until(() => source.asked.length === 1, 'the question of both');
    const first = answering();
    source.asked.forEach(({ answer, query }) => void first.query(query).then(answer));
    await until(() => isReady(one) && isReady(two), 'the numbers');
    provider.reload();
    await until(() => source.asked.length === 2, 'their question again');
    expect(source.described).to.equal(2);
    expect(parts(one, 'tile')).to.have.length(7);
    expect(part(one, 'progress')).to.exist;
  });
});
