/** The help desk's tickets: who asked for what, who answered when, and whether that was in time. */
import { dayMs, endMs, hourMs, minuteMs, secondMs, toInstant } from './calendar.mjs';
import { addTeamTime, drawYear, isBadWeek } from './year.mjs';

/** People of the team: how many tickets they take, how slow and how good they are; one is new. */
const team = [
  { name: 'Mara', share: 24, pace: 0.8, care: 0.92 }, { name: 'Jonas', share: 22, pace: 1, care: 0.84 }, { name: 'Noor', share: 20, pace: 0.7, care: 0.88 },
  { name: 'Tom', share: 16, pace: 1.5, care: 0.74 }, { name: 'Ylva', share: 14, pace: 1.1, care: 0.81 }, { name: 'Rafi', share: 4, pace: 1.3, care: 0.78 },
];
const newcomer = { name: 'Lotte', share: 0, pace: 1.8, care: 0.7 };
const newcomerSinceMs = Date.parse('2026-06-04T06:00:00Z');

const kinds = [
  ['delivery', 30, 'Where is my parcel?', 'My order has not arrived. The tracking has not moved for days.'],
  ['return', 22, 'I want to send something back', 'I would like to return an item. Which label do I use?'],
  ['refund', 14, 'No refund yet', 'You have had my return for a week. When do I get my money?'],
  ['product', 13, 'A question about a product', 'Is this jacket warm enough for winter hikes?'],
  ['payment', 9, 'The payment did not go through', 'My card was charged twice for one order.'],
  ['complaint', 7, 'I am not happy', 'The seam came open after two weeks.'],
  ['account', 5, 'I cannot sign in', 'The link to set my password has expired.'],
].map(([type, weight, subject, text]) => [{ type, subject, text }, weight]);
const channels = [['email', 46], ['web-form', 18], ['phone', 14], ['chat', 10], ['social', 12]];
const networks = [['instagram', 42], ['facebook', 30], ['x', 18], ['tiktok', 10]];
const regions = [['DE', 46], ['AT', 12], ['CH', 9], ['NL', 9], ['GB', 16], ['FI', 4], ['KR', 4]];
const segments = [['consumer', 70], ['club', 18], ['business', 12]];
const priorities = [['normal', 70], ['high', 22], ['urgent', 8]];
const replyTexts = ['Thank you for writing. I am looking into it.', 'I have asked the warehouse and come back to you today.', 'Could you send me the order number, please?', 'That is sorted now. You will get a confirmation by mail.', 'I am sorry for the trouble. A replacement is on its way.'];
const customerTexts = ['Here is the number.', 'Thank you, and when will that be?', 'That did not work.', 'Any news?', 'Thanks!'];
const notes = ['Carrier says: lost in the hub.', 'Photo checked, clearly a fault.', 'Regular customer, be generous.'];

/** Allowed hours to the first reply and to the solution, by priority. */
const targets = { normal: [24, 96], high: [8, 48], urgent: [4, 24] };

const teamPairs = team.map((person) => [person, person.share]);
const pickPerson = (chance, ms) => (ms > newcomerSinceMs && chance.happens(0.08) ? newcomer : chance.weighted(teamPairs));
const isPast = (ms) => ms <= endMs;

/** Team time in milliseconds around `minutes`, mostly less, at times much more. */
const drawWork = (chance, minutes, atMs, pace) => minutes * minuteMs * pace * (isBadWeek(atMs) ? 2.6 : 1) * (0.3 + 1.4 * chance.next() ** 2 * 1.6);

class Ticket {
  constructor(chance, number, createdMs) {
    const [kind, channel, priority] = [chance.weighted(kinds), chance.weighted(channels), chance.weighted(priorities)];
    Object.assign(this, { chance, number, createdMs, nowMs: createdMs, kind, channel, priority, person: pickPerson(chance, createdMs) });
    this.messages = [{ ms: createdMs, from: 'customer', text: kind.text }];
    Object.assign(this, { assignments: [], resolutions: [], reopenings: [], escalations: [] });
  }

  work(minutes) {
    const worked = addTeamTime(this.nowMs, drawWork(this.chance, minutes, this.nowMs, this.person.pace));
    this.nowMs = Math.round(worked / secondMs) * secondMs;
    return this;
  }

