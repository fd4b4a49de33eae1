/** Registers `<agent-conversation-thread>`; a second copy on the page is left alone. */
import { AgentConversationThread } from '../elements/agent-conversation-thread/agent-conversation-thread.js';

if (!customElements.get('agent-conversation-thread'))
  customElements.define('agent-conversation-thread', AgentConversationThread);

export { AgentConversationThread };
