import { expect } from 'chai';
import type { SuppliedData } from '../../../src/ingest/read-facts.js';
import type { Reading } from '../../../src/sources/local/answers.js';
import { LocalAnswers } from '../../../src/sources/local/local-answers.js';
import { checkSourceOptions } from '../../../src/core/source-options.js';
import { WorkerAnswers } from '../../../src/sources/worker/worker-answers.js';
import { WorkerHost } from '../../../src/sources/worker/worker-host.js';
import { NOW, rejection, talk } from '../../fixtures/make-facts.js';

/** Both sides on this thread; what goes between them is cloned as between threads. */
function worker() {
  const later = (run: () => void) => void Promise.resolve().then(run);
  const host = new WorkerHost(
    (options) => new LocalAnswers(options, { isOwnThread: true }),
    (message) => {
      const cloned = structuredClone(message);
      later(() => answers.receive(cloned));
    },
  );
  const port = {
    isEnded: false,
    postMessage(message: Parameters<WorkerHost['receive']>[0], transfer: Transferable[]) {
      const cloned = structuredClone(message, { transfer });
      later(() => host.receive(cloned));
    },
    terminate: () => void (port.isEnded = true),
  };
  const answers: WorkerAnswers = new WorkerAnswers(port, checkSourceOptions({ now: NOW }));
  return { answers, port };
}

async function read(reading: Reading, data: SuppliedData): Promise<void> {
  await reading.take(data);
  await reading.end();
}

describe('answers of a worker', () => {
  const records = [talk('a'), talk('b')];
  const forms: [name: string, data: object][] = [
    ['plain objects', { conversations: records }],
    ['a proxy of objects', { conversations: new Proxy(records, {}) }],
    [
      'objects with a function nobody reads',
      { conversations: records.map((one) => ({ ...one, startedAt: new Date(one.startedAt), open: () => undefined })) },
    ],
    [
      'columns with such a function',
      {
        columns: { conversations: { id: ['a', 'b'], startedAt: Float64Array.of(1.78e12, 1.78e12) } },
        open: () => undefined,
      },
    ],
  ];
  for (const [name, data] of forms) {
    it(`take ${name}`, async () => {
      const { answers } = worker();
      await read(answers.read(), data);
      expect(await answers.ask('describe', undefined, undefined)).to.deep.include({
        facts: { conversations: 2 },
        refused: { count: 0, first: [] },
      });
    });
  }

  it('say that it failed, to whoever waits and to whoever comes later, and end it', async () => {
    const { answers, port } = worker();
    await read(answers.read(), { conversations: records });
    const asked = rejection(answers.ask('describe', undefined, undefined));
    answers.fail('out of memory');
    expect((await asked).message).to.include('out of memory');
    expect((await rejection(answers.ask('describe', undefined, undefined))).message).to.include('out of memory');
    expect(port.isEnded).to.equal(true);
  });
});
