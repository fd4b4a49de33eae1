import { expect } from 'chai';
import { dimensionInText, metricWords, valueWord } from '../../../src/elements/shared/words.js';
import { createFormats } from '../../../src/core/format/formats.js';
import { messages as de } from '../../../src/locales/de.js';
import { messages as en } from '../../../src/locales/en.js';
import { messages as ko } from '../../../src/locales/ko.js';

const formats = createFormats('en', 'UTC', 'EUR');

describe('the words for metrics, dimensions and values', () => {
  for (const [name, label, messages] of [
    ['response-time', 'Response time', en],
    ['response-time:p90', 'Response time (90th percentile)', en],
    ['response-time:business', 'Response time (business hours)', en],
    ['response-time:business:median', 'Durchschnittliche Antwortzeit (Geschäftszeiten, Median)', de],
    ['own-metric', 'own-metric', ko],
  ] as const) {
    it(`${name} in ${messages.code} is ${label}`, () => {
      expect(metricWords(name, messages, undefined).label).to.equal(label);
    });
  }

  it('writes dimensions small inside a sentence where the language does', () => {
    expect([en, de, ko].map((messages) => dimensionInText('agent', messages))).to.deep.equal([
      'agent',
      'Teammitglied',
      '상담원',
    ]);
  });

  it('says values by the source’s labels, else by the language, else as they are', () => {
    const labelled = { labels: { channel: { phone: 'Hotline' } } } as never;
    expect(valueWord('channel', 'phone', en, formats, labelled)).to.equal('Hotline');
    expect(
      ['phone', 'carrier-pigeon', 'constructor', ''].map((value) =>
        valueWord('channel', value, en, formats, undefined),
      ),
    ).to.deep.equal(['Phone', 'carrier-pigeon', 'constructor', 'None']);
  });
});
