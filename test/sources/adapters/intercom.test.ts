import { expect } from 'chai';
import { fromIntercom } from '../../../src/sources/index.js';

const START = Date.parse('2026-06-01T08:00:00Z') / 1000;
const at = (minutes: number) => new Date((START + minutes * 60) * 1000).toISOString();
const part = (minutes: number, part_type: string, author: object, body: string | null = null, more: object = {}) => ({
  part_type,
  created_at: START + minutes * 60,
  author,
  body,
  ...more,
});
const JANE = { type: 'admin', id: '1', name: 'Jane' };
const CEM = { type: 'user', id: 'u1', name: 'Cem', email: 'cem@example.com' };
const FIN = { type: 'bot', id: '9', name: 'Fin', from_ai_agent: true };
const SOURCE = {
  type: 'twitter',
  delivered_as: 'customer_initiated',
  body: '<p>Where is it?</p>',
  author: CEM,
  url: 'https://shop.example/cart',
};

function conversation(parts: object[], more: object = {}) {
  return {
    type: 'conversation',
    id: 'c',
    created_at: START,
    updated_at: START + 3600 * 5,
    state: 'closed',
    priority: 'priority',
    source: SOURCE,
    contacts: { contacts: [{ id: 'u1' }] },
    conversation_parts: { conversation_parts: parts },
    ...more,
  };
}

describe('fromIntercom', () => {
  it('a conversation without the AI agent is a ticket; closing resolves, every part that reopens opens', async () => {
    const parts = [
      part(2, 'assignment', JANE, null, { assigned_to: { type: 'admin', id: '1' } }),
      part(5, 'comment', JANE, '<p>Soon</p>'),
      part(6, 'note', JANE, 'Hm'),
      part(10, 'close', JANE, '<p>Bye</p>'),
      part(20, 'open', CEM, 'No!'),
      part(21, 'comment', { type: 'bot', id: '8', name: 'Operator' }, 'We are on it'),
      part(30, 'close', JANE),
      part(40, 'assign_and_reopen', JANE, null, { assigned_to: { type: 'admin', id: '2' } }),
      part(50, 'close', JANE),
      part(51, 'close', JANE),
    ];
    const { facts, report } = await fromIntercom({
      admins: [
        { type: 'admin', id: '1', name: 'Jane' },
        { type: 'admin', id: '2', name: 'Ali' },
      ],
      conversations: [conversation(parts, { admin_assignee_id: 2 })],
    });
    expect(facts.tickets).to.deep.equal([
      {
        id: 'c',
        createdAt: at(0),
        updatedAt: at(300),
        channel: 'x',
        network: 'x',
        agent: 'Ali',
        priority: 'priority',
        messages: [
          { at: at(0), from: 'customer', text: 'Where is it?' },
          { at: at(5), from: 'agent', author: 'Jane', text: 'Soon' },
          { at: at(6), from: 'note', author: 'Jane', text: 'Hm' },
          { at: at(10), from: 'agent', author: 'Jane', text: 'Bye' },
          { at: at(20), from: 'customer', text: 'No!' },
          { at: at(21), from: 'note', author: 'Operator', text: 'We are on it' },
        ],
        assignments: [
          { at: at(2), agent: 'Jane' },
          { at: at(40), agent: 'Ali' },
        ],
        resolutions: [at(10), at(30), at(50)],
        reopenings: [at(20), at(40)],
      },
    ]);
    expect([report.unknown, report.assumed]).to.deep.equal([[], []]);
  });

  it('one with the AI agent is a conversation, with its rating, page and first tag', async () => {
    const ai_agent = {
      source_type: 'workflow',
      resolution_state: 'confirmed_resolution',
      rating: 4,
      rating_remark: 'Good',
      created_at: START + 600,
    };
    const { facts, report } = await fromIntercom([
      conversation([part(1, 'comment', FIN, 'On its way'), part(9, 'close', FIN)], {
        ai_agent_participated: true,
        ai_agent,
        tags: { tags: [{ name: 'parcel' }, { name: 'vip' }] },
      }),
    ]);
    expect(facts.conversations).to.deep.equal([
      {
        id: 'c',
        startedAt: at(0),
        updatedAt: at(300),
        channel: 'x',
        page: 'https://shop.example/cart',
        profile: { id: 'u1', name: 'Cem', email: 'cem@example.com' },
        tag: 'parcel',
        closedAt: at(9),
        status: 'resolved',
        messages: [
          { at: at(0), from: 'visitor', text: 'Where is it?' },
          { at: at(1), from: 'agent', author: 'Fin', text: 'On its way' },
        ],
        rating: { value: 4, at: at(10), comment: 'Good' },
      },
    ]);
    expect(report.assumed.map(({ field }) => field)).to.deep.equal(['conversation.tags']);
  });

  for (const [state, status, handoff, more] of [
    ['assumed_resolution', undefined, undefined, {}],
    ['escalated', undefined, at(1), {}],
    ['procedure_handoff', undefined, at(1), {}],
    ['negative_feedback', 'closed', undefined, {}],
    ['negative_feedback', undefined, undefined, { state: 'open' }],
  ] as const) {
    it(`${state}${'state' in more ? ' while open' : ''}: status ${status ?? 'by our rules'}${handoff ? ', given to people' : ''}`, async () => {
      const { facts } = await fromIntercom([
        conversation([part(1, 'comment', FIN, 'Look there'), ...('state' in more ? [] : [part(9, 'close', FIN)])], {
          ai_agent_participated: true,
          ai_agent: { resolution_state: state },
          ...more,
        }),
      ]);
      expect([facts.conversations![0]!.status, facts.conversations![0]!.handoffs?.[0]?.at]).to.deep.equal([
        status,
        handoff,
      ]);
    });
  }

  it('a rating of a person is a survey; the team’s own trials are skipped; without parts, statistics stand in', async () => {
    const conversation_rating = {
      rating: 2,
      remark: 'Slow',
      created_at: START + 60,
      updated_at: START + 120,
      teammate: { type: 'admin', id: '1' },
    };
    const statistics = {
      first_assignment_at: START + 60,
      first_admin_reply_at: START + 300,
      last_close_at: START + 600,
    };
    const { facts, report } = await fromIntercom([
      conversation([], { conversation_parts: null, conversation_rating, statistics }),
      conversation([], { id: 'd', ai_agent_participated: true, ai_agent: { source_type: 'fin_preview' } }),
      { type: 'admin', id: '1', name: 'Jane' },
    ]);
    expect(facts.surveys).to.deep.equal([
      {
        id: 'c:rating',
        kind: 'csat',
        sentAt: at(1),
        answeredAt: at(2),
        value: 2,
        scale: 5,
        comment: 'Slow',
        ticketId: 'c',
        agent: 'Jane',
        customerId: 'u1',
      },
    ]);
    const [{ firstAssignedAt, firstResponseAt, resolvedAt, messages }] = facts.tickets as [
      NonNullable<typeof facts.tickets>[0],
    ];
    expect([firstAssignedAt, firstResponseAt, resolvedAt, messages]).to.deep.equal([at(1), at(5), at(10), undefined]);
    expect(report.skipped).to.deep.equal([
      { table: 'conversation', reason: 'is the team’s own trial of the AI agent', count: 1, example: 'd' },
    ]);
  });
});
