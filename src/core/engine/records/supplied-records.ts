/** Which facts beside conversations were supplied, and which of their columns. */
import type { Ticket } from '../../record-facts.js';
import type { RecordStore } from './record-store.js';

/** Names as `fact` and `fact.column`; `ticketMessages.author` stands for the authors of replies. */
export function suppliedRecords(store: RecordStore): Set<string> {
  const supplied = new Set<string>();
  for (const fact of store.given) {
    supplied.add(fact);
    for (const { raw } of store.of(fact)) for (const name of suppliedColumns(fact, raw)) supplied.add(name);
  }
  return supplied;
}

/** What one record supplies. */
export function* suppliedColumns(fact: string, raw: object): Generator<string> {
  for (const [name, value] of Object.entries(raw)) if (value !== null && value !== undefined) yield `${fact}.${name}`;
  if (fact === 'tickets' && hasAuthor(raw as Ticket)) yield 'ticketMessages.author';
}

const hasAuthor = ({ messages }: Ticket): boolean => messages?.some(({ author }) => author != null) ?? false;

