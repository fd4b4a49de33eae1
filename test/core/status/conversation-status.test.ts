import { expect } from 'chai';
import {
  conversationStatus,
  explainStatus,
  lastMessage,
  OUTCOMES,
  STATUSES,
  toOutcome,
  type ConversationStatus,
  type Outcome,
  type StatusFacts,
  type StatusRule,
} from '../../../src/core/status/conversation-status.js';
import { parseInstant } from '../../../src/core/time/instant.js';

const NOW = parseInstant('2026-06-07T12:00:00Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** An instant so many milliseconds before now; negative is after it. */
const ago = (ms: number) => NOW - ms;
const visitor = (ms: number) => ({ at: ago(ms), from: 'visitor' as const });
const agent = (ms: number) => ({ at: ago(ms), from: 'agent' as const });
const human = (ms: number) => ({ at: ago(ms), from: 'human' as const });
const ticket = (ms: number, accepted?: boolean) => ({ at: ago(ms), by: 'ticket' as const, accepted });
const closing = (ms: number, accepted?: boolean) => ({ at: ago(ms), by: 'message' as const, accepted });

/** Asked and answered half an hour ago: open until something happens. */
const asked = [visitor(31 * MINUTE), agent(30 * MINUTE)];
/** Asked and answered more than two days ago. */
const silent = [visitor(50 * HOUR), agent(49 * HOUR)];
/** Asked more than two days ago, never answered. */
const unanswered = [visitor(50 * HOUR)];

/** The sentences of the sources that the cases come from: S1 and S2 translated, M is metrics.md. */
const says = {
  allThree: 'S1: resolved needs all three: the agent wrote last, no handoff, and the conversation was closed',
  byVisitor: 'S1: closed either by the visitor …',
  bySilence: 'S1: … or by the automatic closing after 48 hours of inactivity',
  autoResolved:
    'S1: if the agent’s last message stays unanswered and the session closes automatically, it is updated to resolved',
  exactly: 'M: inactivity runs from the last message, exactly 48 h counts',
  routed: 'S1: routed: the agent could not resolve the request, created a help-desk ticket and passed it on',
  absent: 'M: `accepted` absent: the ticket exists, it counts',
  yes: 'S2: with a help-desk ticket it counts when the visitor clicks "Yes"',
  declined: 'M: `accepted: false`: the offer was declined, no handoff',
  person: 'S1: resolved without human involvement; M: a human message counts as an accepted ticket handoff',
  lastByPerson: 'M: a last message by a human is not resolved',
  closed: 'S1: closed: the agent could not resolve the request and showed the custom closing message',
  both: 'M: when both handoffs happened, routed wins',
  progress: 'S1: open: still in progress or waiting for the visitor’s answer',
  left: 'M: open: left with the visitor’s message unanswered',
  future: 'M: messages and handoffs after now do not exist yet',
  futureClosing: 'M: a `closedAt` after now: not closed',
  whoever: 'M: `closedAt` ≤ now closes, whoever closed',
  reopens: 'M: a message after `closedAt` reopens',
  greatest: 'M: the last message is the one with the greatest time',
  equals: 'M: among equals the later in the record',
  noActivity: 'M: clicks, carts and declined offers are no activity',
  nothing: 'M: no messages and no status: handoffs decide, else open',
  supplied: 'M: a status supplied with the data wins over the derived one',
};

interface Case {
  says: string;
  facts: StatusFacts;
  is: ConversationStatus;
  rule: StatusRule;
}

const cases: Record<string, Case> = {
  'agent last, closed by the visitor': {
    says: says.byVisitor,
    facts: { messages: asked, closedAt: ago(10 * MINUTE) },
    is: 'resolved',
    rule: 'closed-after-agent',
  },
  'agent last, closed at exactly now': {
    says: says.whoever,
    facts: { messages: asked, closedAt: NOW },
    is: 'resolved',
    rule: 'closed-after-agent',
  },
  'agent last, closed at the instant of the last message': {
    says: says.reopens,
    facts: { messages: asked, closedAt: ago(30 * MINUTE) },
    is: 'resolved',
    rule: 'closed-after-agent',
  },
  'agent last, closed 1 ms before the last message': {
    says: says.reopens,
    facts: { messages: asked, closedAt: ago(30 * MINUTE) - 1 },
    is: 'open',
    rule: 'agent-wrote-last',
  },
  'agent last, closed 1 ms after now': {
    says: says.futureClosing,
    facts: { messages: asked, closedAt: NOW + 1 },
    is: 'open',
    rule: 'agent-wrote-last',
  },
  'agent last, silent for 47:59:59.999': {
    says: says.exactly,
    facts: { messages: [visitor(49 * HOUR), agent(48 * HOUR - 1)] },
    is: 'open',
    rule: 'agent-wrote-last',
  },
  'agent last, silent for exactly 48 h': {
    says: says.exactly,
    facts: { messages: [visitor(49 * HOUR), agent(48 * HOUR)] },
    is: 'resolved',
    rule: 'inactive-after-agent',
  },
  'agent last, silent for 48 h and 1 ms': {
    says: says.bySilence,
    facts: { messages: [visitor(49 * HOUR), agent(48 * HOUR + 1)] },
    is: 'resolved',
    rule: 'inactive-after-agent',
  },
  'agent last, silent for a year': {
    says: says.autoResolved,
    facts: { messages: [visitor(8761 * HOUR), agent(8760 * HOUR)] },
    is: 'resolved',
    rule: 'inactive-after-agent',
  },
  'agent last, closed and silent for days': {
    says: says.allThree,
    facts: { messages: silent, closedAt: ago(48 * HOUR) },
    is: 'resolved',
    rule: 'closed-after-agent',
  },
  'agent last, just now': {
    says: says.progress,
    facts: { messages: [visitor(MINUTE), agent(0)] },
    is: 'open',
    rule: 'agent-wrote-last',
  },
  'agent last, nobody closed': {
    says: says.progress,
    facts: { messages: asked },
    is: 'open',
    rule: 'agent-wrote-last',
  },
  'only the agent wrote, silent for days': {
    says: says.autoResolved,
    facts: { messages: [agent(49 * HOUR)] },
    is: 'resolved',
    rule: 'inactive-after-agent',
  },

  'visitor last, a minute ago': {
    says: says.progress,
    facts: { messages: [visitor(MINUTE)] },
    is: 'open',
    rule: 'visitor-wrote-last',
  },
  'visitor last, silent for days': {
    says: says.left,
    facts: { messages: unanswered },
    is: 'open',
    rule: 'visitor-wrote-last',
  },
  'visitor last, closed by the visitor': {
    says: says.allThree,
    facts: { messages: [...asked, visitor(20 * MINUTE)], closedAt: ago(10 * MINUTE) },
    is: 'open',
    rule: 'visitor-wrote-last',
  },
  'visitor last, closed and silent for days': {
    says: says.left,
    facts: { messages: unanswered, closedAt: ago(49 * HOUR) },
    is: 'open',
    rule: 'visitor-wrote-last',
  },

  'a ticket handoff without an answer to the offer': {
    says: says.absent,
    facts: { messages: asked, handoffs: [ticket(20 * MINUTE)] },
    is: 'routed',
    rule: 'ticket-handoff',
  },
  'a ticket handoff accepted': {
    says: says.yes,
    facts: { messages: asked, handoffs: [ticket(20 * MINUTE, true)] },
    is: 'routed',
    rule: 'ticket-handoff',
  },
  'a ticket handoff declined': {
    says: says.declined,
    facts: { messages: asked, handoffs: [ticket(20 * MINUTE, false)] },
    is: 'open',
    rule: 'agent-wrote-last',
  },
  'a ticket handoff declined, then closed by the visitor': {
    says: says.declined,
    facts: { messages: asked, handoffs: [ticket(20 * MINUTE, false)], closedAt: ago(MINUTE) },
    is: 'resolved',
    rule: 'closed-after-agent',
  },
  'a ticket handoff declined an hour ago, agent silent for 48 h': {
    says: says.noActivity,
    facts: { messages: silent, handoffs: [ticket(HOUR, false)] },
    is: 'resolved',
    rule: 'inactive-after-agent',
  },
  'a ticket declined first and accepted later': {
    says: says.yes,
    facts: { messages: asked, handoffs: [ticket(20 * MINUTE, false), ticket(10 * MINUTE, true)] },
    is: 'routed',
    rule: 'ticket-handoff',
  },
  'a ticket accepted first and declined later': {
    says: says.yes,
    facts: { messages: asked, handoffs: [ticket(20 * MINUTE, true), ticket(10 * MINUTE, false)] },
    is: 'routed',
    rule: 'ticket-handoff',
  },
  'a ticket handoff and closed by the visitor': {
    says: says.allThree,
    facts: { messages: asked, handoffs: [ticket(20 * MINUTE)], closedAt: ago(MINUTE) },
    is: 'routed',
    rule: 'ticket-handoff',
  },
  'a ticket handoff and silent for days': {
    says: says.routed,
    facts: { messages: silent, handoffs: [ticket(49 * HOUR)] },
    is: 'routed',
    rule: 'ticket-handoff',
  },
  'a ticket handoff, then the visitor writes': {
    says: says.routed,
    facts: { messages: [...asked, visitor(MINUTE)], handoffs: [ticket(20 * MINUTE)] },
    is: 'routed',
    rule: 'ticket-handoff',
  },
  'a ticket handoff at exactly now': {
    says: says.future,
    facts: { messages: asked, handoffs: [ticket(0)] },
    is: 'routed',
    rule: 'ticket-handoff',
  },
  'a ticket handoff 1 ms after now': {
    says: says.future,
    facts: { messages: asked, handoffs: [ticket(-1)] },
    is: 'open',
    rule: 'agent-wrote-last',
  },

  'the custom closing message': {
    says: says.closed,
    facts: { messages: asked, handoffs: [closing(20 * MINUTE)] },
    is: 'closed',
    rule: 'message-handoff',
  },
  'the custom closing message and closed by the visitor': {
    says: says.allThree,
    facts: { messages: asked, handoffs: [closing(20 * MINUTE)], closedAt: ago(MINUTE) },
    is: 'closed',
    rule: 'message-handoff',
  },
  'the custom closing message and silent for days': {
    says: says.allThree,
    facts: { messages: silent, handoffs: [closing(49 * HOUR)] },
    is: 'closed',
    rule: 'message-handoff',
  },
  'the custom closing message 1 ms after now': {
    says: says.future,
    facts: { messages: asked, handoffs: [closing(-1)], closedAt: ago(MINUTE) },
    is: 'resolved',
    rule: 'closed-after-agent',
  },
  'a ticket, then the closing message': {
    says: says.both,
    facts: { messages: asked, handoffs: [ticket(20 * MINUTE), closing(10 * MINUTE)] },
    is: 'routed',
    rule: 'ticket-handoff',
  },
  'the closing message, then a ticket': {
    says: says.both,
    facts: { messages: asked, handoffs: [closing(20 * MINUTE), ticket(10 * MINUTE)] },
    is: 'routed',
    rule: 'ticket-handoff',
  },
  'a ticket declined, then the closing message': {
    says: says.declined,
    facts: { messages: asked, handoffs: [ticket(20 * MINUTE, false), closing(10 * MINUTE)] },
    is: 'closed',
    rule: 'message-handoff',
  },
  'the closing message now, a ticket 1 ms after now': {
    says: says.future,
    facts: { messages: asked, handoffs: [closing(0), ticket(-1)] },
    is: 'closed',
    rule: 'message-handoff',
  },

  'a person wrote last': {
    says: says.lastByPerson,
    facts: { messages: [...asked, human(MINUTE)] },
    is: 'routed',
    rule: 'human-message',
  },
  'a person wrote last and the visitor closed': {
    says: says.person,
    facts: { messages: [...asked, human(20 * MINUTE)], closedAt: ago(MINUTE) },
    is: 'routed',
    rule: 'human-message',
  },
  'a person wrote in between, the agent last, closed': {
    says: says.person,
    facts: { messages: [visitor(40 * MINUTE), human(35 * MINUTE), agent(30 * MINUTE)], closedAt: ago(MINUTE) },
    is: 'routed',
    rule: 'human-message',
  },
  'a person wrote and the closing message was shown': {
    says: says.both,
    facts: { messages: [...asked, human(20 * MINUTE)], handoffs: [closing(10 * MINUTE)] },
    is: 'routed',
    rule: 'human-message',
  },
  'a person wrote although the ticket was declined': {
    says: says.person,
    facts: { messages: [...asked, human(10 * MINUTE)], handoffs: [ticket(20 * MINUTE, false)] },
    is: 'routed',
    rule: 'human-message',
  },
  'a person writes 1 ms after now': {
    says: says.future,
    facts: { messages: [...asked, human(-1)] },
    is: 'open',
    rule: 'agent-wrote-last',
  },
  'a person wrote, the rest is the agent’s': {
    says: says.person,
    facts: { messages: [human(0)] },
    is: 'routed',
    rule: 'human-message',
  },

  'the agent answers 1 ms after now': {
    says: says.future,
    facts: { messages: [visitor(MINUTE), agent(-1)] },
    is: 'open',
    rule: 'visitor-wrote-last',
  },
  'the visitor writes 1 ms after now, agent silent for 48 h': {
    says: says.future,
    facts: { messages: [...silent, visitor(-1)] },
    is: 'resolved',
    rule: 'inactive-after-agent',
  },
  'every message is after now': {
    says: says.nothing,
    facts: { messages: [visitor(-1), agent(-2)] },
    is: 'open',
    rule: 'no-messages',
  },
  'the agent answers at exactly now, closed at exactly now': {
    says: says.future,
    facts: { messages: [visitor(MINUTE), agent(0)], closedAt: NOW },
    is: 'resolved',
    rule: 'closed-after-agent',
  },

  'out of order: the agent’s later message stands first': {
    says: says.greatest,
    facts: { messages: [agent(10 * MINUTE), visitor(20 * MINUTE)], closedAt: ago(MINUTE) },
    is: 'resolved',
    rule: 'closed-after-agent',
  },
  'out of order: the visitor’s later message stands first': {
    says: says.greatest,
    facts: { messages: [visitor(10 * MINUTE), agent(20 * MINUTE)], closedAt: ago(MINUTE) },
    is: 'open',
    rule: 'visitor-wrote-last',
  },
  'out of order: the 48 h run from the greatest time': {
    says: says.greatest,
    facts: { messages: [agent(47 * HOUR), visitor(60 * HOUR), agent(59 * HOUR)] },
    is: 'open',
    rule: 'agent-wrote-last',
  },
  'at the same time: visitor, then agent': {
    says: says.equals,
    facts: { messages: [visitor(MINUTE), agent(MINUTE)], closedAt: NOW },
    is: 'resolved',
    rule: 'closed-after-agent',
  },
  'at the same time: agent, then visitor': {
    says: says.equals,
    facts: { messages: [agent(MINUTE), visitor(MINUTE)], closedAt: NOW },
    is: 'open',
    rule: 'visitor-wrote-last',
  },

  'the visitor writes after closing': {
    says: says.reopens,
    facts: { messages: [...asked, visitor(10 * MINUTE)], closedAt: ago(20 * MINUTE) },
    is: 'open',
    rule: 'visitor-wrote-last',
  },
  'the agent writes after closing': {
    says: says.reopens,
    facts: { messages: [...asked, agent(10 * MINUTE)], closedAt: ago(20 * MINUTE) },
    is: 'open',
    rule: 'agent-wrote-last',
  },
  'the agent wrote after closing, 48 h ago': {
    says: says.bySilence,
    facts: { messages: silent, closedAt: ago(50 * HOUR) },
    is: 'resolved',
    rule: 'inactive-after-agent',
  },

  'nothing is known': { says: says.nothing, facts: {}, is: 'open', rule: 'no-messages' },
  'no messages': { says: says.nothing, facts: { messages: [] }, is: 'open', rule: 'no-messages' },
  'no messages, closed': {
    says: says.nothing,
    facts: { messages: [], closedAt: ago(HOUR) },
    is: 'open',
    rule: 'no-messages',
  },
  'messages unknown, closed': { says: says.nothing, facts: { closedAt: ago(HOUR) }, is: 'open', rule: 'no-messages' },
  'messages unknown, a ticket handoff': {
    says: says.nothing,
    facts: { handoffs: [ticket(HOUR)] },
    is: 'routed',
    rule: 'ticket-handoff',
  },
  'messages unknown, the closing message': {
    says: says.nothing,
    facts: { handoffs: [closing(HOUR)] },
    is: 'closed',
    rule: 'message-handoff',
  },
  'messages unknown, a ticket declined': {
    says: says.nothing,
    facts: { handoffs: [ticket(HOUR, false)] },
    is: 'open',
    rule: 'no-messages',
  },

  'supplied as resolved, the visitor wrote last': {
    says: says.supplied,
    facts: { status: 'resolved', messages: unanswered },
    is: 'resolved',
    rule: 'supplied',
  },
  'supplied as open, with a ticket handoff': {
    says: says.supplied,
    facts: { status: 'open', messages: asked, handoffs: [ticket(HOUR)] },
    is: 'open',
    rule: 'supplied',
  },
  'supplied as closed, a person wrote': {
    says: says.supplied,
    facts: { status: 'closed', messages: [human(HOUR)] },
    is: 'closed',
    rule: 'supplied',
  },
  'supplied as routed, nothing else known': {
    says: says.supplied,
    facts: { status: 'routed' },
    is: 'routed',
    rule: 'supplied',
  },
};

describe('the status of a conversation', () => {
  for (const [name, { says: sentence, facts, is, rule }] of Object.entries(cases)) {
    it(`${name} is ${is} by ${rule} (${sentence})`, () => {
      expect(explainStatus(facts, { now: NOW })).to.deep.equal({ status: is, rule });
      expect(conversationStatus(facts, { now: NOW })).to.equal(is);
    });
  }

  it('every status and every rule has a case', () => {
    const rules: StatusRule[] = [
      'supplied',
      'ticket-handoff',
      'human-message',
      'message-handoff',
      'closed-after-agent',
      'inactive-after-agent',
      'agent-wrote-last',
      'visitor-wrote-last',
      'no-messages',
    ];
    const covered = Object.values(cases);
    expect([...new Set(covered.map(({ rule }) => rule))].sort()).to.deep.equal([...rules].sort());
    expect([...new Set(covered.map(({ is }) => is))].sort()).to.deep.equal([...STATUSES].sort());
  });
});

describe('the inactivity setting', () => {
  const spans: [hours: number, silence: number, is: ConversationStatus][] = [
    [48, 24 * HOUR, 'open'],
    [24, 24 * HOUR - 1, 'open'],
    [24, 24 * HOUR, 'resolved'],
    [1, 30 * MINUTE, 'open'],
    [1, HOUR, 'resolved'],
    [0, 0, 'resolved'],
    [72, 48 * HOUR, 'open'],
    [72, 72 * HOUR, 'resolved'],
  ];
  for (const [hours, silence, is] of spans) {
    it(`${silence} ms of silence with ${hours} h is ${is}`, () => {
      expect(conversationStatus({ messages: [agent(silence)] }, { now: NOW, inactivityMs: hours * HOUR })).to.equal(is);
    });
  }

  it('never closes what the visitor wrote last', () => {
    expect(conversationStatus({ messages: unanswered }, { now: NOW, inactivityMs: 0 })).to.equal('open');
  });
});

describe('the status as time passes', () => {
  const facts: StatusFacts = { messages: [visitor(2 * HOUR), agent(HOUR)], handoffs: [ticket(-60 * HOUR)] };
  const times: [when: string, now: number, is: ConversationStatus][] = [
    ['before the first message', ago(3 * HOUR), 'open'],
    ['after the question', ago(90 * MINUTE), 'open'],
    ['after the answer', NOW, 'open'],
    ['48 h after the answer', ago(-47 * HOUR), 'resolved'],
    ['after the ticket', ago(-60 * HOUR), 'routed'],
  ];
  for (const [when, now, is] of times) {
    it(`${when} is ${is}`, () => expect(conversationStatus(facts, { now })).to.equal(is));
  }

  it('does not depend on the order of the record where times differ', () => {
    const messages = [visitor(4 * HOUR), agent(3 * HOUR), visitor(2 * HOUR), agent(HOUR)];
    const turned = [messages[2]!, messages[0]!, messages[3]!, messages[1]!];
    for (const closedAt of [undefined, ago(150 * MINUTE), ago(MINUTE)]) {
      expect(explainStatus({ messages: turned, closedAt }, { now: NOW })).to.deep.equal(
        explainStatus({ messages, closedAt }, { now: NOW }),
      );
    }
  });
});

describe('the fixed order of values', () => {
  it('status is resolved, routed, closed, open', () =>
    expect([...STATUSES]).to.deep.equal(['resolved', 'routed', 'closed', 'open']));
  it('outcome is resolved, unresolved, open', () =>
    expect([...OUTCOMES]).to.deep.equal(['resolved', 'unresolved', 'open']));

  const outcomes: Record<ConversationStatus, Outcome> = {
    resolved: 'resolved',
    routed: 'unresolved',
    closed: 'unresolved',
    open: 'open',
  };
  for (const status of STATUSES) {
    it(`${status} has the outcome ${outcomes[status]}`, () => expect(toOutcome(status)).to.equal(outcomes[status]));
  }
});

describe('lastMessage', () => {
  it('of none is undefined', () => expect(lastMessage([])).to.equal(undefined));
  it('of one is it', () => expect(lastMessage([agent(1)])).to.deep.equal(agent(1)));
  it('is the later in the record among equals', () => {
    const [first, second] = [agent(5), agent(5)];
    expect(lastMessage([first, second, visitor(6)])).to.equal(second);
  });
});
