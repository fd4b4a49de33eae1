/** Which facts beside conversations were supplied, and which of their columns. */
import type { Order } from '../facts/orders.js';
import { ownValue, type FactColumns, type OwnColumns } from '../own-columns.js';
import type { StoredFact } from './derived-rows.js';
import type { Ticket } from '../facts/tickets.js';
import type { RecordStore } from './record-store.js';

/** Names as `fact` and `fact.column`; `ticketMessages.author` stands for the authors of replies. */
export function suppliedRecords(store: RecordStore, own: OwnColumns): Set<string> {
  const supplied = new Set<string>(store.given);
  const facts: readonly StoredFact[] = own.orders ? [...store.given, 'orders'] : [...store.given];
  for (const fact of facts)
    for (const { raw } of store.of(fact)) for (const name of suppliedColumns(fact, raw, own)) supplied.add(name);
  return supplied;
}

/** What one record supplies; of an order its own columns alone, where it is one of an account. */
export function* suppliedColumns(fact: StoredFact, raw: object, own: OwnColumns): Generator<string> {
  const declared: FactColumns = own[fact] ?? {};
  for (const [name, kind] of Object.entries(declared))
    if (hasRows(fact, raw) && ownValue(raw, name, kind) !== null) yield `${fact}.${name}`;
  if (fact === 'orders') return;
  for (const [name, value] of Object.entries(raw))
    if (value !== null && value !== undefined && !Object.hasOwn(declared, name)) yield `${fact}.${name}`;
  if (fact === 'tickets' && hasAuthor(raw as Ticket)) yield 'ticketMessages.author';
}

const hasRows = (fact: StoredFact, raw: object): boolean => fact !== 'orders' || (raw as Order).accountId != null;

const hasAuthor = ({ messages }: Ticket): boolean => messages?.some(({ author }) => author != null) ?? false;
