/** Registers `<agent-range-picker>`; a second copy on the page is left alone. */
import { AgentRangePicker } from '../elements/agent-range-picker/agent-range-picker.js';

if (!customElements.get('agent-range-picker')) customElements.define('agent-range-picker', AgentRangePicker);

export { AgentRangePicker };
