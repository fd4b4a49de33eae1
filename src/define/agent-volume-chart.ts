/** Registers `<agent-volume-chart>`; a second copy on the page is left alone. */
import { AgentVolumeChart } from '../elements/agent-volume-chart/agent-volume-chart.js';

if (!customElements.get('agent-volume-chart')) customElements.define('agent-volume-chart', AgentVolumeChart);

export { AgentVolumeChart };
