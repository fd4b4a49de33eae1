import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { ThemeController } from '../../src/controllers/theme-controller.js';

class ThemedHost extends LitElement {
  changes = 0;
  onChange: (() => void) | undefined;
  readonly theme = new ThemeController(this, () => {
    this.changes++;
    this.onChange?.();
  });
}
customElements.define('themed-host', ThemedHost);

async function themed(): Promise<{ host: ThemedHost; around: HTMLElement; outer: HTMLElement }> {
  const outer = await fixture<HTMLElement>(html`<div></div>`);
  const around = document.createElement('div');
  outer.attachShadow({ mode: 'open' }).append(around);
  const host = new ThemedHost();
  around.append(host);
  await host.updateComplete;
  return { host, around, outer };
}

describe('ThemeController', () => {
  for (const [what, change] of [
    ['a class of its own', ({ host }) => host.classList.add('agent-theme-dark')],
    ['a class of its parent', ({ around }) => around.classList.add('agent-theme-dark')],
    ['an ancestor beyond a shadow root', ({ outer }) => outer.setAttribute('data-theme', 'dark')],
    ['the style of the page', () => document.documentElement.style.setProperty('--agent-page', '#111')],
    ['a style sheet that is added', () => document.head.append(document.createElement('style'))],
  ] as [string, (page: Awaited<ReturnType<typeof themed>>) => void][]) {
    it(`tells of ${what}`, async () => {
      const page = await themed();
      change(page);
      await waitUntil(() => page.host.changes > 0, 'a change');
      document.documentElement.style.removeProperty('--agent-page');
    });
  }

  it('tells of a linked style sheet once it holds', async () => {
    const { host } = await themed();
    const link = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href: '/src/themes/dark.css',
    });
    const tokens: string[] = [];
    host.onChange = () => tokens.push(getComputedStyle(host).getPropertyValue('--agent-page'));
    document.head.append(link);
    await waitUntil(() => tokens.at(-1) === '#14171c', 'a change with the theme');
    link.remove();
  });

  it('is silent once its host has left', async () => {
    const page = await themed();
    page.host.remove();
    page.around.classList.add('dark');
    page.outer.classList.add('dark');
    const heard = new Promise<void>((resolve) =>
      new MutationObserver(() => resolve()).observe(page.outer, { attributes: true }),
    );
    page.outer.classList.add('darker');
    await heard;
    expect(page.host.changes).to.equal(0);
  });
});
