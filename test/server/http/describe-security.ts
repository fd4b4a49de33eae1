/** Who may what, on every route, with every token: run against every engine that knows tenants. */
import { expect } from 'chai';
import type { AgentData } from '../../../src/core/facts/agent-data.js';
import { createTokenAuth } from '../../../src/server/access/token-auth.js';
import type { TenantEngine } from '../../../src/server/http/handler-options.js';
import { createMetricsHandler, type MetricsHandler } from '../../../src/server/http/metrics-handler.js';
import { june, said, talk, WEEK } from '../../fixtures/make-facts.js';
import { BAD_TOKENS, JWT_CONFIG, NOBODY, tokenWith } from '../access/make-tokens.js';
import { INJECTIONS, injectedRequests } from './injections.js';

export interface OpenedForTest {
  engine: TenantEngine;
  close?: () => Promise<void>;
}

/** Opens an engine with the facts of each tenant. */
export type OpenTenants = (tenants: ReadonlyMap<string, AgentData>) => Promise<OpenedForTest>;

/** Everything in it says whose it is. */
const factsOf = (tenant: string): AgentData => ({
  conversations: [
    talk(`${tenant}-1`, june(5), {
      channel: `${tenant}-channel`,
      tag: `${tenant}-tag`,
      profile: { id: `${tenant}-person`, name: `${tenant}-person` },
      messages: [
        said('visitor', june(5), `${tenant}-text where is my parcel?`),
        said('human', june(5), `${tenant}-text here`, { author: `${tenant}-person` }),
      ],
    }),
    talk('both', june(4), { channel: `${tenant}-channel` }),
  ],
  orders: [{ id: `${tenant}-order`, at: june(5), items: [{ productId: `${tenant}-product`, amount: 100 }] }],
  tickets: [
    {
      id: `${tenant}-ticket`,
      createdAt: june(5),
      channel: `${tenant}-channel`,
      subject: `${tenant}-text`,
      messages: [{ at: june(5), from: 'customer', text: `${tenant}-text` }],
    },
  ],
  surveys: [
    {
      id: `${tenant}-survey`,
      kind: 'csat',
      answeredAt: june(5),
      value: 5,
      comment: `${tenant}-text`,
      customerId: `${tenant}-person`,
    },
  ],
  articles: [{ id: `${tenant}-article`, title: `${tenant}-text about parcels` }],
});

const RANGE = new URLSearchParams(WEEK).toString();
const json = (body: object): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

/** By role: viewer, analyst, manager, admin. */
const ROUTES: readonly [path: string, init: RequestInit, statuses: readonly [number, number, number, number]][] = [
  ['describe', {}, [200, 200, 200, 200]],
  [`metrics?metrics=total-volume&groupBy=channel&${RANGE}`, {}, [200, 200, 200, 200]],
  [
    'metrics',
    json({ metrics: ['total-volume', 'ai-revenue'], ...WEEK, groupBy: 'tag', grain: 'day' }),
    [200, 200, 200, 200],
  ],
  [`conversations?${RANGE}`, {}, [200, 200, 200, 200]],
  ['conversations', json({ ...WEEK, ids: ['acme-1', 'both', 'other-1'] }), [200, 200, 200, 200]],
  [`conversations?${RANGE}&sort=profile`, {}, [403, 403, 200, 200]],
  [`conversations?${RANGE}&sort=-first-question`, {}, [403, 200, 200, 200]],
  ['conversations/acme-1', {}, [200, 200, 200, 200]],
  ['conversations/other-1', {}, [404, 404, 404, 404]],
  [`knowledge-gaps?${RANGE}`, {}, [403, 200, 200, 200]],
  [`records?metric=ticket-volume&${RANGE}`, {}, [200, 200, 200, 200]],
  [`records?metric=csat&${RANGE}`, {}, [200, 200, 200, 200]],
  [`records?metric=total-volume&${RANGE}`, {}, [200, 200, 200, 200]],
  [`questions?${RANGE}`, {}, [403, 200, 200, 200]],
  ['knowledge', json({ title: 'Parcels', body: 'They come.' }), [403, 403, 403, 201]],
  ['facts', json({ orders: [{ id: 'acme-new', at: june(6), items: [] }] }), [403, 403, 403, 200]],
  ['openapi.json', {}, [200, 200, 200, 200]],
];
const ROLES = ['viewer', 'analyst', 'manager', 'admin'] as const;

