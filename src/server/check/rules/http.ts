/** How answers travel: caches, other origins, packing. */
import { Broken, toText, type RuleGroup } from '../rule.js';
import { pathOf, type Subject } from '../subject.js';

export const httpRules: RuleGroup = {
  title: 'Answers travel well',
  rules: [
    { says: 'no shared cache keeps an answer', test: privateAnswers },
    { says: 'an answer that has not changed is 304', test: notModified },
    { says: 'a page of another origin is let in only where it is listed', test: foreignOrigin },
    { says: 'a browser takes an answer for nothing else', test: noSniffing },
    { says: 'HEAD says what GET would', test: head },
  ],
};

async function privateAnswers(subject: Subject): Promise<void> {
  for (const path of [
    '/describe',
    pathOf(subject),
    pathOf(subject, {}, '/conversations'),
    pathOf(subject, { metrics: 'happiness' }),
  ]) {
    const control = (await subject.probe.ask(path)).headers.get('cache-control');
    if (!/\b(private|no-store)\b/.test(control ?? '')) throw new Broken('Cache-Control: private', toText(control));
  }
}

async function notModified(subject: Subject): Promise<void> {
  const path = pathOf(subject);
  const etag = (await subject.probe.ask(path)).headers.get('etag');
  if (!etag) throw new Broken('an ETag', 'none');
  const again = await subject.probe.ask(path, { headers: { 'if-none-match': etag } });
  if (again.status !== 304 || again.text !== '')
    throw new Broken('304 without a body', `${again.status} with ${again.text.length} characters`);
  const other = await subject.probe.ask(path, { headers: { 'if-none-match': '"another"' } });
  if (other.status !== 200) throw new Broken('200 for another ETag', String(other.status));
}

async function foreignOrigin({ probe }: Subject): Promise<void> {
  const origin = 'https://nobody.example';
  for (const init of [
    { headers: { origin } },
    { method: 'OPTIONS', isAnonymous: true, headers: { origin, 'access-control-request-method': 'GET' } },
  ]) {
    const allowed = (await probe.ask('/describe', init)).headers.get('access-control-allow-origin');
    if (allowed === '*' || allowed === origin)
      throw new Broken(`nothing that lets ${origin} in`, `Access-Control-Allow-Origin: ${allowed}`);
  }
}

async function noSniffing({ probe }: Subject): Promise<void> {
  const header = (await probe.ask('/describe')).headers.get('x-content-type-options');
  if (header !== 'nosniff') throw new Broken('X-Content-Type-Options: nosniff', toText(header));
}

async function head({ probe }: Subject): Promise<void> {
  const { status, text } = await probe.ask('/describe', { method: 'HEAD' });
  if (status !== 200 || text !== '') throw new Broken('200 without a body', `${status} with ${text.length} characters`);
}
