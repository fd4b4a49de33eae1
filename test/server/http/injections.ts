/** Texts that are code to somebody, put wherever a request has room for text. */
import { readFileSync } from 'node:fs';
import { WEEK } from '../../fixtures/make-facts.js';

const NAUGHTY = JSON.parse(
  readFileSync(new URL('../../fixtures/bad-inputs/naughty-strings.json', import.meta.url), 'utf8'),
) as string[];

/** Aimed at the databases below: the ways out of a literal, and what one would do outside. */
export const SQL_INJECTIONS: readonly string[] = [
  `') OR 1=1 --`,
  `' OR tenant = 'other' --`,
  `\\' OR 1=1 --`,
  `\\`,
  `\\\\'`,
  `'||(SELECT group_concat(id) FROM conversations)||'`,
  `' UNION ALL SELECT * FROM conversations --`,
  `'; DELETE FROM conversations; --`,
  `'; ATTACH 'x.db' AS x; --`,
  `'); COPY conversations TO 'x.csv'; --`,
  '$p0',
  '?',
  '{p0:String}',
  '%',
  '_',
  `"; DROP TABLE conversations; --`,
  '`',
  "E'\\x27'",
  'a\u0000b',
  '\ud800',
  '\u2019',
];

/** Aimed at what parses requests, too. */
export const AIMED_INJECTIONS: readonly string[] = [
  ...SQL_INJECTIONS,
  `other' --`,
  `read_text('/etc/passwd')`,
  `file('/etc/passwd')`,
  `url('http://127.0.0.1:1/')`,
  '$1',
  ':p0',
  '{tenant:String}',
  '%s',
  '/* */',
  '--',
  ';',
  '`conversations`',
  'a\r\nx-injected: 1',
  '*',
  '.*',
  '(?=(a+)+$)',
  '[]',
  '{}',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '!channel',
  'channel:acme-channel;!channel:x',
  ',',
  '%00',
  '%25',
  '..%2f..%2fother',
  '../other/conversations',
  '\u202eacme',
  '9'.repeat(400),
  'x'.repeat(3000),
];

export const INJECTIONS: readonly string[] = [...new Set([...AIMED_INJECTIONS, ...NAUGHTY])];

interface Injected {
  path: string;
  init: RequestInit;
  injected: string;
}

const SCOPE = { from: WEEK.from, to: WEEK.to, timeZone: WEEK.timeZone, filters: '', now: '' };
const PARAMETERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  metrics: {
    ...SCOPE,
    metrics: 'total-volume',
    compareFrom: WEEK.from,
    compareTo: WEEK.to,
    grain: 'day',
    weekStart: '1',
    groupBy: 'channel',
    limit: '3',
  },
  conversations: {
    ...SCOPE,
    ids: '',
    search: '',
    sort: '',
    metric: '',
    fromInstant: '',
    toInstant: '',
    page: '1',
    pageSize: '5',
  },
  'knowledge-gaps': { ...SCOPE, limit: '5', only: 'all' },
  records: { ...WEEK, filters: '', metric: 'ticket-volume', sort: '-at' },
};
const ALONE = new Set(['compareFrom', 'compareTo']);

