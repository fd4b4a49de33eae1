/** Adapters on files as the vendors' customers have them. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { INTERCOM_FIELDS } from '../../../src/sources/adapters/intercom/fields.js';
import { acceptRecord } from '../../../src/ingest/accept-record.js';
import {
  fromFreshdesk,
  fromIntercom,
  fromZendesk,
  type AdapterReport,
  type ExportFacts,
} from '../../../src/sources/index.js';
import { isFactName } from '../../../src/core/facts/registry.js';

const folder = (vendor: string) => new URL(`../../fixtures/adapters/${vendor}/`, import.meta.url);
const textOf = (vendor: string, name: string) => readFileSync(new URL(name, folder(vendor)), 'utf8');
const jsonOf = <T>(vendor: string, name: string) => JSON.parse(textOf(vendor, name)) as T;
const files = (vendor: string, ...names: string[]) =>
  names.map((name) => ({
    name,
    async *open() {
      yield textOf(vendor, name);
    },
  }));

function expectAccepted({ facts }: ExportFacts): void {
  for (const [fact, records] of Object.entries(facts) as [string, object[]][])
    if (isFactName(fact))
      for (const record of records)
        acceptRecord(fact, record, {}, (problem) => expect.fail(`${fact}: ${problem.reason}`));
}

describe('tables of Zendesk', () => {
  const names = [
    'ticket_data.csv',
    'ticket_comment_data.csv',
    'ticket_field_history_data.csv',
    'ticket_tag_data.csv',
    'ticket_sla_policy_data.csv',
    'sla_policy_metric_history_data.csv',
    'user_data.csv',
    'group_data.csv',
  ];

  it('ten tickets, two of them deleted; one has a history that is resolved once and opened never', async () => {
    const read = await fromZendesk(files('zendesk', ...names));
    expectAccepted(read);
    expect(read.facts.tickets!.map(({ id }) => id)).to.deep.equal([
      '16988',
      '14173',
      '11071',
      '1966',
      '1404',
      '4721',
      '6171',
      '6605',
    ]);
    expect(read.facts.tickets!.find(({ id }) => id === '11071')).to.deep.include({
      agent: 'Arthur Agent',
      assignments: [{ at: '2020-08-28T11:01:27Z', agent: 'Arthur Agent' }],
      resolutions: ['2020-11-14T11:01:27Z'],
      reopenings: [],
      // 120 minutes by the clock from the creation, as policy 1002 has it for urgent ones.
      firstResponseDueAt: '2020-08-28T20:06:36.000Z',
    });
    expect(read.report.skipped.find(({ reason }) => reason === 'is deleted')).to.deep.include({
      table: 'ticket',
      count: 2,
    });
    expect(read.report.unknown).to.deep.equal([]);
  });

  it('a chat that a bot took part in is a conversation', async () => {
    const read = await fromZendesk(
      files('zendesk', 'ticket_data.csv', 'ticket_chat_data.csv', 'ticket_chat_event_data.csv'),
    );
    expectAccepted(read);
    expect([
      read.facts.tickets!.length,
      read.facts.conversations!.map(({ id, messages }) => [id, messages!.map(({ from }) => from)]),
    ]).to.deep.equal([7, [['6605', ['agent']]]]);
  });
});

describe('tables and answers of Intercom', () => {
  it('of a history the active row counts', async () => {
    const read = await fromIntercom(
      files(
        'intercom',
        ...[
          'conversation_history',
          'conversation_part_history',
          'conversation_tag_history',
          'conversation_contact_history',
          'admin',
          'tag',
          'team',
          'contact_history',
          'article_history',
        ].map((name) => `${name}_data.csv`),
      ),
    );
    expectAccepted(read);
    expect(read.facts.tickets!.map(({ id, resolvedAt }) => [id, resolvedAt])).to.deep.equal([
      ['156643300001311', '2020-11-02T14:17:59Z'],
      ['156643300001372', '2020-11-06T13:55:01Z'],
    ]);
    expect([read.facts.articles!.length, read.report.unknown]).to.deep.equal([3, []]);
  });

  it('example answers: a conversation that was read, answered, closed, assigned; a ticket of a customer', async () => {
    const read = await fromIntercom(jsonOf<{ value: object }[]>('intercom', 'examples.json').map(({ value }) => value));
    expectAccepted(read);
    expect(
      read.facts.tickets!.map(({ id, messages, resolutions, assignments }) => [
        id,
        messages!.map(({ from }) => from).join(),
        resolutions!.length,
        assignments!.length,
      ]),
    ).to.deep.equal([
      ['503', 'agent,agent', 1, 0],
      ['524', 'agent,customer', 0, 0],
      ['531', 'agent,agent', 1, 0],
      ['542', 'agent', 0, 1],
      ['611', 'customer', 0, 0],
    ]);
    expect(read.report.unknown.map(({ field, value }) => [field, value])).to.deep.equal([
      ['conversation_part.assigned_to.type', 'contact'],
    ]);
  });

  it('every field of the API has a place, or a reason for none', () => {
    for (const [table, names] of Object.entries(jsonOf<Record<string, string[]>>('intercom', 'fields.json'))) {
      const known =
        table === 'ticket_part'
          ? {
              ...INTERCOM_FIELDS['conversation_part'],
              previous_ticket_state: '',
              ticket_state: '',
              updated_attribute_data: '',
            }
          : INTERCOM_FIELDS[table]!;
      expect(
        names.filter((name) => !(name in known)),
        table,
      ).to.deep.equal([]);
    }
  });
});

describe('each enum of Intercom', () => {
  const talk = (more: object) => ({
    type: 'conversation',
    id: 'c',
    created_at: 1_700_000_000,
    updated_at: 1_700_000_100,
    state: 'open',
    source: { type: 'email', body: 'Hi', author: { type: 'user', id: 'u' } },
    ...more,
  });
  const ask = (more: object) => ({
    type: 'ticket',
    id: 't',
    created_at: 1_700_000_000,
    updated_at: 1_700_000_100,
    category: 'Customer',
    ...more,
  });
  const ofPart = (more: object) =>
    talk({
      conversation_parts: {
        conversation_parts: [
          { part_type: 'comment', created_at: 1_700_000_010, author: { type: 'admin', id: '1' }, body: 'Ho', ...more },
        ],
      },
    });
  const ofTicketPart = (more: object) =>
    ask({
      ticket_parts: {
        ticket_parts: [
          {
            part_type: 'ticket_state_updated_by_admin',
            created_at: 1_700_000_010,
            author: { type: 'admin', id: '1' },
            ...more,
          },
        ],
      },
    });
  /** What is asked for by a value of the enum. A rating says whom it was for by a teammate. */
  const cases: Record<string, ((value: string | null) => object)[]> = {
    'ai_agent.source_type': [(source_type) => talk({ ai_agent_participated: true, ai_agent: { source_type } })],
    'ai_agent.last_answer_type': [
      (last_answer_type) => talk({ ai_agent_participated: true, ai_agent: { last_answer_type } }),
    ],
    'ai_agent.resolution_state': [
      (resolution_state) => talk({ ai_agent_participated: true, ai_agent: { resolution_state } }),
    ],
    'conversation.state': [(state) => talk({ state })],
    'conversation_list_item.state': [(state) => talk({ state })],
    'conversation.priority': [(priority) => talk({ priority })],
    'conversation_list_item.priority': [(priority) => talk({ priority })],
    'conversation_source.type': [(type) => talk({ source: { type } })],
    'sla_applied.sla_status': [(sla_status) => talk({ sla_applied: { sla_status } })],
    'teammate_reference.type': [
      (type) => talk({ conversation_rating: { rating: 3, created_at: 1_700_000_020, teammate: { type, id: '1' } } }),
      (type) => ofPart({ part_type: 'assignment', assigned_to: { type, id: '1' } }),
    ],
    'ticket.category': [(category) => ask({ category })],
    'ticket_type.category': [(category) => ask({ category: null, ticket_type: { category } })],
    'ticket_state.category': [(category) => ask({ ticket_state: { category } })],
    'ticket_state_detailed.category': [(category) => ask({ ticket_state: { category } })],
    'ticket_part.ticket_state': [(ticket_state) => ofTicketPart({ ticket_state })],
    'ticket_part_author.type': [
      (type) => ofTicketPart({ part_type: 'comment', author: { type, id: '1' } }),
      (type) => ofPart({ author: { type, id: '1' } }),
    ],
    'ticket_reply.part_type': [(part_type) => ofTicketPart({ part_type }), (part_type) => ofPart({ part_type })],
    'article_list_item.state': [(state) => ({ type: 'article', id: 'a', title: 'A', state })],
  };
  /** Where it came from is the new state of the part before; the others name the object, or what is not exported. */
  const beside =
    /^(ticket_part\.previous_ticket_state|conversation_part\.state|.*\.(type|object)|article_(content|translated_content|list)\.\w+)$/;
  const enums = jsonOf<Record<string, (string | null)[]>>('intercom', 'enums.json');
  const told = async (record: object): Promise<AdapterReport> => {
    const read = await fromIntercom([record]);
    expectAccepted(read);
    return read.report;
  };

  it('none is missing', () =>
    expect(Object.keys(enums).filter((name) => !(name in cases) && !beside.test(name))).to.deep.equal([]));

  for (const [name, makers] of Object.entries(cases)) {
    it(`${name}: ${enums[name]!.length} known values, another is told`, async () => {
      for (const make of makers) {
        for (const value of enums[name]!) expect((await told(make(value))).unknown, String(value)).to.deep.equal([]);
        expect((await told(make('no-such-value'))).unknown.map(({ value }) => value)).to.deep.equal(['no-such-value']);
      }
    });
  }
});

describe('tickets of Freshdesk with conversations beside them', () => {
  it('messages out of order, a note, a chat with nobody’s greeting', async () => {
    const read = await fromFreshdesk(
      files('freshdesk', 'ticket_with_conversations.json', 'web_chat_ticket_with_conversations.json'),
    );
    expectAccepted(read);
    expect(
      read.facts.tickets!.map(({ id, channel, messages }) => [id, channel, messages!.map(({ from }) => from).join()]),
    ).to.deep.equal([
      ['2001', 'email', 'customer,agent,note,customer'],
      ['2101', 'web-chat', 'note,customer,customer,agent,customer,agent'],
    ]);
    expect(read.report.assumed.map(({ field, example }) => [field, example])).to.deep.equal([
      ['ticket.status', '2001'],
    ]);
  });
});
