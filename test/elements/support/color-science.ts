/** Contrast and distance of colours, for several eyes. All on linear RGB. */
export type Rgb = readonly [number, number, number];
export type Eye = 'normal' | 'protanopia' | 'deuteranopia' | 'tritanopia';
type Matrix = readonly [Rgb, Rgb, Rgb];

// Machado, Oliveira and Fernandes 2009, severity 1.0.
const EYES: Readonly<Record<Eye, Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const times = (matrix: Matrix, [r, g, b]: Rgb): Rgb =>
  matrix.map((row) => row[0] * r + row[1] * g + row[2] * b) as unknown as Rgb;
const clip = (color: Rgb): Rgb => color.map((part) => Math.min(1, Math.max(0, part))) as unknown as Rgb;

/** Of `#rrggbb`, or `rgb(r, g, b)` as a computed style writes it. */
export function toLinear(color: string): Rgb {
  const parts = color.startsWith('#')
    ? [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16))
    : (color.match(/\d+/g) ?? []).map(Number);
  return parts
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as unknown as Rgb;
}

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG 2: from 1 to 21. */
export function contrast(one: Rgb, two: Rgb): number {
  const [low, high] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

/** Distance in OKLab; black and white are 1 apart, 0.02 is just seen side by side. */
export function distance(one: Rgb, two: Rgb, eye: Eye): number {
  const [a, b] = [one, two].map((color) => toOklab(clip(times(EYES[eye], color))));
  return Math.hypot(...a!.map((part, index) => part - b![index]!));
}

function toOklab(color: Rgb): Rgb {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    color,
  );
  const cubed = cones.map(Math.cbrt) as unknown as Rgb;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cubed,
  );
}
