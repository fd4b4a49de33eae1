/** Questions that the kit and the oracle must answer alike. `name` says what each one is about. */

const late = { now: '2020-05-27T12:00:00Z' };
const early = { now: '2020-05-20T09:30:00Z' };
const whole = { from: '2020-05-12', to: '2020-05-27' };

const core = ['total-volume', 'ai-resolved', 'ai-resolved-rate', 'ai-unresolved-rate', 'chat-opens', 'conversation-length'];
const messages = ['skill-uses', 'missed-messages', 'missed-rate'];
const people = ['unique-users', 'returning-users', 'conversations-per-user', 'interaction-rate', 'goal-completion-rate'];
const verdicts = ['bot-score', 'bot-satisfaction'];
const waits = ['average-response-time', 'average-response-time:median', 'average-response-time:p90', 'bot-response-time'];
const shop = ['ai-revenue', 'ai-order-value', 'add-to-cart', 'link-clicks', 'purchase-rate'];
const handovers = ['takeover-rate', 'abandonment-rate', 'live-response-time'];

/** Over STAR. */
export const starCases = [
  { name: 'the whole time in UTC', ...whole, ...late, timeZone: 'Etc/UTC', metrics: [...core, ...messages, ...people, ...verdicts, ...waits] },
  { name: 'days in Berlin by status', ...whole, ...late, timeZone: 'Europe/Berlin', grain: 'day', groupBy: 'status', metrics: [...core, ...messages, ...waits] },
  { name: 'days in New York by tag', ...whole, ...late, timeZone: 'America/New_York', grain: 'day', groupBy: 'tag', metrics: [...core, ...people, ...verdicts] },
  { name: 'hours of one day in Kolkata', from: '2020-05-15', to: '2020-05-15', ...late, timeZone: 'Asia/Kolkata', grain: 'hour', metrics: [...core, ...messages, ...verdicts] },
  { name: 'hours of two days in Apia by status', from: '2020-05-15', to: '2020-05-16', ...late, timeZone: 'Pacific/Apia', grain: 'hour', groupBy: 'status', metrics: core },
  { name: 'weeks in Apia by tag', ...whole, ...late, timeZone: 'Pacific/Apia', grain: 'week', groupBy: 'tag', metrics: ['total-volume', 'ai-resolved', 'missed-rate'] },
  { name: 'weeks from Sunday in New York', ...whole, ...late, timeZone: 'America/New_York', grain: 'week', weekStart: 7, metrics: [...core, ...people] },
  { name: 'weeks from Saturday in Kolkata', ...whole, ...late, timeZone: 'Asia/Kolkata', grain: 'week', weekStart: 6, metrics: [...core, ...waits] },
  { name: 'months that the range cuts', from: '2020-04-20', to: '2020-06-10', ...late, timeZone: 'Europe/Berlin', grain: 'month', metrics: [...core, ...messages, ...verdicts] },
  { name: 'skills by day', from: '2020-05-14', to: '2020-05-18', ...late, timeZone: 'Europe/Berlin', grain: 'day', groupBy: 'skill', metrics: ['skill-uses'] },
  { name: 'conversations by the skills used in them', ...whole, ...late, timeZone: 'Etc/UTC', groupBy: 'skill', metrics: ['total-volume', 'ai-resolved-rate', 'skill-uses', 'bot-score'] },
  { name: 'an earlier now, by status and day', ...whole, ...early, timeZone: 'Europe/Berlin', grain: 'day', groupBy: 'status', metrics: [...core, ...messages, ...waits, ...verdicts] },
  { name: 'an earlier now in New York by tag', from: '2020-05-18', to: '2020-05-20', ...early, timeZone: 'America/New_York', groupBy: 'tag', metrics: [...core, ...people] },
  { name: 'only hotel and bank', ...whole, ...late, timeZone: 'Europe/Berlin', grain: 'day', filters: { tag: ['hotel', 'bank'] }, metrics: [...core, ...messages, ...people, ...verdicts, ...waits] },
  { name: 'all but hotel and those without a tag', ...whole, ...late, timeZone: 'Asia/Kolkata', groupBy: 'tag', filters: { '!tag': ['hotel', ''] }, metrics: [...core, ...messages] },
  { name: 'only those without a tag', ...whole, ...late, timeZone: 'Etc/UTC', grain: 'day', filters: { tag: [''] }, metrics: [...core, ...messages, ...verdicts] },
  { name: 'open ones as of an earlier now', ...whole, ...early, timeZone: 'Europe/Berlin', grain: 'day', filters: { status: ['open'] }, metrics: [...core, ...messages, ...waits] },
  { name: 'resolved trivia by outcome', ...whole, ...late, timeZone: 'Pacific/Apia', groupBy: 'outcome', filters: { status: ['resolved'], tag: ['trivia', 'trip'] }, metrics: core },
  { name: 'conversations that used a skill', ...whole, ...late, timeZone: 'Europe/Berlin', groupBy: 'status', filters: { skill: ['hotel_book', 'weather'] }, metrics: ['total-volume', 'ai-resolved', 'skill-uses', 'bot-score'] },
  { name: 'conversations that did not use a skill', ...whole, ...late, timeZone: 'Etc/UTC', filters: { '!skill': ['hotel_book', 'weather', ''] }, metrics: ['total-volume', 'skill-uses', 'bot-score'] },
  { name: 'hour of week in Apia', ...whole, ...late, timeZone: 'Pacific/Apia', grain: 'hour-of-week', metrics: ['total-volume', 'ai-resolved', 'missed-messages'] },
  { name: 'hour of day in Kolkata', ...whole, ...late, timeZone: 'Asia/Kolkata', grain: 'hour-of-day', metrics: ['total-volume', 'ai-resolved-rate', 'average-response-time'] },
  { name: 'what STAR does not say', ...whole, ...late, timeZone: 'Etc/UTC', metrics: shop },
  { name: 'a dimension STAR does not have', ...whole, ...late, timeZone: 'Etc/UTC', groupBy: 'channel', metrics: ['total-volume', 'ai-resolved-rate'] },
  { name: 'a range before everything', from: '2019-05-12', to: '2019-05-14', ...late, timeZone: 'Europe/Berlin', grain: 'day', groupBy: 'status', metrics: [...core, ...messages, ...verdicts, ...waits] },
];

