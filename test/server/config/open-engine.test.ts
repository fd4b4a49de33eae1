import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { DEFAULT_ROLES, OPEN_ACCESS, type Access } from '../../../src/server/access/access.js';
import { openEngine, type OpenedEngine } from '../../../src/server/config/open-engine.js';
import { NO_CONFIG, type ReadConfig } from '../../../src/server/config/read-config.js';
import { june, NOW, rejection, talk, WEEK } from '../../fixtures/make-facts.js';

let folder: string;
let opened: OpenedEngine | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engine-'));
});
afterEach(async () => {
  await opened?.close();
  opened = undefined;
  await rm(folder, { recursive: true });
});

async function open(config: Partial<ReadConfig> = {}): Promise<OpenedEngine> {
  opened = await openEngine({ ...NO_CONFIG, ...config }, folder, { now: NOW });
  return opened;
}
const sourceOf = ({ engine }: OpenedEngine, access: Partial<Access> = {}) =>
  engine.sourceFor({ ...OPEN_ACCESS, ...access });
const totalOf = async (one: OpenedEngine, access: Partial<Access> = {}) =>
  (await sourceOf(one, access).conversations(WEEK)).total;
const file = (name: string, value: unknown) => writeFile(join(folder, name), JSON.stringify(value));

describe('what answers for a folder of files', () => {
  beforeEach(() => file('conversations.json', [talk('a'), talk('b', june(5), { profile: 'somebody' })]));

  it('has the facts of one tenant, and nothing of the others', async () => {
    const one = await open();
    await one.ready();
    expect([await totalOf(one), await totalOf(one, { tenant: 'other' })]).to.deep.equal([2, 0]);
    const others = sourceOf(one, { tenant: 'other' });
    expect([others.append, others.addKnowledge]).to.deep.equal([undefined, undefined]);
    expect((await rejection(others.conversation('a')))['status']).to.equal(404);
  });

  it('has those of the tenant that is configured', async () => {
    const one = await open({ tenant: 'shop' });
    expect([await totalOf(one), await totalOf(one, { tenant: 'shop' })]).to.deep.equal([0, 2]);
  });

  it('is not searched for those who may not see everything', async () => {
    const viewer = sourceOf(await open(), { may: DEFAULT_ROLES['viewer']! });
    expect((await rejection(viewer.conversations({ ...WEEK, search: 'parcel' }))).message).to.include('may not search');
  });

  it('reads them by its settings.json, which the configuration beats', async () => {
    await file('settings.json', { currency: 'USD', timeZone: 'Asia/Seoul' });
    expect(await sourceOf(await open({ currency: 'EUR' })).describe()).to.include({
      currency: 'EUR',
      timeZone: 'Asia/Seoul',
    });
  });
});

describe('what answers for a database', () => {
  it('keeps what each tenant sends over a restart', async () => {
    const first = await open({ database: { kind: 'duckdb' } });
    await sourceOf(first, { tenant: 'shop' }).append!({ conversations: [talk('a')] });
    await first.close();
    // The database lies there now, so that nothing has to name its kind.
    const second = await open();
    await second.ready();
    expect(second.name).to.match(/^duckdb \S+/);
    expect([await totalOf(second), await totalOf(second, { tenant: 'shop' })]).to.deep.equal([0, 1]);
  });

  it('is searched in what the asker may see', async () => {
    const one = await open({ database: { kind: 'duckdb' } });
    await sourceOf(one).append!({ conversations: [talk('a')] });
    const foundBy = async (role: string) =>
      (await sourceOf(one, { may: DEFAULT_ROLES[role]! }).conversations({ ...WEEK, search: 'parcel' })).total;
    expect([await foundBy('viewer'), await foundBy('analyst')]).to.deep.equal([0, 1]);
  });
});

describe('a folder that cannot answer', () => {
  it('says what is missing', async () => expect((await rejection(open())).message).to.include('holds no facts'));
});
