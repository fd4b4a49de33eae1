/** What the page of `responsive.test.mjs` runs: widgets over a source that notes who asks it what, and answers when it is told to. */
import * as kit from './agent-metrics-kit.js';
import { facts } from './local-data-page.js';

const NOW = '2026-06-30T12:00:00Z';
const METHODS = ['query', 'conversations', 'conversation', 'knowledgeGaps'];
const inner = kit.createLocalSource(facts(4000), { now: '2026-03-01T00:00:00Z' });

let asked = [];
let held = [];
let isHeld = false;

const noted = (method) => async (query, options) => {
  asked.push({ method, text: JSON.stringify(query), signal: options.signal });
  if (isHeld) await new Promise((release) => held.push(release));
  return inner[method](query, options);
};
const source = {
  describe: () => (asked.push({ method: 'describe', text: '' }), inner.describe()),
  ...Object.fromEntries(METHODS.map((method) => [method, noted(method)])),
};

/** The questions since the last time: how many of each kind, how many of them twice, how many aborted. */
function take() {
  const counts = {};
  for (const { method } of asked) counts[method] = (counts[method] ?? 0) + 1;
  const again = asked.length - new Set(asked.map(({ method, text }) => `${method} ${text}`)).size;
  const aborted = asked.filter(({ signal }) => signal?.aborted).length;
  asked = [];
  return { counts, again, aborted };
}

const TWELVE = [
  ['agent-kpi-grid'],
  ['agent-kpi-grid'],
  ['agent-kpi-grid', { metrics: ['ai-resolved'] }],
  ['agent-volume-chart', { groupBy: 'channel' }],
  ['agent-volume-chart', { groupBy: 'channel' }],
  ['agent-volume-chart', { groupBy: 'tag' }],
  ['agent-skills-card'],
  ['agent-skills-card'],
  ['agent-conversation-table'],
  ['agent-conversation-table'],
  ['knowledge-gaps-card'],
  ['knowledge-gaps-card'],
];
const make = (tag, settings) => Object.assign(document.createElement(tag), settings);
const settings = { source, now: NOW, range: '2026-01-05/2026-01-20', timeZone: 'UTC' };
let place;

function show(element, ...inside) {
  place?.remove();
  place = element;
  place.append(...inside);
  document.body.append(place);
}

function rootsIn(root, roots = []) {
  roots.push(root);
  for (const element of root.querySelectorAll('*')) if (element.shadowRoot) rootsIn(element.shadowRoot, roots);
  return roots;
}

window.questions = {
  take,
  showTwelve: () => show(make('agent-metrics-provider', settings), ...TWELVE.map(([tag, own]) => make(tag, own))),
  showDashboard: () => show(make('agent-dashboard', settings)),
  set: (values) => Object.assign(place, values),
  hold: () => (isHeld = true),
  release: () => {
    isHeld = false;
    for (const go of held.splice(0)) go();
  },
  /** Widgets that wait for an answer. */
  busy: () =>
    rootsIn(place.shadowRoot)
      .concat(rootsIn(place))
      .filter((root) => root.querySelector('[aria-busy=true]')).length,
  asked: () => asked.length,
};
