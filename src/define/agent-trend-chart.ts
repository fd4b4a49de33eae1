/** Registers `<agent-trend-chart>`; a second copy on the page is left alone. */
import { AgentTrendChart } from '../elements/agent-trend-chart/agent-trend-chart.js';

if (!customElements.get('agent-trend-chart')) customElements.define('agent-trend-chart', AgentTrendChart);

export { AgentTrendChart };
