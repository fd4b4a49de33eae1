/** A widget has the width of its parent, whatever the parent is, and follows it when it grows and when it shrinks. */
import { expect } from '@open-wc/testing';
import { drawn, DRAWN, nodesOf, shopSource } from '../support/drawn-widgets.js';
import { box, mountReady, until } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

/** Wide, narrow, wide again. */
const WIDTHS = [900, 330, 700];

/** The widget goes where the `slot` is. Room: what the parent leaves to it, in a box of a width. */
interface Parent {
  markup: string;
  room?: (width: number) => number;
}
const FILLED: Record<string, Parent> = {
  'a block': { markup: '<div><slot></slot></div>' },
  'a flex row': { markup: '<div style="display: flex"><slot></slot></div>' },
  'a flex row beside a navigation': {
    markup: '<div style="display: flex"><nav style="width: 100px">Menu</nav><slot></slot></div>',
    room: (width) => width - 100,
  },
  'a growing item of a flex row': {
    markup:
      '<div style="display: flex; gap: 20px"><nav style="flex: none; width: 80px">Menu</nav><main style="flex: 1; min-width: 0"><slot></slot></main></div>',
    room: (width) => width - 100,
  },
  'a centred column': {
    markup: '<div style="display: flex; flex-direction: column; align-items: center"><slot></slot></div>',
  },
  'a grid with centred items': { markup: '<div style="display: grid; justify-items: center"><slot></slot></div>' },
  'half a grid': {
    markup:
      '<div style="display: grid; grid-template-columns: 1fr 1fr"><slot></slot><p style="margin: 0">Beside it</p></div>',
    room: (width) => width / 2,
  },
  'a fieldset': { markup: '<fieldset style="margin: 0; padding: 0; border: 0"><slot></slot></fieldset>' },
};
const FITTED: Record<string, Parent> = {
  'an inline block': { markup: '<div style="display: inline-block"><slot></slot></div>' },
  'an inline flex box': { markup: '<div style="display: inline-flex"><slot></slot></div>' },
  'a float': { markup: '<div style="float: left"><slot></slot></div>' },
  'a box that fits its content': { markup: '<div style="width: fit-content"><slot></slot></div>' },
  'an absolute box': { markup: '<div style="position: absolute; left: 0; top: 0"><slot></slot></div>' },
  'an item of a flex row': {
    markup: '<div style="display: flex"><main style="min-width: 0"><slot></slot></main></div>',
  },
  'a table cell': { markup: '<table><tr><td><slot></slot></td></tr></table>' },
  'an open dialog': { markup: '<dialog open style="padding: 0; border: 0; max-width: 100%"><slot></slot></dialog>' },
};

/** They ask for the least that a widget can do with. */
const SMALLEST: Record<string, Parent> = {
  'a box of its least content': { markup: '<div style="width: min-content"><slot></slot></div>' },
  'the least column of a grid': {
    markup: '<div style="display: grid; grid-template-columns: min-content 1fr"><slot></slot><p>Beside it</p></div>',
  },
};

async function place({ markup }: Parent, widget: HTMLElement): Promise<HTMLElement> {
  const around = await box();
  around.style.position = 'relative';
  around.innerHTML = markup;
  around.querySelector('slot')!.replaceWith(widget);
  return around;
}

const widthOf = (element: Element): number => element.getBoundingClientRect().width;

/** How wide the widget is in boxes of the given widths, one after the other. None of them scrolls, once the charts are drawn anew. */
async function widthsIn(around: HTMLElement, widget: HTMLElement): Promise<number[]> {
  const measured: number[] = [];
  for (const width of WIDTHS) {
    around.style.width = `${width}px`;
    await until(() => around.scrollWidth <= width, `A ${widget.localName} of no more than ${width}px`);
    measured.push(widthOf(widget));
  }
  return measured;
}

function expectFilled(measured: number[], { room = (width: number) => width }: Parent, what: string): void {
  for (const [at, width] of WIDTHS.entries())
    expect(measured[at], `in ${what} of ${width}px`).to.be.closeTo(room(width), 0.5);
}

/** A box that fits its content is as wide as a widget likes to be, and never wider than its own container. */
function expectFitted([wide, narrow, again]: number[], what: string): void {
  expect(wide, `in ${what} of 900px`).to.be.within(500, 900);
  expect(narrow, `in ${what} of 330px`).to.be.within(300, 330);
  expect(again, `in ${what} of 700px`).to.be.within(500, 700);
}

