/** What holds for every tag of the kit. A new tag needs only its line in `support/every-tag.ts`. */
import { expect, waitUntil } from '@open-wc/testing';
import { messages as de } from '../../../src/locales/de.js';
import { messages as fi } from '../../../src/locales/fi.js';
import { messages as ko } from '../../../src/locales/ko.js';
import { drawn, DRAWN, isDrawn, mountPrepared, nodesOf, prepared } from '../support/drawn-widgets.js';
import { EVERY_TAG, type Tagged } from '../support/every-tag.js';
import { heldSource } from '../support/held-source.js';
import { leftOnPage } from '../support/left-on-page.js';
import { box, root, until, type Tag } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';
import { shopData } from '../support/shop-data.js';

const TAGS = Object.keys(EVERY_TAG) as Tag[];
/** They draw what the source says of itself, before and without any number. */
const DESCRIBING: readonly Tag[] = ['agent-range-picker', 'agent-filter-bar'];
/** Those that draw answers. */
const ANSWERED = DRAWN.filter((tag) => !DESCRIBING.includes(tag));
const NAMES = ['aria-label', 'title', 'placeholder', 'alt'];

/** Everything that a widget says, each text by itself: what is written, and the names of what is not. */
const textsOf = (element: Element): string[] =>
  nodesOf(element)
    .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest('[part~="skeleton"]'))
    .flatMap((node) => [
      ...[...node.childNodes].filter((child) => child instanceof Text).map(({ data }) => data),
      ...NAMES.map((name) => node.getAttribute(name) ?? ''),
    ])
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
const says = (element: Element): string => textsOf(element).join(' ');
const find = <E extends HTMLElement>(element: Element, selector: string): E | undefined =>
  nodesOf(element).find((node): node is E => node.matches(selector));

describe('every tag', () => {
  keepConsoleQuiet();

  for (const tag of TAGS) {
    it(`<${tag}> takes no room while hidden`, async () => {
      const element = await mountPrepared(tag);
      element.hidden = true;
      expect(getComputedStyle(element).display).to.equal('none');
      element.hidden = false;
      expect(getComputedStyle(element).display).to.equal(tag === 'agent-metrics-provider' ? 'contents' : 'block');
    });

    it(`<${tag}> fires no event for what the page sets`, async () => {
      const heard: string[] = [];
      const { dispatchEvent } = EventTarget.prototype;
      EventTarget.prototype.dispatchEvent = function (event) {
        // What became of a load is no deed of anybody.
        if (event.type.startsWith('agent-') && !['agent-load', 'agent-error'].includes(event.type))
          heard.push(event.type);
        return dispatchEvent.call(this, event);
      };
      try {
        const element = prepared(tag, { source: heldSource() });
        (await box()).append(element);
        await element.updateComplete;
        Object.assign(element, {
          range: '2026-06-02/2026-06-05',
          compare: 'previous-period',
          timeZone: 'Europe/Berlin',
          weekStart: 7,
          filters: { channel: ['sms'] },
          lang: 'de',
        });
        await until(() => tag === 'agent-metrics-provider' || isDrawn(element), `<${tag}> is drawn`);
        element.setAttribute('range', 'last-14-days');
        element.setAttribute('compare', 'none');
        await element.updateComplete;
        await until(() => tag === 'agent-metrics-provider' || isDrawn(element), `<${tag}> is drawn again`);
      } finally {
        EventTarget.prototype.dispatchEvent = dispatchEvent;
      }
      expect(heard).to.deep.equal([]);
    });

    it(`<${tag}> leaves no listener and no timer behind`, async () => {
      const place = await box();
      const mountOne = () => mountPrepared(tag, { source: heldSource(), refresh: 60 }, place);
      const isThere = (element: Element) => tag === 'agent-metrics-provider' || isDrawn(element);
      // What the first of its kind sets up for the whole page stays.
      const first = await mountOne();
      await until(() => isThere(first), `<${tag}> is drawn`);
      first.remove();
      const left = leftOnPage();
      try {
        const element = await mountOne();
        await left.until(() => isThere(element));
        expect(isThere(element)).to.equal(true);
        element.remove();
        await element.updateComplete;
        expect(await left.settled()).to.deep.equal([]);
      } finally {
        left.stop();
      }
    });
  }
});

