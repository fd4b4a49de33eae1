import { expect } from '@open-wc/testing';
import { answering, headlineAnswer } from '../support/answers.js';
import { box, isReady, mount, mountReady, part, parts, root, textOf, until, WIDGETS } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

const WORDS = {
  en: { 'agent-kpi-grid': 'Overview', 'agent-volume-chart': 'Conversations', 'agent-range-picker': 'Range' },
  de: { 'agent-kpi-grid': 'Übersicht', 'agent-volume-chart': 'Gespräche', 'agent-range-picker': 'Zeitraum' },
  ko: { 'agent-kpi-grid': '개요', 'agent-volume-chart': '대화', 'agent-range-picker': '기간 선택' },
  fi: { 'agent-kpi-grid': 'Yleiskuva', 'agent-volume-chart': 'Keskustelut', 'agent-range-picker': 'Aikaväli' },
} as const;
const first = (element: Element) =>
  textOf(part(element, 'heading') ?? part(element, 'control')!.querySelector('.label'));

for (const tag of WIDGETS) {
  describe(`<${tag}> in the user’s language`, () => {
    keepConsoleQuiet();

    for (const language of ['en', 'de', 'ko', 'fi'] as const) {
      it(`speaks ${language}`, async () => {
        const element = await mount(tag, { source: answering(), lang: language, compare: 'previous-period' });
        await until(() => first(element) === WORDS[language][tag], 'the words');
        if (tag !== 'agent-range-picker') await until(() => isReady(element), 'the numbers');
        await expect(element).to.be.accessible();
      });
    }

    it('changes with an ancestor at run time, and back', async () => {
      const place = await box();
      const element = await mount(tag, { source: answering() }, place);
      for (const language of ['de', 'fi', 'en', 'ko'] as const) {
        place.lang = language;
        await until(() => first(element) === WORDS[language][tag], language);
      }
    });

    it('changes with the host of the shadow root it stands in', async () => {
      const host = await box();
      const shadow = host.attachShadow({ mode: 'open' });
      const element = await mount(tag, { source: answering() }, shadow);
      host.lang = 'de';
      await until(() => first(element) === WORDS.de[tag], 'German');
    });

    it('prefers its own language to its ancestor’s', async () => {
      const place = await box();
      place.lang = 'ko';
      const element = await mount(tag, { source: answering(), lang: 'fi' }, place);
      await until(() => first(element) === WORDS.fi[tag], 'Finnish');
      element.removeAttribute('lang');
      await until(() => first(element) === WORDS.ko[tag], 'Korean');
    });

    it('finds the language of a region, and English for one it does not have', async () => {
      const element = await mount(tag, { source: answering(), lang: 'de-AT' });
      await until(() => first(element) === WORDS.de[tag], 'German');
      element.lang = 'mi-NZ';
      await until(() => first(element) === WORDS.en[tag], 'English');
      element.lang = 'no such language';
      await element.updateComplete;
      expect(first(element)).to.equal(WORDS.en[tag]);
    });

    it('follows the direction of its ancestors', async () => {
      const place = await box();
      place.dir = 'rtl';
      const element = await mount(tag, { source: answering() }, place);
      const direction = () => root(element).querySelector('.frame')?.getAttribute('dir');
      await until(() => direction() === 'rtl', 'right to left');
      place.dir = 'ltr';
      await until(() => direction() === 'ltr', 'left to right');
    });
  });
}

describe('numbers in the user’s language', () => {
  keepConsoleQuiet();

  for (const [lang, volume, revenue] of [
    ['de', '12.345', '1.234,56 €'],
    ['de-AT', '12.345', '€ 1.234,56'],
    ['ko', '12,345', '€1,234.56'],
    ['fi', '12 345', '1 234,56 €'],
  ] as const) {
    it(`are written as in ${lang}`, async () => {
      const element = await mountReady('agent-kpi-grid', { source: answering(headlineAnswer), lang });
      const exact = () =>
        parts(element, 'number').map((number) =>
          textOf(number.querySelector('.spoken')).replace(/[\s\u00a0\u202f]/g, ' '),
        );
      await until(() => exact()[0] === volume || lang === 'de-AT', 'the numbers');
      expect(exact()[0]!.replace(/ /g, '.')).to.equal(volume.replace(/ /g, '.'));
      expect(exact()[3]).to.equal(revenue);
    });
  }
});
