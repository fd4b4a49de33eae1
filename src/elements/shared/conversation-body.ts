/** A conversation inside a dialog. The thread is used by its tag alone. */
import { html, type TemplateResult } from 'lit';
import type { ScopeController } from '../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../controllers/scope-properties.js';

export interface ConversationBody extends Pick<ScopeProperties, 'timeZone' | 'now' | 'refresh'> {
  id: string;
  scope: ScopeController;
  search?: string;
  /** A table of outcomes opens conversations with an outcome. */
  statusBy?: 'status' | 'outcome';
}

export function conversationBody({
  id,
  scope,
  search = '',
  statusBy = 'status',
  timeZone,
  now,
  refresh,
}: ConversationBody): TemplateResult {
  // The thread asks the provider by itself.
  const own = scope.source === scope.provided?.source ? undefined : scope;
  return html`<agent-conversation-thread exportparts="header, status, rule, messages, message, run, day, event, mark" heading="" conversation-id=${id} status-by=${statusBy} .source=${own?.source} .subject=${own?.subject} .timeZone=${timeZone} .now=${now} .refresh=${refresh} .search=${search}></agent-conversation-thread>`;
}
