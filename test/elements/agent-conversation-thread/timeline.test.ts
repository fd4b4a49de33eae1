import { expect } from 'chai';
import { toConversationRecord } from '../../../src/core/tables/conversation-record.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import { toItems, toTimeline, type TimelineItem } from '../../../src/elements/agent-conversation-thread/timeline.js';
import { june, NOW, said } from '../../fixtures/make-facts.js';

const timelineOf = (rest: Partial<Conversation>, now = NOW, inactivityHours = 48) =>
  toTimeline(toConversationRecord({ id: 'c', startedAt: june(5), ...rest }), { now: Date.parse(now), inactivityHours });

const clock = (at: number) => new Date(at).toISOString().slice(8, 16);

/** An item in short: `visitor 05T10:00 a|b`, `click 05T10:01`, `= 2026-06-05`. */
function short(item: TimelineItem): string {
  if (item.kind === 'day') return `= ${item.date}`;
  if (item.kind === 'run')
    return `${item.from} ${clock(item.at)} ${item.messages.map(({ raw }) => raw.text).join('|')}`;
  return `${item.kind} ${clock(item.at)}`;
}

function itemsOf(rest: Partial<Conversation>, zone = 'UTC', now = NOW): string[] {
  const timeline = timelineOf(rest, now);
  return toItems(timeline, zone, 0, timeline.messages?.length ?? 0).map(short);
}

describe('the items of a thread', () => {
  it('put messages of one author into one run, and start another with the next author, a name or a long pause', () => {
    expect(
      itemsOf({
        messages: [
          said('visitor', june(5, '10:00'), 'a'),
          said('visitor', june(5, '10:15'), 'b'),
          said('visitor', june(5, '10:31'), 'c'),
          said('human', june(5, '10:32'), 'd', { author: 'Jonas' }),
          said('human', june(5, '10:33'), 'e', { author: 'Mara' }),
        ],
      }),
    ).to.deep.equal([
      '= 2026-06-05',
      'visitor 05T10:00 a|b',
      'visitor 05T10:31 c',
      'human 05T10:32 d',
      'human 05T10:33 e',
    ]);
  });

  it('put what happened between the messages in order of time', () => {
    expect(
      itemsOf({
        messages: [
          said('visitor', june(5, '10:00'), 'a'),
          said('agent', june(5, '10:01'), 'b'),
          said('agent', june(5, '10:05'), 'c'),
        ],
        clicks: [{ at: june(5, '10:02'), productId: 'p' }],
        cartAdds: [{ at: june(5, '10:03'), productId: 'p', quantity: 2 }],
        handoffs: [{ at: june(5, '10:06'), by: 'message' }],
        closedAt: june(5, '10:07'),
        rating: { at: june(5, '10:08'), value: 4 },
      }),
    ).to.deep.equal([
      '= 2026-06-05',
      'visitor 05T10:00 a',
      'agent 05T10:01 b',
      'click 05T10:02',
      'cart-add 05T10:03',
      'agent 05T10:05 c',
      'handoff 05T10:06',
      'closing 05T10:07',
      'rating 05T10:08',
    ]);
  });

  it('keep the order of the record at equal times, a message before what it led to', () => {
    const at = june(5, '10:00');
    expect(
      itemsOf({
        messages: [said('visitor', at, 'a'), said('agent', at, 'b'), said('visitor', at, 'c')],
        handoffs: [{ at, by: 'ticket' }],
        clicks: [{ at, url: 'x' }],
      }),
    ).to.deep.equal([
      '= 2026-06-05',
      'visitor 05T10:00 a',
      'agent 05T10:00 b',
      'visitor 05T10:00 c',
      'click 05T10:00',
      'handoff 05T10:00',
    ]);
  });

  it('cut the days where the zone does', () => {
    const messages = [said('visitor', june(5, '21:59'), 'a'), said('agent', june(5, '22:00'), 'b')];
    expect(itemsOf({ messages }, 'UTC')).to.deep.equal(['= 2026-06-05', 'visitor 05T21:59 a', 'agent 05T22:00 b']);
    expect(itemsOf({ messages }, 'Europe/Berlin')).to.deep.equal([
      '= 2026-06-05',
      'visitor 05T21:59 a',
      '= 2026-06-06',
      'agent 05T22:00 b',
    ]);
  });

  it('leave out what is later than now', () => {
    const rest = {
      messages: [said('visitor', june(5, '10:00'), 'a'), said('agent', june(6, '10:00'), 'b')],
      handoffs: [{ at: june(6, '11:00'), by: 'ticket' as const }],
      closedAt: june(6, '12:00'),
    };
    expect(itemsOf(rest, 'UTC', june(5, '12:00'))).to.deep.equal(['= 2026-06-05', 'visitor 05T10:00 a']);
  });

  it('tell unknown messages from none', () => {
    expect(timelineOf({}).messages).to.equal(undefined);
    expect(timelineOf({ messages: [] }).messages).to.deep.equal([]);
    expect(timelineOf({ updatedAt: june(6) }).updatedAt).to.equal(Date.parse(june(6)));
    expect(timelineOf({}).updatedAt).to.equal(Date.parse(june(5)));
  });

  it('draw a stretch of messages with what happened around it alone', () => {
    const messages = Array.from({ length: 6 }, (_, index) => said('visitor', june(5, `10:0${index}`), String(index)));
    const timeline = timelineOf({
      messages,
      clicks: [
        { at: june(5, '10:01:30'), url: 'a' },
        { at: june(5, '10:03:30'), url: 'b' },
        { at: june(5, '10:05:30'), url: 'c' },
      ],
    });
    expect(toItems(timeline, 'UTC', 2, 4).map(short)).to.deep.equal([
      '= 2026-06-05',
      'visitor 05T10:02 2|3',
      'click 05T10:03',
    ]);
    expect(toItems(timeline, 'UTC', 4, 6).map(short)).to.deep.equal([
      '= 2026-06-05',
      'visitor 05T10:04 4|5',
      'click 05T10:05',
    ]);
  });

  it('know the place of each run among all messages', () => {
    const timeline = timelineOf({
      messages: [said('visitor', june(5), 'a'), said('visitor', june(5), 'b'), said('agent', june(5), 'c')],
    });
    expect(toItems(timeline, 'UTC', 0, 3).flatMap((item) => (item.kind === 'run' ? [item.first] : []))).to.deep.equal([
      0, 2,
    ]);
  });
});

