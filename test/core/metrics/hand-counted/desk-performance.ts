import type { Ticket } from '../../../../src/core/facts/tickets.js';
import { june } from '../../../fixtures/make-facts.js';
import type { Cases } from './cases.js';

const HOUR = 3600;
const ticket = (id: string, createdAt: string, rest: Partial<Ticket> = {}): Ticket => ({ id, createdAt, ...rest });
const wrote = (from: 'customer' | 'agent' | 'note', at: string, author?: string) => ({
  from,
  at,
  ...(author && { author }),
});
/** Created and resolved so many hours later. */
const done = (id: string, day: number, hours: number, rest: Partial<Ticket> = {}) =>
  ticket(id, june(day, '00:00'), { resolutions: [june(day, `${String(hours).padStart(2, '0')}:00`)], ...rest });
const before = '2026-05-30T12:00:00Z';
const weekdays = {
  timeZone: 'UTC',
  week: {
    1: [['09:00', '17:00']],
    2: [['09:00', '17:00']],
    3: [['09:00', '17:00']],
    4: [['09:00', '17:00']],
    5: [['09:00', '17:00']],
  },
  holidays: ['2026-06-03'],
} as const;

export const DESK_PERFORMANCE: Cases = {
  'ticket-volume': [
    {
      says: 'counts tickets by their creation',
      data: { tickets: [ticket('a', june(1)), ticket('b', june(7)), ticket('c', before)] },
      gives: 2,
    },
    { says: 'is 0 without any in the range', data: { tickets: [ticket('c', before)] }, gives: 0 },
    {
      says: 'leaves out what has not happened yet',
      data: { tickets: [ticket('a', june(7, '12:00')), ticket('b', june(7, '12:01'))] },
      gives: 1,
    },
    {
      says: 'takes the later version of an id',
      data: { tickets: [ticket('a', june(2), { updatedAt: june(3) }), ticket('a', june(4), { updatedAt: june(2) })] },
      gives: 1,
      query: { grain: 'day' },
      byBucket: [0, 1, 0, 0, 0, 0, 0],
    },
    { says: 'is not measured without tickets', data: { conversations: [] }, gives: 'no-data' },
  ],
  'first-response-time': [
    {
      says: 'is the mean of first human reply − creation',
      data: {
        tickets: [
          ticket('a', june(2, '08:00'), {
            messages: [
              wrote('customer', june(2, '08:00')),
              wrote('note', june(2, '08:10')),
              wrote('agent', june(2, '09:00')),
              wrote('agent', june(2, '11:00')),
            ],
          }),
          ticket('b', june(3, '08:00'), { messages: [wrote('agent', june(3, '11:00'))] }),
        ],
      },
      gives: 2 * HOUR,
    },
    {
      says: 'is null where nobody answered in the range',
      data: { tickets: [ticket('a', june(2), { messages: [wrote('customer', june(2))] })] },
      gives: null,
    },
    {
      says: 'goes by the reply, not the creation',
      data: { tickets: [ticket('a', '2026-05-31T23:00:00Z', { firstResponseAt: june(1, '01:00') })] },
      gives: 2 * HOUR,
    },
    { says: 'is not measured without replies', data: { tickets: [ticket('a', june(2))] }, gives: 'no-data' },
  ],
  'response-time': [
    {
      says: 'counts consecutive messages of the customer once, from the first',
      data: {
        tickets: [
          ticket('a', june(2, '08:00'), {
            messages: [
              wrote('customer', june(2, '08:00')),
              wrote('customer', june(2, '09:00')),
              wrote('agent', june(2, '10:00')),
              wrote('customer', june(2, '12:00')),
              wrote('note', june(2, '12:30')),
              wrote('agent', june(2, '13:00')),
            ],
          }),
        ],
      },
      gives: 1.5 * HOUR,
    },
    {
      says: 'is null where no reply answers anything',
      data: { tickets: [ticket('a', june(2), { messages: [wrote('agent', june(2, '13:00'))] })] },
      gives: null,
    },
    {
      says: 'goes to the author, else to the ticket’s agent',
      data: {
        tickets: [
          ticket('a', june(2, '08:00'), {
            agent: 'Ada',
            messages: [
              wrote('customer', june(2, '08:00')),
              wrote('agent', june(2, '09:00'), 'Bob'),
              wrote('customer', june(2, '10:00')),
              wrote('agent', june(2, '13:00')),
            ],
          }),
        ],
      },
      gives: 2 * HOUR,
      query: { groupBy: 'agent' },
      byGroup: { Ada: 3 * HOUR, Bob: HOUR },
    },
    {
      says: 'counts business hours on request',
      data: {
        tickets: [
          ticket('a', june(2, '16:00'), {
            messages: [wrote('customer', june(2, '16:00')), wrote('agent', june(4, '10:00'))],
          }),
        ],
      },
      gives: 42 * HOUR,
    },
  ],
  'response-time:business': [
    {
      says: 'leaves out evenings and holidays',
      data: {
        tickets: [
          ticket('a', june(2, '16:00'), {
            messages: [wrote('customer', june(2, '16:00')), wrote('agent', june(4, '10:00'))],
          }),
        ],
      },
      gives: 2 * HOUR,
      settings: { businessHours: weekdays },
    },
    {
      says: 'is 0 on a weekend',
      data: {
        tickets: [
          ticket('a', june(6, '10:00'), {
            messages: [wrote('customer', june(6, '10:00')), wrote('agent', june(7, '10:00'))],
          }),
        ],
      },
      gives: 0,
      settings: { businessHours: weekdays },
    },
    {
      says: 'is not measured without hours',
      data: { tickets: [ticket('a', june(2), { messages: [wrote('customer', june(2)), wrote('agent', june(3))] })] },
      gives: 'no-data',
    },
  ],
  'resolved-tickets': [
    {
      says: 'counts the latest resolution, also of older tickets',
      data: {
        tickets: [
          ticket('a', before, { resolutions: [june(3)] }),
          done('b', 4, 1),
          ticket('c', june(4), { resolutions: [] }),
        ],
      },
      gives: 2,
    },
    {
      says: 'is 0 when nothing was resolved in the range',
      data: { tickets: [ticket('a', before, { resolutions: [before] })] },
      gives: 0,
    },
    {
      says: 'does not count what was reopened and not resolved again',
      data: {
        tickets: [
          ticket('a', june(1), { resolutions: [june(2)], reopenings: [june(3)] }),
          ticket('b', june(1), { resolutions: [june(2), june(5)], reopenings: [june(3)] }),
        ],
      },
      gives: 1,
      query: { grain: 'day' },
      byBucket: [0, 0, 0, 0, 1, 0, 0],
    },
    {
      says: 'knows only what has happened by now',
      data: { tickets: [ticket('a', june(1), { resolutions: [june(2)], reopenings: ['2026-06-09T00:00:00Z'] })] },
      gives: 1,
    },
  ],
  'unresolved-tickets': [
    {
      says: 'is everything open at the end',
      data: {
        tickets: [
          ticket('a', before, { resolutions: [] }),
          ticket('b', june(2)),
          ticket('c', june(2), { resolutions: [june(4)] }),
        ],
      },
      gives: 2,
    },
    { says: 'is 0 when all is done', data: { tickets: [done('a', 2, 1)] }, gives: 0 },
    {
      says: 'follows resolutions and reopenings from day to day',
      data: { tickets: [ticket('a', june(2), { resolutions: [june(3), june(6)], reopenings: [june(5)] })] },
      gives: 0,
      query: { grain: 'day' },
      byBucket: [0, 1, 0, 0, 1, 0, 0],
    },
    {
      says: 'is not measured where resolutions are not told',
      data: { tickets: [ticket('a', june(2))] },
      gives: 'no-data',
    },
  ],
  'unresolved-of-created': [
    {
      says: 'counts those of the range that are open at its end, in buckets too',
      data: { tickets: [ticket('a', june(2), { resolutions: [june(5)] }), ticket('b', june(2)), ticket('c', before)] },
      gives: 1,
      query: { grain: 'day' },
      byBucket: [0, 1, 0, 0, 0, 0, 0],
    },
    { says: 'is 0 without any', data: { tickets: [done('a', 2, 1), ticket('c', before)] }, gives: 0 },
    {
      says: 'takes the end of the range, not now',
      data: { tickets: [ticket('a', june(2), { resolutions: [june(5)] })] },
      gives: 1,
      query: { to: '2026-06-04' },
    },
  ],
  'resolution-time': [
    {
      says: 'is the mean of latest resolution − creation',
      data: { tickets: [done('a', 2, 2), done('b', 3, 4)] },
      gives: 3 * HOUR,
    },
    {
      says: 'is null when nothing was resolved',
      data: { tickets: [done('a', 2, 2)] },
      gives: null,
      query: { from: '2026-06-05' },
    },
    {
      says: 'counts from the creation after a reopening',
      data: {
        tickets: [
          ticket('a', june(2, '00:00'), {
            resolutions: [june(2, '01:00'), june(2, '05:00')],
            reopenings: [june(2, '03:00')],
          }),
        ],
      },
      gives: 5 * HOUR,
    },
  ],
  'resolution-time:median': [
    {
      says: 'lies between the middle two',
      data: { tickets: [done('a', 2, 1), done('b', 2, 2), done('c', 2, 4), done('d', 2, 20)] },
      gives: 3 * HOUR,
    },
  ],
  'resolution-time:business': [
    {
      says: 'counts hours of work',
      data: { tickets: [done('a', 4, 12), done('b', 6, 12)] },
      gives: 1.5 * HOUR,
      settings: { businessHours: weekdays },
    },
  ],
  'first-assign-time': [
    {
      says: 'is the mean of first assignment − creation',
      data: {
        tickets: [
          ticket('a', june(2, '00:00'), {
            assignments: [
              { at: june(2, '03:00'), agent: 'B' },
              { at: june(2, '01:00'), agent: 'A' },
            ],
          }),
          ticket('b', june(3, '00:00'), { assignments: [{ at: june(3, '02:00'), agent: 'A' }] }),
        ],
      },
      gives: 1.5 * HOUR,
    },
    {
      says: 'is null when nobody was assigned',
      data: { tickets: [ticket('a', june(2), { assignments: [] })] },
      gives: null,
    },
    {
      says: 'takes the field where no list is supplied',
      data: { tickets: [ticket('a', june(2, '00:00'), { firstAssignedAt: june(2, '04:00') })] },
      gives: 4 * HOUR,
    },
  ],
  'fcr-rate': [
    {
      says: 'is the share resolved by one reply',
      data: {
        tickets: [
          done('a', 2, 3, { messages: [wrote('customer', june(2, '00:00')), wrote('agent', june(2, '01:00'))] }),
          done('b', 3, 3, { messages: [wrote('agent', june(3, '01:00')), wrote('agent', june(3, '02:00'))] }),
        ],
      },
      gives: 0.5,
    },
    {
      says: 'is null when nothing was resolved',
      data: { tickets: [ticket('a', june(2), { resolutions: [], messages: [] })] },
      gives: null,
    },
    {
      says: 'never counts what was reopened',
      data: {
        tickets: [
          ticket('a', june(2, '00:00'), {
            resolutions: [june(2, '02:00'), june(3)],
            reopenings: [june(2, '03:00')],
            messages: [wrote('agent', june(2, '01:00'))],
          }),
        ],
      },
      gives: 0,
    },
    {
      says: 'does not count a ticket that was resolved without a word',
      data: { tickets: [done('a', 2, 3, { messages: [wrote('customer', june(2, '00:00'))] })] },
      gives: 0,
    },
  ],
  'sla-overdue-open': [
    {
      says: 'is what is open with its target passed',
      data: {
        tickets: [
          ticket('a', june(2), { resolutionDueAt: june(3), resolutions: [] }),
          ticket('b', june(2), { resolutionDueAt: '2026-06-20T00:00:00Z' }),
          ticket('c', june(2), { resolutionDueAt: june(3), resolutions: [june(5)] }),
        ],
      },
      gives: 1,
      query: { grain: 'day' },
      byBucket: [0, 0, 2, 2, 1, 1, 1],
    },
    {
      says: 'is 0 when every target lies ahead',
      data: { tickets: [ticket('a', june(2), { resolutionDueAt: '2026-06-20T00:00:00Z', resolutions: [] })] },
      gives: 0,
    },
    {
      says: 'has not passed at the very target',
      data: { tickets: [ticket('a', june(2), { resolutionDueAt: june(7, '12:00'), resolutions: [] })] },
      gives: 0,
    },
    { says: 'is not measured without targets', data: { tickets: [done('a', 2, 1)] }, gives: 'no-data' },
  ],
  'first-response-sla-rate': [
    {
      says: 'is within ÷ decided',
      data: {
        tickets: [
          ticket('a', june(2, '00:00'), { firstResponseDueAt: june(2, '02:00'), firstResponseAt: june(2, '02:00') }),
          ticket('b', june(2, '00:00'), { firstResponseDueAt: june(2, '02:00'), firstResponseAt: june(2, '03:00') }),
          ticket('c', june(2, '00:00'), { firstResponseDueAt: june(3) }),
        ],
      },
      gives: 1 / 3,
    },
    {
      says: 'is null while nothing is decided',
      data: {
        tickets: [
          ticket('a', june(7, '11:00'), { firstResponseDueAt: june(7, '15:00') }),
          ticket('b', before, { firstResponseAt: before }),
        ],
      },
      gives: null,
    },
    {
      says: 'counts a late answer at the target’s end',
      data: {
        tickets: [
          ticket('a', '2026-05-31T20:00:00Z', { firstResponseDueAt: '2026-05-31T22:00:00Z', firstResponseAt: june(2) }),
        ],
      },
      gives: null,
    },
  ],
  'resolution-sla-rate': [
    {
      says: 'is within ÷ decided',
      data: {
        tickets: [
          done('a', 2, 1, { resolutionDueAt: june(2, '01:00') }),
          done('b', 2, 3, { resolutionDueAt: june(2, '02:00') }),
        ],
      },
      gives: 0.5,
    },
    {
      says: 'is null while nothing is decided',
      data: { tickets: [ticket('a', june(2), { resolutionDueAt: '2026-06-20T00:00:00Z', resolutions: [] })] },
      gives: null,
    },
    {
      says: 'uses the latest resolution',
      data: {
        tickets: [
          ticket('a', june(1), { resolutionDueAt: june(3), resolutions: [june(2), june(5)], reopenings: [june(4)] }),
        ],
      },
      gives: 0,
      query: { grain: 'day' },
      byBucket: [null, null, 0, null, null, null, null],
    },
    {
      says: 'knows a breach once the target has passed',
      data: { tickets: [ticket('a', june(1), { resolutionDueAt: june(3), resolutions: [] }), done('b', 2, 1)] },
      gives: 0,
    },
  ],
  'replies-per-ticket': [
    {
      says: 'is the mean of human replies up to the resolution',
      data: {
        tickets: [
          done('a', 2, 3, {
            messages: [
              wrote('agent', june(2, '01:00')),
              wrote('note', june(2, '01:30')),
              wrote('agent', june(2, '03:00')),
              wrote('agent', june(2, '04:00')),
            ],
          }),
          done('b', 2, 3, { messages: [] }),
        ],
      },
      gives: 1,
    },
    {
      says: 'is null when nothing was resolved',
      data: { tickets: [ticket('a', june(2), { resolutions: [], messages: [wrote('agent', june(2))] })] },
      gives: null,
    },
    {
      says: 'leaves out tickets whose messages are not known',
      data: { tickets: [done('a', 2, 3), done('b', 2, 3, { messages: [wrote('agent', june(2, '01:00'))] })] },
      gives: 1,
    },
  ],
  'reassigned-tickets': [
    {
      says: 'counts tickets, not reassignments',
      data: {
        tickets: [
          ticket('a', june(1), {
            assignments: [
              { at: june(1), agent: 'A' },
              { at: june(2), agent: 'B' },
              { at: june(3), agent: 'A' },
            ],
          }),
        ],
      },
      gives: 1,
    },
    {
      says: 'is 0 for first assignments',
      data: { tickets: [ticket('a', june(1), { assignments: [{ at: june(1), agent: 'A' }] })] },
      gives: 0,
    },
    {
      says: 'does not count the same agent twice',
      data: {
        tickets: [
          ticket('a', june(1), {
            assignments: [
              { at: june(1), agent: 'A' },
              { at: june(2), agent: 'A' },
            ],
          }),
        ],
      },
      gives: 0,
    },
  ],
  'handle-time': [
    {
      says: 'is the sum of resolution − creation',
      data: { tickets: [done('a', 2, 2), done('b', 3, 4)] },
      gives: 6 * HOUR,
    },
    {
      says: 'is 0 when nothing was resolved',
      data: { tickets: [ticket('a', june(2), { resolutions: [] }), ticket('b', before, { resolutions: [before] })] },
      gives: 0,
    },
    {
      says: 'counts a reopened ticket once, to its latest resolution',
      data: {
        tickets: [
          ticket('a', june(2, '00:00'), {
            resolutions: [june(2, '01:00'), june(2, '05:00')],
            reopenings: [june(2, '03:00')],
          }),
        ],
      },
      gives: 5 * HOUR,
    },
  ],
  'reopened-tickets': [
    {
      says: 'counts tickets, not reopenings',
      data: {
        tickets: [
          ticket('a', june(1), { reopenings: [june(2), june(3)], resolutions: [june(1), june(2)] }),
          ticket('b', june(1), { reopenings: [june(3)] }),
        ],
      },
      gives: 2,
    },
    {
      says: 'is 0 when none was reopened',
      data: { tickets: [ticket('a', june(1), { reopenings: [before] })] },
      gives: 0,
    },
    {
      says: 'goes by the reopening',
      data: { tickets: [ticket('a', before, { reopenings: [june(3)] })] },
      gives: 1,
      query: { grain: 'day' },
      byBucket: [0, 0, 1, 0, 0, 0, 0],
    },
  ],
  'escalation-rate': [
    {
      says: 'is escalated for a breach ÷ all',
      data: {
        tickets: [
          ticket('a', june(1), {
            escalations: [
              { at: june(2), reason: 'sla' },
              { at: june(3), reason: 'sla' },
            ],
          }),
          ticket('b', june(1), { escalations: [{ at: june(2), reason: 'other' }] }),
          ticket('c', june(1)),
          ticket('d', june(1)),
        ],
      },
      gives: 0.25,
    },
    { says: 'is null without tickets', data: { tickets: [ticket('a', before, { escalations: [] })] }, gives: null },
    {
      says: 'goes by the creation, and waits for the escalation',
      data: { tickets: [ticket('a', june(1), { escalations: [{ at: '2026-06-08T00:00:00Z', reason: 'sla' }] })] },
      gives: 0,
    },
  ],
};
