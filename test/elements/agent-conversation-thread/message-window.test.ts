import { expect } from 'chai';
import {
  keepWindow,
  openWindow,
  showEarlier,
  showLater,
} from '../../../src/elements/agent-conversation-thread/message-window.js';

describe('the window of a thread', () => {
  const opened: [name: string, count: number, found: number | undefined, start: number, end: number][] = [
    ['no message', 0, undefined, 0, 0],
    ['a short thread', 12, undefined, 0, 12],
    ['a long one from its beginning', 1000, undefined, 0, 100],
    ['a hit near the beginning', 1000, 99, 0, 100],
    ['a hit in the middle', 1000, 700, 650, 750],
    ['a hit at the end', 1000, 999, 900, 1000],
  ];
  for (const [name, count, found, start, end] of opened) {
    it(`opens ${name}`, () => {
      expect(openWindow(count, found)).to.deep.equal({ start, end });
    });
  }

  it('grows by a hundred at either end, as far as there are messages', () => {
    expect(showEarlier({ start: 150, end: 250 })).to.deep.equal({ start: 50, end: 250 });
    expect(showEarlier({ start: 50, end: 250 })).to.deep.equal({ start: 0, end: 250 });
    expect(showLater({ start: 0, end: 100 }, 1000)).to.deep.equal({ start: 0, end: 200 });
    expect(showLater({ start: 0, end: 100 }, 130)).to.deep.equal({ start: 0, end: 130 });
  });

  it('shows what is new to a user at the end, and moves nothing for others', () => {
    expect(keepWindow({ start: 0, end: 12 }, 12, 13)).to.deep.equal({ start: 0, end: 13 });
    expect(keepWindow({ start: 0, end: 100 }, 500, 501)).to.deep.equal({ start: 0, end: 100 });
  });

  it('stays within a thread that has become shorter', () => {
    expect(keepWindow({ start: 400, end: 500 }, 500, 3)).to.deep.equal({ start: 2, end: 3 });
    expect(keepWindow({ start: 0, end: 3 }, 3, 0)).to.deep.equal({ start: 0, end: 0 });
  });
});
