import { expect } from 'chai';
import type { Live } from '../../src/core/facts/agent-data.js';
import { readLiveState } from '../../src/core/live-state.js';

const NOW = Date.parse('2026-06-07T12:00:00Z');
const at = (day: string) => `2026-${day}T00:00:00Z`;

describe('an agent', () => {
  const cases: [name: string, live: Live | null | undefined, expected: object][] = [
    ['of which nothing is said is on', undefined, { kind: 'on' }],
    ['beside a hub of which alone is spoken is on', { hub: [{ since: at('01-01') }] }, { kind: 'on' }],
    ['that never was live is not yet', null, { kind: 'not-yet' }],
    ['without a span is not yet live', { agent: [] }, { kind: 'not-yet' }],
    ['whose first span lies ahead is not yet live', { agent: [{ since: at('06-20') }] }, { kind: 'not-yet' }],
    ['in an open span is on', { agent: [{ since: at('01-01') }] }, { kind: 'on' }],
    ['in a span that ends later is on', { agent: [{ since: at('01-01'), until: at('06-20') }] }, { kind: 'on' }],
    [
      'whose span has ended is off since then',
      { agent: [{ since: at('01-01'), until: at('06-05') }] },
      { kind: 'off', since: Date.parse(at('06-05')) },
    ],
    [
      'that comes back later is off until then',
      { agent: [{ since: at('01-01'), until: at('06-05') }, { since: at('06-20') }] },
      { kind: 'off', since: Date.parse(at('06-05')) },
    ],
    [
      'that came back is on',
      { agent: [{ since: at('01-01'), until: at('02-01') }, { since: at('03-01') }] },
      { kind: 'on' },
    ],
    [
      'off at this very instant is off',
      { agent: [{ since: at('01-01'), until: '2026-06-07T12:00:00Z' }] },
      { kind: 'off', since: NOW },
    ],
  ];
  for (const [name, live, expected] of cases) it(name, () => expect(readLiveState(live, NOW)).to.deep.equal(expected));

  const hub = { agent: [], hub: [{ since: at('01-01'), until: at('06-05') }] };
  it('of the hub is its own', () =>
    expect(readLiveState(hub, NOW, 'hub')).to.deep.equal({ kind: 'off', since: Date.parse(at('06-05')) }));
  it('of what nothing switches off is on', () =>
    expect([hub, null].map((live) => readLiveState(live, NOW, 'none').kind)).to.deep.equal(['on', 'on']));
});