const end = { now: '2026-06-07T12:00:00Z' };
const before = { now: '2026-04-23T17:45:00Z' };
const spring = { from: '2026-02-08', to: '2026-06-07' };
const all = [...core, ...messages, ...people, ...verdicts, ...waits, ...shop, ...handovers];

/** Over the made-up shop. */
export const madeUpCases = [
  { name: 'everything in its own zone', ...spring, ...end, timeZone: 'Europe/Berlin', metrics: all },
  { name: 'the last seven days by channel', from: '2026-06-01', to: '2026-06-07', ...end, timeZone: 'Europe/Berlin', grain: 'day', groupBy: 'channel', metrics: all },
  { name: 'weeks by status', ...spring, ...end, timeZone: 'Europe/Berlin', grain: 'week', groupBy: 'status', metrics: all },
  { name: 'months by tag in New York', ...spring, ...end, timeZone: 'America/New_York', grain: 'month', groupBy: 'tag', metrics: all },
  { name: 'hours over the change to summer time', from: '2026-03-28', to: '2026-03-30', ...end, timeZone: 'Europe/Berlin', grain: 'hour', metrics: all },
  { name: 'hours over the other change in New York', from: '2026-03-07', to: '2026-03-09', ...end, timeZone: 'America/New_York', grain: 'hour', groupBy: 'status', metrics: core },
  { name: 'an earlier now, in the campaign', ...spring, ...before, timeZone: 'Europe/Berlin', grain: 'week', groupBy: 'channel', metrics: all },
  { name: 'an earlier now by status in Kolkata', from: '2026-04-20', to: '2026-04-24', ...before, timeZone: 'Asia/Kolkata', grain: 'day', groupBy: 'status', metrics: all },
  { name: 'sms only', ...spring, ...end, timeZone: 'Europe/Berlin', grain: 'month', filters: { channel: ['sms'] }, metrics: all },
  { name: 'routed and closed ones by tag', ...spring, ...end, timeZone: 'Europe/Berlin', groupBy: 'tag', filters: { status: ['routed', 'closed'] }, metrics: all },
  { name: 'all but products, by region', ...spring, ...end, timeZone: 'Pacific/Apia', grain: 'month', groupBy: 'region', filters: { '!tag': ['products'] }, metrics: all },
  { name: 'German ones without a tag', ...spring, ...end, timeZone: 'Etc/UTC', grain: 'week', filters: { language: ['de'], tag: [''] }, metrics: all },
  { name: 'outcomes by day', from: '2026-05-01', to: '2026-05-31', ...end, timeZone: 'Europe/Berlin', grain: 'day', groupBy: 'outcome', metrics: all },
  { name: 'skill uses by skill and month', ...spring, ...end, timeZone: 'Europe/Berlin', grain: 'month', groupBy: 'skill', metrics: ['skill-uses'] },
  { name: 'money by the skills of the conversation', ...spring, ...end, timeZone: 'Europe/Berlin', groupBy: 'skill', metrics: ['total-volume', ...shop, ...verdicts] },
  { name: 'goals of conversations', ...spring, ...end, timeZone: 'Europe/Berlin', groupBy: 'goal', metrics: ['total-volume', 'ai-resolved-rate', 'link-clicks'] },
  { name: 'pages in quarters', ...spring, ...end, timeZone: 'Asia/Kolkata', grain: 'quarter', groupBy: 'page', metrics: [...core, ...shop] },
  { name: 'days before the agent was live', from: '2026-02-05', to: '2026-02-12', ...end, timeZone: 'Europe/Berlin', grain: 'day', groupBy: 'channel', metrics: [...core, ...messages, ...shop] },
  { name: 'a month that is not over', from: '2026-06-01', to: '2026-06-30', ...end, timeZone: 'America/New_York', grain: 'day', metrics: all },
  { name: 'hour of week', ...spring, ...end, timeZone: 'Europe/Berlin', grain: 'hour-of-week', metrics: [...core, ...shop] },
  { name: 'day of week by channel', ...spring, ...end, timeZone: 'America/New_York', grain: 'day-of-week', groupBy: 'channel', metrics: [...core, ...shop] },
];

const june = { from: '2026-06-01', to: '2026-06-10' };
const allButLength = all.filter((id) => id !== 'conversation-length');
const nows = ['2026-06-10T00:00:00Z', '2026-06-09T23:59:59.999Z', '2026-06-10T00:00:00.001Z', '2026-06-05T00:00:00Z', '2026-06-09T00:00:00Z', '2026-06-20T00:00:00Z'];

/** Over the facts counted by hand; the length of a conversation whose messages are unknown is left to the kit. */
export const tinyCases = nows.flatMap((now) => [
  { name: `days by status at ${now}`, ...june, now, timeZone: 'Etc/UTC', grain: 'day', groupBy: 'status', metrics: allButLength },
  { name: `tags in Berlin at ${now}`, ...june, now, timeZone: 'Europe/Berlin', groupBy: 'tag', metrics: allButLength },
  { name: `skills in Apia at ${now}`, ...june, now, timeZone: 'Pacific/Apia', grain: 'week', groupBy: 'skill', metrics: ['total-volume', 'skill-uses', 'missed-messages', 'missed-rate', 'average-response-time', 'bot-score', 'link-clicks', 'ai-revenue'] },
]);
