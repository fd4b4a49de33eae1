import { expect } from 'chai';
import type { Steps } from '../../src/core/steps.js';
import { runInSlices } from '../../src/ingest/run-in-slices.js';
import { rejection } from '../fixtures/make-facts.js';

/** So many steps of so many milliseconds each on a clock of their own. */
function working(steps: number, stepMs: number) {
  let at = 0;
  const slices: number[] = [];
  function* work(): Steps<string> {
    for (let step = 0; step < steps; step++) {
      at += stepMs;
      yield;
    }
    return 'done';
  }
  const yieldThread = async () => void slices.push(at);
  return { work: work(), slices, options: { now: () => at, yieldThread } };
}

describe('runInSlices', () => {
  it('gives the thread back every 10 ms', async () => {
    const { work, slices, options } = working(100, 1);
    expect(await runInSlices(work, options)).to.equal('done');
    expect(slices).to.deep.equal([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  });

  it('pauses after each step that is longer than a slice', async () => {
    const { work, slices, options } = working(3, 50);
    await runInSlices(work, options);
    expect(slices).to.deep.equal([50, 100, 150]);
  });

  it('does not pause for short work', async () => {
    const { work, slices, options } = working(5, 1);
    await runInSlices(work, options);
    expect(slices).to.deep.equal([]);
  });

  it('ends at the next pause after its signal aborts', async () => {
    const { work, slices, options } = working(100, 1);
    const abort = new AbortController();
    const reason = new Error('gone');
    const yieldThread = async () => {
      await options.yieldThread();
      if (slices.length === 3) abort.abort(reason);
    };
    expect(await rejection(runInSlices(work, { ...options, yieldThread, signal: abort.signal }))).to.equal(reason);
    expect(slices).to.deep.equal([10, 20, 30]);
  });

  it('lets other tasks run in between', async () => {
    let isTold = false;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      isTold = true;
      port1.close();
    };
    function* work(): Steps<number> {
      port2.postMessage(undefined);
      for (let turn = 0; turn < 100_000; turn++) {
        if (isTold) return turn;
        yield;
      }
      return Infinity;
    }
    let at = 0;
    expect(await runInSlices(work(), { now: () => (at += 10) })).to.be.below(100_000);
  });
});
