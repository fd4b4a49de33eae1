import { expect } from 'chai';
import { messages as de } from '../../src/locales/de.js';
import { messages as en } from '../../src/locales/en.js';
import { messages as fi } from '../../src/locales/fi.js';
import { messages as ko } from '../../src/locales/ko.js';
import { findMessages, loadMessages, registerMessages } from '../../src/locales/registry.js';

describe('the registry of languages', () => {
  it('has English at once', async () => {
    expect(findMessages('en')).to.equal(en);
    expect(findMessages('en-GB')).to.equal(en);
    expect(await loadMessages('en')).to.equal(en);
  });

  for (const language of ['tlh', 'pt-BR', 'deu', '']) {
    it(`answers English for "${language}"`, async () => {
      expect(findMessages(language)).to.equal(en);
      expect(await loadMessages(language)).to.equal(en);
    });
  }

  it('says that a language has yet to be loaded, then has it', async () => {
    expect(findMessages('fi')).to.equal(undefined);
    expect(await loadMessages('fi')).to.equal(fi);
    expect(findMessages('fi')).to.equal(fi);
  });

  for (const language of ['de-AT', 'DE-ch', 'de-Latn-DE']) {
    it(`finds German for "${language}"`, async () => {
      expect(await loadMessages(language)).to.equal(de);
      expect(findMessages(language)).to.equal(de);
    });
  }

  it('takes a language that a page registers, with its regions', async () => {
    const portuguese = { ...en, code: 'pt', overview: 'Visão geral' };
    registerMessages(portuguese);
    expect(findMessages('pt-BR')).to.deep.equal(portuguese);
    expect(await loadMessages('pt')).to.deep.equal(portuguese);
  });

  it('prefers the words registered for a region to those of its language', async () => {
    registerMessages({ ...de, code: 'de-ch', overview: 'Überblick' });
    expect(findMessages('de-CH')?.overview).to.equal('Überblick');
    expect(await loadMessages('de')).to.equal(de);
  });

  it('prefers registered words to its own', async () => {
    registerMessages({ ...fi, code: 'FI', overview: 'Katsaus' });
    expect(findMessages('fi-FI')).to.deep.equal({ ...fi, overview: 'Katsaus' });
    expect(await loadMessages('fi')).to.equal(findMessages('fi'));
  });
});

