import { expect } from 'chai';
import type { AgentData } from '../../../src/core/facts/agent-data.js';
import { createLocalSource } from '../../../src/sources/local-source.js';
import { fromZendesk, type AdapterOptions } from '../../../src/sources/index.js';

const USERS = [
  { id: 1, name: 'Jane', role: 'agent', email: 'jane@example.com' },
  { id: 2, name: 'Ali', role: 'admin' },
  { id: 9, name: 'Fin', role: 'agent' },
  { id: 50, name: 'Cem', role: 'end-user', email: 'cem@example.com', locale: 'de-AT' },
];
const at = (time: string) => `2026-06-01T${time}:00Z`;
const TICKET = {
  id: 7,
  created_at: at('08:00'),
  updated_at: at('20:00'),
  status: 'solved',
  subject: 'Where is it?',
  requester_id: 50,
  assignee_id: 2,
  via: { channel: 'facebook' },
  priority: 'high',
  type: 'question',
};
const change = (time: string, field_name: string, value: string) => ({
  ticket_id: 7,
  created_at: at(time),
  author_id: 1,
  events: [{ type: 'Change', field_name, value }],
});
const comment = (time: string, author_id: number, body: string, isPublic = true) => ({
  ticket_id: 7,
  created_at: at(time),
  author_id,
  body,
  public: isPublic,
});
const HISTORY = [
  change('08:10', 'assignee_id', '1'),
  change('09:00', 'status', 'solved'),
  change('10:00', 'status', 'open'),
  change('10:05', 'assignee_id', '2'),
  change('11:00', 'status', 'pending'),
  change('12:00', 'status', 'solved'),
  change('14:00', 'status', 'closed'),
];

async function read(data: object, options: AdapterOptions = {}) {
  return fromZendesk({ users: USERS, ...data }, options);
}

async function numbers(facts: AgentData, ...metrics: string[]) {
  const answer = await createLocalSource(facts, { now: '2026-06-03T00:00:00Z' }).query({
    metrics,
    from: '2026-06-01',
    to: '2026-06-02',
    timeZone: 'UTC',
  });
  return metrics.map((metric) => answer.metrics[metric]!.value);
}

