/** What the pages of `worker.test.mjs` run: the same questions to the same facts, however they are supplied. */
const CHANNELS = ['web-chat', 'sms', 'e-mail', 'whats-app'];
const RANGE = { from: '2026-01-01', to: '2026-06-30', timeZone: 'Europe/Berlin' };
const START = Date.parse('2026-01-01T00:00:00Z');
const NOW = '2026-06-30T12:00:00Z';

/** More than a megabyte of text, so that a worker is worth it. */
export function facts(count = 12_000) {
  const conversations = Array.from({ length: count }, (_, index) => {
    const startedAt = START + index * 1_200_000;
    const messages = [
      { at: startedAt, from: 'visitor', text: `Frage ${index}` },
      { at: startedAt + 4000 + index, from: 'agent', text: 'Antwort', skill: index % 2 ? 'orders' : 'returns' },
    ];
    return {
      id: `c${String(index).padStart(6, '0')}`,
      startedAt,
      channel: CHANNELS[index % 4],
      tag: `tag-${index % 11}`,
      firstQuestion: `Where is my order number ${index}? Ärger mit Größe ${index % 7}`,
      ...(index % 5 === 0 && { messages }),
    };
  });
  return { conversations, timeZone: 'Europe/Berlin' };
}

const responseOf = (text) =>
  new Response(text, { headers: { 'content-length': String(new TextEncoder().encode(text).length) } });

/** The same facts in another form. */
const FORMS = {
  objects: (data) => data,
  text: (data) => JSON.stringify(data),
  response: (data) => responseOf(JSON.stringify(data)),
  lines: (data) => data.conversations.map((one) => JSON.stringify(one)).join('\n'),
  blob: (data) => new Blob([JSON.stringify(data)]),
  bytes: (data) => new TextEncoder().encode(JSON.stringify(data)),
};

export const open = (kit, form, options = {}) =>
  kit.createLocalSource(FORMS[form](facts()), { now: NOW, timeZone: 'Europe/Berlin', ...options });

export async function ask(source) {
  return {
    described: await source.describe(),
    byDay: await source.query({
      metrics: ['total-volume', 'ai-resolved-rate', 'skill-uses'],
      ...RANGE,
      compare: { from: '2025-12-01', to: '2026-01-31' },
      grain: 'day',
      groupBy: 'channel',
    }),
    byTag: await source.query({
      metrics: ['total-volume'],
      ...RANGE,
      filters: { channel: ['sms'], '!tag': ['tag-3'] },
      grain: 'week',
      groupBy: 'tag',
      limit: 3,
    }),
    found: await source.conversations({ ...RANGE, search: 'grosse 4', sort: '-updated-at', pageSize: 50 }),
    thread: await source.conversation('c000005'),
  };
}

/** What changed once more was appended and an article added. */
export async function appendTo(source) {
  let told = 0;
  source.subscribe(() => told++);
  await source.append({
    conversations: [
      { id: 'c000001', startedAt: '2026-06-29T10:00:00Z', channel: 'sms', updatedAt: '2026-06-29T11:00:00Z' },
      { id: 'new', startedAt: '2026-02-01T00:00:00Z', channel: 'fax' },
    ],
  });
  const { title } = await source.addKnowledge({ title: 'Orders', body: 'Where an order is.' });
  return { ...(await ask(source)), told, title };
}

const failureOf = async (promise) =>
  promise.then(
    () => null,
    ({ name, message, parameter, status, type }) => ({ name, message, parameter, status, type }),
  );

export async function failures(kit, options) {
  const source = open(kit, 'text', options);
  const text = FORMS.text(facts());
  const cancelledHere = open(kit, 'text', options);
  cancelledHere.cancel();
  return {
    metric: await failureOf(source.query({ metrics: ['no-such'], ...RANGE })),
    conversation: await failureOf(source.conversation('nobody')),
    broken: await failureOf(kit.createLocalSource(text.slice(0, -20), options).describe()),
    refused: (await kit.createLocalSource(text.replace('"c000007"', '""'), options).describe()).refused,
    cancelled: await failureOf(cancelledHere.describe()),
  };
}

/** Aborted before the data are there, and after. */
export async function aborts(kit) {
  const source = open(kit, 'text');
  const abort = new AbortController();
  const early = failureOf(source.query({ metrics: ['total-volume'], ...RANGE }, { signal: abort.signal }));
  abort.abort(new Error('never mind'));
  const told = [(await early).message];
  await source.describe();
  const later = new AbortController();
  const late = failureOf(source.query({ metrics: ['total-volume'], ...RANGE }, { signal: later.signal }));
  later.abort(new Error('never mind either'));
  return [...told, (await late).message];
}

/** Everything a source told of its reading, from the first to the last. */
export async function progressOf(kit, form, options) {
  const source = open(kit, form, options);
  const told = [];
  source.onProgress((progress) => told.push(progress ?? null));
  await source.describe();
  return told;
}

/** Whether the same question about a fixed now is answered with the same object, before and after a change. */
export async function repeats(kit) {
  const source = open(kit, 'text');
  const query = { metrics: ['total-volume'], ...RANGE };
  const first = await source.query(query);
  const again = await source.query({ ...query });
  await source.append({ conversations: [{ id: 'one more', startedAt: '2026-06-01T00:00:00Z' }] });
  const changed = await source.query(query);
  return { isSame: first === again, grew: changed.metrics['total-volume'].value - first.metrics['total-volume'].value };
}
