/** Leads from what a reader pointed at to the conversations behind it. */
import type { ResolvedScope, ScopeController } from '../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../controllers/scope-properties.js';
import type { Selection, SelectionScope } from '../../core/selection.js';

const OWN = ['range', 'timeZone', 'filters'] as const satisfies (keyof SelectionScope)[];

/**
 * Fires the cancelable event and, unless the host page prevents it, has the table of conversations under the same provider show what the
 * selection stands for. `asked` is the scope of the answer that was drawn, so that the table lists what the number counted. A widget with
 * a source of its own only fires the event: no table around it has its conversations.
 */
export function selectConversations(
  host: HTMLElement & ScopeProperties, scope: ScopeController, event: Event, selection: Omit<Selection, 'asked' | 'own'>, { range, timeZone, filters }: ResolvedScope,
): void {
  if (!host.dispatchEvent(event) || !scope.provided?.select || scope.source !== scope.provided.source) return;
  const own = OWN.filter((name) => host[name] !== undefined);
  scope.provided.select({ selection: { ...selection, asked: { range, timeZone, filters }, own }, origin: deepActiveElement() });
}

/** What has the focus, through shadow roots. */
function deepActiveElement(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : undefined;
}
