import { expect } from 'chai';
import { matches, toEntries, toGroups } from '../../demo/glossary-entries.js';
import { METRIC_EXAMPLES } from '../../src/contract/reference.js';
import * as kit from '../../src/core/index.js';
import { messages as de } from '../../src/locales/de.js';
import { messages as en } from '../../src/locales/en.js';
import { messages as fi } from '../../src/locales/fi.js';
import { messages as ko } from '../../src/locales/ko.js';

type Value = string | (string | string[])[];
interface Entry {
  id: string;
  label: string;
  description: string;
  details: [name: string, value: Value][];
}

const entriesIn = (messages: typeof en) =>
  toEntries({ kit, messages, examples: METRIC_EXAMPLES }) as unknown as Entry[];
const detailsOf = (id: string, messages = en) =>
  Object.fromEntries(entriesIn(messages).find((entry) => entry.id === id)!.details);

describe('the glossary', () => {
  for (const messages of [en, de, ko, fi]) {
    it(`has every metric once in "${messages.code}", with a word for all that it says`, () => {
      const groups = toGroups(entriesIn(messages), messages) as unknown as { title: string; entries: Entry[] }[];
      expect(groups.flatMap(({ entries }) => entries.map(({ id }) => id))).to.have.members(
        kit.CATALOGUE.map(({ id }) => id),
      );
      for (const { id, details } of entriesIn(messages))
        for (const [name, value] of details)
          if (name !== 'variants') expect(value, `${id} ${name}`).to.have.length.above(0);
    });
  }

  it('says what a metric counts, by which clock, from where and what it needs', () => {
    const { counted, unit, better, source, variants, needs } = detailsOf('resolution-time');
    expect([counted, unit, better, source]).to.deep.equal([
      'resolved tickets, by the latest resolution',
      'time; seconds in answers',
      'lower',
      'Help-desk metrics guide',
    ]);
    expect(variants).to.deep.equal(
      ['median', 'p90', 'business', 'business:median', 'business:p90'].map((variant) => `resolution-time:${variant}`),
    );
    expect(needs).to.deep.equal([['tickets'], ['tickets.resolutions', 'tickets.resolvedAt']]);
  });

  for (const [id, counted] of [
    ['ai-revenue', 'attributed items, by the order’s time'],
    ['total-accounts', 'accounts, as it stands at the end of the range'],
    ['churn-rate', 'customers, as it stands at the start of the range'],
    ['unresolved-tickets', 'open tickets, as it stands at the end of the range'],
    ['forum-posts', 'forum posts, by their time'],
  ]) {
    it(`counts ${id} as ${counted}`, () => {
      expect(detailsOf(id!)['counted']).to.equal(counted);
    });
  }

  it('finds entries by all words of a search, in any of their texts', () => {
    const found = (phrase: string, messages = en) =>
      entriesIn(messages)
        .filter((entry) => matches(entry, phrase))
        .map(({ id }) => id);
    expect(found('forum Solved ÷')).to.deep.equal(['forum-success-rate']);
    expect(found('net-promoter')).to.deep.equal([]);
    expect(found('Erstlösungsquote', de)).to.deep.equal(['fcr-rate']);
  });
});