for (const tag of DRAWN) {
  describe(`<${tag}> in any parent`, () => {
    keepConsoleQuiet();

    it('fills a parent that has a width', async () => {
      const widget = await drawn(tag);
      for (const [what, parent] of Object.entries(FILLED))
        expectFilled(await widthsIn(await place(parent, widget), widget), parent, what);
    });

    it('gives a width to a parent that takes it from its content', async () => {
      const widget = await drawn(tag);
      for (const [what, parent] of Object.entries(FITTED))
        expectFitted(await widthsIn(await place(parent, widget), widget), what);
    });

    it('is readable in a parent that takes the least of its content', async () => {
      const widget = await drawn(tag);
      for (const [what, parent] of Object.entries(SMALLEST))
        for (const width of await widthsIn(await place(parent, widget), widget))
          expect(width, `in ${what}`).to.be.within(140, 330);
    });

    it('fills its own box, also where the page lays it out as a flex box or a grid', async () => {
      const widget = await drawn(tag);
      const around = await place(FILLED['a block']!, widget);
      for (const display of ['flex', 'grid', 'inline-block', 'flow-root']) {
        widget.style.display = display;
        for (const width of await widthsIn(around, widget)) expect(width, display).to.be.at.least(330);
        const inside = Math.max(...nodesOf(widget).map(widthOf));
        // A chart may be a little wider than it will be once it is drawn anew.
        expect(inside, `inside of ${display}`).to.be.within(widthOf(widget) - 1, widthOf(widget) + 10);
      }
    });

    it('has the width that the page gives it', async () => {
      const widget = await drawn(tag);
      const around = await place(FILLED['a flex row beside a navigation']!, widget);
      const sheet = document.head.appendChild(document.createElement('style'));
      around.style.width = '900px';
      for (const [rule, expected] of [
        ['width: 300px', 300],
        ['flex: 1', 800],
        ['margin: 0 20px', 760],
        ['padding: 0 30px; border: 1px solid', 800],
        ['width: 100%; padding: 30px', 800],
        ['flex: none; width: 250px', 250],
      ] as const) {
        sheet.textContent = `${tag} { ${rule} }`;
        expect(widthOf(widget), rule).to.be.closeTo(expected, 0.5);
      }
      sheet.remove();
    });

    it('leaves its margins to a block around it', async () => {
      const widget = await drawn(tag);
      const around = await place(FILLED['a block']!, widget);
      widget.style.margin = '0 20px';
      expectFilled(await widthsIn(around, widget), { markup: '', room: (width) => width - 40 }, 'a block with margins');
    });
  });
}

for (const tag of ['agent-volume-chart', 'agent-trend-chart'] as const) {
  describe(`the bars and lines of <${tag}>`, () => {
    keepConsoleQuiet();

    for (const [what, parent] of [
      ['a flex row', FILLED['a flex row']!],
      ['a table cell', FITTED['a table cell']!],
    ] as const) {
      it(`shrink and grow with ${what}`, async () => {
        const widget = await drawn(tag);
        const around = await place(parent, widget);
        for (const width of [900, 330, 600]) {
          around.style.width = `${width}px`;
          const drawnWidth = () => widthOf(nodesOf(widget).find(({ localName }) => localName === 'canvas')!);
          await until(
            () => drawnWidth() <= widthOf(widget) && drawnWidth() > widthOf(widget) * 0.8,
            `a chart for ${width}px`,
          );
        }
      });
    }
  });
}

describe('<agent-metrics-provider> in any parent', () => {
  keepConsoleQuiet();

  it('leaves the width of what it holds to the parent around it', async () => {
    const provider = document.createElement('agent-metrics-provider');
    provider.source = shopSource();
    const widget = await mountReady(
      'agent-kpi-grid',
      {},
      provider.isConnected ? provider : (await box()).appendChild(provider),
    );
    for (const [what, parent] of Object.entries(FILLED))
      expectFilled(await widthsIn(await place(parent, provider), widget), parent, what);
    for (const [what, parent] of Object.entries(FITTED))
      expectFitted(await widthsIn(await place(parent, provider), widget), what);
  });
});

describe('two widgets in a flex row', () => {
  keepConsoleQuiet();

  it('share it', async () => {
    const around = await place(
      { markup: '<div style="display: flex; gap: 20px"><slot></slot></div>' },
      await drawn('agent-kpi-grid'),
    );
    const grids = [
      around.querySelector('agent-kpi-grid')!,
      await drawn('agent-kpi-grid', {}, around.firstElementChild as HTMLElement),
    ];
    for (const width of WIDTHS) {
      around.style.width = `${width}px`;
      expect(grids.map(widthOf)).to.deep.equal([(width - 20) / 2, (width - 20) / 2]);
    }
  });
});
