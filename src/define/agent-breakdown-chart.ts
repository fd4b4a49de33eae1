/** Registers `<agent-breakdown-chart>`; a second copy on the page is left alone. */
import { AgentBreakdownChart } from '../elements/agent-breakdown-chart/agent-breakdown-chart.js';

if (!customElements.get('agent-breakdown-chart')) customElements.define('agent-breakdown-chart', AgentBreakdownChart);

export { AgentBreakdownChart };
