import { expect } from 'chai';
import { CATALOGUE } from '../../src/core/metrics/catalogue.js';
import { OUTCOMES, STATUSES } from '../../src/core/status/conversation-status.js';
import { COMPARISONS } from '../../src/core/time/compare.js';
import { RANGE_PRESETS } from '../../src/core/time/range.js';
import { messages as de } from '../../src/locales/de.js';
import { messages as en } from '../../src/locales/en.js';
import { messages as fi } from '../../src/locales/fi.js';
import { messages as ko } from '../../src/locales/ko.js';
import type { Messages } from '../../src/locales/messages.js';
import { AGENT_WORDS, CHATBOT_WORDS, DESK_WORDS, HUB_WORDS, UI_WORDS, VALUE_WORDS } from './glossary.js';

/** A plain text is its own `other`. */
type Forms = Record<string, string>;

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
const catalogueWords = Object.fromEntries(
  CATALOGUE.map(({ id, label, description = '', rule = '' }) => [id, { label, description, rule }]),
);
const english: Messages = { ...en, metrics: { ...catalogueWords, ...en.metrics } };
const translations = [de, ko, fi];
const languages = [english, ...translations];

const isCounted = (node: object) => Object.keys(node).every((key) => CATEGORIES.includes(key));

function formsByPath(node: object, path: string[] = []): Map<string, Forms> {
  const entries = Object.entries(node) as [string, string | object][];
  return new Map(
    entries.flatMap(([key, child]): [string, Forms][] => {
      const at = [...path, key];
      if (typeof child === 'string') return [[at.join('.'), { other: child }]];
      return isCounted(child) ? [[at.join('.'), child as Forms]] : [...formsByPath(child, at)];
    }),
  );
}

function textsOf({ code, ...words }: Messages): [path: string, text: string][] {
  return [...formsByPath(words)].flatMap(([path, forms]) =>
    Object.entries(forms).map(([category, text]): [string, string] => [`${code}.${path}.${category}`, text]),
  );
}

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const matching = (messages: Messages, pattern: RegExp) => textsOf(messages).filter(([, text]) => pattern.test(text));
const categoriesOf = (language: string) => {
  const rules = new Intl.PluralRules(language);
  return [...new Set(Array.from({ length: 201 }, (_, n) => rules.select(n)))];
};

/** Of services. */
const NAMES = ['Facebook', 'Instagram', 'Messenger', 'TikTok', 'WhatsApp', 'X'];

/** Words that a language shares with English. */
const SHARED: Record<string, string[]> = {
  de: [
    '{range}',
    'Chat',
    'Engagement',
    'Region',
    'Segment',
    'Skill',
    'SMS',
    'Status',
    'Ticket {id}',
    'Normal',
    ...NAMES,
  ],
  ko: ['{range}', 'SMS', ...NAMES],
  fi: ['{range}', 'Chat', ...NAMES],
};

const FORBIDDEN: [language: Messages, what: string, pattern: RegExp][] = [
  [de, 'an agent that is not the AI', /(?<!KI-)Agent(?!enantworten)/],
  [de, 'du or Sie', /\b(du|dich|dir|dein\w*|Sie|Ihnen|Ihre?\w*)\b/],
  [de, 'a second word for a conversation or for knowledge', /Unterhaltung|Konversation|Wissensbasis/],
  [de, 'an English word', /\b(the|of|and|or|not|with|from|no|by)\b/i],
  [de, 'a letter next to a place', /\p{L}\{|\}\p{L}/u],
  [de, 'foreign quotes', /[”‘’«»]/],
  [ko, 'an agent that is not the AI', /(?<!AI )에이전트/],
  [ko, 'a person for the AI', /고객 상담원|AI 상담원/],
  [ko, 'a second word for AI', /인공 ?지능/],
  [ko, 'a chatty ending', /(?<![좋싫])([세해어아여워와예에네]요|죠)(?=[.\s)]|$)/],
  [
    ko,
    'a particle that depends on the value before it',
    /\}(은|는|이|가|을|를|과|와|으로|로|이며|이고|입니다)(?![가-힣])/,
  ],
  [
    ko,
    'an English word',
    /(?<![{\w-])(?!(AI|SLA|SMS|WhatsApp|Enter|CSV|conversation-id|endpoint|data-src|data|socialChannels)(?![\w-]))[A-Za-z]{2,}/,
  ],
  [fi, 'an agent that is not the AI', /(?<!tekoäly)agent/i],
  [fi, 'a word that the glossary replaces', /kojelauta|mittaristo|tervetuliais|unohdetut/i],
  [fi, 'an English word', /\b(the|of|and|or|not|with|from|by)\b/i],
  [fi, 'a case ending on a place', /\p{L}\{|\}:?\p{L}/u],
  [fi, 'foreign quotes', /[„“‘«»]/],
];

