import type { AgentData } from '../../src/core/facts/agent-data.js';

export const tinyFacts: AgentData;
