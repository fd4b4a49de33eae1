/** A page says once that its numbers could not be loaded, however many widgets have none. */
import { expect } from '@open-wc/testing';
import { createLocalSource } from '../../../src/sources/local-source.js';
import type { MetricsSource } from '../../../src/sources/metrics-source.js';
import { endpointOf } from '../../sources/in-page-endpoint.js';
import { NOW } from '../support/answers.js';
import {
  box,
  byRole,
  create,
  isReady,
  listen,
  mount,
  part,
  root,
  textOf,
  until,
  type Settings,
} from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';
import { shopData } from '../support/shop-data.js';

const INSIDE = [
  'agent-kpi-grid',
  'agent-volume-chart',
  'agent-conversation-table',
  'knowledge-gaps-card',
  'agent-skills-card',
  'agent-filter-bar',
] as const;
const PRESETS = ['customer-agent', 'customer-agent-classic', 'customer-hub', 'help-desk', 'chatbot'];
const facts = createLocalSource(shopData, { now: NOW });

/** A source of the shop whose questions fail while the test wants it, and all or some of them. */
class FailingSource implements MetricsSource {
  reason: string | undefined;
  /** Unset: all. */
  only: keyof MetricsSource | undefined;
  asked = 0;
  readonly describe = () => this.#answer('describe', () => facts.describe());
  readonly query: MetricsSource['query'] = (query) => this.#answer('query', () => facts.query(query));
  readonly conversations: MetricsSource['conversations'] = (query) =>
    this.#answer('conversations', () => facts.conversations(query));
  readonly conversation: MetricsSource['conversation'] = (id) =>
    this.#answer('conversation', () => facts.conversation(id));
  readonly knowledgeGaps: MetricsSource['knowledgeGaps'] = (query) =>
    this.#answer('knowledgeGaps', () => facts.knowledgeGaps(query));
  readonly records: NonNullable<MetricsSource['records']> = (query) =>
    this.#answer('records', () => facts.records(query));
  readonly questions: NonNullable<MetricsSource['questions']> = (query) =>
    this.#answer('questions', () => facts.questions(query));

  async #answer<A>(name: keyof MetricsSource, answer: () => Promise<A>): Promise<A> {
    this.asked++;
    if (this.reason !== undefined && (this.only ?? name) === name) throw new Error(this.reason);
    return answer();
  }
}

function failing(reason = 'No network.', only?: keyof MetricsSource): FailingSource {
  return Object.assign(new FailingSource(), { reason, only });
}

/** Of everything on the page, through all shadow roots. */
function allAlerts(node: ParentNode = document): Element[] {
  return [...node.querySelectorAll('*')].flatMap((each) => [
    ...(each.getAttribute('role') === 'alert' && textOf(each) ? [each] : []),
    ...(each.shadowRoot ? allAlerts(each.shadowRoot) : []),
  ]);
}

async function provider(source: MetricsSource, settings: Settings<'agent-metrics-provider'> = {}) {
  const element = create('agent-metrics-provider', { source, now: NOW, timeZone: 'UTC', ...settings });
  for (const tag of INSIDE) element.append(create(tag, { now: undefined, timeZone: undefined }));
  (await box()).append(element);
  return element;
}
const widgets = (element: Element) => INSIDE.map((tag) => element.querySelector(tag)!);
const told = (element: Element) => widgets(element).map((widget) => textOf(part(widget, 'error')));
const isLoaded = (element: Element) => widgets(element).every(isReady);

