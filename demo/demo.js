/** The dashboard page: one element, set by attributes. */
import { SETS } from './sets.js';
import { followSwitches, tellLeftOut } from './switches.js';

const dashboard = document.querySelector('agent-dashboard');
const single = document.querySelector('#single-scope');

followSwitches(({ data, preset, by }) => {
  const { endpoint, file, now, zone, group, range, label } = SETS[data];
  const source = by === 'page' ? { 'data-src': file } : { endpoint };
  for (const name of ['data-src', 'endpoint']) if (!(name in source)) dashboard.removeAttribute(name);
  const attributes = { ...source, preset, now, 'time-zone': zone, 'group-by': group };
  for (const [name, value] of Object.entries(attributes)) dashboard.setAttribute(name, value);
  // What a link or the reader has chosen stays.
  if (!dashboard.view.includes('range=')) dashboard.setAttribute('range', range);
  for (const [name, value] of Object.entries({ endpoint, now, 'time-zone': zone })) single.setAttribute(name, value);
  document.querySelector('#data-label').textContent = label;
});

void tellLeftOut();
