/** Registers `<agent-skills-card>`; a second copy on the page is left alone. */
import { AgentSkillsCard } from '../elements/agent-skills-card/agent-skills-card.js';

if (!customElements.get('agent-skills-card')) customElements.define('agent-skills-card', AgentSkillsCard);

export { AgentSkillsCard };
