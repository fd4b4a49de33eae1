/** How an export of a help desk is read. All of it is data, so that a file can hold it. */
import { checkBusinessHours, type BusinessHours } from '../../core/business-hours.js';
import { parseTimeZone } from '../../core/time/zone.js';

/** Where a value stands: a field by its path, such as `custom_fields.plan`, or tags with what each of them says. */
export type Finding = { field: string } | { tags: Readonly<Record<string, string>> };

export interface AdapterOptions {
  /** Ids, names or e-mail addresses of authors that are the AI agent. What it took part in is a conversation, all else a ticket. */
  aiAgents?: readonly string[];
  /** IANA zone of times that carry none. Unset: UTC. The report says how many there were. */
  timeZone?: string;
  /** Ours by the vendor's channels, where they differ from the documented ones: `{ api: 'app' }`. */
  channels?: Readonly<Record<string, string>>;
  /** ISO 4217 code of the facts' money. */
  currency?: string;
  /** What the ticket is about. Unset: the vendor's own type. */
  type?: Finding;
  segment?: Finding;
  region?: Finding;
  /** Of a conversation. Unset: its first tag. */
  tag?: Finding;
  /** When people answer; targets that count business hours need it. */
  businessHours?: BusinessHours;
  /** Bytes of rows that are put together at once; smaller ones read the files more often. Default 16 MiB. */
  heldBytes?: number;
}

const NAMES = [
  'aiAgents',
  'timeZone',
  'channels',
  'currency',
  'type',
  'segment',
  'region',
  'tag',
  'businessHours',
  'heldBytes',
];
const LEAST_HELD = 1 << 16;

/** Throws a `RangeError` that names what is wrong. */
export function checkAdapterOptions(options: AdapterOptions): AdapterOptions {
  const unknown = Object.keys(options).find((name) => !NAMES.includes(name));
  if (unknown !== undefined) throw new RangeError(`Unknown option "${unknown}". Use one of: ${NAMES.join(', ')}.`);
  const { aiAgents, timeZone, channels, businessHours, heldBytes } = options;
  if (timeZone !== undefined) parseTimeZone(timeZone);
  if (businessHours !== undefined) checkBusinessHours(businessHours);
  if (aiAgents !== undefined && !(Array.isArray(aiAgents) && aiAgents.every((one) => typeof one === 'string')))
    refuse('aiAgents', aiAgents, 'Use a list of ids, names or e-mail addresses');
  if (channels !== undefined && !areTexts(channels))
    refuse('channels', channels, 'Use an object such as { "api": "app" }');
  for (const name of ['type', 'segment', 'region', 'tag'] as const)
    if (options[name] !== undefined && !isFinding(options[name]))
      refuse(name, options[name], 'Use { "field": "custom_fields.plan" } or { "tags": { "billing": "Billing" } }');
  if (heldBytes !== undefined && !(heldBytes >= LEAST_HELD))
    refuse('heldBytes', heldBytes, `Use ${LEAST_HELD} or more`);
  return options;
}

function isFinding(value: unknown): value is Finding {
  if (typeof value !== 'object' || value === null) return false;
  const { field, tags } = value as { field?: unknown; tags?: unknown };
  return tags === undefined ? typeof field === 'string' : field === undefined && areTexts(tags);
}

function areTexts(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}

function refuse(name: string, value: unknown, wayOut: string): never {
  throw new RangeError(`Option ${name} is ${JSON.stringify(value)}. ${wayOut}.`);
}
