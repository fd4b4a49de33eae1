import 'agent-metrics-kit/define/agent-kpi-grid';
