/** What a reader follows in a thread: messages in runs, what happened between them, and the days, in order of time. */
import { toCalendarDate } from '../../core/time/zone.js';

export interface ThreadMessage {
  /** Epoch milliseconds. */
  at: number;
  from: string;
}

/** Messages of one author without a long pause or anything else between them. `first` is the place of the first among all messages. */
export interface MessageRun<M extends ThreadMessage> {
  kind: 'run';
  at: number;
  from: M['from'];
  author: string | undefined;
  first: number;
  messages: M[];
}

export type ThreadItem<M extends ThreadMessage, E> = { kind: 'day'; date: string } | MessageRun<M> | E;

export interface Thread<M extends ThreadMessage, E> {
  /** Both in order of time. */
  messages: readonly M[];
  events: readonly E[];
  authorOf: (message: M) => string | undefined;
}

/** After so long a silence the same author gets name and time again. */
const PAUSE_MS = 15 * 60_000;

/** The messages from one place to another and what happened around them; the days are those of the zone. */
export function toThreadItems<M extends ThreadMessage, E extends { kind: string; at: number }>(
  { messages, events, authorOf }: Thread<M, E>,
  timeZone: string,
  start: number,
  end: number,
): ThreadItem<M, E>[] {
  const from = start > 0 ? messages[start]!.at : -Infinity;
  const to = end < messages.length ? messages[end]!.at : Infinity;
  const shown = events.filter(({ at }) => at >= from && at < to);
  const items: ThreadItem<M, E>[] = [];
  let date: string | undefined;
  let run: MessageRun<M> | undefined;
  const startDay = (at: number): void => {
    const day = toCalendarDate(at, timeZone);
    if (day === date) return;
    items.push({ kind: 'day', date: day });
    run = undefined;
    date = day;
  };
  for (let place = start, next = 0; place < end || next < shown.length;) {
    const message = place < end ? messages[place] : undefined;
    const event = shown[next];
    // At the same time a message comes before what it led to.
    if (message && !(event && event.at < message.at)) {
      startDay(message.at);
      const author = authorOf(message);
      if (run && continuesRun(run, message, author)) run.messages.push(message);
      else
        items.push(
          (run = { kind: 'run', at: message.at, from: message.from, author, first: place, messages: [message] }),
        );
      place++;
    } else if (event) {
      startDay(event.at);
      items.push(event);
      run = undefined;
      next++;
    }
  }
  return items;
}

function continuesRun<M extends ThreadMessage>(run: MessageRun<M>, message: M, author: string | undefined): boolean {
  return run.from === message.from && run.author === author && message.at - run.messages.at(-1)!.at <= PAUSE_MS;
}
