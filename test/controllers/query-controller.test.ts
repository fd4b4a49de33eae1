import { expect } from 'chai';
import { QueryController } from '../../src/controllers/query-controller.js';
import { FakeHost, pending, settled, type Pending } from './hosts.js';

function asking() {
  const host = new FakeHost();
  const asked: (Pending<string> & { question: string; signal: AbortSignal })[] = [];
  const told: string[] = [];
  const now: { question: string | undefined; subject: string } = { question: 'a', subject: 'source' };
  const controller = new QueryController<string, string>(host, {
    question: () => now.question,
    keyOf: (question) => question,
    subjectOf: () => now.subject,
    ask: (question, signal) => {
      const one = { ...pending<string>(), question, signal };
      asked.push(one);
      return one.promise;
    },
    onReady: (value) => told.push(`ready ${value}`),
    onFailed: (error) => told.push(`failed ${String(error)}`),
  });
  const change = (question: string | undefined) => {
    now.question = question;
    host.update();
  };
  host.connect();
  return { host, controller, asked, told, change, now };
}

describe('QueryController', () => {
  it('keeps no value of another subject', async () => {
    const { controller, asked, change, now } = asking();
    asked[0]!.resolve('1');
    await settled();
    now.subject = 'another source';
    change('b');
    expect(controller.load).to.deep.equal({ kind: 'loading' });
    asked[1]!.reject(new Error('Gone.'));
    await settled();
    expect(controller.load).to.not.have.property('last');
  });

  it('asks nothing once its host has left', async () => {
    const { host, asked, change, controller } = asking();
    host.disconnect();
    await settled();
    change('b');
    controller.reload();
    expect(asked).to.have.length(1);
  });

  it('asks on the first update and is loading', () => {
    const { controller, asked } = asking();
    expect(asked.map(({ question }) => question)).to.deep.equal(['a']);
    expect(controller.load).to.deep.equal({ kind: 'loading' });
  });

  it('is ready with the value, says so once and draws', async () => {
    const { host, controller, asked, told } = asking();
    const before = host.updates;
    asked[0]!.resolve('1');
    await settled();
    expect(controller.load).to.include({ kind: 'ready', value: '1' });
    expect(told).to.deep.equal(['ready 1']);
    expect(host.updates).to.equal(before + 1);
  });

  it('asks an equal question once', () => {
    const { host, asked } = asking();
    host.update();
    host.update();
    expect(asked).to.have.length(1);
  });

  it('has nothing to ask without a question', () => {
    const { controller, change, asked } = asking();
    change(undefined);
    expect(asked[0]!.signal.aborted).to.equal(true);
    expect(controller.load).to.deep.equal({ kind: 'idle' });
  });

  it('lets the newest win, whatever order the answers come in', async () => {
    const { controller, asked, told, change } = asking();
    change('b');
    change('c');
    expect(asked.map(({ signal }) => signal.aborted)).to.deep.equal([true, true, false]);
    asked[2]!.resolve('3');
    asked[0]!.resolve('1');
    asked[1]!.reject(new Error('late'));
    await settled();
    expect(controller.load).to.include({ kind: 'ready', value: '3' });
    expect(told).to.deep.equal(['ready 3']);
  });

  it('drops a late answer that comes before the newer one', async () => {
    const { controller, asked, change } = asking();
    change('b');
    asked[0]!.resolve('1');
    await settled();
    expect(controller.load.kind).to.equal('loading');
  });

  it('keeps the last good value while it loads and after it failed', async () => {
    const { controller, asked, told, change } = asking();
    asked[0]!.resolve('1');
    await settled();
    change('b');
    expect(controller.load).to.have.nested.property('last.value', '1');
    asked[1]!.reject('no');
    await settled();
    expect(controller.load).to.include({ kind: 'failed', error: 'no' });
    expect(controller.load).to.have.nested.property('last.value', '1');
    expect(told).to.deep.equal(['ready 1', 'failed no']);
    change('c');
    asked[2]!.reject('again');
    await settled();
    expect(controller.load).to.have.nested.property('last.value', '1');
  });

  it('asks the same question again when told to', async () => {
    const { controller, asked } = asking();
    asked[0]!.reject('no');
    await settled();
    controller.reload();
    expect(asked.map(({ question }) => question)).to.deep.equal(['a', 'a']);
    expect(controller.load).to.deep.equal({ kind: 'loading' });
  });

  it('aborts when its host leaves, drops what comes then, and asks again when it is back', async () => {
    const { host, asked, told } = asking();
    host.disconnect();
    await settled();
    expect(asked[0]!.signal.aborted).to.equal(true);
    asked[0]!.resolve('1');
    await settled();
    expect(told).to.deep.equal([]);
    host.connect();
    expect(asked).to.have.length(2);
  });

  it('goes on when its host only moves', async () => {
    const { host, asked, told } = asking();
    host.disconnect();
    host.connect();
    await settled();
    expect(asked).to.have.length(1);
    asked[0]!.resolve('1');
    await settled();
    expect(told).to.deep.equal(['ready 1']);
  });
});