describe('fromZendesk', () => {
  it('a ticket with its comments and audits: who wrote, who was in charge, when it was resolved and opened again', async () => {
    const comments = [
      comment('08:00', 50, 'Where is it?'),
      comment('08:20', 1, 'A note', false),
      { ...comment('08:30', 1, ''), body: undefined, html_body: '<p>On its <b>way</b></p>' },
      comment('09:30', 50, 'No!'),
    ];
    const { facts, report } = await read({ tickets: [TICKET], comments, audits: HISTORY });
    expect(facts.tickets).to.deep.equal([
      {
        id: '7',
        createdAt: at('08:00'),
        updatedAt: at('20:00'),
        subject: 'Where is it?',
        channel: 'facebook',
        network: 'facebook',
        agent: 'Ali',
        priority: 'high',
        type: 'question',
        messages: [
          { at: at('08:00'), from: 'customer', text: 'Where is it?' },
          { at: at('08:20'), from: 'note', author: 'Jane', text: 'A note' },
          { at: at('08:30'), from: 'agent', author: 'Jane', text: 'On its way' },
          { at: at('09:30'), from: 'customer', text: 'No!' },
        ],
        assignments: [
          { at: at('08:10'), agent: 'Jane' },
          { at: at('10:05'), agent: 'Ali' },
        ],
        resolutions: [at('09:00'), at('12:00')],
        reopenings: [at('10:00')],
      },
    ]);
    expect([report.unknown, report.skipped, report.assumed]).to.deep.equal([[], [], []]);
    expect(
      await numbers(
        facts,
        'ticket-volume',
        'first-response-time',
        'resolution-time',
        'first-assign-time',
        'reassigned-tickets',
        'reopened-tickets',
        'fcr-rate',
        'customer-replies-per-ticket',
      ),
    ).to.deep.equal([1, 30 * 60, 4 * 3600, 10 * 60, 1, 1, 0, 1]);
  });

  it('audits tell the messages where comments are not given, and repeat them where they are', async () => {
    const audits = [
      {
        ticket_id: 7,
        created_at: at('08:00'),
        author_id: 50,
        events: [
          { type: 'Comment', body: 'Where is it?', public: true },
          { type: 'Create', field_name: 'status', value: 'new' },
          { type: 'Notification' },
          { type: 'Hum' },
        ],
      },
    ];
    const said = [{ at: at('08:00'), from: 'customer', text: 'Where is it?' }];
    const [alone, both] = [
      await read({ tickets: [TICKET], audits }),
      await read({ tickets: [TICKET], audits, comments: [comment('08:00', 50, 'Where is it?')] }),
    ];
    expect([alone.facts.tickets![0]!.messages, both.facts.tickets![0]!.messages]).to.deep.equal([said, said]);
    expect(alone.report.unknown).to.deep.equal([
      { field: 'ticket_audit.events.type', value: 'Hum', count: 1, example: '7' },
    ]);
  });

  it('tables as CSV say the same as the API', async () => {
    const csv = (name: string, text: string) => ({
      name,
      async *open() {
        yield text;
      },
    });
    const { facts } = await fromZendesk(
      [
        csv(
          'ticket_field_history_data.csv',
          'field_name,ticket_id,updated,value\nstatus,7,2026-06-01 12:00:00,solved\nassignee_id,7,2026-06-01 08:10:00,1\nstatus,7,2026-06-01 08:00:00,new',
        ),
        csv(
          'ticket_comment_data.csv',
          'id,ticket_id,created,public,user_id,body\n1,7,2026-06-01 08:00:00,TRUE,50,"Where, ""please"",\nis it?"\n2,7,2026-06-01 08:30:00,TRUE,1,Soon\n3,8,2026-06-01 08:30:00,TRUE,1,Lost',
        ),
        csv(
          'ticket_data.csv',
          'id,created_at,status,requester_id,assignee_id,via_channel\n7,2026-06-01 08:00:00,solved,50,1,email',
        ),
        csv('user_data.csv', 'id,name,role\n1,Jane,agent\n50,Cem,end-user'),
      ],
      { timeZone: 'Asia/Kolkata' },
    );
    expect(facts.tickets).to.deep.equal([
      {
        id: '7',
        createdAt: '2026-06-01T02:30:00.000Z',
        channel: 'email',
        agent: 'Jane',
        assignments: [{ at: '2026-06-01T02:40:00.000Z', agent: 'Jane' }],
        resolutions: ['2026-06-01T06:30:00.000Z'],
        reopenings: [],
        messages: [
          { at: '2026-06-01T02:30:00.000Z', from: 'customer', text: 'Where, "please",\nis it?' },
          { at: '2026-06-01T03:00:00.000Z', from: 'agent', author: 'Jane', text: 'Soon' },
        ],
      },
    ]);
  });

  it('what the AI agent took part in is a conversation, given to people when it is assigned afterwards', async () => {
    const comments = [
      comment('08:00', 50, 'Where is it?'),
      comment('08:01', 9, 'On its way'),
      comment('08:05', 50, 'A person, please'),
    ];
    const { facts } = await read(
      {
        tickets: [{ ...TICKET, status: 'open', tags: ['vip', 'parcel'] }],
        comments,
        audits: [change('08:06', 'assignee_id', '2')],
      },
      { aiAgents: ['fin'], tag: { tags: { parcel: 'Delivery' } } },
    );
    expect([facts.tickets, facts.conversations]).to.deep.equal([
      undefined,
      [
        {
          id: '7',
          startedAt: at('08:00'),
          updatedAt: at('20:00'),
          channel: 'facebook',
          assignee: 'Ali',
          profile: { id: '50', name: 'Cem', email: 'cem@example.com' },
          language: 'de',
          tag: 'Delivery',
          messages: [
            { at: at('08:00'), from: 'visitor', text: 'Where is it?' },
            { at: at('08:01'), from: 'agent', author: 'Fin', text: 'On its way' },
            { at: at('08:05'), from: 'visitor', text: 'A person, please' },
          ],
          handoffs: [{ at: at('08:06'), by: 'ticket' }],
        },
      ],
    ]);
    expect(await numbers(facts, 'total-volume', 'takeover-rate')).to.deep.equal([1, 1]);
  });

  it('targets: of policies by the clock and by business hours, of version and priority; those that pause have none', async () => {
    const policy = (
      metric: string,
      priority: string,
      target: number,
      business_hours: string,
      since = '2020-01-01 00:00:00',
    ) => ({ sla_policy_id: 5, metric, priority, target, business_hours, sla_policy_updated_at: since });
    const data = {
      tickets: [{ ...TICKET, created_at: '2026-06-05T14:30:00Z' }],
      ticket_sla_policy: [{ ticket_id: 7, sla_policy_id: 5, policy_applied_at: '2026-06-05T14:30:00Z' }],
      sla_policy_metric_history: [
        policy('first_reply_time', 'high', 60, 'FALSE'),
        policy('first_reply_time', 'high', 90, 'FALSE', '2026-01-01 00:00:00'),
        policy('first_reply_time', 'high', 5, 'FALSE', '2026-12-01 00:00:00'),
        policy('first_reply_time', 'low', 1, 'FALSE'),
        policy('total_resolution_time', 'high', 120, 'TRUE'),
        policy('requester_wait_time', 'high', 9, 'FALSE'),
        policy('mean_mood', 'high', 9, 'FALSE'),
      ],
    };
    // Friday 14:30 to 15:00, then Monday from 8:00 on.
    const week = { 1: [['08:00', '15:00']], 5: [['08:00', '15:00']] } as const;
    const { facts, report } = await read(data, { businessHours: { timeZone: 'UTC', week } });
    expect([facts.tickets![0]!.firstResponseDueAt, facts.tickets![0]!.resolutionDueAt]).to.deep.equal([
      '2026-06-05T16:00:00.000Z',
      '2026-06-08T09:30:00.000Z',
    ]);
    expect(report.unknown).to.deep.equal([{ field: 'sla.metric', value: 'mean_mood', count: 1, example: '5' }]);
    expect((await read(data)).facts.tickets![0]).not.to.have.property('resolutionDueAt');
  });

  it('ratings are surveys: good and bad are answers, offered was only sent', async () => {
    const rating = (id: number, score: string) => ({
      id,
      score,
      ticket_id: 7,
      created_at: at('15:00'),
      updated_at: at('16:00'),
      assignee_id: 1,
      requester_id: 50,
    });
    const { facts } = await read({
      satisfaction_ratings: [
        rating(1, 'good'),
        rating(2, 'bad_with_comment'),
        rating(3, 'offered'),
        rating(4, 'unoffered'),
      ],
    });
    expect(
      facts.surveys!.map(({ id, sentAt, answeredAt, positive, agent }) => [id, sentAt, answeredAt, positive, agent]),
    ).to.deep.equal([
      ['1', at('15:00'), at('16:00'), true, 'Jane'],
      ['2', at('15:00'), at('16:00'), false, 'Jane'],
      ['3', at('15:00'), undefined, undefined, 'Jane'],
    ]);
    expect(await numbers(facts, 'csat', 'survey-response-rate')).to.deep.equal([0.5, 2 / 3]);
  });

  it('without history and comments, what Zendesk measured stands in; where nothing tells, the report says what was assumed', async () => {
    const metric_set = {
      initially_assigned_at: at('08:05'),
      solved_at: at('13:00'),
      reply_time_in_minutes: { calendar: 25, business: 3 },
      reopens: 2,
    };
    const { facts, report } = await read({
      tickets: [
        { ...TICKET, metric_set },
        { ...TICKET, id: 8 },
        { ...TICKET, id: 9, status: 'deleted' },
        { ...TICKET, id: 10, status: 'snoozing', via: { channel: 'pigeon' } },
      ],
    });
    expect(
      facts.tickets!.map(({ firstAssignedAt, firstResponseAt, resolvedAt, channel }) => [
        firstAssignedAt,
        firstResponseAt,
        resolvedAt,
        channel,
      ]),
    ).to.deep.equal([
      [at('08:05'), '2026-06-01T08:25:00.000Z', at('13:00'), 'facebook'],
      [undefined, undefined, at('20:00'), 'facebook'],
      [undefined, undefined, undefined, 'pigeon'],
    ]);
    expect(report.assumed).to.deep.equal([
      { field: 'ticket.status', how: 'solved or closed, nothing says when: the last change', count: 1, example: '8' },
    ]);
    expect(report.skipped).to.deep.equal([{ table: 'ticket', reason: 'is deleted', count: 1, example: '9' }]);
    expect(report.unknown.map(({ field, value }) => [field, value])).to.deep.equal([
      ['ticket.status', 'snoozing'],
      ['ticket.via.channel', 'pigeon'],
    ]);
  });

  it('type, segment and region where the host says they are', async () => {
    const { facts } = await read(
      {
        tickets: [
          {
            ...TICKET,
            tags: ['billing'],
            custom_fields: [
              { id: 360, value: 'gold' },
              { id: 361, value: 'AT' },
            ],
          },
        ],
      },
      {
        type: { tags: { billing: 'Billing' } },
        segment: { field: 'custom_fields.360' },
        region: { field: 'custom_fields.361' },
      },
    );
    expect([facts.tickets![0]!.type, facts.tickets![0]!.segment, facts.tickets![0]!.region]).to.deep.equal([
      'Billing',
      'gold',
      'AT',
    ]);
  });
});