export function describeSecurity(
  name: string,
  open: OpenTenants,
  { injections = INJECTIONS }: { injections?: readonly string[] } = {},
): void {
  let opened: OpenedForTest;
  let handler: MetricsHandler;

  beforeAll(async () => {
    opened = await open(
      new Map([
        ['acme', factsOf('acme')],
        ['other', factsOf('other')],
      ]),
    );
    handler = createMetricsHandler({
      engine: opened.engine,
      auth: createTokenAuth({ jwt: JWT_CONFIG }),
      limits: { rate: false },
    });
  });
  afterAll(() => opened?.close?.());

  async function ask(
    path: string,
    init: RequestInit,
    authorization: string | undefined,
  ): Promise<{ status: number; text: string }> {
    const headers = new Headers(init.headers);
    if (authorization !== undefined) headers.set('authorization', authorization);
    const response = await handler(new Request(`http://127.0.0.1/api/${path}`, { ...init, headers }));
    return { status: response.status, text: await response.text() };
  }
  const bearer = async (claims: Record<string, unknown>) => `Bearer ${await tokenWith({ claims })}`;

  describe(`${name} keeps to tenants and roles`, () => {
    for (const [path, init, statuses] of ROUTES) {
      ROLES.forEach((role, index) => {
        it(`${role}: ${init.method ?? 'GET'} ${path.split('?')[0]}${/sort=[\w-]+/.exec(path)?.[0] ?? ''} is ${statuses[index]}`, async () => {
          const { status, text } = await ask(path, init, await bearer({ role }));
          expect(status, text).to.equal(statuses[index]);
          // The problem of a 404 names what was asked for.
          if (status !== 404) expect(text).to.not.include('other-');
          expect(
            [text.includes('acme-text'), text.includes('acme-person')].map((shown, at) => shown && index <= at),
            text,
          ).to.deep.equal([false, false]);
        });
      });
    }

    it('shows each tenant its own', async () => {
      for (const tenant of ['acme', 'other']) {
        const { text } = await ask(`conversations?${RANGE}`, {}, await bearer({ tenant, role: 'manager' }));
        expect((JSON.parse(text) as { rows: { id: string }[] }).rows.map(({ id }) => id).sort()).to.deep.equal(
          [`${tenant}-1`, 'both'].sort(),
        );
      }
    });

    it('has nothing for a tenant that has nothing', async () => {
      const { status, text } = await ask(`conversations?${RANGE}`, {}, await bearer({ tenant: 'nobody' }));
      expect([status, (JSON.parse(text) as { total: number }).total]).to.deep.equal([200, 0]);
    });

    it('finds by search only what the role may see', async () => {
      for (const [role, search, found] of [
        ['viewer', 'acme-text', 0],
        ['viewer', 'acme-person', 0],
        ['analyst', 'acme-person', 0],
        ['manager', 'acme-person', 1],
        ['admin', 'acme-text', 1],
      ] as const) {
        const { status, text } = await ask(`conversations?${RANGE}&search=${search}`, {}, await bearer({ role }));
        const total = status === 403 ? 0 : (JSON.parse(text) as { total: number }).total;
        expect(total, `${role} searches ${search}`).to.equal(found);
      }
    });

    it('keeps what one tenant sends from the other', async () => {
      await ask('facts', json({ conversations: [talk('both', june(6), { channel: 'acme-new' })] }), await bearer({}));
      const channelOf = async (tenant: string) =>
        (JSON.parse((await ask('conversations/both', {}, await bearer({ tenant }))).text) as { channel: string })
          .channel;
      expect([await channelOf('acme'), await channelOf('other')]).to.deep.equal(['acme-new', 'other-channel']);
    });
  });

  describe(`${name} admits nobody without a good token`, () => {
    for (const [token, header] of BAD_TOKENS) {
      it(`${token} is 401 on every route`, async () => {
        const authorization = await header();
        for (const [path, init] of ROUTES) expect((await ask(path, init, authorization)).status, path).to.equal(401);
      });
    }
    for (const [claims, changes] of NOBODY) {
      it(`${claims} is 403 on every route`, async () => {
        const authorization = await bearer(changes);
        for (const [path, init] of ROUTES) expect((await ask(path, init, authorization)).status, path).to.equal(403);
      });
    }
  });

  describe(`${name} takes no text for code`, () => {
    for (const { where, requests } of injectedRequests(injections)) {
      it(`in ${where}`, async () => {
        const authorization = await bearer({ role: 'admin' });
        for (const { path, init, injected } of requests) {
          const { status, text } = await ask(path, init, authorization);
          expect(status, `${injected}: ${text}`).to.be.lessThan(500);
          expect(text, injected).to.not.include('other-');
        }
      });
    }

    it('and every tenant has still what it had', async () => {
      const { text } = await ask(`metrics?metrics=total-volume&${RANGE}`, {}, await bearer({ tenant: 'other' }));
      expect(
        (JSON.parse(text) as { metrics: Record<string, { value: number }> }).metrics['total-volume']!.value,
      ).to.equal(2);
    });
  });
}
