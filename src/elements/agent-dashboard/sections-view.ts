/** The widgets of a page, set to what the page says. They are named by tag alone; `define/agent-dashboard` registers them. */
import { type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Filters, SourceDescription } from '../../core/query.js';
import type { Messages } from '../../locales/messages.js';
import type { Part, PartKind, Section } from './presets.js';
import { hasFacts } from './supplied-parts.js';
import { type GoalKind, goalKind, parseGoals } from '../../core/goals/goals.js';
import { findDefinition } from '../../core/metrics/find-definition.js';

/** What a page decides for its parts. Unset: the preset's. */
export interface PageSettings {
  messages: Messages;
  description: SourceDescription | undefined;
  groupBy: string | undefined;
  columns: string[] | undefined;
  pageSize: number | undefined;
  reports: Record<string, string> | undefined;
  goals: string | undefined;
  /** Titles of sections by their ids. */
  titles: Readonly<Record<string, string>>;
  /** What the page is filtered by. */
  pageFilters: Filters;
  /** Filters of the list of conversations alone; unset: it follows the page's. */
  filters: Filters | undefined;
  /** The metrics that a grid of tiles shows. */
  tilesOf: (part: Extract<Part, { kind: 'kpis' }>) => string[];
}

type PartView<K extends PartKind> = (
  part: Extract<Part, { kind: K }>,
  settings: PageSettings,
  heading: string | undefined,
) => TemplateResult | typeof nothing;

const text = (value: string | number | undefined) => value ?? nothing;
const list = (values: readonly string[] | undefined) => values?.join(',') ?? nothing;

const VIEWS: { [K in PartKind]: PartView<K> } = {
  range: () => html`<agent-range-picker part="range"></agent-range-picker>`,
  filters: ({ dimensions, metric }, { filters, messages }) => html`
    <agent-filter-bar part="filters" .dimensions=${dimensions} .metric=${metric ?? 'total-volume'} .filters=${filters} heading=${filters ? messages.dashboard.filterList : ''}></agent-filter-bar>`,
  gaps: (part, _, heading = '') =>
    html`<knowledge-gaps-card class=${card(part)} part="card" heading=${heading} .limit=${part.limit}></knowledge-gaps-card>`,
  volume: (part, { groupBy, messages }, heading) => html`
    <agent-volume-chart class=${card(part)} part="card" heading=${heading ?? (part.metric ? nothing : messages.dashboard.volume)} .metric=${part.metric ?? 'total-volume'}
      .groupBy=${(part.metric ? undefined : groupBy) ?? part.groupBy} .groupOptions=${part.groupOptions}></agent-volume-chart>`,
  kpis: (part, settings, heading) => {
    const metrics = settings.tilesOf(part);
    if (metrics.length === 0) return nothing;
    return html`
      <agent-kpi-grid class=${part.width ?? 'two-thirds'} part="tiles" heading=${heading ?? settings.messages.dashboard.kpis} .metrics=${metrics}
        .withoutChange=${part.withoutChange} .reports=${settings.reports} .goals=${tileGoals(settings)}></agent-kpi-grid>`;
  },
  skills: (part, _, heading) =>
    html`<agent-skills-card class="card ${part.width ?? 'third'}" part="card" heading=${text(heading)}></agent-skills-card>`,
  conversations: (part, { columns, filters, pageSize }, heading = '') => html`
    <agent-conversation-table class=${card(part)} part="card" heading=${heading} .columns=${columns ?? part.columns} .pageSize=${pageSize ?? 25} .filters=${filters}></agent-conversation-table>`,
  trend: (part, _, heading) => html`
    <agent-trend-chart class=${card(part)} part="card" heading=${text(heading)} metrics=${list(part.metrics)} grain=${text(part.grain)} ?headline=${part.headline === true}></agent-trend-chart>`,
  breakdown: (part, { pageFilters }, heading) => html`
    <agent-breakdown-chart class="card ${part.width ?? 'half'}" part="card" heading=${text(heading)} metric=${part.metric} group-by=${part.groupBy} group-options=${list(part.groupOptions)}
      sort=${text(part.sort)} limit=${text(part.limit)} .filters=${narrowed(part, pageFilters)}></agent-breakdown-chart>`,
  heatmap: (part, _, heading) => html`
    <agent-load-heatmap class=${card(part)} part="card" heading=${text(heading)} metric=${part.metric} grain=${text(part.grain)}></agent-load-heatmap>`,
  ranking: (part, { pageFilters }, heading) => html`
    <agent-ranking-table class=${card(part)} part="card" heading=${text(heading)} group-by=${part.groupBy} metrics=${list(part.metrics)} sort=${text(part.sort)}
      limit=${text(part.limit)} min-count=${text(part.minCount)} .filters=${narrowed(part, pageFilters)}></agent-ranking-table>`,
  records: (part, _, heading) => html`
    <agent-record-table class=${card(part)} part="card" heading=${text(heading)} metric=${part.metric} page-size=${text(part.pageSize)} ?follow-selection=${part.followSelection === true}></agent-record-table>`,
  questions: (part, _, heading = '') => html`
    <agent-questions-card class=${card(part)} part="card" heading=${heading} limit=${text(part.limit)} ?by-topic=${part.byTopic === true}></agent-questions-card>`,
  goals: (part, { goals }, heading = '') =>
    html`<agent-goals-card class=${card(part)} part="card" heading=${heading} goals=${text(goals ?? part.goals)}></agent-goals-card>`,
  group: ({ id, parts }, settings, heading) => html`
    <details class="group" part="group" data-group=${id} open>
      <summary><h2 class="group-heading" part="group-heading">${heading ?? settings.messages.dashboard.groups[id] ?? id}</h2></summary>
      ${hasFacts(parts, settings.description) ? html`<div class="parts">${parts.map((part) => partView(part, settings, part.kind === 'kpis' ? '' : undefined))}</div>` : noFacts(settings)}
    </details>`,
};

