/** Registers `<agent-questions-card>`; a second copy on the page is left alone. */
import { AgentQuestionsCard } from '../elements/agent-questions-card/agent-questions-card.js';

if (!customElements.get('agent-questions-card')) customElements.define('agent-questions-card', AgentQuestionsCard);

export { AgentQuestionsCard };
