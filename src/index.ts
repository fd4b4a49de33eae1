/** Registers every tag: the one entry a plain page needs. Re-exports classes, events, sources and core. */
import './define/agent-conversation-table.js';
import './define/agent-conversation-thread.js';
import './define/agent-dashboard.js';
import './define/agent-filter-bar.js';
import './define/agent-kpi-grid.js';
import './define/agent-metrics-provider.js';
import './define/agent-range-picker.js';
import './define/agent-skills-card.js';
import './define/agent-volume-chart.js';
import './define/knowledge-gaps-card.js';

export * from './core/index.js';
export * from './sources/index.js';
export * from './elements/shared/reader-events.js';
export { AgentAuthErrorEvent, AgentErrorEvent, AgentLoadEvent, AgentProgressEvent } from './controllers/load-events.js';
export { AgentConversationTable } from './elements/agent-conversation-table/agent-conversation-table.js';
export { AgentConversationThread } from './elements/agent-conversation-thread/agent-conversation-thread.js';
export { AgentDashboard } from './elements/agent-dashboard/agent-dashboard.js';
export { AgentFilterBar } from './elements/agent-filter-bar/agent-filter-bar.js';
export { AgentKpiGrid } from './elements/agent-kpi-grid/agent-kpi-grid.js';
export { AgentMetricsProvider } from './elements/agent-metrics-provider/agent-metrics-provider.js';
export { AgentRangePicker } from './elements/agent-range-picker/agent-range-picker.js';
export { AgentSkillsCard } from './elements/agent-skills-card/agent-skills-card.js';
export { AgentVolumeChart } from './elements/agent-volume-chart/agent-volume-chart.js';
export { KnowledgeGapsCard } from './elements/knowledge-gaps-card/knowledge-gaps-card.js';
export { registerMessages } from './locales/registry.js';
export type { Messages } from './locales/messages.js';
