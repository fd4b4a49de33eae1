/** Registers `<agent-metrics-provider>`; a second copy on the page is left alone. */
import { AgentMetricsProvider } from '../elements/agent-metrics-provider/agent-metrics-provider.js';

if (!customElements.get('agent-metrics-provider'))
  customElements.define('agent-metrics-provider', AgentMetricsProvider);

export { AgentMetricsProvider };
