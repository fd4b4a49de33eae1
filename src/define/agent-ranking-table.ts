/** Registers `<agent-ranking-table>`; a second copy on the page is left alone. */
import { AgentRankingTable } from '../elements/agent-ranking-table/agent-ranking-table.js';

if (!customElements.get('agent-ranking-table')) customElements.define('agent-ranking-table', AgentRankingTable);

export { AgentRankingTable };