describe('the status of a thread', () => {
  it('comes with the closing that the silence brought', () => {
    const { verdict, events } = timelineOf(
      { messages: [said('visitor', june(5, '10:00')), said('agent', june(5, '10:01'))] },
      june(7, '10:01'),
    );
    expect(verdict).to.deep.equal({ status: 'resolved', rule: 'inactive-after-agent' });
    expect(events).to.deep.equal([{ kind: 'closing', at: Date.parse(june(7, '10:01')), by: 'inactivity' }]);
  });

  it('waits one minute before that', () => {
    const { verdict, events } = timelineOf(
      { messages: [said('visitor', june(5, '10:00')), said('agent', june(5, '10:01'))] },
      june(7, '10:00'),
    );
    expect(verdict).to.deep.equal({ status: 'open', rule: 'agent-wrote-last' });
    expect(events).to.deep.equal([]);
  });

  it('follows the setting for the silence', () => {
    const { verdict } = timelineOf(
      { messages: [said('visitor', june(5, '10:00')), said('agent', june(5, '10:01'))] },
      june(5, '12:01'),
      2,
    );
    expect(verdict.rule).to.equal('inactive-after-agent');
  });

  it('keeps a declined handoff and a reason', () => {
    const { verdict, events } = timelineOf({
      messages: [said('visitor', june(5, '10:00'))],
      handoffs: [
        { at: june(5, '10:02'), by: 'ticket', reason: 'A person' },
        { at: june(5, '10:01'), by: 'ticket', accepted: false },
      ],
    });
    expect(verdict.rule).to.equal('ticket-handoff');
    expect(events).to.deep.equal([
      { kind: 'handoff', at: Date.parse(june(5, '10:01')), by: 'ticket', isDeclined: true, reason: undefined },
      { kind: 'handoff', at: Date.parse(june(5, '10:02')), by: 'ticket', isDeclined: false, reason: 'A person' },
    ]);
  });

  it('says when the visitor is left without an answer', () => {
    expect(timelineOf({ messages: [said('agent', june(1)), said('visitor', june(1, '13:00'))] }).verdict).to.deep.equal(
      { status: 'open', rule: 'visitor-wrote-last' },
    );
  });
});
