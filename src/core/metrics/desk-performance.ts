/** The help desk's performance (S4): how many tickets, how fast, how well within their targets. */
import { count, distinct, mean, ratio, stock, sum, type MetricDefinition } from './definition.js';

const desk = { family: 'help-desk', source: 'S4' } as const;
const basic = { ...desk, level: 'basic' } as const;
const intermediate = { ...desk, level: 'intermediate' } as const;
const advanced = { ...desk, level: 'advanced' } as const;
const tickets = { fact: 'tickets', at: 'createdAt' } as const;
const resolutions = { fact: 'resolutions', at: 'at' } as const;
const sinceCreated = { minus: ['at', 'createdAt'] } as const;
const within = ratio(count({ where: { within: true } }), count());

export const DESK_PERFORMANCE_METRICS: readonly MetricDefinition[] = [
  {
    ...basic, ...tickets, id: 'ticket-volume', formula: count(), unit: 'count', better: 'neither',
    label: 'Ticket volume', description: 'Tickets that were created.', rule: 'Tickets, by their creation.',
  },
  {
    ...basic, id: 'first-response-time', fact: 'firstResponses', at: 'at', formula: mean(sinceCreated), unit: 'duration', better: 'lower',
    label: 'First response time', description: 'Time until a person first answers a ticket.', rule: 'Mean of first human reply − creation, dated by the reply.',
  },
  {
    ...basic, id: 'response-time', fact: 'ticketReplies', at: 'at', rows: { askedAt: { known: true } }, formula: mean({ minus: ['at', 'askedAt'] }), unit: 'duration', better: 'lower',
    label: 'Response time', description: 'Time a customer waits for each answer.',
    rule: 'Mean of human reply − the customer’s first unanswered message, dated by the reply; consecutive messages count once.',
  },
  {
    ...basic, ...resolutions, id: 'resolved-tickets', formula: count(), unit: 'count', better: 'higher',
    label: 'Resolved tickets', description: 'Tickets that were resolved and stayed resolved.', rule: 'Tickets by their latest resolution; reopened ones do not count until they are resolved again.',
  },
  {
    ...basic, id: 'unresolved-tickets', fact: 'openTickets', at: 'openFrom', formula: stock({ until: 'openUntil' }), unit: 'count', better: 'lower',
    label: 'Unresolved tickets', description: 'All tickets that are open at the end of the range.', rule: 'Tickets created up to the end of the range and not resolved then.',
  },
  {
    ...basic, id: 'unresolved-of-created', fact: 'openTickets', at: 'createdAt', formula: count({ standing: { from: 'openFrom', until: 'openUntil' } }), unit: 'count', better: 'lower',
    label: 'Unresolved of those created', description: 'Tickets created in the range that are still open at its end.', rule: 'Tickets created in the range and not resolved at its end.',
  },
  {
    ...basic, ...resolutions, id: 'resolution-time', formula: mean(sinceCreated), unit: 'duration', better: 'lower',
    label: 'Resolution time', description: 'Time from a ticket’s creation to its resolution.', rule: 'Mean of latest resolution − creation, dated by the resolution.',
  },
  {
    ...intermediate, id: 'first-assign-time', fact: 'firstAssignments', at: 'at', formula: mean(sinceCreated), unit: 'duration', better: 'lower',
    label: 'Time to first assignment', description: 'Time until somebody is in charge of a ticket.', rule: 'Mean of first assignment − creation, dated by the assignment.',
  },
  {
    ...intermediate, ...resolutions, id: 'fcr-rate', formula: ratio(count({ where: { firstContact: true } }), count()), unit: 'percent', better: 'higher',
    label: 'First contact resolution', description: 'Share of tickets that one reply resolved.', rule: 'Resolved with exactly one human reply and never reopened ÷ resolved.',
  },
  {
    ...intermediate, id: 'sla-overdue-open', fact: 'overdueTickets', at: 'openFrom', formula: stock({ until: 'openUntil' }), unit: 'count', better: 'lower',
    label: 'Open and overdue', description: 'Open tickets whose target has passed.', rule: 'Tickets that are open at the end of the range with their resolution target passed.',
  },
  {
    ...intermediate, id: 'first-response-sla-rate', fact: 'firstResponseTargets', at: 'at', formula: within, unit: 'percent', better: 'higher',
    label: 'First response SLA', description: 'Share of tickets that were first answered within their target.', rule: 'Answered within the target ÷ decided, dated by the earlier of the reply and the target’s end.',
  },
  {
    ...intermediate, id: 'resolution-sla-rate', fact: 'resolutionTargets', at: 'at', formula: within, unit: 'percent', better: 'higher',
    label: 'Resolution SLA', description: 'Share of tickets that were resolved within their target.', rule: 'Resolved within the target ÷ decided, dated by the earlier of the latest resolution and the target’s end.',
  },
  {
    ...intermediate, ...resolutions, id: 'replies-per-ticket', formula: mean('agentReplies'), unit: 'ratio', better: 'lower',
    label: 'Agent replies per ticket', description: 'How many replies by people a resolution takes.', rule: 'Mean of human replies up to the latest resolution.',
  },
  {
    ...intermediate, id: 'reassigned-tickets', fact: 'reassignments', at: 'at', formula: distinct('ticket'), unit: 'count', better: 'lower',
    label: 'Reassigned tickets', description: 'Tickets that went from one agent to another.', rule: 'Distinct tickets with a reassignment in the range.',
  },
  {
    ...intermediate, ...resolutions, id: 'handle-time', formula: sum(sinceCreated), unit: 'duration', better: 'lower',
    label: 'Total time spent', description: 'All the time from creation to resolution, added up.', rule: 'Sum of latest resolution − creation, dated by the resolution.',
  },
  {
    ...advanced, id: 'reopened-tickets', fact: 'reopenings', at: 'at', formula: distinct('ticket'), unit: 'count', better: 'lower',
    label: 'Reopened tickets', description: 'Tickets that had to be opened again.', rule: 'Distinct tickets with a reopening in the range.',
  },
  {
    ...advanced, ...tickets, id: 'escalation-rate', formula: ratio(count({ fact: 'slaEscalations', at: 'createdAt' }), count()), unit: 'percent', better: 'lower',
    label: 'Escalation rate', description: 'Share of tickets that were escalated because they missed a target.', rule: 'Tickets escalated for an SLA breach ÷ ticket volume, by creation.',
  },
];
