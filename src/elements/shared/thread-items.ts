/** What a user follows in a thread: messages in runs, what happened between them, and the days, in order of time. */
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

/** After a longer silence the same author gets name and time again. */
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
  const thread = new ThreadBuilder<M, E>(timeZone);
  for (let place = start, next = 0; place < end || next < shown.length;) {
    const message = place < end ? messages[place] : undefined;
    const event = shown[next];
    // At the same time a message comes before what it led to.
    if (message && !(event && event.at < message.at)) thread.addMessage(message, authorOf(message), place++);
    else if (event) {
      thread.addEvent(event);
      next++;
    }
  }
  return thread.items;
}

class ThreadBuilder<M extends ThreadMessage, E extends { kind: string; at: number }> {
  readonly items: ThreadItem<M, E>[] = [];
  readonly #timeZone: string;
  #date: string | undefined;
  #run: MessageRun<M> | undefined;

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  addMessage(message: M, author: string | undefined, first: number): void {
    this.#startDay(message.at);
    if (this.#run && continuesRun(this.#run, message, author)) {
      this.#run.messages.push(message);
      return;
    }
    this.#run = { kind: 'run', at: message.at, from: message.from, author, first, messages: [message] };
    this.items.push(this.#run);
  }

  addEvent(event: E): void {
    this.#startDay(event.at);
    this.items.push(event);
    this.#run = undefined;
  }

  #startDay(at: number): void {
    const date = toCalendarDate(at, this.#timeZone);
    if (date === this.#date) return;
    this.items.push({ kind: 'day', date });
    this.#date = date;
    this.#run = undefined;
  }
}

function continuesRun<M extends ThreadMessage>(run: MessageRun<M>, message: M, author: string | undefined): boolean {
  return run.from === message.from && run.author === author && message.at - run.messages.at(-1)!.at <= PAUSE_MS;
}
