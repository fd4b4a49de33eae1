/** A theme makes every widget legible, whatever page it is linked in, and leaves the page itself alone. */
import { expect } from '@open-wc/testing';
import { drawn, DRAWN } from '../support/drawn-widgets.js';
import { backgroundOf, illegibleTexts } from '../support/legible.js';
import { box, parts, until } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';

const THEMES = ['light', 'dark', 'high-contrast'] as const;
type Theme = (typeof THEMES)[number];
type File = Theme | 'classes';
const PAGES = { white: 'color-scheme: light; background: #ffffff', black: 'color-scheme: dark; background: #000000' };
const isDark = (element: Element): boolean => Math.max(...backgroundOf(element).slice(0, 3)) < 80;

/** Links a theme, as a page does. */
async function linked(file: File): Promise<HTMLLinkElement> {
  const link = Object.assign(document.createElement('link'), {
    rel: 'stylesheet',
    // From the server's root, wherever the bundled test lies.
    href: `/src/themes/${file}.css`,
  });
  const loaded = new Promise((resolve, reject) => ((link.onload = resolve), (link.onerror = reject)));
  document.head.append(link);
  await loaded;
  return link;
}

async function withLinked(file: File, check: () => void | Promise<void>): Promise<void> {
  const link = await linked(file);
  try {
    await check();
  } finally {
    link.remove();
  }
}

for (const tag of DRAWN) {
  describe(`<${tag}> under a theme`, () => {
    keepConsoleQuiet();

    it('is legible on a light and on a dark page, with the theme for the whole page or as a class', async () => {
      const page = await box();
      const around = page.appendChild(document.createElement('div'));
      const widget = await drawn(tag, {}, around);
      for (const theme of THEMES) {
        for (const [file, target] of [
          [theme, undefined],
          ['classes', around],
          ['classes', widget],
        ] as const) {
          await withLinked(file, () => {
            target?.classList.add(`agent-theme-${theme}`);
            for (const [name, style] of Object.entries(PAGES)) {
              page.setAttribute('style', style);
              expect(
                illegibleTexts(widget),
                `${theme}, ${target ? `as a class of <${target.localName}>` : 'page-wide'}, on a ${name} page`,
              ).to.deep.equal([]);
              if (theme !== 'high-contrast')
                expect(isDark(widget), `${theme} on a ${name} page is dark`).to.equal(theme === 'dark');
            }
            target?.classList.remove(`agent-theme-${theme}`);
          });
        }
      }
    });
  });
}

describe('a theme', () => {
  keepConsoleQuiet();

  for (const theme of THEMES) {
    it(`leaves the page around the widgets as it is (${theme})`, async () => {
      const around = await box();
      around.innerHTML = '<p>Text of the page</p><input><agent-metrics-provider><p>Inside</p></agent-metrics-provider>';
      await around.querySelector('agent-metrics-provider')!.updateComplete;
      const looks = () =>
        [document.documentElement, document.body, ...around.querySelectorAll('*')].map((element) => {
          const { color, backgroundColor, colorScheme } = getComputedStyle(element);
          return [element.localName, color, backgroundColor, colorScheme];
        });
      const before = looks();
      await withLinked(theme, () => void expect(looks()).to.deep.equal(before));
    });
  }

  it('holds for a part of the page when its class does, and the nearest class wins', async () => {
    const around = await box();
    around.innerHTML = '<div class="agent-theme-dark"><section></section><div class="agent-theme-light"></div></div>';
    const outside = await drawn('agent-kpi-grid', {}, around);
    const dark = await drawn('agent-kpi-grid', {}, around.querySelector('section')!);
    const light = await drawn('agent-kpi-grid', {}, around.querySelector<HTMLElement>('.agent-theme-light')!);
    for (const files of [['classes'], ['dark', 'light'], ['light', 'dark']] as const) {
      const links = await Promise.all(files.map((file) => linked(file)));
      expect([dark, light].map(isDark), files.join()).to.deep.equal([true, false]);
      expect([dark, light].flatMap(illegibleTexts), files.join()).to.deep.equal([]);
      if (files[0] === 'classes')
        expect(backgroundOf(outside), 'what no class names').to.deep.equal([255, 255, 255, 1]);
      for (const link of links) link.remove();
    }
  });

  it('reaches bars that were drawn before it', async () => {
    const chart = await drawn('agent-volume-chart');
    const text = () => getComputedStyle(parts(chart, 'plot')[0]!).color;
    const canvas = chart.shadowRoot!.querySelector('canvas')!;
    const picture = () => canvas.toDataURL();
    const before = { text: text(), picture: picture() };
    await withLinked('dark', async () => {
      expect(text()).to.not.equal(before.text);
      await until(() => picture() !== before.picture, 'bars in the colours of the theme');
    });
  });
});

describe('the accent of a page', () => {
  keepConsoleQuiet();

  const OWN = 'rgb(200, 0, 120)';
  const PLACES = [':root', '.wrapper', 'agent-kpi-grid'];
  const FILES: [File, Theme | undefined][] = [
    ...THEMES.map((theme): [File, undefined] => [theme, undefined]),
    ...THEMES.map((theme): [File, Theme] => ['classes', theme]),
  ];

  for (const [file, theme] of FILES) {
    for (const place of PLACES) {
      it(`set on ${place} wins over ${theme ? `.agent-theme-${theme}` : `${file}.css`}`, async () => {
        const around = await box();
        around.innerHTML = `<div class="wrapper"><div class="${theme ? `agent-theme-${theme}` : ''}"></div></div>`;
        const widget = await drawn('agent-kpi-grid', {}, around.querySelector<HTMLElement>('.wrapper > div')!);
        const sheet = document.head.appendChild(document.createElement('style'));
        sheet.textContent = `${place} { --agent-accent: ${OWN} }`;
        await withLinked(file, () => {
          // A focus ring would show it only while the window has the focus.
          const probe = widget.shadowRoot!.appendChild(document.createElement('span'));
          probe.style.color = 'var(--_accent)';
          expect(getComputedStyle(probe).color).to.equal(OWN);
        });
        sheet.remove();
      });
    }
  }
});
