/** How far a source has come with reading its data, as widgets show it. */
import { expect } from '@open-wc/testing';
import type { AgentKpiGrid } from '../../../src/elements/agent-kpi-grid/agent-kpi-grid.js';
import type { ProgressListener } from '../../../src/sources/progress.js';
import type { MetricsSource } from '../../../src/sources/metrics-source.js';
import '../../../src/define/agent-dashboard.js';
import '../../../src/define/agent-kpi-grid.js';
import '../../../src/define/agent-metrics-provider.js';
import { createLocalSource } from '../../../src/sources/local-source.js';
import { answering } from '../support/answers.js';
import { box, mount, part, parts, root, textOf, until } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

/** A source that reads for as long as the test wants. */
function readingSource() {
  const listeners = new Set<ProgressListener>();
  const said = { cancelled: 0 };
  const base = answering();
  let settle: () => void = () => undefined;
  const read = new Promise<void>((resolve) => (settle = resolve));
  const tell = (done: number | undefined, total?: number) =>
    listeners.forEach((listener) => listener(done === undefined ? undefined : { done, total }));
  const source: MetricsSource = {
    conversations: () => base.conversations(),
    conversation: () => base.conversation(),
    knowledgeGaps: () => base.knowledgeGaps(),
    describe: async () => {
      await read;
      return base.describe();
    },
    query: (query, options) => base.query(query, options),
    onProgress: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    cancel: () => void said.cancelled++,
  };
  return {
    source,
    tell,
    said,
    listeners,
    finish: () => {
      tell(undefined);
      settle();
    },
  };
}

const barOf = (element: Element) => root(element).querySelector('progress');

describe('a source that reads its data', () => {
  keepConsoleQuiet();

  it('is shown with its share until it is done', async () => {
    const { source, tell, finish } = readingSource();
    const grid = await mount('agent-kpi-grid', { source });
    expect(barOf(grid)).to.equal(null);
    tell(420, 1000);
    await until(() => barOf(grid), 'the bar');
    expect(textOf(part(grid, 'reading'))).to.match(/^Reading the data: 42% Stop$/);
    expect(barOf(grid)!.value).to.be.closeTo(0.42, 1e-9);
    await expect(grid).to.be.accessible();
    finish();
    await until(() => parts(grid, 'tile').length > 0, 'the numbers');
    expect(barOf(grid)).to.equal(null);
  });

  it('of unknown length is shown without a share', async () => {
    const { source, tell } = readingSource();
    const grid = await mount('agent-kpi-grid', { source });
    tell(420);
    await until(() => barOf(grid), 'the bar');
    expect(barOf(grid)!.hasAttribute('max')).to.equal(false);
    expect(barOf(grid)!.position).to.equal(-1);
    expect(textOf(part(grid, 'reading'))).to.equal('Reading the data Stop');
  });

  it('is stopped by its user', async () => {
    const { source, tell, said } = readingSource();
    const grid = await mount('agent-kpi-grid', { source });
    tell(1, 1000);
    await until(() => part(grid, 'cancel'), 'the button');
    part(grid, 'cancel')!.click();
    expect(said.cancelled).to.equal(1);
  });

  it('says so when it was stopped, and keeps the focus where it can go on', async () => {
    const grid = await mount('agent-kpi-grid', {
      source: createLocalSource(
        new Response(
          new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(2_000_000).fill(32)) }),
        ),
        { worker: 'never' },
      ),
    });
    await until(() => part(grid, 'cancel'), 'the button');
    part(grid, 'cancel')!.focus();
    part(grid, 'cancel')!.click();
    await until(() => part(grid, 'retry'), 'the way on');
    expect(textOf(part(grid, 'error'))).to.equal('The data were not read to the end. Try again');
    expect(root(grid).activeElement).to.equal(root(grid).querySelector('.frame'));
  });

  it('is told to the page once, by the element whose source it is', async () => {
    const { source, tell } = readingSource();
    const place = await box();
    const told: [string, number, number | undefined][] = [];
    place.addEventListener('agent-progress', (event) => {
      const { done, total } = event;
      told.push([(event.target as Element).localName, done, total]);
    });
    const provider = document.createElement('agent-metrics-provider');
    provider.source = source;
    provider.append(document.createElement('agent-kpi-grid'), document.createElement('agent-kpi-grid'));
    place.append(provider);
    await until(() => [...provider.children].every((grid) => (grid as AgentKpiGrid).hasUpdated), 'the grids');
    tell(5, 10);
    expect(told).to.deep.equal([['agent-metrics-provider', 5, 10]]);
    await until(() => [...provider.children].every(barOf), 'a bar in each');
  });

  it('is shown once on a dashboard', async () => {
    const { source, tell } = readingSource();
    const dashboard = await mount('agent-dashboard', { source });
    tell(5, 10);
    const bars = () =>
      [dashboard, ...root(dashboard).querySelectorAll('*')].filter((element) => element.shadowRoot && barOf(element));
    await until(() => bars().length > 0, 'the bar');
    expect(bars()).to.deep.equal([dashboard]);
  });

  it('is no longer listened to by a widget that has left', async () => {
    const { source, listeners } = readingSource();
    const grid = await mount('agent-kpi-grid', { source });
    expect(listeners.size).to.equal(1);
    grid.remove();
    expect(listeners.size).to.equal(0);
  });
});
