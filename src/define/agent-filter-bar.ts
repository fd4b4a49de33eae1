/** Registers `<agent-filter-bar>`; a second copy on the page is left alone. */
import { AgentFilterBar } from '../elements/agent-filter-bar/agent-filter-bar.js';

if (!customElements.get('agent-filter-bar')) customElements.define('agent-filter-bar', AgentFilterBar);

export { AgentFilterBar };
