/** What cannot be asked is refused with a problem that programs and people understand. */
import { problemSchema } from '../../../contract/wire-schemas.js';
import { checkAnswer } from '../../../contract/check-answer.js';
import type { Reply } from '../endpoint-probe.js';
import { Broken, NotAsked, toText, type Rule, type RuleGroup } from '../rule.js';
import { pathOf, type Subject } from '../subject.js';

/** Field by field: what is wrong, and the parameter that a problem names. */
const WRONG: readonly [says: string, route: string, query: Record<string, string>, parameter: string][] = [
  ['a date that no calendar has', '/metrics', { from: '2026-02-30', to: '2026-03-02' }, 'from'],
  ['a date in another form', '/metrics', { to: '07.06.2026' }, 'to'],
  ['a range that ends before it begins', '/metrics', { from: '2026-06-02', to: '2026-06-01' }, 'from'],
  ['an unknown time zone', '/metrics', { timeZone: 'Mars/Olympus' }, 'timeZone'],
  ['an unknown metric', '/metrics', { metrics: 'happiness' }, 'metrics'],
  ['no metric at all', '/metrics', { metrics: '' }, 'metrics'],
  [
    'more than 40 metrics',
    '/metrics',
    { metrics: Array.from({ length: 41 }, (_, index) => `m${index}`).join(',') },
    'metrics',
  ],
  ['an unknown dimension', '/metrics', { groupBy: 'colour' }, 'groupBy'],
  ['an unknown grain', '/metrics', { grain: 'fortnight' }, 'grain'],
  ['more than 4,000 buckets', '/metrics', { grain: 'hour', from: '2025-01-01', to: '2025-12-31' }, 'grain'],
  ['a limit of 0', '/metrics', { limit: '0', groupBy: 'status' }, 'limit'],
  ['a limit that is no number', '/metrics', { limit: 'many', groupBy: 'status' }, 'limit'],
  ['a week that starts on Wednesday', '/metrics', { weekStart: '3', grain: 'week' }, 'weekStart'],
  ['a filter without values', '/metrics', { filters: 'status' }, 'filters'],
  ['a filter that is not percent-encoded', '/metrics', { filters: 'status:%zz' }, 'filters'],
  ['a filter on an unknown dimension', '/metrics', { filters: 'colour:red' }, 'filters'],
  ['half a comparison', '/metrics', { compareFrom: '2026-06-01' }, 'compare'],
  ['a now that is no instant', '/metrics', { now: 'soon' }, 'now'],
  ['a now without a zone', '/metrics', { now: '2026-06-01T10:00:00' }, 'now'],
  ['an unknown sort key', '/conversations', { sort: 'colour' }, 'sort'],
  ['page 0', '/conversations', { page: '0' }, 'page'],
  ['a page size of 0', '/conversations', { pageSize: '0' }, 'pageSize'],
  ['a page size over 200', '/conversations', { pageSize: '201' }, 'pageSize'],
  ['an unknown metric of a list', '/conversations', { metric: 'happiness' }, 'metric'],
  ['an instant that is none', '/conversations', { fromInstant: 'noon' }, 'fromInstant'],
  ['gaps of an unknown kind', '/knowledge-gaps', { only: 'some' }, 'only'],
];

/** Texts that programs have stumbled over. */
const NASTY = [
  "' OR '1'='1",
  '"; DROP TABLE conversations; --',
  '../../etc/passwd',
  '%00',
  '\u0000',
  '{"$ne":1}',
  '${7*7}',
  'a'.repeat(2000),
  '\u202e\ud83d\ude00',
  '_'.repeat(3),
  '__proto__',
  '-1e999',
];

export const refusalRules: RuleGroup = {
  title: 'What cannot be asked is refused',
  rules: [
    ...WRONG.map(([says, route, query, parameter]): Rule => ({
      says: `${says} is a problem with the parameter ${parameter}`,
      test: async (subject) => requireProblem(await subject.probe.ask(pathOf(subject, query, route)), [400], parameter),
    })),
    { says: 'the type of a problem stays the same', test: sameType },
    {
      says: 'an unknown conversation is 404',
      test: async ({ probe }) => requireProblem(await probe.ask('/conversations/no%2Fsuch%3Fone'), [404]),
    },
    {
      says: 'an unknown route is 404',
      test: async ({ probe }) => requireProblem(await probe.ask('/no-such-route'), [404]),
    },
    { says: 'another method is 405 and says which are allowed', test: otherMethod },
    {
      says: 'a body that is no JSON is 400',
      test: async ({ probe }) => requireProblem(await probe.ask('/metrics', { method: 'POST', body: '{' }), [400]),
    },
    { says: 'a body over a mebibyte is 413', test: largeBody },
    {
      says: 'an article without a title is refused',
      test: async ({ probe }) =>
        requireProblem(
          await probe.ask('/knowledge', { method: 'POST', body: '{"body":"x"}' }),
          [400, 401, 403, 405, 501],
        ),
    },
    { says: 'without a token, or with a wrong one, nothing is said', test: withoutToken },
    { says: 'no text in any parameter makes the endpoint fail', test: nastyTexts },
  ],
};

