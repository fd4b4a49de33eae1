/** The entries of the glossary, made from the catalogue: nothing here says what a metric means. */
import { wordsOf } from './glossary-words.js';

const VARIANTS = ['median', 'p90', 'business', 'business:median', 'business:p90'];
const LEVELS = ['basic', 'intermediate', 'advanced'];

/**
 * One entry a metric, in the order of the catalogue. `kit` is what the package exports, `messages` the words of one language.
 * @param {{ kit: Pick<typeof import('../src/core/index.js'), 'CATALOGUE' | 'Catalogue' | 'needsOf'>, messages: import('../src/locales/messages.js').Messages, examples: Readonly<Record<string, string>> }} from
 */
export function toEntries({ kit, messages, examples }) {
  const { say, has } = wordsOf(messages.code);
  const catalogue = new kit.Catalogue();
  return kit.CATALOGUE.map((definition) => {
    const { id, family, level, unit, better, source } = definition;
    const { label, description, rule } = messages.metrics[id] ?? definition;
    return {
      id,
      label,
      description,
      family,
      group: family === 'help-desk' ? `${family}-${level}` : family,
      details: [
        ['formula', rule],
        ['counted', `${say(`fact.${definition.fact}`)}, ${say(clockOf(definition, has))}`],
        ['unit', say(`unit.${unit}`)],
        ['better', say(`better.${better}`)],
        ['level', messages.dashboard.groups[level]],
        ['source', source.split(' ').map(say).join('; ')],
        [
          'variants',
          VARIANTS.filter((variant) => offers(catalogue, `${id}:${variant}`)).map((variant) => `${id}:${variant}`),
        ],
        ['needs', kit.needsOf(definition).map((need) => [need].flat().flatMap(toSupplied))],
        ['example', examples[id]],
      ],
    };
  });
}

/** Headings in their order; the help desk's metrics stand by their levels. */
export function toGroups(entries, messages) {
  const { say } = wordsOf(messages.code);
  const names = [...new Set(entries.map(({ group }) => group))].sort((a, b) => placeOf(a) - placeOf(b));
  return names.map((name) => {
    const inside = entries.filter(({ group }) => group === name);
    const level = LEVELS.find((one) => name === `help-desk-${one}`);
    return {
      name,
      title: [say(`family.${inside[0].family}`), ...(level ? [messages.dashboard.groups[level]] : [])].join(': '),
      entries: inside,
    };
  });
}

/** Whether an entry holds all words of a search, in any of its texts. */
export function matches({ id, label, description, details }, phrase) {
  const text = [id, label, description, ...details.map(([, value]) => [value].flat(2).join(' '))]
    .join(' ')
    .toLowerCase();
  return phrase
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** As somebody supplies it: messages are a list inside conversations, a touch is a click or a product shown. */
function toSupplied(need) {
  if (need === 'touches') return ['conversations.clicks', 'conversations.messages.products'];
  return need.replace(/^messages\./, 'conversations.messages.').replace(/^ticketMessages\./, 'tickets.messages.');
}

const placeOf = (group) => ['agent', 'chatbot', 'hub', ...LEVELS.map((level) => `help-desk-${level}`)].indexOf(group);

/** The word for the clock: of a stock its instant, else of the fact, else of the column. */
function clockOf({ fact, at, formula }, has) {
  const when = stockOf(formula);
  return when
    ? `by.${when}`
    : at === 'at' && has(`by.${fact}`)
      ? `by.${fact}`
      : at === 'openFrom'
        ? 'by.end'
        : `by.${at}`;
}

function stockOf(formula) {
  if (formula.op === 'stock') return formula.when ?? 'end';
  return [formula.of]
    .flat()
    .map((part) => (part?.op ? stockOf(part) : undefined))
    .find(Boolean);
}

function offers(catalogue, name) {
  try {
    return !!catalogue.get(name);
  } catch {
    return false;
  }
}
