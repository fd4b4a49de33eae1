/** Registers `<agent-record-table>` and the thread it opens; a second copy on the page is left alone. */
import './agent-conversation-thread.js';
import { AgentRecordTable } from '../elements/agent-record-table/agent-record-table.js';

if (!customElements.get('agent-record-table')) customElements.define('agent-record-table', AgentRecordTable);

export { AgentRecordTable };
