import { expect } from 'chai';
import { fromFreshdesk } from '../../../src/sources/index.js';

const at = (time: string) => `2026-06-01T${time}:00Z`;
const TICKET = {
  id: 3,
  created_at: at('08:00'),
  updated_at: at('20:00'),
  status: 5,
  priority: 4,
  source: 1,
  type: 'Refund',
  subject: 'Money',
  description_text: 'Where is my money?',
  requester_id: 60,
  responder_id: 5,
};
const AGENTS = [
  { id: 5, contact: { name: 'Jane', email: 'jane@example.com' }, ticket_scope: 1 },
  { id: 6, contact: { name: 'Ali' }, ticket_scope: 1 },
];

describe('fromFreshdesk', () => {
  it('a ticket with what it embeds: opening message, messages in order, targets, stats', async () => {
    const conversations = [
      { id: 2, incoming: true, private: false, user_id: 60, created_at: at('09:00'), body_text: 'Still not here' },
      {
        id: 1,
        incoming: false,
        private: false,
        user_id: 5,
        created_at: at('08:30'),
        body: '<div>Tomorrow &amp; not later</div>',
      },
      { id: 3, incoming: false, private: true, user_id: 5, created_at: at('08:20'), body_text: 'Hm' },
      { id: 4, incoming: false, private: false, user_id: null, created_at: at('08:01'), body_text: 'We got it' },
    ];
    const stats = { resolved_at: at('11:00'), closed_at: at('12:00'), reopened_at: at('10:00') };
    const { facts, report } = await fromFreshdesk({
      agents: AGENTS,
      tickets: [
        {
          ...TICKET,
          conversations,
          stats,
          fr_due_by: at('08:15'),
          due_by: at('18:00'),
          fr_escalated: true,
          is_escalated: false,
        },
      ],
    });
    expect(facts.tickets).to.deep.equal([
      {
        id: '3',
        createdAt: at('08:00'),
        updatedAt: at('20:00'),
        subject: 'Money',
        type: 'Refund',
        channel: 'email',
        agent: 'Jane',
        priority: 'urgent',
        firstResponseDueAt: at('08:15'),
        resolutionDueAt: at('18:00'),
        messages: [
          { at: at('08:00'), from: 'customer', text: 'Where is my money?' },
          { at: at('08:01'), from: 'note', text: 'We got it' },
          { at: at('08:20'), from: 'note', author: 'Jane', text: 'Hm' },
          { at: at('08:30'), from: 'agent', author: 'Jane', text: 'Tomorrow & not later' },
          { at: at('09:00'), from: 'customer', text: 'Still not here' },
        ],
        escalations: [{ at: at('08:15'), reason: 'sla' }],
        resolutions: [at('11:00')],
        reopenings: [at('10:00')],
      },
    ]);
    expect(report.assumed.map(({ field, count }) => [field, count])).to.deep.equal([['ticket.is_escalated', 1]]);
  });

  it('activities are the whole history, and parts that lie apart find their ticket', async () => {
    const activity = (time: string, one: object) => ({
      performed_at: `01-06-2026 ${time}:00 +0000`,
      ticket_id: 3,
      activity: one,
    });
    const activities_data = [
      activity('08:00', { status: 'Open', agent_id: 6 }),
      activity('09:00', { status: 'Resolved' }),
      activity('10:00', { status: 'Open', agent_id: 5 }),
      activity('11:00', { status: 'Closed' }),
      activity('12:00', { status: 'Napping' }),
    ];
    const { facts, report } = await fromFreshdesk([
      {
        name: 'tickets.json',
        async *open() {
          yield JSON.stringify([TICKET]);
        },
      },
      {
        name: 'activities.json',
        async *open() {
          yield JSON.stringify({ activities_data });
        },
      },
      {
        name: 'agents.json',
        async *open() {
          yield JSON.stringify(AGENTS);
        },
      },
    ]);
    const [ticket] = facts.tickets!;
    expect([ticket!.assignments, ticket!.resolutions, ticket!.reopenings, ticket!.messages]).to.deep.equal([
      [
        { at: '2026-06-01T08:00:00Z', agent: 'Ali' },
        { at: '2026-06-01T10:00:00Z', agent: 'Jane' },
      ],
      [at('09:00'), at('11:00')],
      [at('10:00')],
      undefined,
    ]);
    expect(report.unknown).to.deep.equal([{ field: 'activity.status', value: 'Napping', count: 1, example: '3' }]);
  });

  it('an outbound e-mail opens with the team, a chat with its own messages; spam is skipped; the AI agent makes it a conversation', async () => {
    const conversations = [
      { incoming: false, private: false, user_id: 5, created_at: at('08:10'), body_text: 'Hello' },
    ];
    const { facts, report } = await fromFreshdesk(
      {
        tickets: [
          { ...TICKET, source: 10, conversations },
          { ...TICKET, id: 4, source: 7, conversations },
          { ...TICKET, id: 5, spam: true },
          { ...TICKET, id: 6, conversations: [{ ...conversations[0], user_id: 99 }] },
        ],
      },
      { aiAgents: ['99'] },
    );
    expect(facts.tickets!.map(({ messages }) => messages!.map(({ from }) => from))).to.deep.equal([
      ['agent', 'agent'],
      ['agent'],
    ]);
    expect(facts.conversations!.map(({ messages }) => messages!.map(({ from }) => from))).to.deep.equal([
      ['visitor', 'agent'],
    ]);
    expect(report.skipped).to.deep.equal([{ table: 'ticket', reason: 'is spam or deleted', count: 1, example: '5' }]);
  });

  it('ratings are on the scale of seven, positive from happy on; an answer that nobody knows is told', async () => {
    const rating = (id: number, answer: number) => ({
      id,
      survey_id: 1,
      ticket_id: 3,
      agent_id: 5,
      user_id: 60,
      created_at: at('15:00'),
      ratings: { default_question: answer },
    });
    const { facts, report } = await fromFreshdesk({
      agents: AGENTS,
      satisfaction_ratings: [rating(1, 103), rating(2, 100), rating(3, -103), rating(4, 7)],
    });
    expect(facts.surveys!.map(({ value, scale, positive, agent }) => [value, scale, positive, agent])).to.deep.equal([
      [7, 7, true, 'Jane'],
      [4, 7, false, 'Jane'],
      [1, 7, false, 'Jane'],
    ]);
    expect(report.unknown.map(({ value }) => value)).to.deep.equal(['{"default_question":7}']);
  });
});
