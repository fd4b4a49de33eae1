import { expect } from 'chai';
import type { Ticket } from '../../../src/core/facts/tickets.js';
import { maskRecord, maskedSource } from '../../../src/server/access/masked-source.js';
import { june, sourceOf, WEEK } from '../../fixtures/make-facts.js';

const ticket = {
  id: 't',
  at: '2026-06-01T12:00:00.000Z',
  value: null,
  record: {
    id: 't',
    subject: 'My parcel',
    agent: 'Ada',
    messages: [
      { at: '2026-06-01T12:00:00.000Z', from: 'customer', author: 'anna@example.org', text: 'Where is it?' },
      { at: '2026-06-01T13:00:00.000Z', from: 'note' },
    ],
  },
};

describe('a record behind a number', () => {
  it('is whole for who may see everything', () => {
    expect(maskRecord('tickets', ticket, { texts: true, people: true })).to.deep.equal(ticket);
  });

  it('has no texts for who may not read them', () => {
    expect(maskRecord('tickets', ticket, { texts: false, people: true })).to.deep.equal({
      ...ticket,
      masked: true,
      record: {
        id: 't',
        agent: 'Ada',
        messages: [
          { at: '2026-06-01T12:00:00.000Z', from: 'customer', author: 'anna@example.org', text: '', masked: true },
          { at: '2026-06-01T13:00:00.000Z', from: 'note' },
        ],
      },
    });
  });

  it('names nobody who wrote, asked, visited or bought to who may not see people', () => {
    const { record } = maskRecord('tickets', ticket, { texts: true, people: false });
    expect(JSON.stringify(record)).to.not.include('anna@');
    const visit = maskRecord(
      'articleVisits',
      { id: 'v', at: ticket.at, value: 3, record: { id: 'v', articleId: 'a', session: 'person-7' } },
      { texts: true, people: false },
    );
    expect(visit.record).to.deep.equal({ id: 'v', articleId: 'a' });
    const survey = maskRecord(
      'surveys',
      { id: 's', at: ticket.at, value: 3, record: { id: 's', customerId: 'anna', comment: 'Fine' } },
      { texts: false, people: false },
    );
    expect(survey.record).to.deep.equal({ id: 's' });
    expect(
      maskRecord(
        'customers',
        { id: 'anna', at: ticket.at, value: null, record: { id: 'anna', tier: 'gold' } },
        { texts: true, people: false },
      ),
    ).to.deep.include({ id: '', record: { tier: 'gold' } });
  });

  it('keeps its custom columns for every role', async () => {
    const tickets = [
      { id: 't', createdAt: june(5), subject: 'My parcel', plan: 'gold', costCents: 250, notes: 'undeclared' },
    ] as unknown as Ticket[];
    const source = maskedSource(
      sourceOf({ tickets }, { columns: { tickets: { plan: 'text', costCents: 'number' } } }),
      { texts: false, people: false, write: false },
    );
    const { rows } = await source.records!({ ...WEEK, metric: 'ticket-volume' });
    expect(rows[0]!.record).to.deep.equal({
      id: 't',
      createdAt: '2026-06-05T12:00:00.000Z',
      plan: 'gold',
      costCents: 250,
    });
  });
});
