/** The pages of hub, help desk and chatbot: one element, set by attributes; the reader's arrangement is kept in the browser. */
import { createEndpointSource, createFileSource } from '/kit/cdn/agent-metrics-kit.js';
import { SETS } from './sets.js';
import { followSwitches } from './switches.js';

const { localStorage } = globalThis;
const dashboard = document.querySelector('agent-dashboard');
const kept = `agent-metrics-kit demo: layout of ${dashboard.getAttribute('preset')}`;

followSwitches(({ data, by }) => {
  const { endpoint, file, settings, now, zone, group, range, label } = SETS[data];
  dashboard.source =
    by === 'page' ? createFileSource(file, { settings }) : createEndpointSource(new URL(endpoint, location.href).href);
  for (const [name, value] of Object.entries({ now, 'time-zone': zone, 'group-by': group }))
    dashboard.setAttribute(name, value);
  // What a link or the reader has chosen stays.
  if (!dashboard.view?.includes('range=')) dashboard.setAttribute('range', range);
  document.querySelector('#data-label').textContent = label;
});

dashboard.addEventListener('agent-layout-change', ({ layout }) => localStorage.setItem(kept, layout));
await customElements.whenDefined('agent-dashboard');
try {
  dashboard.layout = localStorage.getItem(kept) ?? '';
} catch {
  localStorage.removeItem(kept);
}
