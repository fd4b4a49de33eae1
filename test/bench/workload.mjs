/** The same made-up conversations every time: a year of a shop's agent in Berlin. Runs in Node and in a page. */
export const TIME_ZONE = 'Europe/Berlin';
export const DAYS = 365;
const FIRST = Date.UTC(2025, 10, 1);
const DAY = 86_400_000;
const STATUSES = ['resolved', 'routed', 'closed', 'open'];
const CHANNELS = ['web', 'whatsapp', 'email', 'instagram', 'phone'];
const TAGS = Array.from({ length: 40 }, (_, index) => `topic-${index}`);
const WORDS =
  'where is my order parcel refund return size stock voucher account gift card delivery late damaged wrong colour invoice address change cancel status exchange payment card store opening hours newsletter warranty repair thanks please help with the a for and not yet again still'.split(
    ' ',
  );

/** 32 bits of a counter, well mixed. */
function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const wall = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function offsetAt(instant) {
  const { year, month, day, hour, minute, second } = Object.fromEntries(
    wall.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}

export const dayKeys = Array.from({ length: DAYS }, (_, day) => new Date(FIRST + day * DAY).toISOString().slice(0, 10));

/** The instants at which the days begin, and the last one ends. */
export const dayStarts = Float64Array.from({ length: DAYS + 1 }, (_, day) => {
  const midnight = FIRST + day * DAY;
  const guess = midnight - offsetAt(midnight);
  return midnight - offsetAt(guess);
});

export function dayOf(instant) {
  let [low, high] = [0, DAYS - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (dayStarts[middle] <= instant) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Few of many: small indexes come more often. */
const skewed = (random, length) => Math.floor(length * random() ** 2);

function question(random) {
  const words = Array.from({ length: 4 + Math.floor(random() * 16) }, () => WORDS[skewed(random, WORDS.length)]).join(
    ' ',
  );
  return `${words[0].toUpperCase()}${words.slice(1)}?`;
}

function toRow(random, id, startedAt) {
  const firstResponseSec = 1 + Math.floor(-Math.log(1 - random()) * 20);
  const resolutionSec = firstResponseSec + Math.floor(-Math.log(1 - random()) * 400);
  return {
    id: `c${String(id).padStart(8, '0')}`,
    startedAt,
    updatedAt: startedAt + resolutionSec * 1000 + Math.floor(random() * 1000),
    channel: CHANNELS[skewed(random, CHANNELS.length)],
    status: STATUSES[[0, 0, 0, 0, 0, 0, 1, 2, 2, 3][Math.floor(random() * 10)]],
    tag: TAGS[skewed(random, TAGS.length)],
    profile: random() < 0.4 ? null : `p${Math.floor(random() * 200_000)}`,
    firstQuestion: question(random),
    messageCount: 2 + Math.floor(random() * 12),
    revenue: random() < 0.05 ? Math.round(random() * 20_000) / 100 : 0,
    addToCart: random() < 0.08 ? 1 + Math.floor(random() * 3) : 0,
    linkClicks: random() < 0.3 ? 1 + Math.floor(random() * 4) : 0,
    firstResponseSec,
    resolutionSec,
    region: `region-${skewed(random, 16)}`,
    agentId: `agent-${skewed(random, 30)}`,
    csat: random() < 0.75 ? null : 1 + Math.floor(random() * 5),
  };
}

/** In order of time, but for a few that come up to two hours late. */
export function* rows(count) {
  const random = mulberry(1);
  const year = dayStarts[DAYS] - dayStarts[0];
  for (let index = 0; index < count; index++) {
    const at = dayStarts[0] + Math.floor(((index + random()) / count) * year);
    yield toRow(random, index, random() < 0.03 ? Math.max(dayStarts[0], at - Math.floor(random() * 7_200_000)) : at);
  }
}

/** A thousand new ones, all of the last day. */
export function appended(batch) {
  const random = mulberry(1000 + batch);
  const [start, end] = [dayStarts[DAYS - 1], dayStarts[DAYS]];
  return Array.from({ length: 1000 }, (_, index) =>
    toRow(random, 50_000_000 + batch * 1000 + index, Math.floor(start + random() * (end - start))),
  );
}

const AGENTS = Array.from({ length: 40 }, (_, index) => `agent-${index}`);
const HOUR = 3_600_000;

/** Times are epoch milliseconds: what is compared is counting, not reading dates. */
function toTicket(random, id, createdAt) {
  const agent = AGENTS[skewed(random, AGENTS.length)];
  const repliedAt = createdAt + 60_000 + Math.floor(-Math.log(1 - random()) * 2 * HOUR);
  const resolvedAt = repliedAt + Math.floor(-Math.log(1 - random()) * 20 * HOUR);
  const reopenedAt = random() < 0.05 ? resolvedAt + Math.floor(random() * 48 * HOUR) + 1 : undefined;
  return {
    id: `t${String(id).padStart(8, '0')}`,
    createdAt,
    channel: CHANNELS[skewed(random, CHANNELS.length)],
    type: TAGS[skewed(random, TAGS.length)],
    messages: [
      { at: createdAt, from: 'customer' },
      { at: repliedAt, from: 'agent', author: agent },
    ],
    assignments: [{ at: createdAt + 30_000, agent }],
    resolutions: reopenedAt ? [resolvedAt, reopenedAt + 10 * HOUR] : [resolvedAt],
    ...(reopenedAt && { reopenings: [reopenedAt] }),
    firstResponseDueAt: createdAt + 2 * HOUR,
    resolutionDueAt: createdAt + 24 * HOUR,
  };
}

/** Every third ticket or so has a survey, answered an hour after it was resolved. */
export function* tickets(count) {
  const random = mulberry(2);
  const year = dayStarts[DAYS] - dayStarts[0];
  for (let index = 0; index < count; index++) {
    const ticket = toTicket(random, index, dayStarts[0] + Math.floor(((index + random()) / count) * year));
    const value = random() < 0.3 ? 1 + Math.floor(random() * 5) : undefined;
    const answeredAt = ticket.resolutions[0] + HOUR;
    yield {
      ticket,
      survey: value && {
        id: `s${index}`,
        kind: 'csat',
        sentAt: ticket.resolutions[0],
        answeredAt,
        value,
        ticketId: ticket.id,
      },
    };
  }
}

/** When the help desk is open; a year begins on a Saturday. */
export const BUSINESS_HOURS = {
  timeZone: 'UTC',
  week: Object.fromEntries([1, 2, 3, 4, 5].map((weekday) => [weekday, [['08:00', '18:00']]])),
};