  assign(person) {
    this.person = person;
    this.assignments.push({ ms: this.nowMs, agent: person.name });
  }

  reply() {
    this.messages.push({ ms: this.nowMs, from: 'agent', author: this.person.name, text: this.chance.pick(replyTexts) });
  }

  customer(hours) {
    this.nowMs += this.chance.whole(10, hours * 60) * minuteMs;
    this.messages.push({ ms: this.nowMs, from: 'customer', text: this.chance.pick(customerTexts) });
  }

  resolve() {
    this.nowMs += this.chance.whole(1, 240) * minuteMs;
    this.resolutions.push({ ms: this.nowMs });
  }

  reopen() {
    this.nowMs += this.chance.whole(4, 60) * hourMs;
    this.reopenings.push({ ms: this.nowMs });
    this.customer(2);
  }
}

function live(ticket) {
  const { chance, priority } = ticket;
  const isSocial = ticket.channel === 'social';
  ticket.work(isSocial ? 18 : 40).assign(ticket.person);
  if (chance.happens(0.09)) ticket.work(90).assign(pickPerson(chance, ticket.nowMs));
  ticket.work(isSocial ? 50 : priority === 'urgent' ? 70 : 190).reply();
  const rounds = chance.weighted([[0, 46], [1, 28], [2, 15], [3, 8], [5, 3]]);
  for (let round = 0; round < rounds; round++) {
    ticket.customer(20);
    if (chance.happens(0.12)) ticket.messages.push({ ms: ticket.nowMs + minuteMs, from: 'note', author: ticket.person.name, text: chance.pick(notes) });
    ticket.work(110).reply();
  }
  if (chance.happens(0.03)) return;
  ticket.resolve();
  if (!chance.happens(0.11 - 0.08 * ticket.person.care + 0.05)) return;
  ticket.reopen();
  ticket.work(150).reply();
  if (chance.happens(0.93)) ticket.resolve();
}

/** Late tickets go to a manager at times. */
function escalate(ticket, dueMs) {
  const solvedMs = ticket.resolutions.at(-1)?.ms ?? Infinity;
  if (solvedMs > dueMs && ticket.chance.happens(0.35)) ticket.escalations.push({ ms: dueMs + 30 * minuteMs, reason: 'sla' });
  else if (ticket.chance.happens(0.01)) ticket.escalations.push({ ms: ticket.createdMs + 2 * hourMs, reason: 'other' });
}

const listed = (list) => list.filter(({ ms }) => isPast(ms)).map(({ ms, ...rest }) => ({ at: toInstant(ms), ...rest }));

function toFact(ticket) {
  const { chance, kind, channel, priority, createdMs } = ticket;
  const [replyHours, solveHours] = targets[priority];
  escalate(ticket, createdMs + solveHours * hourMs);
  return {
    id: `ticket-${10000 + ticket.number}`, createdAt: toInstant(createdMs), subject: kind.subject, type: kind.type, priority,
    channel: channel === 'social' ? 'social-media' : channel, ...(channel === 'social' && { network: chance.weighted(networks) }),
    region: chance.weighted(regions), segment: chance.weighted(segments),
    firstResponseDueAt: toInstant(createdMs + replyHours * hourMs), resolutionDueAt: toInstant(createdMs + solveHours * hourMs),
    messages: listed(ticket.messages), assignments: listed(ticket.assignments), escalations: listed(ticket.escalations),
    resolutions: listed(ticket.resolutions).map(({ at }) => at), reopenings: listed(ticket.reopenings).map(({ at }) => at),
  };
}

/** So many tickets, earliest first, and how well the last one who answered does. */
export function createTickets(chance, count) {
  const told = drawYear(chance, count, { growth: 0.35, bad: 1.9 }).map((ms, index) => {
    const ticket = new Ticket(chance, index + 1, ms);
    live(ticket);
    return { fact: toFact(ticket), care: ticket.person.care };
  });
  return { tickets: told.map(({ fact }) => fact), careOf: new Map(told.map(({ fact, care }) => [fact.id, care])) };
}

/** Days that customers take to answer a survey. */
export const surveyDays = 3 * dayMs;
