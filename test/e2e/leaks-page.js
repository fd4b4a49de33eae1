/** What the page of `leaks.test.mjs` runs: mounts widgets, lets them ask, removes them, and remembers them weakly. */
import * as kit from './agent-metrics-kit.js';
import { facts } from './local-data-page.js';

const NOW = '2026-06-30T12:00:00Z';
/** Widgets that tell when their numbers are there; the others draw what the source says of itself. */
const SILENT = ['agent-filter-bar', 'agent-metrics-provider', 'agent-range-picker', 'agent-dashboard'];
const { conversations } = facts();
/** Those of the last weeks, anew for every round. */
const few = () => structuredClone({ conversations: conversations.slice(-500), timeZone: 'Europe/Berlin' });

let rounds = 0;
/** What was mounted, and what it was given. */
const remembered = [];
const prototypes = new Map();

const remember = (name, object) => remembered.push({ name, reference: new WeakRef(object) });

/** The prototypes of an element and of the controllers that Lit keeps for it. */
function learn(tag, element) {
  if (prototypes.has(tag)) return;
  prototypes.set(tag, Object.getPrototypeOf(element));
  const controllers = Object.values(element)
    .filter((value) => value instanceof Set)
    .flatMap((set) => [...set])
    .filter((one) => one && ('hostConnected' in one || 'hostUpdate' in one || 'hostDisconnected' in one));
  for (const controller of controllers) {
    const prototype = Object.getPrototypeOf(controller);
    if (prototype === Object.prototype || [...prototypes.values()].includes(prototype)) continue;
    prototypes.set(`controller ${prototypes.size}`, prototype);
  }
}

/** Without these they have nothing to ask. */
const NEEDED = {
  'agent-conversation-thread': { conversationId: 'c011995' },
  'agent-goals-card': { goals: { 'total-volume': 2000, 'ai-resolved-rate': 0.8 } },
};

function make(tag, settings) {
  const element = document.createElement(tag);
  Object.assign(element, { now: NOW, range: 'last-30-days', ...NEEDED[tag], ...settings });
  remember(tag, element);
  return element;
}

const loadOf = (element) =>
  new Promise((resolve, reject) => {
    element.addEventListener('agent-load', resolve, { once: true });
    element.addEventListener('agent-error', ({ error }) => reject(error), { once: true });
  });

/** A dashboard's five that ask, each of which tells it. */
function loadsOf(dashboard, count = 5) {
  return new Promise((resolve) => {
    const heard = new Set();
    dashboard.addEventListener('agent-load', (event) => heard.add(event.composedPath()[0]).size === count && resolve());
  });
}

/** Mounts every tag at once and waits for all answers, unless in a hurry. */
async function mount(tags, way) {
  const number = ++rounds;
  const data = few();
  const settings = {
    data: () => ({ data }),
    file: () => ({ dataSrc: `/facts.json?${number}` }),
    hurry: (index) => (index % 2 ? { data } : { dataSrc: `/facts.json?${number}` }),
    provider: () => ({}),
  }[way];
  if (way !== 'file') remember('data', data);
  const place = document.createElement(way === 'provider' ? 'agent-metrics-provider' : 'div');
  if (way === 'provider') Object.assign(place, { source: kit.createLocalSource(data), now: NOW });
  if (place.source) remember('source', place.source);
  const elements = tags.map((tag, index) => make(tag, settings(index)));
  const loads = elements.map((element) =>
    SILENT.includes(element.localName)
      ? element.localName === 'agent-dashboard'
        ? loadsOf(element)
        : undefined
      : loadOf(element),
  );
  for (const load of loads) load?.catch(() => undefined);
  place.append(...elements);
  document.body.append(place);
  if (way === 'hurry') await idle();
  else await Promise.all(loads);
  for (const element of elements) {
    await element.updateComplete;
    learn(element.localName, element);
  }
  return place;
}

async function run(tags, way, count) {
  for (let index = 0; index < count; index++) {
    (await mount(tags, way)).remove();
    await idle();
  }
}

/** Once a frame was drawn and the tasks behind it had their turn. */
function idle() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

window.leaks = {
  mount: async (tags, way) => void (await mount(tags, way)),
  run,
  idle,
  manyFacts: () => JSON.stringify({ conversations, timeZone: 'Europe/Berlin' }),
  prototypes: () => Object.fromEntries(prototypes),
  stillThere: () => remembered.filter(({ reference }) => reference.deref()).map(({ name }) => name),
};
