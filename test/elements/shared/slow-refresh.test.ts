/** Answers that take longer than the refresh arrive all the same. */
import { expect } from '@open-wc/testing';
import type { MetricsAnswer, MetricsQuery, SourceDescription } from '../../../src/core/query.js';
import { createLocalSource } from '../../../src/sources/local-source.js';
import type { AskOptions, MetricsSource } from '../../../src/sources/metrics-source.js';
import { NOW } from '../support/answers.js';
import { box, create, isReady, mount, part, root, until } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';
import { shopData } from '../support/shop-data.js';

/** Answers only when the test lets it, and notes what it was asked. */
class SlowSource implements MetricsSource {
  readonly #facts = createLocalSource(shopData, { now: NOW });
  readonly queries: { query: MetricsQuery; signal: AbortSignal }[] = [];
  described = 0;
  isSlow = false;
  #waiting: (() => void)[] = [];
  readonly conversations: MetricsSource['conversations'] = async (query, options) =>
    this.#slowly(() => this.#facts.conversations(query, options));
  readonly conversation: MetricsSource['conversation'] = async (id, options) =>
    this.#slowly(() => this.#facts.conversation(id, options));
  readonly knowledgeGaps: MetricsSource['knowledgeGaps'] = async (query, options) =>
    this.#slowly(() => this.#facts.knowledgeGaps(query, options));

  async describe(): Promise<SourceDescription> {
    this.described++;
    return this.#slowly(() => this.#facts.describe());
  }

  async query(query: MetricsQuery, { signal }: AskOptions = {}): Promise<MetricsAnswer> {
    this.queries.push({ query, signal: signal! });
    return this.#slowly(() => this.#facts.query(query));
  }

  /** Everything that was asked so far is answered. */
  answer(): void {
    for (const go of this.#waiting.splice(0)) go();
  }

  async #slowly<T>(answer: () => Promise<T>): Promise<T> {
    if (this.isSlow) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return answer();
  }
}

/** Every timer of a refresh, which the test fires. */
const SECONDS = 31;
let ticks: Set<() => void>;
const tick = () => [...ticks].forEach((each) => each());
const { setInterval: realSet, clearInterval: realClear } = globalThis;
const kept = new Map<unknown, () => void>();

beforeEach(() => {
  ticks = new Set();
  globalThis.setInterval = ((deed: () => void, waitMs: number) => {
    if (waitMs !== SECONDS * 1000) return realSet(deed, waitMs);
    const id = {};
    kept.set(id, deed);
    ticks.add(deed);
    return id;
  }) as typeof setInterval;
  globalThis.clearInterval = (id: unknown) => {
    const deed = kept.get(id);
    if (deed) ticks.delete(deed);
    else realClear(id as number);
  };
});
afterEach(() => {
  Object.assign(globalThis, { setInterval: realSet, clearInterval: realClear });
});

const SETUPS: [
  name: string,
  put: (source: MetricsSource) => Promise<HTMLElement>,
  widgets: (element: HTMLElement) => HTMLElement[],
][] = [
  ['alone', (source) => mount('agent-kpi-grid', { source, refresh: SECONDS }), (element) => [element]],
  [
    'in a provider',
    async (source) => {
      const provider = create('agent-metrics-provider', { source, refresh: SECONDS, now: NOW, timeZone: 'UTC' });
      for (const tag of ['agent-kpi-grid', 'agent-volume-chart'] as const)
        provider.append(create(tag, { now: undefined, timeZone: undefined }));
      (await box()).append(provider);
      return provider;
    },
    (element) => [...element.querySelectorAll<HTMLElement>('agent-kpi-grid, agent-volume-chart')],
  ],
  [
    'in a dashboard',
    (source) => mount('agent-dashboard', { source, refresh: SECONDS }),
    (element) => [...root(element).querySelectorAll<HTMLElement>('[part="card"]')],
  ],
];

for (const [name, put, widgetsOf] of SETUPS) {
  describe(`a refresh that is faster than the answers, ${name}`, () => {
    keepConsoleQuiet();

    const isDrawn = (element: HTMLElement) => widgetsOf(element).length > 0 && widgetsOf(element).every(isReady);

    async function slow() {
      const source = new SlowSource();
      const element = await put(source);
      await until(() => isDrawn(element), 'the first numbers');
      source.isSlow = true;
      return { source, element };
    }

    it('brings answers that come after three ticks, and asks for each once', async () => {
      const { source, element } = await slow();
      const before = { asked: source.queries.length, described: source.described };
      tick();
      await until(
        () => source.queries.length > before.asked && widgetsOf(element).every((widget) => part(widget, 'progress')),
        'the refresh',
      );
      await new Promise((resolve) => setTimeout(resolve));
      const asked = source.queries.length;
      tick();
      tick();
      await new Promise((resolve) => setTimeout(resolve));
      expect(source.queries).to.have.length(asked);
      expect(source.described).to.equal(before.described + 1);
      expect(source.queries.slice(before.asked).some(({ signal }) => signal.aborted)).to.equal(false);
      const isNew = source.queries.slice(before.asked).map(({ query }) => JSON.stringify(query));
      expect(new Set(isNew).size).to.equal(isNew.length);
      source.isSlow = false;
      source.answer();
      await until(() => isDrawn(element), 'the answers');
    });

    it('brings the first answers, too', async () => {
      const source = new SlowSource();
      source.isSlow = true;
      const element = await put(source);
      await until(() => ticks.size > 0 && source.described === 1, 'the description');
      for (let count = 0; count < 3; count++) tick();
      source.answer();
      await until(() => source.queries.length > 0, 'the questions');
      for (let count = 0; count < 3; count++) tick();
      await new Promise((resolve) => setTimeout(resolve));
      expect(source.queries.some(({ signal }) => signal.aborted)).to.equal(false);
      source.isSlow = false;
      source.answer();
      await until(() => isDrawn(element), 'the answers');
    });

    it('gives way to another range', async () => {
      const { source, element } = await slow();
      const before = source.queries.length;
      tick();
      await until(() => source.queries.length > before, 'the refresh');
      const refreshing = source.queries.slice(before);
      (element as HTMLElementTagNameMap['agent-kpi-grid']).range = 'last-14-days';
      await until(() => refreshing.every(({ signal }) => signal.aborted), 'the abort');
      source.isSlow = false;
      source.answer();
      await until(() => isDrawn(element), 'the answers');
      expect(source.queries.at(-1)!.query.from).to.equal('2026-05-25');
    });
  });
}
