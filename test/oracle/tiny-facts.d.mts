import type { AgentData } from '../../src/core/facts.js';

export const tinyFacts: AgentData;
