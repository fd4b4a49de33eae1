/** The measure beside this kit for a help desk: tickets as parsed, gone through anew for every question. */
import { dayOf, DAYS, dayStarts } from './workload.mjs';

const NOW = dayStarts[DAYS];
let tickets = [];
let surveys = [];

const replyOf = ({ messages }) => messages.find(({ from }) => from === 'agent').at;
const upToNow = (times) => times.filter((at) => at <= NOW);

/** When it was last resolved, as things stand now; `undefined`: it is open. */
function resolvedAt({ resolutions, reopenings = [] }, at = NOW) {
  const last = Math.max(...resolutions.filter((time) => time <= at));
  return last > -Infinity && !reopenings.some((time) => time > last && time <= at) ? last : undefined;
}

const resolved = (value) => () =>
  tickets.flatMap((ticket) => {
    const at = resolvedAt(ticket);
    return at === undefined ? [] : [{ at, ticket, value: value(ticket, at) }];
  });

/** What each metric counts: when, and how much. */
const EVENTS = {
  'ticket-volume': () => tickets.map((ticket) => ({ at: ticket.createdAt, value: 1 })),
  'first-response-time': () =>
    tickets.map((ticket) => ({ at: replyOf(ticket), value: replyOf(ticket) - ticket.createdAt })),
  'response-time': () => tickets.map((ticket) => ({ at: replyOf(ticket), value: replyOf(ticket) - ticket.createdAt })),
  'resolved-tickets': resolved(() => 1),
  'resolution-time': resolved((ticket, at) => at - ticket.createdAt),
  'first-response-sla-rate': () =>
    tickets.map((ticket) => {
      const [reply, due] = [replyOf(ticket), ticket.firstResponseDueAt];
      return reply <= due ? { at: reply, value: 1 } : { at: due, value: 0 };
    }),
  csat: () => surveys.map(({ answeredAt, value }) => ({ at: answeredAt, value: Number(value >= 4) })),
};
const COUNTS = new Set(['ticket-volume', 'resolved-tickets', 'reopened-tickets']);
const SECONDS = new Set(['first-response-time', 'response-time', 'resolution-time', 'first-response-time:business']);

function numberOf(metric, events) {
  if (COUNTS.has(metric)) return events.length;
  if (events.length === 0) return null;
  const mean = events.reduce((sum, { value }) => sum + value, 0) / events.length;
  return SECONDS.has(metric) ? mean / 1000 : mean;
}

const DAY = 86_400_000;
const [OPENS, CLOSES] = [8, 18].map((hour) => hour * 3_600_000);

/** Time from Monday to Friday between eight and six, UTC. */
function businessTime(from, to) {
  let open = 0;
  for (let day = Math.floor(from / DAY) * DAY; day < to; day += DAY) {
    const weekday = new Date(day).getUTCDay();
    if (weekday > 0 && weekday < 6) open += Math.max(0, Math.min(to, day + CLOSES) - Math.max(from, day + OPENS));
  }
  return open;
}

/** Of tickets with a target: when they met it, or it passed. */
const targets = () =>
  tickets.flatMap((ticket) => {
    const due = ticket.resolutionDueAt;
    const at = resolvedAt(ticket);
    if (at !== undefined) return [at <= due ? { at, value: 1 } : { at: due, value: 0 }];
    return due < NOW ? [{ at: due, value: 0 }] : [];
  });

const SERVICE = {
  'reopened-tickets': () => tickets.flatMap(({ reopenings = [] }) => reopenings.map((at) => ({ at, value: 1 }))),
  'resolution-sla-rate': targets,
  'first-response-time:business': () =>
    tickets.map((ticket) => ({ at: replyOf(ticket), value: businessTime(ticket.createdAt, replyOf(ticket)) })),
};

const between = (events, from, to) => events.filter(({ at }) => at >= from && at < to && at <= NOW);
const openAt = (instant) =>
  tickets.filter((ticket) => ticket.createdAt < instant && resolvedAt(ticket, instant - 1) === undefined).length;

function byDay(metric, events, firstDay, days) {
  const groups = Array.from({ length: days }, () => []);
  for (const event of events) groups[dayOf(event.at) - firstDay].push(event);
  return groups.map((group) => numberOf(metric, group));
}

function quantile(values, share) {
  const sorted = values.sort((a, b) => a - b);
  const rank = (sorted.length - 1) * share;
  const below = sorted[Math.floor(rank)];
  return below + (sorted[Math.ceil(rank)] - below) * (rank - Math.floor(rank));
}

export default {
  name: 'plain objects',
  async setupResponse(response) {
    ({ tickets, surveys } = await response.json());
  },
  /** Eight metrics of 30 days, compared, by day. */
  desk({ lastDay }) {
    const [from, to, before] = [dayStarts[lastDay - 30], dayStarts[lastDay], dayStarts[lastDay - 60]];
    const answers = Object.entries(EVENTS).map(([metric, eventsOf]) => {
      const events = eventsOf();
      const current = between(events, from, to);
      return [
        metric,
        {
          value: numberOf(metric, current),
          previous: numberOf(metric, between(events, before, from)),
          byBucket: byDay(metric, current, lastDay - 30, 30),
        },
      ];
    });
    const stock = {
      value: openAt(to),
      previous: openAt(from),
      byBucket: Array.from({ length: 30 }, (_, day) => openAt(dayStarts[lastDay - 29 + day])),
    };
    return { ...Object.fromEntries(answers), 'unresolved-tickets': stock };
  },
  /** Reopenings, kept targets and business hours of 30 days, by day. */
  service({ lastDay }) {
    const [from, to] = [dayStarts[lastDay - 30], dayStarts[lastDay]];
    return Object.fromEntries(
      Object.entries(SERVICE).map(([metric, eventsOf]) => {
        const events = between(eventsOf(), from, to);
        return [metric, { value: numberOf(metric, events), byBucket: byDay(metric, events, lastDay - 30, 30) }];
      }),
    );
  },
  /** Four metrics by agent over the year. */
  leaderboard() {
    const byAgent = new Map();
    for (const event of between(resolved((ticket, at) => at - ticket.createdAt)(), dayStarts[0], dayStarts[DAYS])) {
      const { agent } = event.ticket.assignments.at(-1);
      const list = byAgent.get(agent) ?? [];
      byAgent.set(agent, list);
      list.push(event);
    }
    const rows = [...byAgent].map(([agent, events]) => {
      const times = events.map(({ value }) => value / 1000);
      const replies = events.map(
        ({ ticket, at }) =>
          upToNow(ticket.messages.filter(({ from }) => from === 'agent').map((message) => message.at)).filter(
            (time) => time <= at,
          ).length,
      );
      const within = events.filter(({ ticket, at }) => at <= ticket.resolutionDueAt).length;
      return {
        agent,
        resolved: events.length,
        p90: quantile(times, 0.9),
        replies: replies.reduce((a, b) => a + b, 0) / events.length,
        within,
      };
    });
    return rows.sort((a, b) => (a.agent < b.agent ? -1 : 1));
  },
  /** Tickets by day and channel over the year. */
  chart() {
    const channels = [...new Set(tickets.map(({ channel }) => channel))].sort();
    const counts = channels.map(() => new Array(DAYS).fill(0));
    for (const { createdAt, channel } of tickets) counts[channels.indexOf(channel)][dayOf(createdAt)]++;
    return counts;
  },
  /** Open tickets at the end of each day of the year. */
  stock() {
    return Array.from({ length: DAYS }, (_, day) => openAt(dayStarts[day + 1]));
  },
};
