/** What a page is made of, as data. The kit's own pages are such objects, and a host can pass one of its own. */
import type { Product } from '../../../core/live-state.js';
import type { CalendarGrain, Filters, FoldedGrain } from '../../../core/query.js';

interface PartBase {
  /** A title that the kit has words for, else the text itself. Unset: the widget's own title; `''`: none. */
  heading?: string;
  /** Share of the line on wide pages. Unset: what suits the widget. */
  width?: 'full' | 'two-thirds' | 'half' | 'third';
}

interface PartSettings {
  range: object;
  /** `metric`: what the values are counted by; unset: conversations. */
  filters: { dimensions?: string[]; metric?: string };
  gaps: { limit: number };
  volume: { metric?: string; groupBy: string; groupOptions: string[] };
  /** `id` names any grid of tiles but a page's first one in a stored layout. */
  kpis: { id?: string; metrics: string[]; withoutChange?: string[] };
  skills: object;
  conversations: { columns: string[] };
  trend: { metrics: string[]; grain?: CalendarGrain | 'auto'; headline?: boolean };
  /** `filters` narrow those of the page. */
  breakdown: {
    metric: string;
    groupBy: string;
    groupOptions?: string[];
    sort?: string;
    limit?: number;
    filters?: Filters;
  };
  heatmap: { metric: string; grain?: FoldedGrain };
  /** `filters` narrow those of the page. */
  ranking: { groupBy: string; metrics: string[]; sort?: string; limit?: number; minCount?: number; filters?: Filters };
  records: { metric: string; followSelection?: boolean; pageSize?: number };
  questions: { limit?: number; byTopic?: boolean };
  /** `goals` as the goals card takes them: `ai-resolved-rate:0.6;csat:0.9`. Unset: the page's. */
  goals: { goals?: string };
  /** Parts under a smaller title, which the user can fold. */
  group: { id: string; parts: Part[] };
}

export type PartKind = keyof PartSettings;

/** One widget of a page and what it is set to. Unset: the widget's own default. */
export type Part = { [K in PartKind]: PartBase & { kind: K } & PartSettings[K] }[PartKind];

export interface Section {
  /** Names the section in attributes, slots and layouts. */
  id: string;
  /** Unset: the kit's words for the id, if it has any. */
  title?: string;
  parts: Part[];
}

export interface Preset {
  id: string;
  /** What stands above all sections and governs them. */
  top: Part[];
  sections: Section[];
  /** Whose going live decides whether there is anything to show. Unset: the agent's. */
  product?: Product;
  /** Where neither the page nor a provider around it sets a comparison. */
  compare?: string;
}

/** Whether a host's own page is one, before anything is drawn from it. */
type Check = 'text' | 'texts' | 'number' | 'flag' | 'filters' | 'parts';
/** `?` behind it: may be unset. */
type Fields = Readonly<Record<string, Check | `${Check}?`>>;

const EVERY: Fields = { kind: 'text', heading: 'text?', width: 'text?' };

const FIELDS: Readonly<Record<PartKind, Fields>> = {
  range: {},
  filters: { dimensions: 'texts?', metric: 'text?' },
  gaps: { limit: 'number' },
  volume: { metric: 'text?', groupBy: 'text', groupOptions: 'texts' },
  kpis: { id: 'text?', metrics: 'texts', withoutChange: 'texts?' },
  skills: {},
  conversations: { columns: 'texts' },
  trend: { metrics: 'texts', grain: 'text?', headline: 'flag?' },
  breakdown: {
    metric: 'text',
    groupBy: 'text',
    groupOptions: 'texts?',
    sort: 'text?',
    limit: 'number?',
    filters: 'filters?',
  },
  heatmap: { metric: 'text', grain: 'text?' },
  ranking: {
    groupBy: 'text',
    metrics: 'texts',
    sort: 'text?',
    limit: 'number?',
    minCount: 'number?',
    filters: 'filters?',
  },
  records: { metric: 'text', followSelection: 'flag?', pageSize: 'number?' },
  questions: { limit: 'number?', byTopic: 'flag?' },
  goals: { goals: 'text?' },
  group: { id: 'text', parts: 'parts' },
};

const IS: Readonly<Record<Check, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  texts: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  flag: (value) => typeof value === 'boolean',
  filters: (value) => typeof value === 'object' && value !== null && Object.values(value).every((one) => IS.texts(one)),
  parts: Array.isArray,
};

const WORDS: Readonly<Record<Check, string>> = {
  text: 'a text',
  texts: 'a list of texts',
  number: 'a number',
  flag: 'true or false',
  filters: 'lists of texts, as in { channel: ["sms"] }',
  parts: 'a list of parts',
};

/** Returns it, or throws a `RangeError` that names the place and what belongs there. */
export function checkPreset(preset: Preset): Preset {
  const { id, top, sections } = (preset ?? {}) as Partial<Record<keyof Preset, unknown>>;
  if (typeof id !== 'string' || id === '')
    throw new RangeError('The preset has no id. Give it one, as in { id: "sales", top: [], sections: [] }.');
  const place = `Preset "${id}"`;
  checkParts(top, `${place}, top`);
  if (!Array.isArray(sections))
    throw new RangeError(`${place} has no list of sections. Write sections: [{ id, parts }].`);
  const ids = sections.map((section, index) => checkSection(section as unknown, `${place}, section ${index + 1}`));
  const twice = ids.find((one, index) => ids.indexOf(one) !== index);
  if (twice !== undefined) throw new RangeError(`${place} has two sections "${twice}". Give each an id of its own.`);
  return preset;
}

function checkSection(section: unknown, place: string): string {
  const { id, title, parts } = (section ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || !/^[a-z][\w-]*$/i.test(id))
    throw new RangeError(`${place} has the id ${JSON.stringify(id)}. Use letters, digits and hyphens, a letter first.`);
  if (title !== undefined && typeof title !== 'string')
    throw new RangeError(`${place}: title is ${JSON.stringify(title)}. Use a text.`);
  checkParts(parts, `${place} "${id}"`);
  return id;
}

function checkParts(parts: unknown, place: string): void {
  if (!Array.isArray(parts))
    throw new RangeError(`${place}: there is no list of parts. Write parts: [{ kind: "range" }].`);
  parts.forEach((part, index) => checkPart(part, `${place}, part ${index + 1}`));
}

function checkPart(part: unknown, place: string): void {
  const { kind, ...rest } = (part ?? {}) as Record<string, unknown>;
  const own = typeof kind === 'string' && Object.hasOwn(FIELDS, kind) ? FIELDS[kind as Part['kind']] : undefined;
  if (!own)
    throw new RangeError(
      `${place} has the kind ${JSON.stringify(kind)}. Use one of: ${Object.keys(FIELDS).join(', ')}.`,
    );
  const fields: Fields = { ...EVERY, ...own };
  const unknown = Object.keys(rest).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined)
    throw new RangeError(
      `${place}: a ${String(kind)} has no "${unknown}". Use any of: ${Object.keys(fields).join(', ')}.`,
    );
  for (const [name, check] of Object.entries(fields)) checkField(name, { kind, ...rest }[name], check, place);
  if (kind === 'group') checkParts(rest['parts'], place);
}

function checkField(name: string, value: unknown, check: Fields[string], place: string): void {
  const wanted = check.replace('?', '') as Check;
  if ((value === undefined && check.endsWith('?')) || IS[wanted](value)) return;
  throw new RangeError(`${place}: ${name} is ${JSON.stringify(value) ?? 'unset'}. Use ${WORDS[wanted]}.`);
}
