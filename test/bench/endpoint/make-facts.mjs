/**
 * Made-up facts of a shop's agent, the same for the same seed: `node make-facts.mjs --rows 1000000 --into FOLDER` writes conversations.ndjson
 * (messages on half of them, four on average) and orders.ndjson (for 5 %).
 */
import { createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const DAY = 86_400_000;
export const FIRST_DAY = Date.UTC(2025, 10, 1);
export const DAYS = 365;
const CHANNELS = ['web', 'whatsapp', 'email', 'instagram', 'phone', 'sms'];
const CHANNEL_SHARES = [0.46, 0.68, 0.82, 0.9, 0.95, 1];
const TOPICS = [
  'orders',
  'returns',
  'shipping',
  'sizing',
  'payment',
  'stock',
  'voucher',
  'account',
  'warranty',
  'gift',
];
const TAGS = Array.from({ length: 40 }, (_, i) => TOPICS[i % 10] + (i < 10 ? '' : `-${Math.floor(i / 10)}`));
const LANGUAGES = ['en', 'de', 'fr', 'es', 'fi', 'ko'];
const REGIONS = Array.from({ length: 30 }, (_, i) => `region-${String(i + 1).padStart(2, '0')}`);
const SEGMENTS = ['new', 'regular', 'vip'];
const PEOPLE = Array.from({ length: 50 }, (_, i) => `agent-${String(i + 1).padStart(2, '0')}`);
const SKILLS = ['order-status', 'returns', 'product-search', 'store-finder', 'size-advice', 'small-talk'];
const PAGES = ['/', '/sale', '/checkout', '/help', '/account', '/shoes', '/jackets'];
const WORDS = (
  'where is my order the return status package size refund can you help me with delivery address change please track how long does shipping take for this shirt blue in stock again ' +
  'when will it arrive voucher code not working cancel invoice pay by card wrong item received damaged exchange jacket shoes too small large gift wrap store near opening hours'
).split(' ');
/** Share of a day's conversations until each hour. */
const HOURS = toShares([2, 1, 1, 1, 1, 2, 4, 7, 10, 13, 14, 14, 13, 12, 12, 12, 12, 13, 14, 15, 14, 11, 7, 4]);

function toShares(weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let share = 0;
  return weights.map((weight) => (share += weight / total));
}

/** mulberry32: a number from 0 to 1 at each call. */
function createRandom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** In order of time, as a log is. Each comes with its order, if it led to one. */
export function* makeFacts(rows, seed = 1) {
  const random = createRandom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  // Few are frequent and many are rare.
  const pickUneven = (list) => list[Math.floor(random() ** 2.5 * list.length)];
  const until = (shares) => {
    const share = random();
    return shares.findIndex((one) => share < one);
  };
  const iso = (ms) => new Date(ms).toISOString();
  const sentence = () => {
    let text = pick(WORDS);
    for (let words = 4 + Math.floor(random() * 14); words > 0; words--) text += ` ${pick(WORDS)}`;
    return `${text[0].toUpperCase()}${text.slice(1)}?`;
  };

  for (let index = 0; index < rows; index++) {
    const day = FIRST_DAY + Math.floor((index / rows) * DAYS) * DAY;
    const startedAt = day + Math.floor((until(HOURS) + random()) * 3_600_000);
    const id = `c${String(index).padStart(8, '0')}`;
    const fate = random();
    const minutes = 1 + Math.floor(random() ** 3 * 240);
    const endedAt = startedAt + minutes * 60_000;
    const profile = random() < 0.6 ? `p${Math.floor(random() * Math.max(10, rows / 5))}` : undefined;
    const question = sentence();
    const conversation = {
      id,
      startedAt: iso(startedAt),
      channel: CHANNELS[until(CHANNEL_SHARES)],
      tag: pickUneven(TAGS),
      region: pickUneven(REGIONS),
      language: pickUneven(LANGUAGES),
      segment: pickUneven(SEGMENTS),
      page: pickUneven(PAGES),
      ...(profile && { profile: { id: profile, name: `${profile} Example`, email: `${profile}@shop.example` } }),
    };
    if (index % 2 === 0) conversation.messages = messages(question, startedAt, endedAt);
    else
      Object.assign(conversation, {
        firstQuestion: question,
        messageCount: 2 + Math.floor(random() * 8),
        updatedAt: iso(endedAt),
      });
    if (fate < 0.12)
      Object.assign(conversation, {
        assignee: pickUneven(PEOPLE),
        handoffs: [{ at: iso(endedAt), by: fate < 0.09 ? 'ticket' : 'message', accepted: fate < 0.11 }],
      });
    else if (fate < 0.7)
      Object.assign(conversation, { closedAt: iso(endedAt), closedBy: fate < 0.5 ? 'visitor' : 'inactivity' });
    if (random() < 0.2)
      conversation.clicks = [{ at: iso(endedAt - 30_000), productId: `product-${Math.floor(random() ** 2 * 500)}` }];
    if (random() < 0.06)
      conversation.cartAdds = [
        {
          at: iso(endedAt - 10_000),
          productId: `product-${Math.floor(random() ** 2 * 500)}`,
          quantity: 1 + Math.floor(random() * 3),
        },
      ];
    if (random() < 0.25) conversation.rating = { value: 1 + Math.floor(Math.sqrt(random()) * 5), at: iso(endedAt) };
    const order = random() < 0.05 ? makeOrder(id, profile, endedAt, conversation.clicks?.[0].productId) : undefined;
    yield { conversation, order };
  }

  function messages(question, startedAt, endedAt) {
    const turns = 1 + Math.floor(random() * 3);
    const step = (endedAt - startedAt) / (turns * 2);
    const list = [];
    for (let turn = 0; turn < turns; turn++) {
      const isMissed = random() < 0.08;
      list.push({ at: iso(startedAt + turn * 2 * step), from: 'visitor', text: turn === 0 ? question : sentence() });
      list.push({
        at: iso(startedAt + turn * 2 * step + Math.min(step, 2000 + random() * 20_000)),
        from: 'agent',
        text: sentence(),
        ...(isMissed ? { missed: true } : { skill: pickUneven(SKILLS) }),
      });
    }
    return list;
  }

  function makeOrder(conversationId, profileId, at, productId) {
    const orderedAt = at + Math.floor(random() * DAY);
    const items = [
      {
        productId: productId ?? `product-${Math.floor(random() * 500)}`,
        amount: 500 + Math.floor(random() ** 2 * 20_000),
        quantity: 1,
      },
    ];
    return { id: `o-${conversationId}`, at: iso(orderedAt), conversationId, ...(profileId && { profileId }), items };
  }
}

/** Resolves to the two paths. */
export async function writeFacts(folder, rows, seed) {
  mkdirSync(folder, { recursive: true });
  const paths = ['conversations.ndjson', 'orders.ndjson'].map((name) => join(folder, name));
  const [conversations, orders] = paths.map((path) => new Lines(path));
  for (const { conversation, order } of makeFacts(rows, seed)) {
    if (conversations.add(conversation)) await conversations.flush();
    if (order && orders.add(order)) await orders.flush();
  }
  await Promise.all([conversations.end(), orders.end()]);
  return paths;
}

class Lines {
  #stream;
  #text = '';

  constructor(path) {
    this.#stream = createWriteStream(path);
  }

  /** Whether it is time to flush. */
  add(record) {
    this.#text += `${JSON.stringify(record)}\n`;
    return this.#text.length > 1 << 20;
  }

  async flush() {
    const isRoom = this.#stream.write(this.#text);
    this.#text = '';
    if (!isRoom) await once(this.#stream, 'drain');
  }

  async end() {
    this.#stream.end(this.#text);
    await once(this.#stream, 'finish');
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '10000' },
      into: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  if (values.into === undefined) throw new Error('Say where to: --into FOLDER.');
  for (const path of await writeFacts(values.into, Number(values.rows), Number(values.seed)))
    process.stdout.write(`${path}\n`);
}
