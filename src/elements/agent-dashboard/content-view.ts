/** The top and the sections of a page under one provider, as its author set it up and its reader arranged it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ScopeController } from '../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../controllers/scope-properties.js';
import type { Filters } from '../../core/query.js';
import type { Selection } from '../../core/selection.js';
import type { Messages } from '../../locales/messages.js';
import { arrangedLists, shownSections, shownTiles, type ArrangedPage } from './arrangement.js';
import { customiseView } from './customise-view.js';
import type { PageLayout } from './page-layout.js';
import type { Preset, Section } from './presets.js';
import { partsView, sectionsView, type PageSettings } from './sections-view.js';

/** The properties of the dashboard that its content follows. */
interface ContentHost extends ScopeProperties {
  sectionHeadings?: Record<string, string>;
  metrics?: string[];
  columns?: string[];
  groupBy?: string | undefined;
  pageSize?: number;
  reports?: Record<string, string>;
  goals?: string;
  customisable: boolean;
}

export interface ContentView {
  host: ContentHost;
  messages: Messages;
  scope: ScopeController;
  layout: PageLayout;
  page: { preset: Preset; sections: readonly Section[] };
  pageFilters: Filters;
  listFilters: Filters | undefined;
  onSelection: (selection: Selection | undefined) => void;
}

export function contentView({
  host,
  messages,
  scope,
  layout,
  page,
  pageFilters,
  listFilters,
  onSelection,
}: ContentView): TemplateResult {
  const {
    range,
    timeZone,
    weekStart,
    now,
    filters,
    marks,
    refresh,
    columns,
    groupBy,
    pageSize,
    reports,
    goals,
    metrics,
  } = host;
  const { preset, sections } = page;
  const description = scope.described;
  const arranged: ArrangedPage = { sections, layout: layout.layout, metrics, description };
  const settings: PageSettings = {
    messages,
    description,
    groupBy,
    columns,
    pageSize,
    reports,
    goals,
    titles: host.sectionHeadings ?? {},
    pageFilters,
    filters: listFilters,
    tilesOf: (part) => shownTiles(part, arranged),
  };
  const compare = host.compare ?? (scope.provided?.compare === undefined ? preset.compare : undefined);
  return html`
    ${host.customisable && layout.isOpen ? customiseView(layout, layout.follow(arrangedLists(arranged, settings)), messages) : nothing}
    <agent-metrics-provider .source=${scope.source} .subject=${scope.subject} .range=${range} .compare=${compare} .timeZone=${timeZone}
      .weekStart=${weekStart} .now=${now} .filters=${filters} .marks=${marks} .refresh=${refresh} .hasPageNotices=${true} .product=${preset.product} .onSelection=${onSelection}>
      <slot name="start"></slot>
      ${preset.top.length > 0 ? html`<div class="top">${partsView(preset.top, settings)}</div>` : nothing}
      ${sectionsView(shownSections(arranged), settings)}
      <slot name="end"></slot>
    </agent-metrics-provider>
  `;
}
