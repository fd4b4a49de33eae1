/** Registers `<agent-kpi-grid>`; a second copy on the page is left alone. */
import { AgentKpiGrid } from '../elements/agent-kpi-grid/agent-kpi-grid.js';

if (!customElements.get('agent-kpi-grid')) customElements.define('agent-kpi-grid', AgentKpiGrid);

export { AgentKpiGrid };
