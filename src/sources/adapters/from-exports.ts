/** Exports of help desks as facts: all at once, or batch by batch. */
import type { AgentData } from '../../core/facts/agent-data.js';
import { checkAdapterOptions, type AdapterOptions } from './adapter-options.js';
import { ReportBook, type AdapterReport } from './adapter-report.js';
import type { ExportInput } from './export-file.js';
import { FRESHDESK } from './freshdesk/freshdesk.js';
import { INTERCOM } from './intercom/intercom.js';
import { ExportReading } from './read-export.js';
import type { Vendor } from './vendor.js';
import { ZENDESK } from './zendesk/zendesk.js';

export const VENDORS: Readonly<Record<VendorName, Vendor>> = {
  zendesk: ZENDESK,
  intercom: INTERCOM,
  freshdesk: FRESHDESK,
};
export type VendorName = 'zendesk' | 'intercom' | 'freshdesk';

export interface ExportFacts {
  facts: AgentData;
  report: AdapterReport;
}

export interface ExportStream {
  /** Some hundred facts at a time. Rejects with a `SourceError` for what cannot be read. */
  batches: AsyncGenerator<AgentData, void, undefined>;
  /** As far as it was read; whole after the last batch. */
  report(): AdapterReport;
}

/** Tickets, comments, users and whatever else Zendesk's APIs and its tables as CSV hold. Throws a `RangeError` for wrong options. */
export function fromZendesk(input: ExportInput, options: AdapterOptions = {}): Promise<ExportFacts> {
  return readAll('zendesk', input, options);
}

/** Conversations, tickets, contacts, admins and articles of Intercom's API, or its tables as CSV. Throws a `RangeError` for wrong options. */
export function fromIntercom(input: ExportInput, options: AdapterOptions = {}): Promise<ExportFacts> {
  return readAll('intercom', input, options);
}

/** Tickets with their conversations, activities, agents and ratings of Freshdesk. Throws a `RangeError` for wrong options. */
export function fromFreshdesk(input: ExportInput, options: AdapterOptions = {}): Promise<ExportFacts> {
  return readAll('freshdesk', input, options);
}

/**
 * Facts of an export of any size. Each file is opened at least twice: once for names, once for facts; more often where a ticket's parts lie in
 * other files and do not all fit into `heldBytes`.
 */
export function streamExport(vendor: VendorName, input: ExportInput, options: AdapterOptions = {}): ExportStream {
  const book = new ReportBook();
  const reading = new ExportReading(VENDORS[vendor], input, checkAdapterOptions(options), book);
  return { batches: reading.batches(), report: () => book.toReport() };
}

async function readAll(vendor: VendorName, input: ExportInput, options: AdapterOptions): Promise<ExportFacts> {
  const { batches, report } = streamExport(vendor, input, options);
  const facts: Record<string, unknown> = {};
  for await (const batch of batches) {
    for (const [name, value] of Object.entries(batch)) {
      const before = facts[name];
      if (Array.isArray(before) && Array.isArray(value)) for (const one of value as unknown[]) before.push(one);
      else facts[name] = value;
    }
  }
  return { facts: facts, report: report() };
}
