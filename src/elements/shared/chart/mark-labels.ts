/** Names beside the lines of marked dates: each where it has room, shortened where it has too little. */
interface MarkLabel {
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
/** Code units of a name that are measured first. */
const FIRST_PROBE = 64;
/** Code units; what is longer is cut in the middle. */
const LONGEST_CHARACTER = 64;

/** A name stands after its line as far as the next one; before it where that has more room and nobody else's name is there. */
export function fitLabels(
  placed: readonly { at: number; label: string }[],
  { left, right, direction, widthOf }: Room,
): MarkLabel[] {
  const isRtl = direction === 'rtl';
  const inOrder = [...placed].sort((a, b) => (isRtl ? b.at - a.at : a.at - b.at));
  const [start, end] = isRtl ? [right, left] : [left, right];
  const gap = isRtl ? -GAP : GAP;
  let taken = start;
  return inOrder.flatMap(({ at, label }, index) => {
    const after = Math.abs((inOrder[index + 1]?.at ?? end) - at) - 2 * GAP;
    const before = Math.abs(at - taken) - 2 * GAP;
    const isBefore = !fits(label, after, widthOf) && before > after;
    const text = shorten(label, isBefore ? before : after, widthOf);
    if (text === undefined) return [];
    const place = isBefore ? at - gap : at + gap;
    taken = isBefore ? at : place + Math.sign(gap) * widthOf(text);
    return [{ text, x: place, align: isBefore === isRtl ? ('left' as const) : ('right' as const) }];
  });
}

function shorten(text: string, room: number, widthOf: Room['widthOf']): string | undefined {
  if (fits(text, room, widthOf)) return text;
  if (room < LEAST) return undefined;
  let [least, most] = [0, FIRST_PROBE];
  const isShort = (end: number) => widthOf(`${text.slice(0, end)}…`) <= room;
  while (most < text.length && isShort(most)) [least, most] = [most, most * 2];
  most = Math.min(most, text.length);
  while (most - least > 1) {
    const middle = (least + most) >> 1;
    if (isShort(middle)) least = middle;
    else most = middle;
  }
  return `${wholeCharacters(text, least).trimEnd()}…`;
}

/** A long text is measured no further than it takes to see that it does not fit. */
function fits(text: string, room: number, widthOf: Room['widthOf']): boolean {
  for (let end = FIRST_PROBE; end < text.length; end *= 2) if (widthOf(text.slice(0, end)) > room) return false;
  return widthOf(text) <= room;
}

/** The length of the first characters that fit into `most` code units, at least one of them; accents and emoji stay whole. */
function wholeCharacters(text: string, most: number): string {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text.slice(0, most + LONGEST_CHARACTER))) {
    if (end > 0 && index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
