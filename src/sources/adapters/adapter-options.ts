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
const MIN_HELD_BYTES = 1 << 16;

/** Throws a `RangeError` that names what is wrong. */
export function checkAdapterOptions(options: AdapterOptions): AdapterOptions {
  const unknown = Object.keys(options).find((name) => !NAMES.includes(name));
  if (unknown !== undefined) throw new RangeError(`Unknown option "${unknown}". Use one of: ${NAMES.join(', ')}.`);
  if (options.timeZone !== undefined) parseTimeZone(options.timeZone);
  if (options.businessHours !== undefined) checkBusinessHours(options.businessHours);
  for (const [name, fits, wayOut] of CHECKS)
    if (options[name] !== undefined && !fits(options[name]))
      throw new RangeError(`Option ${name} is ${JSON.stringify(options[name])}. ${wayOut}.`);
  return options;
}

type Check = readonly [name: keyof AdapterOptions, fits: (value: unknown) => boolean, wayOut: string];

const CHECKS: readonly Check[] = [
  ['aiAgents', isListOfTexts, 'Use a list of ids, names or e-mail addresses'],
  ['channels', areTexts, 'Use an object such as { "api": "app" }'],
  ...(['type', 'segment', 'region', 'tag'] as const).map((name): Check => [
    name,
    isFinding,
    'Use { "field": "custom_fields.plan" } or { "tags": { "billing": "Billing" } }',
  ]),
  ['heldBytes', (value) => (value as number) >= MIN_HELD_BYTES, `Use ${MIN_HELD_BYTES} or more`],
];

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isFinding(value: unknown): value is Finding {
  if (typeof value !== 'object' || value === null) return false;
  const { field, tags } = value as { field?: unknown; tags?: unknown };
  return tags === undefined ? typeof field === 'string' : field === undefined && areTexts(tags);
}

function areTexts(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}
