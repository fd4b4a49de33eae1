/** Names beside the lines of marked dates: each where it has room, shortened where it has too little. */
export interface MarkLabel {
  text: string;
  x: number;
  align: 'left' | 'right';
}

interface Room {
  left: number;
  right: number;
  direction: 'ltr' | 'rtl';
  widthOf: (text: string) => number;
}

/** Between a line and its name, in pixels. */
const GAP = 4;
/** Less room than this says nothing. */
const LEAST = 24;

/** A name stands after its line as far as the next one; before it where that has more room and nobody else's name is there. */
export function fitLabels(placed: readonly { at: number; label: string }[], { left, right, direction, widthOf }: Room): MarkLabel[] {
  const isRtl = direction === 'rtl';
  const inOrder = [...placed].sort((a, b) => (isRtl ? b.at - a.at : a.at - b.at));
  const [start, end] = isRtl ? [right, left] : [left, right];
  const gap = isRtl ? -GAP : GAP;
  let taken = start;
  return inOrder.flatMap(({ at, label }, index) => {
    const after = Math.abs((inOrder[index + 1]?.at ?? end) - at) - 2 * GAP;
    const before = Math.abs(at - taken) - 2 * GAP;
    const isBefore = widthOf(label) > after && before > after;
    const text = shorten(label, isBefore ? before : after, widthOf);
    if (text === undefined) return [];
    const place = isBefore ? at - gap : at + gap;
    taken = isBefore ? at : place + Math.sign(gap) * widthOf(text);
    return [{ text, x: place, align: isBefore === isRtl ? 'left' as const : 'right' as const }];
  });
}

function shorten(text: string, room: number, widthOf: (text: string) => number): string | undefined {
  if (widthOf(text) <= room) return text;
  if (room < LEAST) return undefined;
  const characters = [...text];
  while (characters.length > 1 && widthOf(`${characters.join('')}…`) > room) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
