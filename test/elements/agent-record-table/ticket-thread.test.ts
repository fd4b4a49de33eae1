import { expect } from 'chai';
import { toTicketThread, type TicketItem } from '../../../src/elements/agent-record-table/ticket-view.js';

const at = (time: string, day = 5) => `2026-06-0${day}T${time}:00Z`;
const NOW = Date.parse(at('12:00', 7));
const brief = (items: readonly TicketItem[]) =>
  items.map((item) => {
    if (item.kind === 'day') return item.date;
    if (item.kind === 'run') return `${item.from} ${item.author ?? '–'} ${item.messages.length}`;
    return [item.kind, item.agent, item.isMet].filter((one) => one !== undefined).join(' ');
  });
const threadOf = (rest: object, now = NOW) => toTicketThread({ id: 't', createdAt: at('08:00'), ...rest }, now, 'UTC');

describe('the thread of a ticket', () => {
  it('tells messages, notes and what happened in order of time', () => {
    const thread = threadOf({
      messages: [
        { at: at('09:30'), from: 'agent', author: 'Mara' },
        { at: at('08:00'), from: 'customer' },
        { at: at('08:05'), from: 'customer' },
        { at: at('09:00'), from: 'note', author: 'Mara' },
        { at: at('13:00', 7), from: 'customer' },
      ],
      assignments: [
        { at: at('08:10'), agent: 'Mara' },
        { at: at('13:00', 7), agent: 'Ji' },
      ],
      resolutions: [at('10:00')],
      reopenings: [at('11:00')],
      escalations: [
        { at: at('09:10'), reason: 'sla' },
        { at: at('09:20'), reason: 'other' },
      ],
    })!;
    expect(brief(thread.items)).to.deep.equal([
      '2026-06-05',
      'customer – 2',
      'assigned Mara',
      'note Mara 1',
      'escalatedForTarget',
      'escalated',
      'agent Mara 1',
      'resolved',
      'reopened',
    ]);
    expect([thread.isResolved, thread.messages]).to.deep.equal([false, 4]);
  });

  it('tells what stands in where messages and assignments were not supplied', () => {
    const thread = threadOf({
      firstAssignedAt: at('08:10'),
      firstResponseAt: at('09:00'),
      resolvedAt: at('10:00', 6),
    })!;
    expect(brief(thread.items)).to.deep.equal([
      '2026-06-05',
      'created',
      'firstAssigned',
      'responded',
      '2026-06-06',
      'resolved',
    ]);
    expect([thread.isResolved, thread.messages]).to.deep.equal([true, undefined]);
  });

  const targets: [rest: object, told: string][] = [
    [{ resolutionDueAt: at('10:00'), resolutions: [at('10:00')] }, 'true'],
    [{ resolutionDueAt: at('10:00'), resolutions: [at('10:01')] }, 'false'],
    [{ resolutionDueAt: at('10:00') }, 'false'],
    [{ resolutionDueAt: at('13:00', 7) }, ''],
    [{ resolutionDueAt: at('10:30'), resolutions: [at('10:00'), at('12:00')], reopenings: [at('11:00')] }, 'false'],
    [{ firstResponseDueAt: at('09:00'), firstResponseAt: at('08:59') }, 'true'],
    [{ firstResponseDueAt: at('09:00'), messages: [] }, 'false'],
  ];
  for (const [rest, told] of targets) {
    it(`tells of ${JSON.stringify(rest)} that the target was ${told === '' ? 'not decided' : told === 'true' ? 'met' : 'missed'}`, () => {
      expect(
        brief(threadOf(rest)!.items)
          .find((item) => item.includes('Due'))!
          .split(' ')[1] ?? '',
      ).to.equal(told);
    });
  }

  it('is none of what is no ticket', () => {
    expect(toTicketThread({ createdAt: 'soon' }, NOW, 'UTC')).to.equal(undefined);
  });
});