describe('a page that registers some words', () => {
  it('has the others in English', async () => {
    registerMessages({ code: 'nl', overview: 'Overzicht', states: { loading: 'Laden' } });
    const dutch = await loadMessages('nl-BE');
    expect(dutch).to.deep.equal({
      ...en,
      code: 'nl',
      overview: 'Overzicht',
      states: { ...en.states, loading: 'Laden' },
    });
  });

  it('has the others in the language of the kit, loaded or not', async () => {
    registerMessages({ code: 'ko', overview: '한눈에', metrics: { 'total-volume': { label: '대화 수' } } });
    expect(findMessages('ko')).to.equal(undefined);
    const korean = await loadMessages('ko');
    expect(korean.overview).to.equal('한눈에');
    expect(korean.states).to.deep.equal(ko.states);
    expect(korean.metrics['total-volume']).to.deep.equal({ ...ko.metrics['total-volume'], label: '대화 수' });
    expect(korean.metrics['ai-resolved']).to.equal(ko.metrics['ai-resolved']);
    expect(findMessages('ko-KR')).to.equal(korean);
  });

  it('has the others of a region in its language, and those in English', async () => {
    registerMessages({ code: 'es', overview: 'Resumen', states: { loading: 'Cargando' } });
    registerMessages({ code: 'es-MX', overview: 'Panorama' });
    const mexican = await loadMessages('es-MX');
    expect([mexican.overview, mexican.states.loading, mexican.states.updating]).to.deep.equal([
      'Panorama',
      'Cargando',
      en.states.updating,
    ]);
    expect((await loadMessages('es-AR')).overview).to.equal('Resumen');
  });

  it('may do so in several calls, of which the last one holds', async () => {
    registerMessages({ code: 'sv', overview: 'Översikt', ranges: { today: 'I dag' } });
    registerMessages({ code: 'sv', ranges: { today: 'Idag', yesterday: 'Igår' } });
    const { overview, ranges } = await loadMessages('sv');
    expect([overview, ranges['today'], ranges['yesterday'], ranges['last-7-days']]).to.deep.equal([
      'Översikt',
      'Idag',
      'Igår',
      en.ranges['last-7-days'],
    ]);
  });

  it('keeps its plural forms apart from English ones', async () => {
    registerMessages({ code: 'ja', table: { conversations: { other: '{n} 件の会話' } } });
    expect((await loadMessages('ja')).table.conversations).to.deep.equal({ other: '{n} 件の会話' });
  });

  it('takes a text alone for all its plural forms', async () => {
    registerMessages({ code: 'nl', change: { points: '{n} ptn' }, table: { conversations: '{n} gesprekken' } });
    const dutch = await loadMessages('nl');
    expect([dutch.change.points, dutch.table.conversations]).to.deep.equal([
      { other: '{n} ptn' },
      { other: '{n} gesprekken' },
    ]);
  });

  it('tells once of words that no widget says, and of no name that a page may choose', () => {
    const { warn } = console;
    const told: unknown[] = [];
    console.warn = (text: unknown) => void told.push(text);
    try {
      for (let time = 0; time < 2; time++)
        registerMessages({
          code: 'en-IN',
          range: { lable: 'Dates', label: 'Period' },
          overveiw: 'All',
          metrics: { mine: { label: 'Mine' } },
          values: { plan: { gold: 'Gold' } },
          dimensions: { plan: 'Plan' },
          records: { columns: { plan: 'Plan' } },
          dashboard: { titles: { mine: 'Mine' }, sections: { today: 'Today' } },
          table: { conversations: { one: '{n} chat', few: '{n} chats', other: '{n} chats' } },
        } as Parameters<typeof registerMessages>[0]);
    } finally {
      console.warn = warn;
    }
    expect(told).to.have.length(2);
    for (const [at, place] of ['range.lable', 'overveiw'].entries())
      expect(told[at]).to.include(`"${place}"`).and.to.include('Messages');
    expect(findMessages('en-IN')!.range.label).to.equal('Period');
  });

  it('may leave words undefined', async () => {
    registerMessages({ code: 'da', overview: undefined, states: undefined, table: { heading: undefined } });
    expect(await loadMessages('da')).to.deep.equal({ ...en, code: 'da' });
  });

  it('leaves the languages without words of their own in English', async () => {
    registerMessages({ code: 'nb', overview: 'Oversikt' });
    expect(await loadMessages('nn')).to.equal(en);
    expect(findMessages('n')).to.equal(en);
  });

  for (const [what, wrong, message] of [
    ['nothing', undefined, 'registerMessages takes an object of words, not undefined.'],
    ['an array', [], 'registerMessages takes an object of words, not an array.'],
    [
      'no code',
      { overview: 'x' },
      'registerMessages needs the "code" of a language, such as "nl" or "pt-BR"; it is undefined.',
    ],
    [
      'a code that is none',
      { code: 'no such' },
      'registerMessages needs the "code" of a language, such as "nl" or "pt-BR"; it is the text "no such".',
    ],
    [
      'a number for a text',
      { code: 'xx', states: { loading: 1 } },
      'The words at "states.loading" have to be a text, not 1.',
    ],
    [
      'a text for a group',
      { code: 'xx', states: 'Loading' },
      'The words at "states" have to be an object of words, not the text "Loading".',
    ],
    ['an object for a text', { code: 'xx', overview: {} }, 'The words at "overview" have to be a text, not an object.'],
    [
      'plural forms without "other"',
      { code: 'xx', table: { conversations: { one: 'x' } } },
      'The words at "table.conversations" have to be a text, or an object of plural forms with at least "other", not an object.',
    ],
    [
      'a text for a metric',
      { code: 'xx', metrics: { 'total-volume': 'x' } },
      'The words at "metrics.total-volume" have to be an object with "label", "description" or "rule", not the text "x".',
    ],
    [
      'null for a word of a value',
      { code: 'xx', values: { plan: { gold: null } } },
      'The words at "values.plan.gold" have to be a text, not null.',
    ],
  ] as const) {
    it(`is told about ${what}, and keeps what it had`, () => {
      expect(() => registerMessages(wrong as never)).to.throw(TypeError, message);
      expect(findMessages('xx')).to.equal(en);
    });
  }
});
