/** The top and the sections of a page under one provider, as its author set it up and its user arranged it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ScopeController } from '../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../controllers/scope-properties.js';
import type { Selection } from '../../core/selection.js';
import type { Messages } from '../../locales/messages.js';
import { shownSections, shownTiles } from './arrangement.js';
import { customiseView } from './customise-view.js';
import type { DashboardController } from './dashboard-controller.js';
import type { Page } from './presets.js';
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

interface ContentView {
  host: ContentHost;
  messages: Messages;
  scope: ScopeController;
  controller: DashboardController;
  page: Extract<Page, { kind: 'open' }>;
  onSelection: (selection: Selection | undefined) => void;
}

export function contentView(view: ContentView): TemplateResult {
  const { host, messages, scope, controller, page, onSelection } = view;
  const { range, timeZone, weekStart, now, filters, marks, refresh } = host;
  const { compare: presetCompare, product, top } = page.preset;
  const compare = host.compare ?? (scope.provided?.compare === undefined ? presetCompare : undefined);
  const settings = toSettings(view);
  return html`
    ${host.customisable && controller.isCustomising ? customiseView(controller, messages) : nothing}
    <agent-metrics-provider .source=${scope.source} .subject=${scope.subject} .range=${range} .compare=${compare} .timeZone=${timeZone}
      .weekStart=${weekStart} .now=${now} .filters=${filters} .marks=${marks} .refresh=${refresh} .hasPageNotices=${true} .product=${product} .onSelection=${onSelection}>
      <slot name="start"></slot>
      ${top.length > 0 ? html`<div class="top">${partsView(top, settings)}</div>` : nothing}
      ${sectionsView(shownSections(controller.arranged!), settings)}
      <slot name="end"></slot>
    </agent-metrics-provider>
  `;
}

function toSettings({ host, messages, scope, controller }: ContentView): PageSettings {
  const { columns, groupBy, pageSize, reports, goals, sectionHeadings = {} } = host;
  return {
    messages,
    description: scope.described,
    groupBy,
    columns,
    pageSize,
    reports,
    goals,
    titles: sectionHeadings,
    pageFilters: controller.pageFilters,
    filters: controller.listFilters,
    tilesOf: (part) => shownTiles(part, controller.arranged!),
  };
}
