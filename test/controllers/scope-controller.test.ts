import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { provideScope, type MetricsScope } from '../../src/context/metrics-context.js';
import { ScopeController } from '../../src/controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../src/controllers/scope-properties.js';
import { description, NOW } from '../elements/support/answers.js';
import { ScriptedSource } from '../elements/support/scripted-source.js';

// Types of the declared properties, as the widgets do it.
// eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unsafe-declaration-merging
interface ScopedHost extends ScopeProperties {}
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
class ScopedHost extends LitElement {
  static override properties = scopeProperties;
  readonly scope = new ScopeController(this);
}
customElements.define('scoped-host', ScopedHost);

class ProvidingHost extends LitElement {
  readonly provided = provideScope(this);
}
customElements.define('providing-host', ProvidingHost);

const NOTHING: MetricsScope = {
  source: undefined,
  range: undefined,
  compare: undefined,
  timeZone: undefined,
  weekStart: undefined,
  now: undefined,
  filters: undefined,
  marks: undefined,
  refresh: undefined,
  subject: undefined,
  version: 0,
  hasPageNotices: false,
  failure: undefined,
  report: undefined,
  product: undefined,
  around: undefined,
  selected: undefined,
  select: undefined,
};

async function scoped(own: Partial<ScopeProperties>, provided?: Partial<MetricsScope>): Promise<ScopedHost> {
  const provider = new ProvidingHost();
  if (provided) provider.provided.setValue({ ...NOTHING, ...provided });
  const host = Object.assign(new ScopedHost(), own);
  (await fixture(html`<div></div>`)).append(provider);
  provider.append(host);
  await host.updateComplete;
  return host;
}

/** Described, so that it can be resolved. */
async function resolved(own: Partial<ScopeProperties>, provided?: Partial<MetricsScope>) {
  const { scope } = await scoped(own, provided);
  await waitUntil(() => scope.resolve(), 'the description');
  return scope.resolve()!;
}

const source = (rest = {}) => new ScriptedSource(description(rest));
const BROWSER_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

describe('ScopeController', () => {
  for (const [name, own, provided, fallback] of [
    ['range', 'today', 'yesterday', 'last-7-days'],
    ['compare', 'previous-year', 'previous-period', 'none'],
    ['weekStart', 7, 6, 1],
    ['timeZone', 'Asia/Seoul', 'Europe/Berlin', BROWSER_ZONE],
  ] as const) {
    it(`takes ${name} from the widget, else the provider, else ${fallback}`, async () => {
      expect((await scoped({ [name]: own }, { [name]: provided })).scope[name]).to.equal(own);
      expect((await scoped({}, { [name]: provided })).scope[name]).to.equal(provided);
      expect((await scoped({}, {})).scope[name]).to.equal(fallback);
    });
  }

  it('takes filters whole from the widget, without mixing in the provider’s', async () => {
    expect((await scoped({ filters: { tag: ['a'] } }, { filters: { channel: ['sms'] } })).scope.filters).to.deep.equal({
      tag: ['a'],
    });
    expect((await scoped({ filters: {} }, { filters: { channel: ['sms'] } })).scope.filters).to.deep.equal({});
    expect((await scoped({})).scope.filters).to.deep.equal({});
  });

  it('takes the source’s zone where neither widget nor provider set one', async () => {
    expect((await resolved({ source: source({ timeZone: 'Asia/Seoul' }), now: NOW })).timeZone).to.equal('Asia/Seoul');
    expect((await resolved({ source: source({ timeZone: null }), now: NOW })).timeZone).to.equal(BROWSER_ZONE);
    expect(
      (await resolved({ source: source({ timeZone: 'Asia/Seoul' }), now: NOW }, { timeZone: 'Europe/Berlin' }))
        .timeZone,
    ).to.equal('Europe/Berlin');
  });

  it('prefers a source that is set to data, data to an endpoint, and all of them to the provider’s', async () => {
    const [own, provided] = [source(), source()];
    expect((await scoped({ source: own, data: {}, endpoint: '/nowhere' }, { source: provided })).scope.source).to.equal(
      own,
    );
    const computed = await scoped({ data: { conversations: [] } }, { source: provided });
    expect(computed.scope.source).to.not.equal(provided);
    expect(computed.scope.source).to.equal(computed.scope.source);
    expect((await scoped({}, { source: provided })).scope.source).to.equal(provided);
  });

  it('writes now into the query only where it was set', async () => {
    expect((await resolved({ source: source(), now: NOW })).nowText).to.equal(NOW);
    expect((await resolved({ source: source() })).nowText).to.equal(undefined);
  });

  it('resolves range and comparison around now', async () => {
    const { range, compare } = await resolved({
      source: source(),
      now: NOW,
      timeZone: 'UTC',
      compare: 'previous-period',
    });
    expect({ range, compare }).to.deep.equal({
      range: { from: '2026-06-01', to: '2026-06-07' },
      compare: { from: '2026-05-25', to: '2026-05-31' },
    });
  });

  it('waits for the description, since it decides the zone', async () => {
    const silent = source();
    silent.describe = () => new Promise(() => undefined);
    expect((await scoped({ source: silent, now: NOW })).scope.resolve()).to.equal(undefined);
  });

  for (const [what, own] of [
    ['range', { range: '2026-06-07/2026-06-01' }],
    ['comparison', { compare: 'never' }],
    ['zone', { timeZone: 'Mars' }],
    ['now', { now: 'soon' }],
  ] as const) {
    it(`throws a RangeError for a ${what} that cannot be`, async () => {
      const { scope } = await scoped({ source: source(), ...own });
      await waitUntil(() => scope.described, 'the description');
      expect(() => scope.resolve()).to.throw(RangeError, new RegExp(Object.values(own)[0]!.slice(0, 4)));
    });
  }

  it('writes times in UTC where the zone cannot be', async () =>
    expect((await scoped({ timeZone: 'Mars' })).scope.displayZone).to.equal('UTC'));
});
