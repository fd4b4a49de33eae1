import { expect } from 'chai';
import { createFileSource, type FileOptions } from '../../src/sources/file-source.js';
import { NOW, rejection, talk, WEEK } from '../fixtures/make-facts.js';

const URL_OF_FILE = '/facts.json';
const fileOf = (...ids: string[]) => Response.json({ conversations: ids.map((id) => talk(id)) });

/** A file that has these contents one after the other, the last for ever. */
function file(answers: (() => Response | Promise<Response>)[], options: FileOptions = {}) {
  let asked = 0;
  const fetch = async () => answers[Math.min(++asked, answers.length) - 1]!();
  return { source: createFileSource(URL_OF_FILE, { now: NOW, fetch, ...options }), asked: () => asked };
}

const countOf = async (source: ReturnType<typeof createFileSource>) => (await source.describe()).facts['conversations'];

describe('a file of facts', () => {
  it('is fetched once for many questions', async () => {
    const { source, asked } = file([() => fileOf('a')]);
    expect([await countOf(source), await countOf(source), asked()]).to.deep.equal([1, 1, 1]);
  });

  it('is fetched again by the question after reload', async () => {
    const { source, asked } = file([() => fileOf('a'), () => fileOf('a', 'b')]);
    await countOf(source);
    source.reload();
    expect(asked()).to.equal(1);
    expect([await countOf(source), asked()]).to.deep.equal([2, 2]);
  });

  it('answers questions under way from what they began with', async () => {
    const { source } = file([() => fileOf('a'), () => fileOf('a', 'b')]);
    const before = countOf(source);
    source.reload();
    expect([await countOf(source), await before]).to.deep.equal([2, 1]);
  });

  it('that fails after reload rejects, and is tried again', async () => {
    const { source } = file([() => fileOf('a'), () => new Response(null, { status: 500 }), () => fileOf('b')]);
    await countOf(source);
    source.reload();
    expect((await rejection(source.describe()))['status']).to.equal(500);
    expect(await countOf(source)).to.equal(1);
  });

  it('that failed late does not undo a reload', async () => {
    let fail: (error: Error) => void = () => undefined;
    const { source, asked } = file([
      () =>
        new Promise<Response>((_, reject) => {
          fail = reject;
        }),
      () => fileOf('a'),
    ]);
    const first = rejection(source.describe());
    source.reload();
    await countOf(source);
    fail(new TypeError('reset'));
    expect((await first)['type']).to.equal('unreachable');
    await countOf(source);
    expect(asked()).to.equal(2);
  });

  it('that never comes is given up after the time-out', async () => {
    const error = await rejection(
      file([() => new Promise<Response>(() => undefined)], { timeoutMs: 20 }).source.describe(),
    );
    expect([error.name, error['type'], error.message]).to.deep.equal([
      'SourceError',
      'timeout',
      'The data file /facts.json did not come within 0.02 seconds.',
    ]);
  });

  it('with wrong options is refused at once', () => {
    expect(() => file([], { timeoutMs: 0 })).to.throw(RangeError, 'timeoutMs is 0');
    expect(() => file([], { fact: 'parcels' })).to.throw(RangeError, '"parcels"');
  });
});

describe('knowledge added to a file', () => {
  const article = { title: 'Where is my parcel?', body: 'Where is my parcel? Follow the parcel here.' };
  const gapsOf = async (source: ReturnType<typeof createFileSource>) => (await source.knowledgeGaps(WEEK)).gaps.length;

  it('closes its gap, and stays when the file is read again', async () => {
    const { source, asked } = file([() => fileOf('a', 'b')]);
    expect(await gapsOf(source)).to.equal(1);
    const { id } = await source.addKnowledge(article);
    expect(id).to.be.a('string');
    expect(await gapsOf(source)).to.equal(0);
    source.reload();
    expect([await gapsOf(source), (await source.describe()).facts['articles'], asked()]).to.deep.equal([0, 1, 2]);
  });

  it('stays when the file is read again meanwhile', async () => {
    const { source } = file([() => fileOf('a')]);
    const adding = source.addKnowledge(article);
    source.reload();
    await adding;
    expect(await gapsOf(source)).to.equal(0);
  });

  it('is told to whoever listens', async () => {
    const { source } = file([() => fileOf('a')]);
    let told = 0;
    const stop = source.subscribe(() => told++);
    await source.addKnowledge(article);
    stop();
    await source.addKnowledge(article);
    expect(told).to.equal(1);
  });
});
