/** The widgets of a page, set to what the page says. They are named by tag alone; whoever defines the dashboard defines them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Filters } from '../../core/query.js';
import type { Messages } from '../../locales/messages.js';
import type { Part, PartKind, Section } from './presets.js';

/** What a page decides for its parts. Unset: the preset's. */
export interface PageSettings {
  messages: Messages;
  groupBy: string | undefined;
  metrics: string[] | undefined;
  columns: string[] | undefined;
  pageSize: number | undefined;
  /** Titles of sections by their ids. */
  titles: Readonly<Record<string, string>>;
  /** Filters of the list of conversations alone; unset: it follows the page's. */
  filters: Filters | undefined;
}

type PartView<K extends PartKind> = (part: Extract<Part, { kind: K }>, settings: PageSettings) => TemplateResult;

const VIEWS: { [K in PartKind]: PartView<K> } = {
  range: () => html`<agent-range-picker part="range"></agent-range-picker>`,
  filters: ({ dimensions }, { filters, messages }) => html`
    <agent-filter-bar part="filters" .dimensions=${dimensions} .filters=${filters} heading=${filters ? messages.dashboard.filterList : ''}></agent-filter-bar>`,
  gaps: ({ limit }) => html`<knowledge-gaps-card class="card" part="card" heading="" .limit=${limit}></knowledge-gaps-card>`,
  volume: (part, { groupBy, messages }) => html`
    <agent-volume-chart class="card" part="card" heading=${messages.dashboard.volume} .groupBy=${groupBy ?? part.groupBy} .groupOptions=${part.groupOptions}></agent-volume-chart>`,
  kpis: (part, { metrics, messages }) => html`
    <agent-kpi-grid class="wide" part="tiles" heading=${messages.dashboard.kpis} .metrics=${metrics ?? part.metrics}></agent-kpi-grid>`,
  skills: () => html`<agent-skills-card class="card narrow" part="card"></agent-skills-card>`,
  conversations: (part, { columns, filters, pageSize }) => html`
    <agent-conversation-table class="card" part="card" heading="" .columns=${columns ?? part.columns} .pageSize=${pageSize ?? 25} .filters=${filters}></agent-conversation-table>`,
};

export function partsView(parts: readonly Part[], settings: PageSettings): TemplateResult[] {
  return parts.map((part) => (VIEWS[part.kind] as PartView<PartKind>)(part, settings));
}

export function sectionView({ id, parts }: Section, settings: PageSettings): TemplateResult {
  const title = settings.titles[id] ?? settings.messages.dashboard.sections[id];
  return html`
    <slot name="before-${id}"></slot>
    <section class="section" part="section" data-section=${id} aria-label=${title ?? nothing}>
      ${title ? html`<h2 class="heading" part="section-heading">${title}</h2>` : nothing}
      <slot name=${id}><div class="parts">${partsView(parts, settings)}</div></slot>
    </section>
    <slot name="after-${id}"></slot>
  `;
}
