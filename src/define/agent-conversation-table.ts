/** Registers `<agent-conversation-table>` and the thread it opens; a second copy on the page is left alone. */
import './agent-conversation-thread.js';
import { AgentConversationTable } from '../elements/agent-conversation-table/agent-conversation-table.js';

if (!customElements.get('agent-conversation-table'))
  customElements.define('agent-conversation-table', AgentConversationTable);

export { AgentConversationTable };
