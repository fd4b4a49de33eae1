/** What holds for every widget wherever a page puts it: its room, its width, its controls, its heading, its states before and after the data. */
import { expect } from '@open-wc/testing';
import { createLocalSource } from '../../../src/sources/local-source.js';
import { drawn, DRAWN, mountPrepared, nodesOf, prepared, shopSource, widget } from '../support/drawn-widgets.js';
import { box, notice, part, root, textOf, until } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';
import { shopData } from '../support/shop-data.js';

/** Those that speak of a range. */
const RANGED = DRAWN.filter(
  (tag) => !['agent-range-picker', 'agent-conversation-thread', 'agent-filter-bar'].includes(tag),
);
const WIDTHS = ['320px', '360px', '700px'];

for (const tag of DRAWN) {
  describe(`<${tag}> on a page`, () => {
    keepConsoleQuiet();

    it('writes no style attribute into its markup, which a strict policy would block', async () => {
      const element = await drawn(tag);
      // What a script sets on an element itself is allowed: the canvas of the bars, and custom properties of a widget.
      const styled = nodesOf(element).filter(
        (node) => node.hasAttribute('style') && node.localName !== 'canvas' && !node.shadowRoot,
      );
      expect(styled.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
      expect(root(element).querySelector('style')).to.equal(null);
    });

    it('takes a heading as text and as a slot', async () => {
      const element = prepared(tag, { source: shopSource(), heading: 'Support' });
      (await box()).append(element);
      await element.updateComplete;
      expect(textOf(part(element, 'heading'))).to.equal('Support');
      const own = Object.assign(document.createElement('h3'), { slot: 'heading', textContent: 'Own' });
      element.append(own);
      expect(own.assignedSlot).to.not.equal(null);
    });

    for (const width of WIDTHS) {
      for (const lang of ['en', 'de', 'ko', 'fi']) {
        it(`is no wider than its box of ${width} in ${lang}`, async () => {
          const place = await box(width);
          const element = await drawn(tag, { lang, compare: 'previous-period' }, place);
          await until(() => document.fonts.status === 'loaded', 'the fonts');
          const right = place.getBoundingClientRect().right + 0.5;
          const wide = nodesOf(element).filter(
            (node) => !node.closest('.spoken, [hidden], svg, dialog') && node.getBoundingClientRect().right > right,
          );
          expect(wide.map(({ outerHTML }) => outerHTML.slice(0, 120))).to.deep.equal([]);
          expect(place.scrollWidth).to.be.at.most(place.clientWidth);
        });
      }
    }

    it('has no control smaller than 24 pixels', async () => {
      const element = await drawn(tag);
      const small = nodesOf(element).filter(
        (node) =>
          node.matches('button, select, input:not([type="checkbox"]), summary') &&
          node.checkVisibility({ visibilityProperty: true }) &&
          !node.closest('.spoken') &&
          Math.min(node.offsetHeight, node.offsetWidth) < 24,
      );
      expect(small.map(({ outerHTML }) => outerHTML.slice(0, 160))).to.deep.equal([]);
    });
  });
}

for (const tag of RANGED) {
  describe(`<${tag}> beside its data`, () => {
    keepConsoleQuiet();

    it('says what to do without a source', async () => {
      const element = await mountPrepared(tag);
      expect(textOf(notice(element, 'empty'))).to.equal(
        'No data are connected yet. Set an endpoint, data-src or data.',
      );
    });

    it('shows nothing but a sentence before the agent is live', async () => {
      const element = await widget(tag, { source: shopSource({ ...shopData, live: null }) });
      await until(() => notice(element, 'not-live'), 'the notice');
      expect(textOf(notice(element, 'not-live'))).to.equal('Not live yet: there are no data.');
      expect(part(element, 'frame')).to.equal(null);
    });

    it('says since when the agent is switched off, beside the data it has', async () => {
      const live = { agent: [{ since: '2026-01-01T00:00:00Z', until: '2026-06-05T00:00:00Z' }] };
      const element = await drawn(tag, { source: shopSource({ ...shopData, live }) });
      expect(textOf(notice(element, 'switched-off'))).to.equal(
        'Switched off since Jun 5, 2026: nothing new is collected.',
      );
    });

    it('leads to the last data where the range lies behind them', async () => {
      const element = await drawn(tag, {
        now: '2026-08-01T12:00:00Z',
        source: createLocalSource(shopData, { now: '2026-08-01T12:00:00Z' }),
      });
      expect(textOf(notice(element, 'elsewhere'))).to.match(
        /^No conversations in this range\. The data end on Jun 6, 2026\./,
      );
      part(element, 'last-data')!.click();
      await until(() => element.range === '2026-05-31/2026-06-06' && !notice(element, 'elsewhere'), 'the last data');
    });
  });
}
