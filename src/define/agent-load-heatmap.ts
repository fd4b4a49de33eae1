/** Registers `<agent-load-heatmap>`; a second copy on the page is left alone. */
import { AgentLoadHeatmap } from '../elements/agent-load-heatmap/agent-load-heatmap.js';

if (!customElements.get('agent-load-heatmap')) customElements.define('agent-load-heatmap', AgentLoadHeatmap);

export { AgentLoadHeatmap };
