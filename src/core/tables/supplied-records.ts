/** Which facts beside conversations were supplied, and which of their columns. */
import { FACTS } from '../facts/registry.js';
import type { Order } from '../facts/orders.js';
import type { Ticket } from '../facts/tickets.js';
import { customValue, type CustomColumns } from '../custom-columns.js';
import type { StoredFact } from './derived-rows.js';
import type { RecordStore } from './record-store.js';

interface SuppliedColumn {
  name: string;
  isIn(record: object): boolean;
}

/** Names as `fact` and `fact.column`; `ticketMessages.author` stands for the authors of replies. */
export function suppliedRecords(store: RecordStore, own: CustomColumns): Set<string> {
  const supplied = new Set<string>(store.given);
  const facts: readonly StoredFact[] = own.orders ? [...store.given, 'orders'] : [...store.given];
  for (const fact of facts) {
    // A column that one record has is supplied, so that most are looked for in the first few records only.
    let missing = columnsOf(fact, own);
    for (const { raw } of store.of(fact)) {
      const found = missing.filter((column) => column.isIn(raw));
      if (found.length === 0) continue;
      for (const { name } of found) supplied.add(name);
      missing = missing.filter((column) => !found.includes(column));
    }
  }
  return supplied;
}

/** What one record supplies. */
export function suppliedColumns(fact: StoredFact, record: object, own: CustomColumns): string[] {
  return columnsOf(fact, own)
    .filter((column) => column.isIn(record))
    .map(({ name }) => name);
}

/** Of an order its custom columns alone, where it is one of an account: its own fields are those of conversations. */
function columnsOf(fact: StoredFact, own: CustomColumns): SuppliedColumn[] {
  const declared = Object.entries(own[fact] ?? {}).map(([name, kind]): SuppliedColumn => ({
    name: `${fact}.${name}`,
    isIn: (record) => hasRows(fact, record) && customValue(record, name, kind) !== null,
  }));
  if (fact === 'orders') return declared;
  const fields = Object.keys(FACTS[fact].fields).map((name): SuppliedColumn => ({
    name: `${fact}.${name}`,
    isIn: (record) => (record as Readonly<Record<string, unknown>>)[name] != null,
  }));
  const authors = { name: 'ticketMessages.author', isIn: (record: object) => hasAuthor(record) };
  return [...declared, ...fields, ...(fact === 'tickets' ? [authors] : [])];
}

const hasRows = (fact: StoredFact, raw: object): boolean => fact !== 'orders' || (raw as Order).accountId != null;

export const hasAuthor = ({ messages }: Pick<Ticket, 'messages'>): boolean =>
  messages?.some(({ author }) => author != null) ?? false;