export function requireProblem(reply: Reply, statuses: readonly number[], parameter?: string): void {
  if (!statuses.includes(reply.status))
    throw new Broken(`status ${statuses.join(' or ')}`, `${reply.status} ${reply.text.slice(0, 200)}`);
  const type = reply.headers.get('content-type') ?? 'no content type';
  if (!type.startsWith('application/problem+json')) throw new Broken('application/problem+json', type);
  const checked = checkAnswer<{ type: string; title: string; status: number; detail?: string; parameter?: string }>(
    problemSchema,
    reply.body,
  );
  if (!checked.ok) throw new Broken('a problem of RFC 9457', `"${checked.field}" is ${checked.found}`);
  const problem = checked.value;
  if (problem.status !== reply.status)
    throw new Broken(`the problem's status to be ${reply.status}`, String(problem.status));
  if (problem.type === '' || problem.type === 'about:blank')
    throw new Broken('a type of its own', toText(problem.type));
  if (parameter !== undefined && problem.parameter?.split(/[.[]/)[0] !== parameter)
    throw new Broken(`the parameter ${parameter}`, toText(problem.parameter));
  if (/\b(select|insert) .+ (from|into) |\n\s+at /i.test(reply.text))
    throw new Broken('nothing of how the endpoint is made', reply.text.slice(0, 200));
}

async function sameType(subject: Subject): Promise<void> {
  const types = await Promise.all(
    ['happiness', 'joy'].map(
      async (metrics) => ((await subject.probe.ask(pathOf(subject, { metrics }))).body as { type?: unknown }).type,
    ),
  );
  if (types[0] !== types[1]) throw new Broken('one type for two unknown metrics', types.map(toText).join(' and '));
}

async function otherMethod({ probe }: Subject): Promise<void> {
  const reply = await probe.ask('/describe', { method: 'DELETE' });
  requireProblem(reply, [405]);
  if (!reply.headers.get('allow')?.includes('GET'))
    throw new Broken('the header Allow with GET', toText(reply.headers.get('allow')));
}

async function largeBody({ probe }: Subject): Promise<void> {
  requireProblem(
    await probe.ask('/metrics', { method: 'POST', body: `{"metrics":["${'x'.repeat(1 << 20)}"]}` }),
    [413],
  );
}

async function withoutToken(subject: Subject): Promise<void> {
  if (!subject.probe.hasToken) throw new NotAsked('the endpoint is asked without a token');
  for (const path of [
    '/describe',
    pathOf(subject),
    pathOf(subject, {}, '/conversations'),
    '/conversations/x',
    pathOf(subject, {}, '/knowledge-gaps'),
  ]) {
    requireProblem(await subject.probe.ask(path, { isAnonymous: true }), [401]);
    requireProblem(
      await subject.probe.ask(path, {
        isAnonymous: true,
        headers: { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' },
      }),
      [401],
    );
  }
}

async function nastyTexts(subject: Subject): Promise<void> {
  const fields: [route: string, names: string[]][] = [
    ['/metrics', ['metrics', 'from', 'timeZone', 'groupBy', 'filters', 'now']],
    ['/conversations', ['search', 'sort', 'filters', 'ids', 'metric']],
  ];
  for (const text of NASTY) {
    for (const [route, names] of fields)
      for (const name of names) await requireNoFailure(subject, pathOf(subject, { [name]: text }, route));
    await requireNoFailure(subject, pathOf(subject, { filters: `status:${encodeURIComponent(text.toWellFormed())}` }));
    await requireNoFailure(subject, `/conversations/${encodeURIComponent(text.toWellFormed())}`);
  }
}

async function requireNoFailure({ probe }: Subject, path: string): Promise<void> {
  const { status } = await probe.ask(path);
  if (status >= 500) throw new Broken('an answer or a refusal', `status ${status}`);
}
