/** Registers `<knowledge-gaps-card>`; a second copy on the page is left alone. */
import { KnowledgeGapsCard } from '../elements/knowledge-gaps-card/knowledge-gaps-card.js';

if (!customElements.get('knowledge-gaps-card')) customElements.define('knowledge-gaps-card', KnowledgeGapsCard);

export { KnowledgeGapsCard };