/** By the place that is injected. */
export function injectedRequests(texts: readonly string[]): { where: string; requests: Injected[] }[] {
  const every = (make: (text: string) => Pick<Injected, 'path' | 'init'> | undefined): Injected[] =>
    texts.flatMap((injected) => {
      const request = make(injected);
      return request ? [{ ...request, injected }] : [];
    });
  const parameters = Object.entries(PARAMETERS).flatMap(([route, known]) =>
    Object.keys(known)
      .filter((name) => route !== 'records' || !(name in WEEK))
      .map((name) => ({
        where: `${name} of ${route}`,
        requests: every((text) => ({ path: `${route}?${withParameter(known, name, text)}`, init: {} })),
      })),
  );
  const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
  return [
    ...parameters,
    {
      where: 'a value of a filter',
      requests: ['conversations', 'metrics', 'knowledge-gaps', 'records'].flatMap((route) =>
        every((text) => ({
          path: `${route}?${withParameter(PARAMETERS[route]!, 'filters', `channel:${encoded(text)};!tag:${encoded(text)}`)}`,
          init: {},
        })),
      ),
    },
    {
      where: 'the name of a filter',
      requests: every((text) => ({
        path: `conversations?${withParameter(PARAMETERS['conversations']!, 'filters', `${encoded(text)}:a`)}`,
        init: {},
      })),
    },
    {
      where: 'an unknown parameter',
      requests: every((text) => ({
        path: `conversations?${new URLSearchParams({ ...WEEK, tenant: text, [text]: text }).toString()}`,
        init: {},
      })),
    },
    { where: 'the path', requests: every((text) => ({ path: `conversations/${encoded(text)}`, init: {} })) },
    {
      where: 'a path that is no route',
      requests: every((text) => ({ path: `${encoded(text)}/${encoded(text)}`, init: {} })),
    },
    {
      where: 'a header',
      requests: [
        'x-request-id',
        'if-none-match',
        'accept-encoding',
        'origin',
        'content-type',
        'x-forwarded-for',
        'x-tenant',
        'accept-language',
      ].flatMap((name) => every((text) => withHeader(name, text))),
    },
    {
      where: 'a body that asks',
      requests: every((text) => ({
        path: 'conversations',
        init: posted({ ...WEEK, search: text, ids: [text], sort: text, filters: { channel: [text], [text]: [text] } }),
      })),
    },
    {
      where: 'a body that asks for numbers',
      requests: every((text) => ({
        path: 'metrics',
        init: posted({
          ...WEEK,
          metrics: ['total-volume'],
          groupBy: 'channel',
          filters: { '!channel': [text], tag: [text] },
        }),
      })),
    },
    {
      where: 'a body that is none',
      requests: every((text) => ({
        path: 'metrics',
        init: { method: 'POST', body: text, headers: { 'content-type': 'application/json' } },
      })),
    },
    {
      where: 'an article',
      requests: every((text) => ({
        path: 'knowledge',
        init: posted({ title: text, body: text, url: text, gapId: text }),
      })),
    },
    {
      where: 'facts',
      requests: every((text) => ({
        path: 'facts',
        init: posted({
          conversations: [
            {
              id: `acme-${text}`,
              startedAt: '2026-01-05T12:00:00Z',
              channel: text,
              profile: { id: text, name: text },
              visitorId: text,
              goals: [text],
              messages: [{ at: '2026-01-05T12:00:00Z', from: 'visitor', text }],
            },
          ],
          orders: [{ id: text || 'x', at: '2026-01-05T12:00:00Z', items: [{ productId: text, amount: 1 }] }],
          tickets: [{ id: `acme-${text}`, createdAt: '2026-01-05T12:00:00Z', channel: text, agent: text, type: text }],
          [text]: [text],
        }),
      })),
    },
    {
      where: 'the name of a fact',
      requests: every((text) => ({
        path: `facts?${new URLSearchParams({ fact: text }).toString()}`,
        init: { ...posted({}), headers: { 'content-type': 'application/x-ndjson' } },
      })),
    },
  ];
}

function withParameter(known: Readonly<Record<string, string>>, name: string, text: string): string {
  const others = Object.entries(known).filter(
    ([other, value]) => other !== name && value !== '' && (ALONE.has(name) || !ALONE.has(other)),
  );
  return new URLSearchParams([...others, [name, text]]).toString();
}

function posted(body: object): RequestInit {
  return { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

/** What no client can put into a header is left out. */
function withHeader(name: string, text: string): Pick<Injected, 'path' | 'init'> | undefined {
  try {
    return {
      path: `conversations?${new URLSearchParams(WEEK).toString()}`,
      init: { headers: new Headers({ [name]: text }) },
    };
  } catch {
    return undefined;
  }
}