describe('a provider none of whose widgets could be loaded', () => {
  keepConsoleQuiet();

  for (const [name, only] of [
    ['when nothing is known', undefined],
    ['when the source can be described', 'everything but the description'],
  ] as const) {
    it(`says why once, ${name}`, async () => {
      const source = failing();
      if (only) Object.assign(source, { describe: () => facts.describe() });
      const element = await provider(source);
      await until(() => part(element, 'error') && told(element).every((text) => text === 'Not loaded.'), 'the failure');
      expect(allAlerts()).to.deep.equal([part(element, 'error')]);
      expect(textOf(part(element, 'error'))).to.equal('The numbers could not be loaded. No network. Try again');
      for (const widget of widgets(element)) {
        expect(part(widget, 'retry')).to.not.exist;
        await expect(widget).to.be.accessible();
      }
      await expect(element).to.be.accessible();
    });
  }

  it('asks everything again at once, and says nothing more when it works', async () => {
    const source = failing();
    const element = await provider(source);
    await until(() => part(element, 'retry'), 'the button');
    source.reason = undefined;
    part(element, 'retry')!.focus();
    part(element, 'retry')!.click();
    await until(() => isLoaded(element), 'the numbers');
    expect(part(element, 'error')).to.not.exist;
    expect(allAlerts()).to.deep.equal([]);
    expect(widgets(element)).to.include(document.activeElement);
  });

  it('keeps the last numbers with their age, and the same alert over several refreshes', async () => {
    const source = new FailingSource();
    const element = await provider(source);
    await until(() => isLoaded(element), 'the numbers');
    source.reason = 'No network.';
    element.reload();
    await until(() => part(element, 'error'), 'the failure');
    const alert = allAlerts();
    expect(alert).to.have.length(1);
    expect(textOf(part(element.querySelector('agent-kpi-grid')!, 'error'))).to.match(
      /^Not loaded\. Numbers for Jun 1 – 7, 2026, as of .*\d+:\d\d/,
    );
    expect(part(element.querySelector('agent-kpi-grid')!, 'tile')).to.exist;
    expect(part(element.querySelector('agent-conversation-table')!, 'row')).to.exist;
    const before = source.asked;
    element.reload();
    await until(
      () => source.asked > before && widgets(element).every((widget) => part(widget, 'error')),
      'the second failure',
    );
    expect(allAlerts()).to.deep.equal(alert);
  });

  it('tells each failure to the page as ever', async () => {
    const { events, stop } = listen('agent-error');
    const element = await provider(failing());
    await until(() => part(element, 'error'), 'the failure');
    stop();
    expect(events.map(({ target }) => (target as Element).localName).sort()).to.deep.equal([...INSIDE].sort());
  });

  for (const [lang, says, quiet] of [
    ['de', 'Die Zahlen konnten nicht geladen werden. No network. Erneut versuchen', 'Nicht geladen.'],
    ['ko', '수치를 불러오지 못했습니다. No network. 다시 시도', '불러오지 못했습니다.'],
    ['fi', 'Lukuja ei voitu ladata. No network. Yritä uudelleen', 'Ei ladattu.'],
  ] as const) {
    it(`speaks ${lang}`, async () => {
      const element = await provider(failing(), { lang });
      await until(
        () =>
          part(element, 'error') &&
          textOf(part(element, 'error')) === says &&
          told(element).every((text) => text === quiet),
        'the words',
      );
    });
  }

  it('leaves a failure of one widget to it', async () => {
    const source = failing('The gaps are tired.', 'knowledgeGaps');
    const element = await provider(source);
    const gaps = element.querySelector('knowledge-gaps-card')!;
    await until(
      () => part(gaps, 'error') && widgets(element).every((widget) => widget === gaps || isReady(widget)),
      'the numbers and one failure',
    );
    expect(part(element, 'error')).to.not.exist;
    expect(allAlerts()).to.deep.equal([]);
    expect(textOf(part(gaps, 'error'))).to.equal('The numbers could not be loaded. The gaps are tired. Try again');
    await expect(gaps).to.be.accessible();
    source.reason = undefined;
    part(gaps, 'retry')!.click();
    await until(() => isLoaded(element), 'the gaps');
  });

  it('says nothing of the failure before once it has another source', async () => {
    const element = await provider(failing());
    await until(() => part(element, 'error'), 'the failure');
    element.source = new FailingSource();
    await until(() => isLoaded(element), 'the numbers');
    expect(allAlerts()).to.deep.equal([]);
  });
});

describe('widgets of one page without a provider', () => {
  keepConsoleQuiet();

  it('raise one alert for the same endpoint, and each says its reason', async () => {
    const original = globalThis.fetch;
    globalThis.fetch = async () => new Response(null, { status: 503 });
    try {
      const place = await box();
      const elements = await Promise.all(
        INSIDE.map((tag) => mount(tag, { endpoint: 'https://shop.example/api' }, place)),
      );
      await until(() => elements.every((element) => part(element, 'retry')), 'the failures');
      expect(allAlerts()).to.have.length(1);
      for (const element of elements)
        expect(textOf(part(element, 'error'))).to.equal(
          'The numbers could not be loaded. The endpoint answered 503. Try again',
        );
      globalThis.fetch = endpointOf(facts);
      for (const element of elements) part(element, 'retry')!.click();
      await until(() => elements.every(isReady), 'the numbers');
      expect(allAlerts()).to.deep.equal([]);
    } finally {
      globalThis.fetch = original;
    }
  });

  it('leave the word to the next that fails when the first has gone', async () => {
    const place = await box();
    const first = await mount('agent-kpi-grid', { source: failing() }, place);
    await until(() => byRole(first, 'alert'), 'the first alert');
    first.remove();
    const second = await mount('agent-kpi-grid', { source: failing() }, place);
    await until(() => byRole(second, 'alert'), 'the second alert');
  });
});

