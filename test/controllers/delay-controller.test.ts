import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { DelayController } from '../../src/controllers/delay-controller.js';

/** A host that only holds controllers, and the clock as the test turns it. */
function withClock(
  deed: (clock: { tick: () => void; waits: number[]; leave: () => void; delay: DelayController }) => void,
): void {
  const { setTimeout: realSet, clearTimeout: realClear } = globalThis;
  const waits: number[] = [];
  const due = new Map<number, () => void>();
  globalThis.setTimeout = ((run: () => void, waitMs: number) => (
    due.set(waits.push(waitMs), run),
    waits.length
  )) as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((timer: number) => void due.delete(timer)) as typeof clearTimeout;
  const controllers: ReactiveController[] = [];
  const host = {
    addController: (one: ReactiveController) => void controllers.push(one),
  } as unknown as ReactiveControllerHost;
  try {
    const delay = new DelayController(host, 250);
    deed({
      delay,
      waits,
      tick: () => [...due.values()].forEach((run) => run()),
      leave: () => controllers.forEach((one) => one.hostDisconnected?.()),
    });
  } finally {
    Object.assign(globalThis, { setTimeout: realSet, clearTimeout: realClear });
  }
}

describe('DelayController', () => {
  it('does the last of several calls, once', () => {
    withClock(({ delay, tick, waits }) => {
      const done: string[] = [];
      for (const text of ['a', 'ab', 'abc']) delay.after(() => done.push(text));
      expect(done).to.deep.equal([]);
      tick();
      expect(done).to.deep.equal(['abc']);
      expect(waits).to.deep.equal([250, 250, 250]);
    });
  });

  it('does nothing once it was dropped or its host has left', () => {
    withClock(({ delay, tick, leave }) => {
      const done: string[] = [];
      delay.after(() => done.push('dropped'));
      delay.drop();
      delay.after(() => done.push('left'));
      leave();
      tick();
      expect(done).to.deep.equal([]);
    });
  });
});
