/** Filters that the reader chose, told to the host and kept where they belong. */
import type { ScopeController } from '../../controllers/scope-controller.js';
import type { Filters } from '../../core/query.js';
import { AgentFiltersChangeEvent } from './reader-events.js';

export function chooseFilters(host: HTMLElement, scope: ScopeController, filters: Filters): void {
  host.dispatchEvent(new AgentFiltersChangeEvent(filters));
  scope.keepFilters(filters);
}