for (const messages of languages) {
  describe(`the words of "${messages.code}"`, () => {
    const forms = formsByPath(messages);

    it('name every metric of the catalogue and no other', () => {
      expect(Object.keys(messages.metrics)).to.have.members(CATALOGUE.map(({ id }) => id));
    });

    it('name every status, outcome, named range and comparison', () => {
      expect(messages.values.status).to.have.all.keys(...STATUSES);
      expect(messages.values.outcome).to.have.all.keys(...OUTCOMES);
      expect(messages.ranges).to.have.all.keys(...RANGE_PRESETS);
      expect(messages.comparisons).to.have.all.keys(...COMPARISONS, 'custom');
    });

    it('have the keys of English', () => {
      expect([...forms.keys()]).to.have.members([...formsByPath(english).keys()]);
    });

    it('have the places of English in every text', () => {
      for (const [path, { other = '' }] of formsByPath(english)) {
        for (const text of Object.values(forms.get(path) ?? {}))
          expect(places(text), `${path}: ${text}`).to.deep.equal(places(other));
      }
    });

    it('have a form for each plural category of the numbers 0 to 200', () => {
      const counted = [...formsByPath(english)].filter(([, { one }]) => one !== undefined);
      for (const [path] of counted) expect(forms.get(path), path).to.have.all.keys(...categoriesOf(messages.code));
    });

    it('give no two metrics one label', () => {
      const labels = Object.values(messages.metrics).map(({ label }) => label);
      expect(labels).to.deep.equal([...new Set(labels)]);
    });

    it('are never empty, shouted, badly spaced or in typewriter quotes', () => {
      expect(matching(messages, /^$|^\s|\s$|\s\s|[!！]|['"]/)).to.deep.equal([]);
    });

    it('describe each metric in sentences', () => {
      for (const [id, { description, rule }] of Object.entries(messages.metrics)) {
        expect(description, id).to.match(/[^.]\.$/);
        expect(rule, id).to.match(/[^.]\.$/);
      }
    });
  });
}

for (const messages of translations) {
  describe(`the translation into "${messages.code}"`, () => {
    it('leaves no English text', () => {
      const original = formsByPath(english);
      const left = [...formsByPath(messages)].filter(
        ([path, { other = '' }]) => original.get(path)?.other === other && !SHARED[messages.code]!.includes(other),
      );
      expect(left).to.deep.equal([]);
    });

    for (const [, what, pattern] of FORBIDDEN.filter(([language]) => language === messages)) {
      it(`holds nowhere ${what}`, () => {
        expect(matching(messages, pattern)).to.deep.equal([]);
      });
    }
  });
}

describe('the words of the glossary', () => {
  for (const [id, ...words] of [...AGENT_WORDS, ...CHATBOT_WORDS, ...HUB_WORDS, ...DESK_WORDS]) {
    it(`${id} is ${words.join(', ')}`, () => {
      expect(translations.map(({ metrics }) => metrics[id]?.label)).to.deep.equal(words);
    });
  }

  for (const [dimension, value, ...words] of VALUE_WORDS) {
    it(`${dimension} ${value} is ${words.join(', ')}`, () => {
      expect(translations.map(({ values }) => values[dimension]?.[value])).to.deep.equal(words);
    });
  }

  for (const [path, ...words] of UI_WORDS) {
    it(`${path} is ${words.join(', ')}`, () => {
      expect(translations.map((messages) => formsByPath(messages).get(path)?.other)).to.deep.equal(words);
    });
  }
});
