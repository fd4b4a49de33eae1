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
  /** `id` names a grid of tiles beside the first of a page in a kept layout. */
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
  /** Parts under a smaller title, which the reader can fold. */
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
