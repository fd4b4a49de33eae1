/** The pages a dashboard can be. A preset is data: which sections, in which order, with which widgets. */

/** One widget of a page and what it is set to. Unset: the widget's own default. */
export type Part =
  | { kind: 'range' }
  | { kind: 'filters'; dimensions?: string[] }
  | { kind: 'gaps'; limit: number }
  | { kind: 'volume'; groupBy: string; groupOptions: string[] }
  | { kind: 'kpis'; metrics: string[] }
  | { kind: 'skills' }
  | { kind: 'conversations'; columns: string[] };

export type PartKind = Part['kind'];

export interface Section {
  /** Names the section in attributes and slots. */
  id: string;
  parts: Part[];
}

export interface Preset {
  id: string;
  /** What stands above all sections and governs them. */
  top: Part[];
  sections: Section[];
}

/** The performance dashboard of a customer agent: what it lacks, how it does, what was said. Its filters are for the conversations alone. */
const CUSTOMER_AGENT: Preset = {
  id: 'customer-agent',
  top: [],
  sections: [
    { id: 'gaps', parts: [{ kind: 'gaps', limit: 3 }] },
    {
      id: 'overview',
      parts: [
        { kind: 'range' },
        { kind: 'volume', groupBy: 'channel', groupOptions: ['channel', 'status', 'tag'] },
        { kind: 'kpis', metrics: ['total-volume', 'ai-resolved', 'ai-resolved-rate', 'ai-revenue', 'add-to-cart', 'link-clicks', 'ai-order-value'] },
        { kind: 'skills' },
      ],
    },
    {
      id: 'conversations',
      parts: [{ kind: 'filters' }, { kind: 'conversations', columns: ['first-question', 'profile', 'channel', 'status', 'tag', 'messages', 'updated-at'] }],
    },
  ],
};

/** The older page: four metrics, three outcomes in place of four statuses, no channel column, one range and one set of filters for all of it. */
const CUSTOMER_AGENT_CLASSIC: Preset = {
  id: 'customer-agent-classic',
  top: [{ kind: 'range' }, { kind: 'filters', dimensions: ['channel', 'outcome', 'tag'] }],
  sections: [
    {
      id: 'overview',
      parts: [
        { kind: 'volume', groupBy: 'channel', groupOptions: ['channel', 'outcome', 'tag'] },
        { kind: 'kpis', metrics: ['total-volume', 'ai-resolved-rate', 'ai-unresolved-rate', 'ai-revenue'] },
      ],
    },
    { id: 'conversations', parts: [{ kind: 'conversations', columns: ['first-question', 'profile', 'outcome', 'tag', 'messages', 'updated-at'] }] },
  ],
};

export const PRESETS: ReadonlyMap<string, Preset> = new Map([CUSTOMER_AGENT, CUSTOMER_AGENT_CLASSIC].map((preset) => [preset.id, preset]));

/** Throws a `RangeError` that names what there is. */
export function findPreset(id: string): Preset {
  const preset = PRESETS.get(id);
  if (!preset) throw new RangeError(`Unknown preset "${id}". Use one of: ${[...PRESETS.keys()].join(', ')}.`);
  return preset;
}

/** The sections that are shown, in their order; all of them where none is chosen. `problem` names what there is not. */
export function chooseSections({ id, sections }: Preset, chosen: readonly string[] | undefined): { sections: Section[]; problem: string } {
  const wrong = (chosen ?? []).filter((name) => !sections.some((section) => section.id === name));
  const names = wrong.map((name) => `"${name}"`).join(', ');
  return {
    sections: chosen ? chosen.flatMap((name) => sections.find((section) => section.id === name) ?? []) : sections,
    problem: wrong.length > 0 ? `Preset "${id}" has no section ${names}. Use any of: ${sections.map((one) => one.id).join(', ')}.` : '',
  };
}
