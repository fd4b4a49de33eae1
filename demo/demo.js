/** The demo's switches. Everything they do is setting attributes, as any host page can. */
import { createEndpointSource, createFileSource } from '/kit/cdn/agent-metrics-kit.js';

const SETS = {
  star: {
    endpoint: '/api', file: '/data/star.ndjson', now: '2020-05-27T12:00:00Z', zone: 'Etc/UTC', group: 'tag',
    label: 'Real conversations from May 2020; “now” stands at 27 May 2020, 12:00 UTC.',
  },
  'made-up': {
    endpoint: '/made-up/api', file: '/data/made-up.json', now: '2026-06-07T12:00:00Z', zone: 'Europe/Berlin', group: 'channel',
    label: 'Made-up conversations of an invented shop; “now” stands at 7 June 2026, 14:00 in Berlin.',
  },
};

const $ = (selector) => document.querySelector(selector);
const form = $('.switches');
const root = document.documentElement;

function show(name) {
  const set = SETS[name];
  const attributes = [
    ['#scope', { now: set.now, 'time-zone': set.zone }],
    ['#picker', { endpoint: set.endpoint }],
    ['#fetched', { endpoint: set.endpoint }],
    ['#more-scope', { endpoint: set.endpoint }],
    ['#computed', { 'data-src': set.file }],
    ['#lone', { 'data-src': set.file, 'time-zone': set.zone }],
  ];
  for (const [selector, values] of attributes) for (const [key, value] of Object.entries(values)) $(selector).setAttribute(key, value);
  for (const chart of document.querySelectorAll('agent-volume-chart')) chart.setAttribute('group-by', set.group);
  for (const part of document.querySelectorAll('[data-for]')) part.hidden = part.dataset.for !== name;
  $('#data-label').textContent = set.label;
  void compare(set);
}

/** Asks both sources the same and says whether the answers are the same, to the last digit. */
async function compare({ endpoint, file, zone, now }) {
  const question = {
    metrics: ['total-volume', 'ai-resolved', 'ai-resolved-rate', 'skill-uses', 'ai-revenue'], from: now.slice(0, 8) + '01', to: now.slice(0, 10),
    timeZone: zone, now, grain: 'day', groupBy: 'tag',
  };
  const answers = await Promise.all([createEndpointSource(endpoint), createFileSource(file)].map((source) => source.query(question).then(JSON.stringify)));
  $('#agreement').textContent = answers[0] === answers[1]
    ? `Asked the same question, endpoint and page gave the same ${answers[0].length.toLocaleString('en')} characters.`
    : 'Endpoint and page disagree. That is a defect: please report it.';
}

form.addEventListener('change', () => {
  const { data, lang, theme, dir } = Object.fromEntries(new FormData(form));
  root.lang = lang;
  root.dir = dir;
  root.style.colorScheme = theme;
  if (form.dataset.shown !== data) show((form.dataset.shown = data));
});

const asked = new URLSearchParams(location.search);
for (const [name, value] of asked) if (form.elements[name]) form.elements[name].value = value;
form.dispatchEvent(new Event('change'));

fetch('/data/star.about.json').then((response) => response.json()).then((about) => {
  $('#left-out').textContent = `${about.leftOut} of ${about.dialogues ?? about.leftOut + about.converted} dialogues, which have no sent message,`;
}).catch(() => undefined);
