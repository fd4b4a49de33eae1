/** The page that shows the same numbers twice: fetched from the endpoint, and computed in the page. */
import { createEndpointSource, createFileSource } from '/kit/cdn/agent-metrics-kit.js';
import { SETS } from './sets.js';
import { followSwitches } from './switches.js';

const $ = (selector) => document.querySelector(selector);

followSwitches(({ data }) => {
  const set = SETS[data];
  const attributes = [
    ['#scope', { now: set.now, 'time-zone': set.zone }],
    ['#picker', { endpoint: set.endpoint }],
    ['#fetched', { endpoint: set.endpoint }],
    ['#more-scope', { endpoint: set.endpoint }],
    ['#computed', { 'data-src': set.file }],
    ['#lone', { 'data-src': set.file, 'time-zone': set.zone }],
  ];
  for (const [selector, values] of attributes)
    for (const [key, value] of Object.entries(values)) $(selector).setAttribute(key, value);
  for (const chart of document.querySelectorAll('agent-volume-chart')) chart.setAttribute('group-by', set.group);
  $('#data-label').textContent = set.label;
  void compare(set);
});

/** Asks both sources the same and says whether the answers are the same, to the last digit. */
async function compare({ endpoint, file, zone, now }) {
  const question = {
    metrics: ['total-volume', 'ai-resolved', 'ai-resolved-rate', 'skill-uses', 'ai-revenue'],
    from: now.slice(0, 8) + '01',
    to: now.slice(0, 10),
    timeZone: zone,
    now,
    grain: 'day',
    groupBy: 'tag',
  };
  const answers = await Promise.all(
    [createEndpointSource(endpoint), createFileSource(file)].map((source) =>
      source.query(question).then(JSON.stringify),
    ),
  );
  $('#agreement').textContent =
    answers[0] === answers[1]
      ? `Asked the same question, endpoint and page gave the same ${answers[0].length.toLocaleString('en')} characters.`
      : 'Endpoint and page disagree. That is a defect: please report it.';
}
