/** Text that cannot be read: its colour against what really lies behind it, through shadow roots and half transparent layers. */
import { contrast, toLinear } from './color-science.js';
import { nodesOf } from './drawn-widgets.js';

type Rgba = [number, number, number, number];
const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
  willReadFrequently: true,
})!;
const known = new Map<string, Rgba>();

/** Any CSS colour as sRGB, whatever space it is written in. */
function toRgba(color: string): Rgba {
  if (!known.has(color)) {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    known.set(color, [red!, green!, blue!, alpha! / 255]);
  }
  return known.get(color)!;
}

const over = ([r, g, b, a]: Rgba, [r2, g2, b2]: Rgba): Rgba => [
  r * a + r2 * (1 - a),
  g * a + g2 * (1 - a),
  b * a + b2 * (1 - a),
  1,
];
const toHex = ([...parts]: Rgba): string =>
  `#${parts
    .slice(0, 3)
    .map((part) => Math.round(part).toString(16).padStart(2, '0'))
    .join('')}`;

function parentOf(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}

/** A page that paints nothing is white. */
export function backgroundOf(element: Element): Rgba {
  const layers: Rgba[] = [];
  for (let node: Element | null = element; node; node = parentOf(node)) {
    layers.push(toRgba(getComputedStyle(node).backgroundColor));
    if (layers.at(-1)![3] === 1) break;
  }
  return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255, 1] as Rgba);
}

function isSeen(element: HTMLElement): boolean {
  const { width, height } = element.getBoundingClientRect();
  const { clipPath, visibility } = getComputedStyle(element);
  return (
    width > 1 &&
    height > 1 &&
    visibility === 'visible' &&
    !clipPath.startsWith('inset') &&
    !element.closest('.spoken, :disabled')
  );
}

const saysSomething = (element: HTMLElement): boolean =>
  element.matches('input:not([type="checkbox"], [type="radio"]), select, textarea') ||
  [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');

/** Lines as `No data: 2.1 (#777777 on #14171c)` for every text of a widget below 4.5 to 1, or 3 to 1 where it is large. */
export function illegibleTexts(widget: Element): string[] {
  // Colours on their way from one theme to the other are in between.
  for (const animation of nodesOf(widget).flatMap((node) => node.getAnimations()))
    if (animation instanceof CSSTransition) animation.finish();
  return nodesOf(widget)
    .filter((element) => saysSomething(element) && isSeen(element))
    .flatMap((element) => {
      const { color, fontSize, fill } = getComputedStyle(element);
      const behind = backgroundOf(element);
      const text = over(toRgba(element instanceof SVGElement ? fill : color), behind);
      const ratio = contrast(toLinear(toHex(text)), toLinear(toHex(behind)));
      const least = parseFloat(fontSize) >= 24 ? 3 : 4.5;
      return ratio < least - 0.01
        ? [`${element.textContent.trim().slice(0, 30)}: ${ratio.toFixed(2)} (${toHex(text)} on ${toHex(behind)})`]
        : [];
    });
}