describe('trying again', () => {
  keepConsoleQuiet();

  it('says a second failure aloud as well, also when another widget is drawn meanwhile', async () => {
    const place = await box();
    let fail: (() => void) | undefined;
    const slow: MetricsSource = Object.assign(failing(), {
      describe: () => facts.describe(),
      query: () => new Promise<never>((_, reject) => (fail = () => reject(new Error('No network.')))),
    });
    const speaking = await mount('agent-kpi-grid', { source: slow }, place);
    await until(() => fail, 'the question');
    fail!();
    await until(() => byRole(speaking, 'alert'), 'the alert');
    const other = await mount('agent-kpi-grid', { source: failing() }, place);
    await until(() => part(other, 'error'), 'the other failure');
    fail = undefined;
    part(speaking, 'retry')!.click();
    await until(() => fail && !part(speaking, 'error'), 'the second question');
    other.requestUpdate();
    await other.updateComplete;
    expect(allAlerts()).to.deep.equal([]);
    fail!();
    await until(() => byRole(speaking, 'alert'), 'the second alert');
    expect(allAlerts()).to.deep.equal([byRole(speaking, 'alert')]);
  });
});

describe('a range that is none', () => {
  keepConsoleQuiet();

  for (const hasPicker of [true, false]) {
    it(`is said in one alert, ${hasPicker ? 'with' : 'without'} a range picker, and no button offers to ask it again`, async () => {
      const element = create('agent-metrics-provider', {
        source: facts,
        now: NOW,
        timeZone: 'UTC',
        range: 'nonsense',
      });
      const bare = { now: undefined, timeZone: undefined };
      const picker = create('agent-range-picker', bare as Settings<'agent-range-picker'>);
      element.append(...(hasPicker ? [picker] : []), create('agent-kpi-grid', bare as Settings<'agent-kpi-grid'>));
      (await box()).append(element);
      await until(() => part(element, 'error') && allAlerts().length > 0, 'the failure');
      await element.updateComplete;
      expect(allAlerts()).to.have.length(1);
      expect(textOf(allAlerts()[0])).to.contain('"nonsense"').and.to.contain('last-7-days');
      expect(part(element, 'retry')).to.not.exist;
      element.range = 'last-7-days';
      await until(() => isReady(element.querySelector('agent-kpi-grid')!), 'the numbers');
      expect(allAlerts()).to.deep.equal([]);
    });
  }
});

describe('a dashboard whose endpoint fails', () => {
  keepConsoleQuiet();

  for (const preset of PRESETS) {
    it(`raises one alert on the page "${preset}", before and after its first numbers`, async () => {
      const source = failing();
      const element = await mount('agent-dashboard', { preset, source });
      await until(() => part(element, 'retry'), 'the failure');
      expect(allAlerts()).to.have.length(1);
      source.reason = undefined;
      part(element, 'retry')!.click();
      const inside = () => parted(element).filter((widget) => part(widget, 'frame'));
      await until(
        () =>
          inside().length > 0 &&
          inside().every((widget) => part(widget, 'frame')!.getAttribute('aria-busy') !== 'true'),
        'the numbers',
      );
      expect(allAlerts()).to.deep.equal([]);
      source.reason = 'No network.';
      element.reload();
      await until(() => allAlerts().length > 0, 'the alert');
      await until(
        () => inside().every((widget) => part(widget, 'frame')!.getAttribute('aria-busy') !== 'true'),
        'all failures',
      );
      expect(allAlerts().map(textOf)).to.deep.equal(['The numbers could not be loaded. No network. Try again']);
      expect(inside().filter((widget) => part(widget, 'retry'))).to.deep.equal([]);
      expect(textOf(root(element).querySelector('header'))).to.not.contain('Updating');
    });
  }
});

const parted = (element: Element): Element[] =>
  [...root(element).querySelectorAll('*')].filter(
    ({ localName }) =>
      localName.includes('-') && localName !== 'agent-metrics-provider' && localName !== 'agent-range-picker',
  );
