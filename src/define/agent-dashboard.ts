/** Registers `<agent-dashboard>` and the widgets it is made of; a second copy on the page is left alone. */
import './agent-breakdown-chart.js';
import './agent-conversation-table.js';
import './agent-filter-bar.js';
import './agent-goals-card.js';
import './agent-kpi-grid.js';
import './agent-load-heatmap.js';
import './agent-metrics-provider.js';
import './agent-questions-card.js';
import './agent-range-picker.js';
import './agent-ranking-table.js';
import './agent-record-table.js';
import './agent-skills-card.js';
import './agent-trend-chart.js';
import './agent-volume-chart.js';
import './knowledge-gaps-card.js';
import { AgentDashboard } from '../elements/agent-dashboard/agent-dashboard.js';

if (!customElements.get('agent-dashboard')) customElements.define('agent-dashboard', AgentDashboard);

export { AgentDashboard };
