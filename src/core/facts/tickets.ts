import type { Instant } from '../time/instant.js';
import { defineFact, REGION, UPDATED, type FactDocs } from './fact.js';
import { event, events, hidden, id, instant, listOf, objectOf, oneOf, required, text } from './field.js';

export interface TicketMessage {
  at: Instant;
  /** `agent` is a person; a `note` is seen by people only and answers nobody. */
  from: 'customer' | 'agent' | 'note';
  author?: string;
  /** What was written; shown in the thread, never counted. */
  text?: string;
  /** Out: the text is not for this user. */
  masked?: true;
}

export interface Ticket {
  id: string;
  createdAt: Instant;
  /** What the ticket is about; shown, never counted. */
  subject?: string;
  /** The opening message is the first of the customer's. */
  messages?: TicketMessage[];
  assignments?: { at: Instant; agent: string }[];
  resolutions?: Instant[];
  reopenings?: Instant[];
  escalations?: { at: Instant; reason: 'sla' | 'other' }[];
  /** Targets of the service level agreement. */
  firstResponseDueAt?: Instant;
  resolutionDueAt?: Instant;
  /** These three stand in where `assignments`, `messages` and `resolutions` are not supplied. */
  firstAssignedAt?: Instant;
  firstResponseAt?: Instant;
  resolvedAt?: Instant;
  type?: string;
  channel?: string;
  /** Set on social tickets. */
  network?: string;
  /** A country code, as `DE`, or any name. */
  region?: string;
  /** The person in charge; unset, the one it was last assigned to. */
  agent?: string;
  segment?: string;
  priority?: string;
  updatedAt?: Instant;
}

const message = objectOf<TicketMessage>({
  at: required(event()),
  from: required(oneOf(['customer', 'agent', 'note'])),
  author: hidden('people', text()),
  text: hidden('texts', text()),
  masked: oneOf([true]),
});

export const tickets = defineFact<Ticket>({
  fields: {
    id: required(id()),
    createdAt: required(event()),
    subject: hidden('texts', text()),
    messages: listOf(message),
    assignments: listOf(objectOf<{ at: Instant; agent: string }>({ at: required(event()), agent: required(text()) })),
    resolutions: events(),
    reopenings: events(),
    escalations: listOf(
      objectOf<{ at: Instant; reason: 'sla' | 'other' }>({
        at: required(event()),
        reason: required(oneOf(['sla', 'other'])),
      }),
    ),
    firstResponseDueAt: instant(),
    resolutionDueAt: instant(),
    firstAssignedAt: event(),
    firstResponseAt: event(),
    resolvedAt: event(),
    type: text(),
    channel: text(),
    network: text(),
    region: text(),
    agent: text(),
    segment: text(),
    priority: text(),
    updatedAt: instant(),
  },
});

export const ticketDocs: FactDocs<Ticket> = {
  about: 'One help-desk ticket that people work on.',
  fields: {
    id: 'Text.',
    createdAt: 'Instant.',
    subject: 'Text. Shown, never counted.',
    messages:
      'List of { at, from: customer, agent or note, author, text }. agent is a person, a note answers nobody; the opening message is the customer’s first.',
    assignments: 'List of { at, agent }, in any order.',
    resolutions: 'List of instants. The latest counts.',
    reopenings: 'List of instants.',
    escalations: 'List of { at, reason: sla or other }.',
    firstResponseDueAt: 'Instant of the target.',
    resolutionDueAt: 'Instant of the target.',
    firstAssignedAt: 'Instant. Stands in where assignments are not supplied.',
    firstResponseAt: 'Instant. Stands in where messages are not supplied.',
    resolvedAt: 'Instant. Stands in where resolutions are not supplied.',
    type: 'Text.',
    channel: 'Text.',
    network: 'Text, as instagram. Set on social tickets only.',
    region: REGION,
    agent: 'Text: the person in charge. Unset: the last one it was assigned to.',
    segment: 'Text.',
    priority: 'Text.',
    updatedAt: UPDATED,
  },
  example: {
    id: 't-9',
    createdAt: '2026-06-02T08:00:00Z',
    subject: 'Parcel is late',
    type: 'question',
    channel: 'email',
    region: 'DE',
    agent: 'Ana',
    segment: 'club',
    priority: 'high',
    messages: [
      { at: '2026-06-02T08:00:00Z', from: 'customer', text: 'Where is my parcel?' },
      { at: '2026-06-02T08:30:00Z', from: 'note', author: 'Ji', text: 'Asked the carrier.' },
      { at: '2026-06-02T09:00:00Z', from: 'agent', author: 'Ana', text: 'It arrives tomorrow.' },
    ],
    assignments: [
      { at: '2026-06-02T08:10:00Z', agent: 'Ji' },
      { at: '2026-06-02T08:40:00Z', agent: 'Ana' },
    ],
    resolutions: ['2026-06-02T09:00:00Z', '2026-06-03T12:00:00Z'],
    reopenings: ['2026-06-03T08:00:00Z'],
    escalations: [{ at: '2026-06-03T09:00:00Z', reason: 'sla' }],
    firstResponseDueAt: '2026-06-02T12:00:00Z',
    resolutionDueAt: '2026-06-03T09:00:00Z',
    updatedAt: '2026-06-03T12:00:00Z',
  },
};
