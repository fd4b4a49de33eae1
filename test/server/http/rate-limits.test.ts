import { expect } from 'chai';
import { addressKey, clientAddress, isOwnMachine } from '../../../src/server/http/client-address.js';
import { asking, problemOf } from './make-handler.js';

const auth = (request: Request) => request.headers.get('authorization')?.startsWith('Bearer good') ?? false;
const withToken = (token: string): RequestInit => ({ headers: { authorization: `Bearer ${token}` } });
const from = (address: string) => ({ address });

describe('how often somebody may ask', () => {
  it('is counted by token', async () => {
    const ask = asking({ auth, limits: { rate: { perMinute: 2 } } });
    const statuses = [];
    for (const token of ['good-1', 'good-1', 'good-2', 'good-1', 'good-2'])
      statuses.push((await ask('/api/describe', withToken(token))).status);
    expect(statuses).to.deep.equal([200, 200, 200, 429, 200]);
  });

  it('is counted by the token alone, however its header is written', async () => {
    const ask = asking({ auth: () => true, limits: { rate: { perMinute: 2 } } });
    const statuses = [];
    for (const authorization of ['Bearer good', 'bearer good', 'BEARER    good'])
      statuses.push((await ask('/api/describe', { headers: { authorization } })).status);
    expect(statuses).to.deep.equal([200, 200, 429]);
  });

  it('is counted by address, also without a token', async () => {
    const ask = asking({ limits: { rate: { perAddressPerMinute: 2 } } });
    const statuses = [];
    for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.2', '192.0.2.1'])
      statuses.push((await ask('/api/describe', {}, from(address))).status);
    expect(statuses).to.deep.equal([200, 200, 200, 429]);
  });

  it('says when to ask again', async () => {
    const ask = asking({ limits: { rate: { perAddressPerMinute: 1 } } });
    await ask('/api/describe', {}, from('192.0.2.1'));
    const response = await ask('/api/describe', {}, from('192.0.2.1'));
    expect(Number(response.headers.get('retry-after'))).to.be.within(1, 60);
    expect(await problemOf(response)).to.deep.equal({ status: 429, type: 'rate', parameter: undefined });
  });

  it('is soon too often with tokens that are not valid, and keeps nobody out who has a good one', async () => {
    const ask = asking({ auth });
    const statuses = [];
    for (let index = 0; index < 32; index++)
      statuses.push((await ask('/api/describe', withToken(`bad-${index}`), from('192.0.2.1'))).status);
    expect([statuses.indexOf(429), statuses.filter((status) => status === 401).length]).to.deep.equal([30, 30]);
    expect((await ask('/api/describe', withToken('good'), from('192.0.2.1'))).status).to.equal(200);
    expect((await ask('/api/describe', withToken('bad'), from('192.0.2.2'))).status).to.equal(401);
  });

  it('leaves this machine’s own programs alone unless it is told to count', async () => {
    const statusesOf = async (ask: ReturnType<typeof asking>) => {
      const statuses = new Set<number>();
      for (let index = 0; index < 40; index++)
        statuses.add((await ask('/api/describe', withToken('bad'), from('127.0.0.1'))).status);
      return [...statuses];
    };
    expect(await statusesOf(asking({ auth }))).to.deep.equal([401]);
    expect(await statusesOf(asking({ auth, limits: { rate: { perAddressPerMinute: 20 } } }))).to.deep.equal([401, 429]);
  });

  it('does not keep anybody from asking how it goes', async () => {
    const ask = asking({ limits: { rate: { perAddressPerMinute: 1 } } });
    for (let index = 0; index < 3; index++) expect((await ask('/healthz', {}, from('192.0.2.1'))).status).to.equal(200);
  });

  it('is not counted where it is switched off', async () => {
    const ask = asking({ auth, limits: { rate: false } });
    for (let index = 0; index < 40; index++)
      expect((await ask('/api/describe', withToken('bad'), from('192.0.2.1'))).status).to.equal(401);
  });
});

describe('where a request comes from', () => {
  const request = (headers: Record<string, string> = {}) => new Request('http://127.0.0.1/', { headers });
  const cases: [name: string, headers: Record<string, string>, proxies: number, address: string][] = [
    ['is the other end', {}, 0, '192.0.2.9'],
    ['is no matter of a header that anybody can write', { 'x-forwarded-for': '203.0.113.7' }, 0, '192.0.2.9'],
    ['is what one’s own proxy says', { 'x-forwarded-for': '203.0.113.7' }, 1, '203.0.113.7'],
    ['is not what was said to the proxy', { 'x-forwarded-for': '127.0.0.1, 203.0.113.7' }, 1, '203.0.113.7'],
    [
      'is what the outer of two proxies says',
      { 'x-forwarded-for': '127.0.0.1, 203.0.113.7, 10.0.0.1' },
      2,
      '203.0.113.7',
    ],
    ['is no port', { 'x-forwarded-for': '203.0.113.7:51234' }, 1, '203.0.113.7'],
    ['is no port of IPv6', { 'x-forwarded-for': '[2001:db8::1]:51234' }, 1, '2001:db8::1'],
    ['is IPv6 as it stands', { 'x-forwarded-for': '2001:db8::1' }, 1, '2001:db8::1'],
    ['is the other end where the proxy says nothing', {}, 1, '192.0.2.9'],
  ];
  for (const [name, headers, proxies, address] of cases) {
    it(name, () => expect(clientAddress(request(headers), { address: '192.0.2.9' }, proxies)).to.equal(address));
  }

  const keys: [address: string, key: string][] = [
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:1:2::1', '2001:db8:1:2'],
    ['::1', '0:0:0:0'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
  ];
  for (const [address, key] of keys) it(`counts ${address} as ${key}`, () => expect(addressKey(address)).to.equal(key));

  const own: [
    name: string,
    address: string | undefined,
    headers: Record<string, string>,
    proxies: number,
    is: boolean,
  ][] = [
    ['a program here', '127.0.0.1', {}, 0, true],
    ['a program here over IPv6', '::1', {}, 0, true],
    ['a program here over both', '::ffff:127.0.0.1', {}, 0, true],
    ['a stranger', '192.0.2.1', {}, 0, false],
    ['nobody knows who', undefined, {}, 0, false],
    ['a stranger through a proxy here', '127.0.0.1', { 'x-forwarded-for': '192.0.2.1' }, 0, false],
    ['a stranger through a proxy of one’s own', '127.0.0.1', { 'x-forwarded-for': '192.0.2.1' }, 1, false],
    ['a stranger who claims to be here', '192.0.2.1', { 'x-forwarded-for': '127.0.0.1' }, 0, false],
  ];
  for (const [name, address, headers, proxies, is] of own)
    it(`${name} is ${is ? '' : 'not '}on this machine`, () =>
      expect(isOwnMachine(request(headers), { address }, proxies)).to.equal(is));
});
