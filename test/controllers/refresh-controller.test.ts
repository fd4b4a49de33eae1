import { expect } from 'chai';
import { RefreshController } from '../../src/controllers/refresh-controller.js';
import { FakeHost } from './hosts.js';

interface Timer {
  tick: () => void;
  waitMs: number;
}

describe('RefreshController', () => {
  const original = { set: globalThis.setInterval, clear: globalThis.clearInterval };
  const timers = new Map<number, Timer>();
  const hosts: FakeHost[] = [];
  let last = 0;
  let isHidden = false;

  beforeEach(() => {
    timers.clear();
    isHidden = false;
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
    globalThis.setInterval = ((tick: () => void, waitMs: number) => {
      timers.set(++last, { tick, waitMs });
      return last;
    }) as unknown as typeof setInterval;
    globalThis.clearInterval = ((id: number) => timers.delete(id)) as unknown as typeof clearInterval;
  });

  afterEach(() => {
    for (const host of hosts.splice(0)) host.disconnect();
    globalThis.setInterval = original.set;
    globalThis.clearInterval = original.clear;
    delete (document as unknown as { hidden?: boolean }).hidden;
  });

  function refreshing(seconds: number) {
    const host = new FakeHost();
    hosts.push(host);
    const setting = { seconds };
    const ticks: number[] = [];
    new RefreshController(
      host,
      () => setting.seconds,
      () => ticks.push(1),
    );
    host.connect();
    return { host, setting, ticks };
  }

  const waits = () => [...timers.values()].map(({ waitMs }) => waitMs);

  function turn(hidden: boolean): void {
    isHidden = hidden;
    document.dispatchEvent(new Event('visibilitychange'));
  }

  for (const [seconds, expected] of [
    [0, []],
    [-5, []],
    [NaN, []],
    [30, [30_000]],
    [0.1, [1000]],
    [1e9, [2_147_483_000]],
    [Infinity, [2_147_483_000]],
  ] as const) {
    it(`waits ${expected.join() || 'for ever'} for a refresh of ${seconds}`, () => {
      refreshing(seconds);
      expect(waits()).to.deep.equal(expected);
    });
  }

  it('ticks', () => {
    const { ticks } = refreshing(30);
    for (const { tick } of timers.values()) tick();
    expect(ticks).to.have.length(1);
  });

  it('keeps one timer, however often its host is drawn', () => {
    const { host } = refreshing(30);
    const [id] = timers.keys();
    host.update();
    host.update();
    expect([...timers.keys()]).to.deep.equal([id]);
  });

  it('follows a changed setting', () => {
    const { host, setting } = refreshing(30);
    setting.seconds = 60;
    host.update();
    expect(waits()).to.deep.equal([60_000]);
    setting.seconds = 0;
    host.update();
    expect(waits()).to.deep.equal([]);
  });

  it('rests while the page is hidden', () => {
    refreshing(30);
    turn(true);
    expect(waits()).to.deep.equal([]);
    turn(false);
    expect(waits()).to.deep.equal([30_000]);
  });

  it('does not begin in a hidden page', () => {
    isHidden = true;
    refreshing(30);
    expect(waits()).to.deep.equal([]);
  });

  it('leaves nothing running when its host leaves, and starts again once when it is back', () => {
    const { host } = refreshing(30);
    host.disconnect();
    turn(false);
    expect(waits()).to.deep.equal([]);
    host.connect();
    expect(waits()).to.deep.equal([30_000]);
  });
});
