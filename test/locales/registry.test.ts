import { expect } from 'chai';
import { messages as de } from '../../src/locales/de.js';
import { messages as en } from '../../src/locales/en.js';
import { messages as fi } from '../../src/locales/fi.js';
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
    expect(findMessages('pt-BR')).to.equal(portuguese);
    expect(await loadMessages('pt')).to.equal(portuguese);
  });

  it('prefers the words registered for a region to those of its language', async () => {
    const swiss = { ...de, code: 'de-CH', overview: 'Überblick' };
    registerMessages(swiss);
    expect(findMessages('de-ch')).to.equal(swiss);
    expect(await loadMessages('de')).to.equal(de);
  });

  it('prefers registered words to its own', async () => {
    const own = { ...fi, code: 'FI', overview: 'Katsaus' };
    registerMessages(own);
    expect(findMessages('fi-FI')).to.equal(own);
    expect(await loadMessages('fi')).to.equal(own);
  });
});
