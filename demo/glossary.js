/** The glossary: the catalogue and the facts as a page, in the language that is chosen. */
import * as kit from '/kit/cdn/agent-metrics-kit.js';
import { FACT_EXAMPLES, FACT_FIELDS, METRIC_EXAMPLES } from '/kit/contract/reference.js';
import { matches, toEntries, toGroups } from './glossary-entries.js';
import { wordsOf } from './glossary-words.js';
import { followSwitches } from './switches.js';

const { history } = globalThis;
const $ = (selector) => document.querySelector(selector);
const address = new URL(location.href);
/** By the elements that show them. */
const shown = new Map();
/** Texts that stay English whatever the page speaks. */
const ENGLISH = { lang: 'en' };
let words = wordsOf('en');

followSwitches(() => {});
$('.switches').addEventListener('change', () => void show());
$('#phrase').addEventListener('input', search);
await show();
// What the address points at was not there yet.
if (location.hash) location.replace(location.hash);

async function show() {
  const { lang } = document.documentElement;
  const { messages } = await import(`/kit/locales/${lang}.js`);
  words = wordsOf(lang);
  shown.clear();
  for (const place of document.querySelectorAll('[data-say]')) place.textContent = words.say(place.dataset.say);
  $('#phrase').setAttribute('aria-label', words.say('search'));
  $('#phrase').placeholder = words.say('search');
  const groups = toGroups(toEntries({ kit, messages, examples: METRIC_EXAMPLES }), messages);
  $('#metrics').replaceChildren(...groups.map(toSection));
  $('#facts').replaceChildren(toFacts());
  $('#contents').setAttribute('aria-label', words.say('contents'));
  $('#contents').replaceChildren(
    ...groups.map(({ name, title }) => link(`family-${name}`, title)),
    link('facts-title', words.say('facts')),
  );
  address.searchParams.set('lang', lang);
  history.replaceState(null, '', `${address.pathname}${address.search}${location.hash}`);
  document.title = `${words.say('title')} – agent-metrics-kit`;
  search();
}

function search() {
  const phrase = $('#phrase').value.trim();
  for (const [element, entry] of shown) element.hidden = phrase !== '' && !matches(entry, phrase);
  for (const section of document.querySelectorAll('.glossary section'))
    section.hidden = [...section.querySelectorAll('article')].every(({ hidden }) => hidden);
  const found = [...shown.keys()].filter(({ hidden }) => !hidden).length;
  $('#found').textContent = found === 0 ? words.say('noMatch') : phrase === '' ? '' : `${found} / ${shown.size}`;
}

function toSection({ name, title, entries }) {
  return element(
    'section',
    { 'aria-labelledby': `family-${name}` },
    element('h2', { id: `family-${name}` }, title),
    ...entries.map(toArticle),
  );
}

function toArticle(entry) {
  const { id, label, description, details } = entry;
  const rows = details
    .filter(([, value]) => value.length > 0)
    .flatMap(([name, value]) => [
      element('dt', {}, words.say(name)),
      element('dd', name === 'example' ? ENGLISH : {}, ...toValue(name, value)),
    ]);
  return keep(
    element(
      'article',
      { id, 'aria-labelledby': `${id}-title` },
      heading(id, label),
      element('p', {}, description),
      element('dl', {}, ...rows),
    ),
    entry,
  );
}

/** Names that are typed stand as code: alternatives joined by "or". */
function toValue(name, value) {
  if (name !== 'needs' && name !== 'variants') return [value];
  const one = (need) =>
    [need].flat().flatMap((text, place) => [...(place > 0 ? [` ${words.say('or')} `] : []), toCode(text)]);
  return value.flatMap((need, place) => [...(place > 0 ? [', '] : []), ...one(need)]);
}

/** What is part of a fact leads to it. */
function toCode(text) {
  const [fact] = text.split('.');
  const code = element('code', {}, text);
  return Object.hasOwn(FACT_FIELDS, fact) ? link(`fact-${fact}`, code) : code;
}

function toFacts() {
  return element(
    'section',
    { 'aria-labelledby': 'facts-title' },
    element('h2', { id: 'facts-title' }, words.say('facts')),
    element('p', {}, words.say('factsIntro')),
    ...Object.entries(FACT_FIELDS).map(([fact, { about, fields }]) => {
      const rows = Object.entries(fields).map(([name, text]) =>
        element('tr', {}, element('th', { scope: 'row' }, element('code', {}, name)), element('td', ENGLISH, text)),
      );
      const head = element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', { scope: 'col' }, words.say('field')),
          element('th', { scope: 'col' }, words.say('meaning')),
        ),
      );
      const record = element(
        'details',
        {},
        element('summary', {}, words.say('record')),
        element('pre', { tabindex: '0' }, element('code', {}, JSON.stringify(FACT_EXAMPLES[fact], null, 2))),
      );
      const article = element(
        'article',
        { id: `fact-${fact}`, 'aria-labelledby': `fact-${fact}-title` },
        heading(`fact-${fact}`, fact),
        element('p', ENGLISH, about),
        element('table', {}, head, element('tbody', {}, ...rows)),
        record,
      );
      return keep(article, { id: fact, label: fact, description: about, details: Object.entries(fields) });
    }),
  );
}

/** An id is a name of the API, so its heading shows it too. */
function heading(id, label) {
  const mark = element('a', { href: `#${id}`, 'aria-label': `${words.say('link')}: ${label}` }, '#');
  return element(
    'h3',
    { id: `${id}-title` },
    label,
    ' ',
    ...(id.endsWith(label) ? [] : [element('code', {}, id), ' ']),
    mark,
  );
}

function link(id, text) {
  return element('a', { href: `#${id}` }, text);
}

function keep(article, entry) {
  shown.set(article, entry);
  return article;
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
