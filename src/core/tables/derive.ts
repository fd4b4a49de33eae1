/** Which tables are derived from which records, and what has to be derived together. */
import type { StoredFact, DeriveContext, DeriveInput, Emit, StoredRecord } from './derived-rows.js';
import { deriveSessions, deriveVisits, sessionKey } from './articles.js';
import type { RecordFactName } from '../facts/registry.js';
import { deriveHubItems } from './hub.js';
import { PLAIN_DERIVATIONS } from './plain.js';
import { deriveSurveys } from './surveys.js';
import { deriveTickets } from './tickets.js';

export interface Derivation {
  tables: readonly string[];
  /** The records whose rows these are. */
  base: StoredFact;
  /** All records it looks at, the base among them. */
  reads: readonly StoredFact[];
  /**
   * Records that share a link are looked at together: when one changes, the rows of every base record that shares a link with it are made
   * anew, from all records that share a link with those. Unset: each record stands for itself.
   */
  links?: <F extends StoredFact>(fact: F, key: string, record: StoredRecord<F>) => readonly string[];
  /**
   * The other records that a base record is derived with, where they are found by their ids; unset: whatever shares a link. Says the same as
   * `links`, of which engines that hold all records need only this.
   */
  looksUp?: (record: StoredRecord<StoredFact>) => readonly LookUp[];
  derive(input: DeriveInput, context: DeriveContext, emit: Emit): void;
}

export interface LookUp {
  fact: RecordFactName;
  key: string;
}

export const TICKET_TABLES: readonly string[] = [
  'tickets',
  'firstAssignments',
  'firstResponses',
  'ticketReplies',
  'resolutions',
  'openTickets',
  'overdueTickets',
  'firstResponseTargets',
  'resolutionTargets',
  'reassignments',
  'reopenings',
  'slaEscalations',
];

const plain = Object.entries(PLAIN_DERIVATIONS).map(([fact, derive]): Derivation => ({
  tables: [fact],
  base: fact as StoredFact,
  reads: [fact as StoredFact],
  derive,
}));

export const DERIVATIONS: readonly Derivation[] = [
  { tables: TICKET_TABLES, base: 'tickets', reads: ['tickets'], derive: deriveTickets },
  {
    tables: ['surveysSent', 'surveyAnswers'],
    base: 'surveys',
    reads: ['surveys', 'tickets', 'customers'],
    links: surveyLinks,
    looksUp: (record) => surveyLookUps(record as StoredRecord<'surveys'>),
    derive: deriveSurveys,
  },
  { tables: ['hubItems'], base: 'orders', reads: ['orders', 'hubEvents'], links: accountLinks, derive: deriveHubItems },
  { tables: ['articleVisits'], base: 'articleVisits', reads: ['articleVisits'], derive: deriveVisits },
  {
    tables: ['articleSessions'],
    base: 'articleVisits',
    reads: ['articleVisits'],
    links: sessionLinks,
    derive: deriveSessions,
  },
  ...plain,
];

/** The one that makes the rows of a table. */
export function derivationOf(table: string): Derivation {
  const found = DERIVATIONS.find(({ tables }) => tables.includes(table));
  if (!found) throw new TypeError(`Nothing derives the table "${table}". Add it to a derivation.`);
  return found;
}

function surveyLinks(fact: StoredFact, key: string, record: object): readonly string[] {
  const linked = fact === 'surveys' ? surveyLookUps(record as StoredRecord<'surveys'>) : [{ fact, key }];
  return linked.map((one) => `${one.fact}:${one.key}`);
}

function surveyLookUps({ ticketId, customerId }: StoredRecord<'surveys'>): LookUp[] {
  const found: LookUp[] = [];
  if (ticketId != null) found.push({ fact: 'tickets', key: ticketId });
  if (customerId != null) found.push({ fact: 'customers', key: customerId });
  return found;
}

function accountLinks(fact: StoredFact, _: string, record: object): readonly string[] {
  const { accountId, kind } = record as { accountId?: string; kind?: string };
  return accountId == null || (fact === 'hubEvents' && kind !== 'cart-added') ? [] : [`account:${accountId}`];
}

function sessionLinks(_: StoredFact, __: string, record: object): readonly string[] {
  return [sessionKey(record as StoredRecord<'articleVisits'>)];
}