/** What the part is filtered by where it does not simply follow the page. */
const narrowed = ({ filters }: { filters?: Filters }, pageFilters: Filters): Filters | undefined =>
  filters && { ...filters, ...pageFilters };

/** Whole lines, unless the preset says otherwise. */
const card = ({ width }: Part): string => `card ${width ?? 'full'}`;

export function partsView(parts: readonly Part[], settings: PageSettings): (TemplateResult | typeof nothing)[] {
  return parts.map((part) => partView(part, settings, undefined));
}

export function sectionsView(sections: readonly Section[], settings: PageSettings): unknown {
  return repeat(
    sections,
    ({ id }) => id,
    (section) => sectionView(section, settings),
  );
}

export function titleOf(
  { id, title }: Section,
  { messages, titles }: Pick<PageSettings, 'messages' | 'titles'>,
): string | undefined {
  return titles[id] ?? title ?? messages.dashboard.sections[id];
}

function sectionView(section: Section, settings: PageSettings): TemplateResult {
  const { id, parts } = section;
  const title = titleOf(section, settings);
  return html`
    <slot name="before-${id}"></slot>
    <section class="section" part="section" data-section=${id} aria-label=${title ?? nothing}>
      ${title ? html`<h2 class="heading" part="section-heading">${title}</h2>` : nothing}
      <slot name=${id}>${hasFacts(parts, settings.description) ? html`<div class="parts">${partsView(parts, settings)}</div>` : noFacts(settings)}</slot>
    </section>
    <slot name="after-${id}"></slot>
  `;
}

/** A widget whose facts nobody supplied says so in a line, under the title it has. */
function partView(part: Part, settings: PageSettings, own: string | undefined): TemplateResult | typeof nothing {
  const { headings } = settings.messages.dashboard;
  const heading = part.heading === undefined ? own : (headings[part.heading] ?? part.heading);
  if (part.kind !== 'group' && part.kind !== 'kpis' && heading && !hasFacts([part], settings.description)) {
    return html`<div class="card ${part.width ?? 'half'}" part="card"><h2 class="heading">${heading}</h2>${noFacts(settings)}</div>`;
  }
  return (VIEWS[part.kind] as PartView<PartKind>)(part, settings, heading);
}

const noFacts = ({ messages }: PageSettings) =>
  html`<p class="no-facts" part="no-facts">${messages.dashboard.noFacts}</p>`;

/** What a whole period is to bring says nothing about the number of other days. */
const OF_PERIOD: readonly GoalKind[] = ['total', 'distinct'];

/** A page's goals are for the period of its goals card, its tiles for its range: a rate or a level can be held against both. The tiles themselves say which goals are invalid. */
function tileGoals({
  goals,
  description,
}: {
  goals: string | undefined;
  description: SourceDescription | undefined;
}): string | undefined {
  try {
    return (
      parseGoals(goals)
        .filter(({ metric }) => !OF_PERIOD.includes(goalKind(findDefinition(metric, description))))
        .map(({ metric, target }) => `${metric}:${target}`)
        .join(';') || undefined
    );
  } catch {
    return goals;
  }
}
