import { expect, fixture, html } from '@open-wc/testing';
import { resolveColors } from '../../../../src/elements/shared/chart/colors.js';

/** What a colour becomes when the canvas paints it. */
async function painted(color: string): Promise<number[]> {
  const root = await fixture(html`<div><span class="probe" data-token="one"></span></div>`);
  root.querySelector('span')!.style.color = color;
  const resolved = resolveColors(root)['one']!;
  expect(resolved, 'plain RGB').to.match(/^rgba?\(\d+, \d+, \d+(, [\d.]+)?\)$/);
  const context = document.createElement('canvas').getContext('2d')!;
  context.fillStyle = resolved;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data];
}

describe('resolveColors', () => {
  for (const [color, expected] of [
    ['#3167d4', [49, 103, 212, 255]],
    ['rebeccapurple', [102, 51, 153, 255]],
    ['hsl(120 100% 25%)', [0, 128, 0, 255]],
    ['oklch(0.628 0.2577 29.23)', [255, 0, 0, 255]],
    ['color-mix(in srgb, red 50%, blue)', [128, 0, 128, 255]],
    ['color(srgb 0 0.5 1)', [0, 128, 255, 255]],
    ['color(display-p3 0 0 0)', [0, 0, 0, 255]],
    ['color(display-p3 0.5 0.5 0.5)', [128, 128, 128, 255]],
    ['rgb(255 0 0 / 50%)', [255, 0, 0, 128]],
  ] as const) {
    it(`paints ${color}`, async () => {
      const found = await painted(color);
      for (const [index, part] of expected.entries())
        expect(Math.abs(found[index]! - part), `part ${index} of ${found.join()}`).to.be.at.most(2);
    });
  }

  it('paints a red beyond sRGB as red', async () => {
    const [red, green, blue] = await painted('color(display-p3 1 0 0)');
    expect(red).to.equal(255);
    expect(Math.max(green!, blue!)).to.be.below(60);
  });

  it('reads the system’s own colours', async () => expect((await painted('CanvasText'))[3]).to.equal(255));

  it('reads only what is marked for it', async () => {
    const root = await fixture(
      html`<div><span data-token="swatch"></span><span class="probe" data-token="text"></span></div>`,
    );
    expect(Object.keys(resolveColors(root))).to.deep.equal(['text']);
  });
});
