/** Whether a ticket keeps its target. */
import type { Ticket } from '../facts/tickets.js';
import { parseInstant, type Instant } from '../time/instant.js';
import { ticketTimeline } from './ticket-timeline.js';

export type SlaVerdict = 'none' | 'ontime' | 'overdue';

/**
 * `none`: the ticket has no `resolutionDueAt`. `overdue`: its latest resolution up to `now` came after the target, or it is open and the
 * target has passed. Throws a `RangeError` for what is no instant.
 */
export function slaVerdict(ticket: Ticket, now: Instant): SlaVerdict {
  const { resolutionDueAt, spans } = ticketTimeline(ticket);
  if (resolutionDueAt === undefined) return 'none';
  const at = parseInstant(now);
  const { resolvedAt } = spans.find(({ from, until }) => from <= at && at < until)!;
  return (resolvedAt ?? at) > resolutionDueAt ? 'overdue' : 'ontime';
}
