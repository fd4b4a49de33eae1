/** Leads from what a reader pointed at to the conversations behind it. */
import type { ResolvedScope, ScopeController } from '../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../controllers/scope-properties.js';
import { isExpressible, ownNames, type Selection } from '../../core/selection.js';

/**
 * Fires the cancelable event and, unless the host page prevents it, has the table of conversations under the same provider show what the
 * selection stands for. `asked` is the scope of the answer that was drawn, so that the table lists what the number counted. A widget with
 * a source of its own only fires the event: no table around it has its conversations. So does one whose group no filter can say.
 */
export function selectConversations(
  host: HTMLElement & ScopeProperties,
  scope: ScopeController,
  event: Event,
  selection: Omit<Selection, 'asked' | 'own'>,
  { range, timeZone, weekStart, filters, nowText: now }: ResolvedScope,
): void {
  const { group } = selection;
  const isMultiValued = group !== undefined && scope.described?.dimensions[group.dimension]?.multiValued === true;
  if (
    !host.dispatchEvent(event) ||
    !scope.provided?.select ||
    scope.source !== scope.provided.source ||
    !isExpressible(group, filters, isMultiValued)
  )
    return;
  const asked = { range, timeZone, weekStart, filters, now };
  scope.provided.select({ selection: { ...selection, asked, own: ownNames(host) }, origin: deepActiveElement() });
}

/** What has the focus, through shadow roots. */
function deepActiveElement(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : undefined;
}
