/** Registers `<agent-goals-card>`; a second copy on the page is left alone. */
import { AgentGoalsCard } from '../elements/agent-goals-card/agent-goals-card.js';

if (!customElements.get('agent-goals-card')) customElements.define('agent-goals-card', AgentGoalsCard);

export { AgentGoalsCard };
