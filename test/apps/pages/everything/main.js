import 'agent-metrics-kit';