for (const tag of DRAWN) {
  describe(`<${tag}> in a document`, () => {
    keepConsoleQuiet();

    it('draws its data, is moved and asks nothing again', async () => {
      const source = heldSource();
      const element = await drawn(tag, { source });
      await expect(element).to.be.accessible();
      const [asked, said] = [source.signals.length, says(element)];
      (await box()).append(element);
      await element.updateComplete;
      await until(() => isDrawn(element), 'the widget');
      expect(source.signals).to.have.length(asked);
      expect(says(element)).to.equal(said);
    });

    it('says the same as a clone', async () => {
      const source = heldSource();
      const element = prepared(tag, { source });
      for (const [name, value] of Object.entries({ range: 'last-14-days', now: element.now!, 'time-zone': 'UTC' }))
        element.setAttribute(name, value);
      const place = await box();
      place.append(element);
      await until(() => isDrawn(element), 'the widget');
      const clone = element.cloneNode(true) as typeof element;
      clone.source = source;
      element.replaceWith(clone);
      await until(() => isDrawn(clone), 'the clone');
      place.append(element);
      await until(() => isDrawn(element) && says(clone) === says(element), 'the same words');
    });

    it('gives up what it asks when it is removed while it loads, and asks again when it comes back', async () => {
      const source = heldSource();
      source.mode = 'waits';
      const place = await box();
      const element = await mountPrepared(tag, { source }, place);
      if (ANSWERED.includes(tag)) await until(() => source.signals.length > 0, 'the question');
      element.remove();
      await until(() => source.signals.every(({ aborted }) => aborted), 'the abort');
      source.release();
      place.append(element);
      await until(() => isDrawn(element), 'the widget');
    });

    it('keeps what the page set before it was upgraded', async () => {
      const inert = document.implementation.createHTMLDocument().createElement(tag);
      expect(inert.shadowRoot, 'not upgraded yet').to.equal(null);
      const model = prepared(tag);
      for (const name of model.getAttributeNames()) inert.setAttribute(name, model.getAttribute(name)!);
      Object.assign(inert, { source: heldSource(), now: model.now, timeZone: 'UTC' });
      (await box()).append(inert);
      await until(() => inert.shadowRoot && isDrawn(inert), 'the widget');
      expect(says(inert)).to.equal(says(await drawn(tag)));
    });

    it('reads from right to left', async () => {
      const place = await box('360px');
      place.dir = 'rtl';
      const element = await drawn(tag, { compare: 'previous-period' }, place);
      await until(
        () => getComputedStyle(root(element).querySelector('div, section, form')!).direction === 'rtl',
        'rtl',
      );
      expect(place.scrollWidth).to.be.at.most(place.clientWidth);
      await expect(element).to.be.accessible();
    });
  });
}

for (const tag of ANSWERED) {
  describe(`<${tag}> in each state of its load`, () => {
    keepConsoleQuiet();

    it('says that it loads', async () => {
      const source = heldSource();
      source.mode = 'waits';
      const element = await mountPrepared(tag, { source });
      await until(() => source.signals.length > 0 && find(element, '[part~="skeleton"]'), 'the skeleton');
      await until(() => says(element).includes('Loading'), 'the word');
      await expect(element).to.be.accessible();
    });

    const { empty }: Tagged = EVERY_TAG[tag];
    if (empty) {
      it('says that there is nothing in the range', async () => {
        const element = await mountPrepared(tag, { source: heldSource(), range: '2025-01-01/2025-01-07' });
        await waitUntil(() => empty.test(says(element))).catch(() => undefined);
        expect(says(element)).to.match(empty);
        await expect(element).to.be.accessible();
      });
    }

    it('says why it failed, and tries again', async () => {
      const source = heldSource();
      source.mode = 'fails';
      const element = await mountPrepared(tag, { source });
      await until(() => says(element).includes('No network.'), 'the reason');
      expect(says(element)).to.contain('could not be loaded');
      await expect(element).to.be.accessible();
      source.release();
      find(element, '[part~="retry"]')!.click();
      await until(() => isDrawn(element), 'the widget');
      expect(says(element)).to.not.contain('No network.');
    });

    it('keeps its numbers while it asks again, and when that fails', async () => {
      const source = heldSource();
      const element = await drawn(tag, { source });
      const numbers = textsOf(element).filter((text) => /\d/.test(text));
      source.mode = 'waits';
      const asked = source.signals.length;
      if ('reload' in element) element.reload();
      else source.change();
      await until(() => source.signals.length > asked && says(element).includes('Updating'), 'the refresh');
      expect(textsOf(element)).to.include.members(numbers);
      source.release();
      await until(() => isDrawn(element), 'the new numbers');
      source.mode = 'fails';
      source.change();
      await until(() => says(element).includes('No network.'), 'the failure');
      expect(textsOf(element)).to.include.members(numbers);
    });
  });
}

/** Every text of a language. */
const flatten = (node: object): string[] =>
  Object.values(node).flatMap((child: string | object) => (typeof child === 'string' ? [child] : flatten(child)));
const DATA = JSON.stringify(shopData);
/** Abbreviations as CSV are the same everywhere. */
const isEnglish = (text: string): boolean => /[A-Za-z]{3}/.test(text) && /[a-z]/.test(text);

/** Matches what a text of the catalogue becomes once its `{places}` are filled in. */
function toPattern(text: string): RegExp[] {
  const literal = text.split(/\{\w+\}/).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return /\p{L}{2}/u.test(literal.join('')) ? [new RegExp(`^${literal.join('.*')}$`, 'u')] : [];
}

for (const messages of [de, ko, fi]) {
  const { code } = messages;
  const patterns = flatten(messages).flatMap(toPattern);
  const isKnown = (text: string): boolean =>
    text
      .split(': ')
      .every(
        (piece) => DATA.includes(JSON.stringify(piece).slice(1, -1)) || patterns.some((pattern) => pattern.test(piece)),
      );

  describe(`every widget in ${code}`, () => {
    keepConsoleQuiet();

    for (const tag of DRAWN) {
      it(`<${tag}> leaves no English, and goes back to it`, async () => {
        const place = await box();
        const element = await drawn(tag, {}, place);
        const english = textsOf(element);
        const left = () =>
          textsOf(element).filter((text) => isEnglish(text) && english.includes(text) && !isKnown(text));
        place.lang = code;
        await waitUntil(() => left().length === 0, 'the language', { timeout: 2000 }).catch(() => undefined);
        expect(left()).to.deep.equal([]);
        place.removeAttribute('lang');
        await until(() => says(element) === english.join(' '), 'English');
      });
    }
  });
}
